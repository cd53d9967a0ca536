// The council's calendar in the database: how each frequency is collected, when targets are set, and when committees meet.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "calendar/cycle.h"
#include "calendar/target_calendar.h"
#include "collect/committee.h"
#include "council/record.h"
#include "kit/db.h"

namespace collect {

// The newest edition of each frequency; source 004's where the council has not said otherwise.
calendar::Cycles load_cycles(kit::Transaction& tx);
void add_cycle(kit::Transaction& tx, const calendar::Cycle& cycle, kit::Moment at, council::RecordId record);

// The newest edition; from December to 1 April where the council has not said otherwise.
calendar::TargetCalendar load_target_calendar(kit::Transaction& tx);
void add_target_calendar(kit::Transaction& tx, const calendar::TargetCalendar& targets, kit::Moment at, council::RecordId record);

std::vector<Committee> load_committees(kit::Transaction& tx);  // newest editions, by day
std::int64_t add_committee(kit::Transaction& tx, const Committee& committee, council::RecordId record);  // answers its number

}  // namespace collect
