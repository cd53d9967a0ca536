// Which indicators of the set may tell little: always on target, opened by nobody, looked after by nobody, on no line of the plan, or
// like another. A reason to ask, never a verdict: an indicator that is always on target may guard what must not slip.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "assess/page_days.h"
#include "assess/picture.h"
#include "assess/rating.h"

namespace assess {

enum class Doubt : std::uint8_t { always_on_target, unopened, no_owner, no_thread, same_title, same_figures };
constexpr int always = 8;      // periods in a row on target, from which on an indicator seldom says anything
constexpr int same_again = 6;  // periods with the same figures, from which on two indicators are one

struct Doubtful {
  const Kept* kept = nullptr;
  Doubt doubt = Doubt::always_on_target;
  std::string why;                 // "On target 24 times in a row, since October 2023"
  const Kept* like = nullptr;      // of two that are alike, the other
};

// Ratings oldest first: how many at the end are on target or better. A period without a rating neither breaks nor lengthens the run.
int on_target_in_a_row(std::span<const Rating> ratings);
bool alike_in_title(std::string_view a, std::string_view b);  // in other words, in another order, but for small words and case

// Of the indicators in force in a year's set, by doubt and then by reference. That nobody opens a page is said once days have been
// counted for long enough.
std::vector<Doubtful> doubtful(const Picture& picture, calendar::FinancialYear year, const PageDays& days = {});
std::string since_words(const PageDays& days, kit::Date today);  // "since August 2025", "in the last twelve months"

}  // namespace assess
