#include "kit/workbook.h"

#include <algorithm>
#include <map>

#include "kit/failure.h"
#include "kit/workbook_file.h"

namespace kit {
namespace {

constexpr std::size_t longest_sheet_name = 31, longest_text = 32'000, longest_title = 250;
constexpr unsigned rows_of_a_chart = 16;
constexpr double wrapped_from = 30;  // columns as wide as this hold sentences
constexpr lxw_color_t strong_colour = 0x12436D, quiet_colour = 0x505A5F, pale_colour = 0xC7D3DE;

// Not in the midst of a letter.
std::string shortened(const std::string& text, std::size_t longest) {
  if (text.size() <= longest) return text;
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

// `wanted`, or with a number behind it, so that no other has it.
std::string unlike_others(const std::string& wanted, std::size_t longest, std::set<std::string>& taken) {
  auto name = shortened(wanted, longest);
  for (int number = 2; !taken.insert(lower(name)).second; ++number) {
    const auto ending = " " + std::to_string(number);
    name = shortened(wanted, longest - ending.size()) + ending;
  }
  return name;
}

std::string fit_for_a_sheet(std::string name) {
  for (char& c : name)
    if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = ' ';
  return name.empty() ? "Sheet" : name;
}

class Binding {
 public:
  explicit Binding(const Workbook& from) {
    lxw_doc_properties properties{};
    std::string title = from.title, subject = from.subject,
                company = from.company;  // the library asks for text that it could change, and does not
    properties.title = title.data();
    properties.subject = subject.data();
    properties.company = company.data();
    properties.created = from.made;
    must(workbook_set_properties(book_, &properties));
    for (const auto& sheet : from.sheets) add(sheet);
  }
  std::string finish() { return file_.finish(); }

  void operator()(const BookLine& line) {
    const auto* name = line.weight == BookLine::Weight::title ? "title" : line.weight == BookLine::Weight::heading ? "heading" : "plain";
    write(row_++, 0, {line.text, std::nullopt, {}}, name);
  }

  void operator()(const BookTable& table) {
    table_ = &table;
    first_ = row_;
    const auto body = table.rows.size() - std::min(table.totals, table.rows.size());
    declare(table, body);
    for (std::size_t i = 0; i < table.rows.size(); ++i) add_row(table, i, i < body ? "" : "bold");
    row_ = first_ + static_cast<lxw_row_t>(std::max<std::size_t>(table.rows.size(), 1)) + 2;
  }

  void operator()(const BookChart& chart) {
    demand(table_, "a chart without a table");
    const bool bars = chart.drawn == BookChart::Drawn::bars;
    auto* drawn = workbook_add_chart(book_, bars ? LXW_CHART_COLUMN : LXW_CHART_LINE);
    if (!drawn) throw Failure("There is not enough memory to write a chart.");
    for (const auto column : chart.columns) add_series(drawn, column, chart.drawn, column == chart.columns.front());
    if (!chart.axis.empty()) chart_axis_set_num_format(drawn->y_axis, chart.axis.c_str());
    chart_title_set_name(drawn, shortened((is_formula_like(chart.title) ? " " : "") + chart.title, longest_title).c_str());
    lxw_chart_font small{};
    small.size = 12;
    chart_title_set_name_font(drawn, &small);
    chart_legend_set_position(drawn, LXW_CHART_LEGEND_BOTTOM);
    std::string description = chart.description;
    lxw_chart_options options{};
    options.x_scale = 1.3;
    options.description = description.data();
    const lxw_row_t top = bars ? row_ : first_;
    must(worksheet_insert_chart_opt(out_, top, bars ? 0 : static_cast<lxw_col_t>(table_->columns.size() + 1), drawn, &options));
    row_ = std::max<lxw_row_t>(row_, top + rows_of_a_chart);
  }

 private:
  void add(const BookSheet& sheet) {
    name_ = unlike_others(fit_for_a_sheet(sheet.name), longest_sheet_name, sheet_names_);
    out_ = workbook_add_worksheet(book_, name_.c_str());
    if (!out_) throw Failure("A sheet cannot be named " + name_ + ".");
    row_ = 0;
    table_ = nullptr;
    set_widths(sheet);
    for (const auto& piece : sheet.pieces) std::visit(*this, piece);
    const bool one_table = std::ranges::count_if(sheet.pieces, [](const BookPiece& piece) {
                             return std::holds_alternative<BookTable>(piece);
                           }) == 1;
    if (one_table && first_ < 8) worksheet_freeze_panes(out_, first_ + 1, 1);
    worksheet_set_landscape(out_);
    worksheet_set_paper(out_, 9);  // A4
    worksheet_fit_to_pages(out_, 1, 0);
  }

  void set_widths(const BookSheet& sheet) {
    std::map<std::size_t, double> widths;
    for (const auto& piece : sheet.pieces)
      if (const auto* table = std::get_if<BookTable>(&piece))
        for (std::size_t i = 0; i < table->columns.size(); ++i) widths[i] = std::max(widths[i], table->columns[i].width);
    for (const auto& [column, width] : widths)
      must(worksheet_set_column(out_, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column), width, nullptr));
  }

  void declare(const BookTable& table, std::size_t body) {
    std::vector<lxw_table_column> columns(table.columns.size());
    std::vector<lxw_table_column*> pointers;
    std::vector<std::string> titles;
    std::set<std::string> taken;
    for (const auto& column : table.columns) titles.push_back(unlike_others(column.title, longest_title, taken));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i].header = titles[i].data();
      pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    std::string name = file_.table_name(table.name);
    lxw_table_options options{};
    options.name = name.data();
    options.columns = pointers.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    const auto last = first_ + static_cast<lxw_row_t>(std::max<std::size_t>(body, 1));
    must(worksheet_add_table(out_, first_, 0, last, static_cast<lxw_col_t>(columns.size() - 1), &options));
  }

  void add_row(const BookTable& table, std::size_t index, const std::string& weight) {
    const auto& cells = table.rows[index];
    for (std::size_t i = 0; i < cells.size() && i < table.columns.size(); ++i) {
      const bool wraps = table.columns[i].width >= wrapped_from;
      write(first_ + 1 + static_cast<lxw_row_t>(index), static_cast<lxw_col_t>(i), cells[i], weight + (wraps ? "wrap" : ""));
    }
  }

  void write(lxw_row_t row, lxw_col_t column, const BookCell& cell, const std::string& looks) {
    if (cell.number) return must(worksheet_write_number(out_, row, column, *cell.number, format(looks, cell.format)));
    if (cell.text.empty()) return;
    must(worksheet_write_string(out_, row, column, cell_text(shortened(cell.text, longest_text)).c_str(),
                                format(looks, is_formula_like(cell.text) ? "@" : "")));
  }

  // Made once for each look.
  lxw_format* format(const std::string& looks, const std::string& number) {
    auto& made = formats_[looks + '\n' + number];
    if (made) return made;
    made = workbook_add_format(book_);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (!number.empty()) format_set_num_format(made, number.c_str());
    if (looks.ends_with("wrap")) format_set_text_wrap(made);
    if (looks.starts_with("bold") || looks == "heading" || looks == "title") format_set_bold(made);
    if (looks == "heading") format_set_font_size(made, 13);
    if (looks == "title") format_set_font_size(made, 16);
    return made;
  }

  void add_series(lxw_chart* chart, unsigned column, BookChart::Drawn drawn, bool is_strong) {
    const auto body = table_->rows.size() - std::min(table_->totals, table_->rows.size());
    const auto from = first_ + 1, to = first_ + static_cast<lxw_row_t>(std::max<std::size_t>(body, 1));
    const auto at = static_cast<lxw_col_t>(column);
    auto* series = chart_add_series(chart, nullptr, nullptr);
    chart_series_set_categories(series, name_.c_str(), from, 0, to, 0);
    chart_series_set_values(series, name_.c_str(), from, at, to, at);
    chart_series_set_name_range(series, name_.c_str(), first_, at);
    if (drawn == BookChart::Drawn::bars) set_fill(series, is_strong);
    else set_line(series, is_strong);
  }

  static void set_line(lxw_chart_series* series, bool is_strong) {
    lxw_chart_line line{};
    line.color = is_strong ? strong_colour : quiet_colour;
    line.width = is_strong ? 2.25F : 1.5F;
    line.dash_type = is_strong ? LXW_CHART_LINE_DASH_SOLID : LXW_CHART_LINE_DASH_DASH;
    chart_series_set_line(series, &line);
  }

  static void set_fill(lxw_chart_series* series, bool is_strong) {
    lxw_chart_fill fill{};
    fill.color = is_strong ? strong_colour : pale_colour;
    chart_series_set_fill(series, &fill);
    lxw_chart_line edge{};
    edge.color = strong_colour;
    chart_series_set_line(series, &edge);
  }

  WorkbookFile file_;
  lxw_workbook* const book_ = file_.book();
  lxw_worksheet* out_ = nullptr;
  std::string name_;
  std::set<std::string> sheet_names_;
  std::map<std::string, lxw_format*> formats_;
  const BookTable* table_ = nullptr;
  lxw_row_t row_ = 0, first_ = 0;
};

}  // namespace

std::string written(const Workbook& book) { return Binding(book).finish(); }

std::string number_format(int decimals, const std::string& before, const std::string& after) {
  const auto quoted = [](std::string text) {
    std::erase(text, '"');
    return text.empty() ? text : '"' + text + '"';
  };
  return quoted(before) + "#,##0" + (decimals > 0 ? "." + std::string(static_cast<std::size_t>(decimals), '0') : "") + quoted(after);
}

}  // namespace kit
