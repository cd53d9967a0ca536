// Which mark of parts/ stands for a judgement, and the few words of a target, the same on every page.
#pragma once
#include <cstdint>
#include <string>

#include "assess/direction.h"
#include "assess/judgement.h"
#include "assess/rating.h"
#include "parts/status.h"

namespace assess {

parts::Status mark_of(Rating rating);
parts::Direction mark_of(Direction direction);
// Whether the council shows ratings, or directions of travel only.
enum class Ratings : std::uint8_t { shown, hidden };
Ratings ratings(const Picture& picture);
// "75%", "15 to 20 days", "" where there is none.
std::string target_words(const Judgement& judgement);

}  // namespace assess
