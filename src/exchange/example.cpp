#include "exchange/example.h"

#include <sstream>

#include "exchange/ambleford.h"
#include "exchange/header.h"
#include "kit/failure.h"

namespace exchange {
namespace {

// Cells under the columns of the sheet, in the sheet's own order.
SheetText in_order(Sheet sheet, const std::string& csv) {
  SheetText text{sheet, {}};
  const auto width = column_names(sheet).size();
  std::optional<Header> header;
  std::istringstream in(csv);
  kit::read_csv(in, [&](std::size_t, const kit::Cells& cells) {
    if (!header) {
      header = fit(cells, sheet).header;
      return true;
    }
    kit::Cells row(width);
    for (std::size_t i = 0; i < cells.size() && i < header->columns.size(); ++i)
      if (header->columns[i] != Header::no_column) row[static_cast<std::size_t>(header->columns[i])] = kit::without_apostrophe(cells[i]);
    text.rows.push_back(std::move(row));
    return true;
  });
  return text;
}

}  // namespace

std::vector<SheetText> example_sheets() {
  auto sheets = empty_sheets();
  for (const auto& csv : ambleford()) {
    const auto sheet = sheet_named(csv.name);
    kit::demand(sheet.has_value(), "each file of the demo council is one of the sheets");
    sheets[static_cast<std::size_t>(*sheet)] = in_order(*sheet, csv.bytes);
  }
  return sheets;
}

}  // namespace exchange
