// The figures of a report as CSV, a row for each indicator, and beside it what its columns mean, as CSVW (W3C) asks: so that other
// programs read the table without asking anybody. Both are made of the document alone.
#pragma once
#include <string>
#include <string_view>

#include "report/document.h"

namespace report {

std::string as_csv(const Document& document);
std::string as_csv(const Table& table);  // of one table: numbers not rounded, each with its words beside it
// `file`: the last part of the table's address: "2025-26-q1-edition-1.csv".
std::string as_csvw(const Document& document, std::string_view file);

}  // namespace report
