#include "assess/page_days.h"

namespace assess {

void PageCounter::opened(indicator::IndicatorId indicator, kit::Date day) {
  const std::lock_guard lock(guard_);
  const auto [newest, is_first] = newest_.try_emplace(indicator, day);
  if (!is_first && day <= newest->second) return;
  newest->second = day;
  waiting_.insert({indicator, day});
}

std::vector<PageDay> PageCounter::take() {
  const std::lock_guard lock(guard_);
  std::vector<PageDay> all(waiting_.begin(), waiting_.end());
  waiting_.clear();
  return all;
}

void PageCounter::put_back(const std::vector<PageDay>& days) {
  const std::lock_guard lock(guard_);
  waiting_.insert(days.begin(), days.end());
}

}  // namespace assess
