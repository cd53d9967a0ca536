// The sentences that explain a status and a direction, and a target in words. Inside the folder only: pages read Judgement.
#pragma once
#include <string>

#include "assess/judgement.h"

namespace assess {

// What the sentence about a status needs beside the judgement itself.
struct Circumstances {
  calendar::Period asked;
  indicator::Tolerance tolerance;
  kit::Date today;
};
std::string why(const Judgement& judgement, const Circumstances& circumstances);

// Why two points can or cannot be compared. `broke_on`: the day on which the definition changed between them.
std::string direction_why(const Judgement& judgement, std::optional<kit::Date> broke_on);

std::string target_words(const indicator::Expected& expected,
                         const indicator::Definition& definition);  // "95%", "15 to 20 days"

// Pieces that the sentences of a council's own rule are made of too.
std::string round_words(std::string text);                                                        // "95%" of "95.0%"
std::string size_words(const indicator::Tolerance& tolerance, const indicator::Definition& d);     // "tolerance of 2 points"

}  // namespace assess
