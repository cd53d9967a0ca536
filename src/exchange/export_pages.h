// Sheets out: the empty template, the filled example, and everything stored, as a workbook or one sheet as CSV.
#pragma once
#include "council/route.h"

namespace exchange {

const council::Routes& export_routes();

}  // namespace exchange
