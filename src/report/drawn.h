// What a document holds as codes and numbers, as the parts of a page that show it. Inside the folder only.
#pragma once
#include <string>

#include "parts/chart.h"
#include "parts/line.h"
#include "parts/status.h"
#include "report/document.h"

namespace report {

parts::Status status_of(std::string_view code);
parts::Direction direction_of(std::string_view code);
parts::Line drawn(const Cell& cell);  // of a small line; it points into the cell
parts::Chart drawn(const Chart& chart, const std::string& csv);  // it points into the chart

// An address of the site as the report saw it.
std::string seen_then(const std::string& address, const Document& document);

}  // namespace report
