// On how many days the page of an indicator was opened by somebody signed in. Which indicator, which month, how many days: it never
// says who. From it follows which indicators nobody looks at.
#pragma once
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indicator/indicator.h"
#include "kit/moment.h"

namespace assess {

struct PageDays {
  std::optional<kit::Date> since;                // the first day of the month in which counting began; none: nothing is counted yet
  std::map<indicator::IndicatorId, int> opened;  // days in the last twelve months
};

constexpr int counted_long_enough = 92;  // days, from which on it may be said that nobody looks
inline bool says_something(const PageDays& days, kit::Date today) { return days.since && days.since->plus(counted_long_enough) <= today; }

struct PageDay {
  indicator::IndicatorId indicator = 0;
  kit::Date day{};
  friend auto operator<=>(const PageDay&, const PageDay&) = default;
};

// What has been opened since it was last written down. Asked by many at once.
class PageCounter {
 public:
  void opened(indicator::IndicatorId indicator, kit::Date day);
  std::vector<PageDay> take();  // each once, however often it was opened
  void put_back(const std::vector<PageDay>& days);  // when they could not be written

 private:
  std::mutex guard_;
  std::set<PageDay> waiting_;
  std::map<indicator::IndicatorId, kit::Date> newest_;  // what has been counted already
};

}  // namespace assess
