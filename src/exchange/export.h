// Everything known at a moment as the nine sheets, in one order and one spelling: exporting, importing into an empty system and
// exporting again gives the same bytes. Values only: nothing hidden travels with them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "assess/picture.h"
#include "exchange/sheets.h"
#include "kit/csv.h"
#include "kit/sheet.h"

namespace exchange {

struct SheetText {
  Sheet sheet;
  std::vector<kit::Cells> rows;  // beside column_names(sheet)
};
SheetText export_sheet(const assess::Picture& picture, Sheet sheet);

std::string as_csv(const SheetText& text);
std::string as_workbook(const std::vector<SheetText>& sheets);
std::string as_json(const std::vector<SheetText>& sheets);

std::vector<SheetText> export_all(const assess::Picture& picture);
std::vector<SheetText> empty_sheets();  // the template

// The most rows a sheet of a workbook can have below its header.
inline constexpr std::size_t workbook_rows = 1'048'575;

}  // namespace exchange
