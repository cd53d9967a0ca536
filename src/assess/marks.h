// Which mark of parts/ stands for a judgement, the same on every page.
#pragma once
#include <cstdint>

#include "assess/direction.h"
#include "assess/picture.h"
#include "assess/rating.h"
#include "parts/status.h"

namespace assess {

parts::Status mark_of(Rating rating);
parts::Direction mark_of(Direction direction);

// Whether the council shows ratings, or directions of travel only.
enum class Ratings : std::uint8_t { shown, hidden };
Ratings ratings(const Picture& picture);

}  // namespace assess
