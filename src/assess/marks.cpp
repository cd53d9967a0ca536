#include "assess/marks.h"

namespace assess {

parts::Status mark_of(Rating rating) {
  switch (rating) {
    case Rating::blue: return parts::Status::better;
    case Rating::green: return parts::Status::on_target;
    case Rating::amber: return parts::Status::close;
    case Rating::red: return parts::Status::off_target;
    default: return parts::Status::not_rated;
  }
}

parts::Direction mark_of(Direction direction) {
  switch (direction) {
    case Direction::improving: return parts::Direction::improving;
    case Direction::worsening: return parts::Direction::worsening;
    case Direction::no_change: return parts::Direction::no_change;
    case Direction::rising: return parts::Direction::raised;
    case Direction::falling: return parts::Direction::fallen;
    case Direction::not_comparable: break;
  }
  return parts::Direction::not_known;
}

Ratings ratings(const Picture& picture) {
  return picture.council.setting("ratings") == "off" ? Ratings::hidden : Ratings::shown;
}

}  // namespace assess
