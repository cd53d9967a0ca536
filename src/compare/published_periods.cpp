#include "compare/published_periods.h"

#include <algorithm>

#include "kit/quote.h"

namespace compare {

std::optional<std::uint32_t> PublishedPeriods::find(std::string_view text, std::string_view kind) {
  key_.assign(text).append(1, '\n').append(kind);
  if (key_ == last_) return last_place_;
  last_ = key_;
  const auto [known, is_new] = known_.try_emplace(key_);
  if (is_new) known->second = understand(text, kind);
  return last_place_ = known->second;
}

std::optional<std::uint32_t> PublishedPeriods::understand(std::string_view text, std::string_view kind) {
  const auto read = read_published_period(text, kind, years_);
  if (!read.period) return std::nullopt;
  if (read.may_be_month) year_or_month_ = std::string(text);
  if (read.is_month) month_ = std::string(text);
  if (read.is_in_doubt) plain_year_ = std::string(text);
  if (!read.remark.empty()) notes_.remark(read.remark, read.alike);
  return place_of(*read.period);
}

std::uint32_t PublishedPeriods::place_of(calendar::Period period) {
  const auto same = std::ranges::find(all_, period);
  const auto place = static_cast<std::uint32_t>(same - all_.begin());
  if (same == all_.end()) all_.push_back(period);
  return place;
}

std::string PublishedPeriods::doubt() const {
  if (year_or_month_.empty() || month_.empty()) return {};
  return kit::quoted(year_or_month_) + " may be a month or a financial year, and " + kit::quoted(month_) +
         " is a month. Write years as 2001/02.";
}

}  // namespace compare
