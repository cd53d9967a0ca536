// The sheet Money of the demo council, made from seeds/ambleford/budgets.csv: a budget for each month, its actual once the month is
// closed, and forecasts that follow the pressure on each service after the first and the second quarter.
#pragma once
#include <string>

namespace exchange::demo {

std::string money_sheet();

}  // namespace exchange::demo
