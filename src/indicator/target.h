// A target for one indicator and financial year, fixed for the year: a change is a new edition with a reason. It says what is
// expected at each point of the year (rules.md 5.7).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "indicator/indicator.h"

namespace indicator {

enum class TargetKind {
  flat,        // the same all year: ratios, averages, snapshots
  linear,      // a sum, reached evenly
  profile,     // a sum, by weights a period
  by_period,   // an own value each period ("explicit" in files)
  range,       // from low to high
  trajectory,  // a snapshot, from the baseline to the target by March
};
std::string_view code(TargetKind), words(TargetKind);
std::optional<TargetKind> read_target_kind(std::string_view text);

struct Target {
  IndicatorId indicator = 0;
  calendar::FinancialYear year;
  std::int32_t edition = 1;
  kit::Moment at;  // when it was agreed
  TargetKind kind = TargetKind::flat;
  std::optional<kit::Decimal> value;      // the year's target
  std::optional<kit::Decimal> low, high;  // of a range
  std::vector<kit::Decimal> periods;      // weights of a profile, or values by period; April first
  std::optional<kit::Decimal> baseline;   // of a trajectory: the value at 31 March before
  std::optional<kit::Decimal> minimum, stretch;
  std::optional<Tolerance> tolerance;     // none: the indicator's, then the council's
  std::string rationale;                  // statutory, benchmark, trend, judgement, in words
  std::string reason;                     // why it changed in the year
};

// Faults of a target for this definition: a kind that takes none, a range without bounds, twelve periods for a monthly one …
kit::Refusals faults(const Target& target, const Definition& definition);

// What is expected by the end of `period`, exact rule in rules.md 5.7; none for another year or when the target says nothing.
struct Expected {
  std::optional<double> value, low, high;
};
Expected expected(const Target& target, const Definition& definition, const calendar::Period& period);

}  // namespace indicator
