#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <ctime>
#include <set>

#include "kit/decimal.h"
#include "kit/failure.h"
#include "kit/sheet.h"
#include "kit/sheet_xlsx.h"

namespace kit {
namespace {

constexpr std::time_t fixed_day = 1743465600;  // 1 April 2025: the same input gives the same bytes on any day
constexpr std::size_t exact_digits = 15;       // of a spreadsheet's number

void must(lxw_error error) {
  if (error != LXW_NO_ERROR)
    throw Failure(std::string("The workbook could not be written: ") + lxw_strerror(error) + ".");
}

// "Service plan" -> "Service_plan_table": a name that cannot be taken for a cell's.
std::string table_name(const std::string& sheet, std::set<std::string>& taken) {
  std::string name;
  for (const char c : sheet) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    name += plain ? c : '_';
  }
  name = "T_" + name;
  std::string unique = name;
  for (int number = 2; !taken.insert(unique).second; ++number) unique = name + "_" + std::to_string(number);
  return unique;
}

std::optional<double> as_number(const std::string& text) {
  const auto decimal = Decimal::parse(text);
  if (!decimal || decimal->text() != text || text.size() > exact_digits) return std::nullopt;
  return decimal->number();
}

// "_x000D_" typed by a person would be read as a line end: its first mark is written as an escape of its own.
std::string with_x_escapes(const std::string& text) {
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool like_escape = text[i] == '_' && without_x_escapes(std::string_view(text).substr(i, 7)).size() <
                                                   std::min<std::size_t>(text.size() - i, 7);
    safe += like_escape ? "_x005F_" : std::string(1, text[i]);
  }
  return safe;
}

class Writing {
 public:
  Writing() : file_(memfd_create("workbook", MFD_CLOEXEC)) {
    if (file_ < 0) throw Failure("There is not enough memory to write a workbook.");
    book_ = workbook_new(("/proc/self/fd/" + std::to_string(file_)).c_str());
    if (!book_) throw Failure("There is not enough memory to write a workbook.");
    lxw_doc_properties properties{};
    properties.created = fixed_day;
    workbook_set_properties(book_, &properties);
    plain_ = workbook_add_format(book_);
    format_set_align(plain_, LXW_ALIGN_VERTICAL_TOP);
    as_text_ = workbook_add_format(book_);
    format_set_align(as_text_, LXW_ALIGN_VERTICAL_TOP);
    format_set_num_format(as_text_, "@");  // stays text even when someone edits the cell
  }
  ~Writing() {
    if (book_) lxw_workbook_free(book_);
    if (file_ >= 0) close(file_);
  }
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;

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

  std::string finish() {
    const lxw_error error = workbook_close(book_);
    book_ = nullptr;  // freed by closing, well or badly
    must(error);
    std::string bytes(static_cast<std::size_t>(lseek(file_, 0, SEEK_END)), '\0');
    const ssize_t got = pread(file_, bytes.data(), bytes.size(), 0);
    if (got != static_cast<ssize_t>(bytes.size())) throw Failure("The workbook could not be read back after writing.");
    return bytes;
  }

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
    std::string name = table_name(sheet.name, names_);
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
      const std::string text = cells[i].find("_x") == std::string::npos ? cells[i] : with_x_escapes(cells[i]);
      const bool formula_like = std::string_view("=+-@").find(cells[i][0]) != std::string_view::npos;
      must(worksheet_write_string(out, row, column, text.c_str(), formula_like ? as_text_ : plain_));
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

  int file_;  // in memory only
  lxw_workbook* book_ = nullptr;
  lxw_format *plain_ = nullptr, *as_text_ = nullptr;
  std::set<std::string> names_;
};

}  // namespace

std::string write_workbook(const std::vector<SheetOut>& sheets) {
  Writing writing;
  for (const SheetOut& sheet : sheets) writing.add(sheet);
  return writing.finish();
}

}  // namespace kit
