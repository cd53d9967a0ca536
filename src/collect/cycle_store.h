// The council's cycle in the database: how each frequency is collected, and when committees meet.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "calendar/cycle.h"
#include "council/record.h"
#include "kit/db.h"

namespace collect {

// The newest edition of each frequency; source 004's where the council has not said otherwise.
calendar::Cycles load_cycles(kit::Transaction& tx);
void add_cycle(kit::Transaction& tx, const calendar::Cycle& cycle, kit::Moment at, council::RecordId record);

// A committee that reads a period's reports on a day.
struct Committee {
  std::int64_t id = 0;
  std::int32_t edition = 1;
  std::string name;
  std::optional<calendar::Period> period;
  kit::Date day{};
  bool gone = false;  // called off
  kit::Moment at;
};
std::vector<Committee> load_committees(kit::Transaction& tx);  // newest editions, by day
std::int64_t add_committee(kit::Transaction& tx, const Committee& committee, council::RecordId record);  // answers its number

}  // namespace collect
