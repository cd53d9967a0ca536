// Committees that read the reports, in the calendar.
#pragma once
#include <optional>
#include <string>

#include "calendar/period.h"
#include "kit/moment.h"

namespace collect {

// A committee that reads a period's reports on a day.
struct Committee {
  std::int64_t id = 0;
  std::int32_t edition = 1;
  std::string name;
  std::optional<calendar::Period> period;
  kit::Date day{};
  bool gone = false;  // called off
  kit::Moment at;
};

}  // namespace collect
