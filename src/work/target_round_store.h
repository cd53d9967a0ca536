// A round of targets in and out of the database, with the seal, by which the agreed targets
// become those of the year, all in one transaction and once.
#pragma once
#include "assess/picture.h"
#include "collect/target_round_store.h"
#include "council/record.h"
#include "work/target_round.h"

namespace work {

Round load_round(kit::Transaction& tx, const assess::Picture& picture, calendar::FinancialYear year);
collect::InRound load_in_round(kit::Transaction& tx, const assess::Picture& picture, const assess::Kept& kept,
                               calendar::FinancialYear year);

// `deed`: who seals, and the moment; its words, key and movement are filled in. Counts from `at`. False when it is sealed already.
bool seal_round(kit::Transaction& tx, const Round& round, council::Deed deed, kit::Moment at);
void seal_by_the_clock(kit::Transaction& tx, const assess::Picture& picture, calendar::FinancialYear year,
                       kit::Moment due, kit::Moment now);

}  // namespace work
