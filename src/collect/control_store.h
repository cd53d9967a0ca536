// Control checks in the database: every one is kept.
#pragma once
#include <vector>

#include "collect/control.h"
#include "council/record.h"
#include "kit/db.h"

namespace collect {

std::vector<ControlCheck> newest_controls(kit::Transaction& tx);                                     // of each indicator that has one
std::vector<ControlCheck> controls_of(kit::Transaction& tx, indicator::IndicatorId indicator);       // the newest first
void add_control(kit::Transaction& tx, const ControlCheck& check, council::RecordId record);

}  // namespace collect
