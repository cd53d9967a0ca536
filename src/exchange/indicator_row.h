// A definition as the sheet Indicators says it.
#pragma once
#include "exchange/sheets.h"

namespace exchange {

IndicatorRow row_of(const indicator::Definition& definition);

}  // namespace exchange
