#include "assess/aggregate.h"

#include <algorithm>

#include "assess/sums.h"

namespace assess {
namespace {

using calendar::Period;
using indicator::Aggregation;
using indicator::Submitted;

std::optional<double> divided(double numerator, double denominator, const Method& m) {
  if (denominator == 0) return std::nullopt;  // no cases is no percentage, not 0%
  return m.multiplier * numerator / denominator;
}

std::optional<double> alone(const Part& part, const Method& m) {
  if (part.has_parts()) return divided(*part.numerator, *part.denominator, m);
  return part.value;
}

int year_start(const Period& period) { return Period::year(period.financial_year()).start; }

// What the parts of a window say together.
class Gathering {
 public:
  explicit Gathering(const Method& m) : m_(m) { values_.reserve(12); }

  void add(const Part& part) {
    if (const auto value = alone(part, m_)) values_.push_back(*value);
    if (!part.has_parts()) return;
    numerator_.add(*part.numerator);
    denominator_.add(*part.denominator);
    has_parts_ = true;
  }

  std::optional<double> together() const {
    if (indicator::has_parts(m_.aggregation))
      return has_parts_ ? divided(numerator_.value(), denominator_.value(), m_) : std::nullopt;
    if (values_.empty()) return std::nullopt;
    switch (m_.aggregation) {
      case Aggregation::sum: return sum(values_);
      case Aggregation::mean_of_snapshots: return mean(values_);
      case Aggregation::max: return *std::max_element(values_.begin(), values_.end());
      case Aggregation::min: return *std::min_element(values_.begin(), values_.end());
      case Aggregation::snapshot: return values_.back();
      default: return std::nullopt;  // a median of medians is nothing: it needs the records
    }
  }

 private:
  const Method& m_;
  std::vector<double> values_;  // at most twelve
  Sum numerator_, denominator_;
  bool has_parts_ = false;
};

bool counts(const Part& part, const Method& m) {
  return indicator::has_parts(m.aggregation) ? part.has_parts() : part.known();
}

// From the period that starts at `from` up to `period`, each submitted by itself.
Window over(const Series& series, const Method& m, int from, const Period& period) {
  Window window;
  if (from == period.start) {
    const Part& part = series.at(from);
    return {alone(part, m), part.known() ? 1 : 0, part.not_applicable ? 0 : 1};
  }
  Gathering gathering(m);
  for (int start = from; start <= period.start; start += series.step()) {
    const Part& part = series.at(start);
    if (!part.not_applicable) ++window.expected;
    if (!counts(part, m)) continue;
    ++window.available;
    gathering.add(part);
  }
  window.value = gathering.together();
  return window;
}

// Sums of known cumulatives, plus and minus; all are needed, a missing one between them does no harm.
class Cumulatives {
 public:
  Cumulatives(const Series& series, const Method& m) : series_(series), m_(m) {}

  void add(int start, double sign) {
    const Part& part = series_.at(start);
    const bool known = indicator::has_parts(m_.aggregation) ? part.has_parts() : part.known();
    all_known_ = all_known_ && known;
    if (!known) return;
    value_.add(sign * (part.has_parts() ? *part.numerator : *part.value));
    if (part.has_parts()) denominator_.add(sign * *part.denominator);
  }

  Window window(int expected) const {
    if (!all_known_) return {std::nullopt, 0, expected};
    const bool ratio = indicator::has_parts(m_.aggregation);
    return {ratio ? divided(value_.value(), denominator_.value(), m_) : std::optional(value_.value()), expected,
            expected};
  }

 private:
  const Series& series_;
  const Method& m_;
  Sum value_, denominator_;
  bool all_known_ = true;
};

// What came between the end of the period before `from` and the end of `period`, within one year.
Window between(const Series& series, const Method& m, int from, const Period& period, int expected) {
  Cumulatives sums(series, m);
  sums.add(period.start, 1);
  if (from != year_start(period)) sums.add(from - series.step(), -1);
  return sums.window(expected);
}

Window cumulative_rolling(const Series& series, const Method& m, const Period& period) {
  const int last_of_year_before = year_start(period) - series.step();
  Cumulatives sums(series, m);
  sums.add(period.start, 1);
  if (period.end() != year_start(period) + 12) {
    sums.add(last_of_year_before, 1);
    sums.add(period.start - 12, -1);
  }
  return sums.window(12 / series.step());
}

}  // namespace

void Series::set(const Period& period, const Part& part) {
  if (parts_.empty()) first_ = period.start;
  if (period.start < first_) {
    parts_.insert(parts_.begin(), static_cast<std::size_t>((first_ - period.start) / step_), Part{});
    first_ = period.start;
  }
  const auto place = static_cast<std::size_t>((period.start - first_) / step_);
  if (place >= parts_.size()) parts_.resize(place + 1);
  parts_[place] = part;
}

const Part& Series::at(int start) const {
  static const Part unknown;
  if (start < first_) return unknown;
  const auto place = static_cast<std::size_t>((start - first_) / step_);
  return place < parts_.size() ? parts_[place] : unknown;
}

Method method(const indicator::Definition& definition) {
  return {definition.aggregation, definition.submitted, definition.multiplier.number()};
}

Window in_period(const Series& series, const Method& m, const Period& period) {
  if (m.submitted == Submitted::in_period) return over(series, m, period.start, period);
  if (m.submitted == Submitted::cumulative) return between(series, m, period.start, period, 1);
  return {};
}

Window year_to_date(const Series& series, const Method& m, const Period& period) {
  const int from = year_start(period);
  const int expected = (period.end() - from) / series.step();
  if (m.submitted == Submitted::in_period) return over(series, m, from, period);
  if (m.submitted == Submitted::rolling_12) return {std::nullopt, 0, expected};
  if (m.submitted == Submitted::cumulative) return between(series, m, from, period, expected);
  const Part& part = series.at(period.start);  // already the year to date
  return {alone(part, m), part.known() ? expected : 0, expected};
}

Window quarter(const Series& series, const Method& m, const Period& period) {
  const bool ends_quarter = (period.end() - year_start(period)) % 3 == 0;
  if (!ends_quarter || series.step() > 3) return {};
  const int from = period.end() - 3;
  if (m.submitted == Submitted::in_period) return over(series, m, from, period);
  if (m.submitted == Submitted::cumulative) return between(series, m, from, period, 3 / series.step());
  return {};
}

Window rolling_12(const Series& series, const Method& m, const Period& period) {
  const int expected = 12 / series.step();
  if (m.submitted == Submitted::in_period) return over(series, m, period.end() - 12, period);
  if (m.submitted == Submitted::cumulative) return cumulative_rolling(series, m, period);
  if (m.submitted == Submitted::cumulative_over_annual) return {std::nullopt, 0, expected};
  const Part& part = series.at(period.start);
  return {alone(part, m), part.known() ? expected : 0, expected};
}

Window judged(const Series& series, const indicator::Definition& d, const Period& period) {
  const Method m = method(d);
  if (d.judged == indicator::Judged::year_to_date) return year_to_date(series, m, period);
  if (d.judged == indicator::Judged::rolling_12) return rolling_12(series, m, period);
  return in_period(series, m, period);
}

}  // namespace assess
