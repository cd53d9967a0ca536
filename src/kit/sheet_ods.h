// LibreOffice's workbooks (OpenDocument): one part that holds every sheet, in which empty rows and columns are told by
// number.
#pragma once
#include <string>

#include "kit/sheet_teller.h"
#include "kit/sheet_xml.h"

namespace kit {

std::string read_ods(Package& package, SheetTeller& teller, const SheetLimits& limits);

}  // namespace kit
