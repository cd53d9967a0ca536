#include <algorithm>

#include "kit/decimal.h"
#include "kit/failure.h"
#include "kit/sheet.h"
#include "kit/workbook_file.h"

namespace kit {
namespace {

constexpr std::size_t exact_digits = 15;  // of a spreadsheet's number

std::optional<double> as_number(const std::string& text) {
  const auto decimal = Decimal::parse(text);
  if (!decimal || decimal->text() != text || text.size() > exact_digits) return std::nullopt;
  return decimal->number();
}

class Writing {
 public:
  Writing() {
    lxw_doc_properties properties{};
    properties.created = fixed_day;
    workbook_set_properties(book_, &properties);
    plain_ = workbook_add_format(book_);
    format_set_align(plain_, LXW_ALIGN_VERTICAL_TOP);
    as_text_ = workbook_add_format(book_);
    format_set_align(as_text_, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(as_text_, "@");  // stays text even when someone edits the cell
  }

  void add(const SheetOut& sheet) {
    lxw_worksheet* const out = workbook_add_worksheet(book_, sheet.name.c_str());
    if (!out) throw Failure("A sheet cannot be named " + sheet.name + ".");
    for (std::size_t column = 0; column < sheet.columns.size(); ++column)
      worksheet_set_column(out, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                           sheet.columns[column].width, nullptr);
    worksheet_freeze_panes(out, 1, 0);
    add_table(out, sheet);
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) add_row(out, sheet, row);
    if (!sheet.guidance.empty()) add_guidance(out, sheet.guidance);
  }

  std::string finish() { return file_.finish(); }

 private:
  void add_table(lxw_worksheet* out, const SheetOut& sheet) {
    if (sheet.columns.empty()) return;
    std::vector<lxw_table_column> columns(sheet.columns.size());
    std::vector<lxw_table_column*> pointers;
    std::vector<std::string> titles;  // the library asks for text that it could change, and does not
    for (const SheetColumn& column : sheet.columns) titles.push_back(column.title);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i].header = titles[i].data();
      pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    std::string name = file_.table_name(sheet.name);
    lxw_table_options options{};
    options.name = name.data();
    options.columns = pointers.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    const auto last_row = static_cast<lxw_row_t>(std::max<std::size_t>(sheet.rows.size(), 1));
    must(worksheet_add_table(out, 0, 0, last_row, static_cast<lxw_col_t>(columns.size() - 1), &options));
  }

  void add_row(lxw_worksheet* out, const SheetOut& sheet, std::size_t index) {
    const Cells& cells = sheet.rows[index];
    const auto row = static_cast<lxw_row_t>(index + 1);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      const bool number_column = i < sheet.columns.size() && sheet.columns[i].number;
      if (cells[i].empty()) continue;
      if (const auto number = number_column ? as_number(cells[i]) : std::nullopt) {
        must(worksheet_write_number(out, row, column, *number, plain_));
        continue;
      }
      must(worksheet_write_string(out, row, column, cell_text(cells[i]).c_str(), is_formula_like(cells[i]) ? as_text_ : plain_));
    }
  }

  void add_guidance(lxw_worksheet* out, const std::string& guidance) {
    std::string author = "Goldenthread";
    lxw_comment_options options{};
    options.author = author.data();
    options.width = 420;
    options.height = static_cast<std::uint16_t>(std::min<std::size_t>(60 + guidance.size() / 60 * 20, 600));
    must(worksheet_write_comment_opt(out, 0, 0, guidance.c_str(), &options));
  }

  WorkbookFile file_;
  lxw_workbook* const book_ = file_.book();
  lxw_format *plain_ = nullptr, *as_text_ = nullptr;
};

}  // namespace

std::string write_workbook(const std::vector<SheetOut>& sheets) {
  Writing writing;
  for (const SheetOut& sheet : sheets) writing.add(sheet);
  return writing.finish();
}

}  // namespace kit
