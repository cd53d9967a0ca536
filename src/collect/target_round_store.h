// The rounds of targets in the database: what was proposed, each step an edition; what was asked; which years are sealed.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "collect/target_round.h"
#include "council/record.h"
#include "kit/db.h"

namespace collect {

struct RoundKept {
  std::map<indicator::IndicatorId, std::vector<ProposedTarget>> editions;  // oldest first
  std::map<indicator::IndicatorId, std::vector<Challenge>> challenges;
};
RoundKept load_round(kit::Transaction& tx, calendar::FinancialYear year);
// AlreadyThere when another edition, or another challenge, of the same number was first.
void add_proposed_target(kit::Transaction& tx, const ProposedTarget& proposed, council::RecordId record);
void add_challenge(kit::Transaction& tx, const Challenge& challenge, council::RecordId record);

std::vector<TargetSeal> load_seals(kit::Transaction& tx);
std::optional<TargetSeal> seal_of(kit::Transaction& tx, calendar::FinancialYear year);
bool add_seal(kit::Transaction& tx, const TargetSeal& seal, council::RecordId record);  // false: it is sealed already

}  // namespace collect
