// A document as an Excel workbook: a summary, one sheet for each part with its tables and charts, the facts, and what the report says
// about itself. Its numbers are those behind the document's texts, with formats that show them as the texts do.
#pragma once
#include <string>

#include "report/document.h"

namespace report {

std::string as_workbook(const Document& document);

}  // namespace report
