// A unit of the council and a line of its plan as they are known, as rows of the sheets Council and Plan. From when is left open.
#pragma once
#include "council/council.h"
#include "exchange/sheets.h"
#include "plan/plan.h"

namespace exchange {

CouncilRow row_of(const council::Unit& unit);
PlanRow row_of(const plan::Framework& framework);
PlanRow row_of(const plan::Priority& priority);

}  // namespace exchange
