// A round of targets as a whole: every indicator with what was proposed and asked for it; and the seal, by which the agreed targets
// become those of the year, all in one transaction and once.
#pragma once
#include <vector>

#include "assess/picture.h"
#include "collect/target_round.h"
#include "collect/target_round_store.h"
#include "council/record.h"

namespace work {

struct Round {
  calendar::FinancialYear year;
  std::optional<collect::TargetSeal> seal;
  std::vector<collect::InRound> all;  // in the order of picture.indicators; also those that need no target
  collect::RoundTally tally;

  collect::RoundStage stage(kit::Moment now) const { return collect::round_stage(year, seal.has_value(), now); }
};
Round load_round(kit::Transaction& tx, const assess::Picture& picture, calendar::FinancialYear year);
collect::InRound load_in_round(kit::Transaction& tx, const assess::Picture& picture, const assess::Kept& kept, calendar::FinancialYear year);

// `deed`: who seals, and the moment; its words, key and movement are filled in. Counts from `at`. False when it is sealed already.
bool seal_round(kit::Transaction& tx, const Round& round, council::Deed deed, kit::Moment at);
void seal_by_the_clock(kit::Transaction& tx, const assess::Picture& picture, calendar::FinancialYear year, kit::Moment due, kit::Moment now);

}  // namespace work
