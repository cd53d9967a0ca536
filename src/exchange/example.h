// The filled example that can be taken from the import page: the demo council's own sheets as a workbook.
#pragma once
#include "exchange/export.h"

namespace exchange {

std::vector<SheetText> example_sheets();

}  // namespace exchange
