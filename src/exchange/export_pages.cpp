#include "exchange/export_pages.h"

#include "assess/picture_store.h"
#include "exchange/example.h"
#include "exchange/export.h"
#include "parts/error_page.h"

namespace exchange {
namespace {

using council::Desk;
using kit::Request;
using kit::Response;
using parts::Reply;

constexpr std::string_view workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

Response workbook(const std::vector<SheetText>& sheets, std::string_view file) {
  return Response::file(as_workbook(sheets), workbook_type, file);
}

Reply template_workbook(const Request&, Desk&) { return workbook(empty_sheets(), "goldenthread-template.xlsx"); }

Reply example_workbook(const Request&, Desk&) {
  static const auto sheets = example_sheets();
  return workbook(sheets, "goldenthread-example.xlsx");
}

Reply export_workbook(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for(asked, desk);
  const auto sheets = export_all(*picture);
  for (const auto& sheet : sheets)
    if (sheet.rows.size() > workbook_rows)
      return parts::error_page(
          422,
          "There are more figures than a sheet of a workbook can hold. Take the sheets as CSV from the import page.");
  return workbook(sheets, "goldenthread.xlsx");
}

Reply export_csv(const Request& asked, Desk& desk) {
  const auto sheet = sheet_named(asked.value("sheet"));
  if (!sheet) return parts::error_page(404, "There is no such sheet. The import page lists them.");
  const auto picture = assess::picture_for(asked, desk);
  return Response::csv(as_csv(export_sheet(*picture, *sheet)), file_name(*sheet));
}

}  // namespace

const council::Routes& export_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/import/template.xlsx", May::read, template_workbook, "The empty workbook, with a note on each sheet"},
      {Method::get, "/import/example.xlsx", May::read, example_workbook, "A filled workbook of an invented council"},
      {Method::get, "/export.xlsx", May::read, export_workbook, "Everything stored, as a workbook"},
      {Method::get, "/export/{sheet}", May::read, export_csv, "One sheet of it as CSV: /export/figures.csv"},
  };
  return all;
}

}  // namespace exchange
