// What a hand-over and the list of owners need to know beside the picture.
#pragma once
#include <string>
#include <vector>

#include "indicator/indicator.h"
#include "kit/db.h"
#include "work/owners.h"

namespace work {

SignIns load_sign_ins(kit::Transaction& tx);
std::vector<std::string> open_work(kit::Transaction& tx, indicator::IndicatorId indicator);  // "2025/26 Q1: to be checked"

}  // namespace work
