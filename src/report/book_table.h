// Tables, charts and single cells of a document as a workbook has them: numbers with formats that show them as the document's texts do.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "kit/workbook.h"
#include "report/document.h"

namespace report {

// How wide the column of a sheet is.
inline constexpr double of_a_name = 50, of_a_sentence = 70, of_a_number = 14, of_a_word = 18;

kit::BookCell book_text(std::string words);
kit::BookCell book_number(int count);
kit::BookCell book_cell(const Cell& cell);
kit::BookTable book_table(const Table& table);
kit::BookTable book_points(const Chart& chart);

// What a table sets side by side, as bars; none where it says nothing of that. And a chart, over the table of its points.
std::optional<kit::BookChart> bars_of(const Table& table, const kit::BookTable& made);
kit::BookChart lines_of(const Chart& chart, const kit::BookTable& points);

}  // namespace report
