// A rebase: somebody says that an indicator's process chart begins afresh at a period, because the cause of a lasting change is
// known. It is a fact with a reason, in editions; it can be taken back, with a reason too, and stays to be seen.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "calendar/period.h"
#include "council/may.h"
#include "indicator/indicator.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace indicator {

struct Rebase {
  IndicatorId indicator = 0;
  kit::Date starts_on{};     // the first day of a period
  std::int32_t edition = 1;
  bool gone = false;         // taken back
  std::string reason;        // why it begins afresh; of one that is gone, why not
  std::string by;            // code of a person
  kit::Moment at;
};

// The newest edition of each day, those that hold, in order of time. `rebases` are by day and edition.
std::vector<const Rebase*> in_force(std::span<const Rebase> rebases);

// What is known when somebody decides: the periods with a figure, oldest first, and every rebase there is.
struct Charted {
  IndicatorId indicator = 0;
  std::span<const calendar::Period> periods;
  std::span<const Rebase> rebases;
  council::Subject subject;
};
struct TypedRebase {
  std::string starts_on;  // any day of the period: 2025-04-01
  std::string reason;
};
kit::Verdict<Rebase> rebase(const Charted& chart, const TypedRebase& typed, const council::Asker& by, kit::Moment now);
kit::Verdict<Rebase> take_back(const Charted& chart, const TypedRebase& typed, const council::Asker& by, kit::Moment now);

}  // namespace indicator
