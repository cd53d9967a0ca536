// Several periods put together (rules.md 5): the year to date, a quarter, twelve months, or one period alone.
// Percentages are never averaged: numerators and denominators are added and divided once. What is incomplete says how
// much of it is there.
#pragma once
#include <optional>
#include <vector>

#include "calendar/period.h"
#include "indicator/indicator.h"

namespace assess {

// One period as submitted.
struct Part {
  std::optional<double> value, numerator, denominator;
  bool not_applicable = false;  // nothing is expected of this period

  bool has_parts() const { return numerator && denominator; }
  bool known() const { return value || has_parts(); }
};

// The periods of one indicator without gaps: a missing one is an unknown part.
class Series {
 public:
  Series(calendar::Frequency frequency) : step_(calendar::months_in(frequency)) {}

  void reserve(std::size_t periods) { parts_.reserve(periods); }
  void set(const calendar::Period& period, const Part& part);
  const Part& at(int start) const;  // an unknown part before and after
  int step() const { return step_; }

 private:
  int step_;
  int first_ = 0;
  std::vector<Part> parts_;
};

struct Method {
  indicator::Aggregation aggregation = indicator::Aggregation::snapshot;
  indicator::Submitted submitted = indicator::Submitted::in_period;
  double multiplier = 1;
};
Method method(const indicator::Definition& definition);

struct Window {
  std::optional<double> value;
  int available = 0, expected = 0;

  bool complete() const { return expected > 0 && available == expected; }
};

// `period` is one of the series' own periods; a window ends with it.
Window in_period(const Series& series, const Method& method, const calendar::Period& period);
Window year_to_date(const Series& series, const Method& method, const calendar::Period& period);
Window quarter(const Series& series, const Method& method,
               const calendar::Period& period);  // nothing but at a quarter's end
Window rolling_12(const Series& series, const Method& method, const calendar::Period& period);
Window judged(const Series& series, const indicator::Definition& definition, const calendar::Period& period);

}  // namespace assess
