// A document as an Excel workbook: a summary, one sheet for each part with its tables and charts, the facts, and what the report says
// about itself. Its numbers are those behind the document's texts, with formats that show them as the texts do.
#pragma once
#include <string>
#include <string_view>

#include "report/document.h"

namespace report {

inline constexpr std::string_view workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
std::string as_workbook(const Document& document);

}  // namespace report
