// A round of targets as a whole: every indicator with what was proposed and asked for it, and whether it is sealed.
#pragma once
#include <optional>
#include <vector>

#include "collect/target_round.h"

namespace work {

struct Round {
  calendar::FinancialYear year;
  calendar::RoundDates dates;
  std::optional<collect::TargetSeal> seal;
  std::vector<collect::InRound> all;  // in the order of picture.indicators; also those that need no target
  collect::RoundTally tally;

  collect::RoundStage stage(kit::Moment now) const { return collect::round_stage(dates, seal.has_value(), now); }
};

}  // namespace work
