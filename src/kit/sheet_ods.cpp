#include "kit/sheet_ods.h"

#include <charconv>
#include <set>

#include "kit/moment.h"
#include "kit/quote.h"
#include "kit/sheet_format.h"

namespace kit {
namespace {

constexpr std::uint64_t far_away = 1'000'000'000'000;  // repeats add up; beyond this there is nothing to tell apart
constexpr std::size_t most_styles = 100'000;

std::uint64_t repeats(const XmlAttributes& a, std::string_view name) {
  return std::clamp<std::uint64_t>(a.number(name, 1), 1, far_away);
}

// "PT10H30M00S" as "10:30:00"; as it stands when it is something else.
std::string time_text(std::string_view duration) {
  if (!duration.starts_with("PT")) return std::string(duration);
  std::string text;
  duration.remove_prefix(2);
  for (const char unit : {'H', 'M', 'S'}) {
    const std::size_t at = duration.find(unit);
    std::string digits(at == duration.npos ? "0" : duration.substr(0, at));
    digits.resize(std::min(digits.find('.'), digits.size()));
    if (digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != digits.npos)
      return "PT" + std::string(duration);
    if (at != duration.npos) duration.remove_prefix(at + 1);
    text += (text.empty() ? "" : ":") + (digits.size() < 2 ? "0" + digits : digits);
  }
  return text;
}

// What one cell says of itself, kept until its text has come.
struct OdsCell {
  std::uint64_t times = 1;
  std::string type, value, text;
  bool error = false, paragraph = false;
};

class Content : public XmlListener {
 public:
  Content(SheetTeller& teller, const SheetLimits& limits) : teller_(teller), limits_(limits) {}

  bool begins(std::string_view element, const XmlAttributes& a) override {
    if (ignoring_ > 0 || element == "annotation" || element == "shapes" || element == "frame") return ++ignoring_, true;
    if (element == "table") return begin_table(a);
    if (element == "style")
      style_ = a["name"];
    else if (element == "table-properties" && a["display"] == "false" && hidden_styles_.size() < most_styles)
      hidden_styles_.insert(style_);
    else if (element == "data-pilot-table")
      teller_.notice("The workbook has a pivot table, " + quoted(a["name"]) +
                     ": it can hold records that no sheet shows.");
    else if (element == "table-source" || element == "dde-source")
      return other_file(a);
    if (!in_table_ || passed_over_) return true;
    if (element == "table-column") return begin_column(a);
    if (element == "table-row") return begin_row(a);
    if (element == "table-cell" || element == "covered-table-cell") return begin_cell(a);
    if (in_cell_) begin_text(element, a);
    return true;
  }

  bool ends(std::string_view element) override {
    if (ignoring_ > 0) return --ignoring_, true;
    if (element == "table") return end_table();
    if (!in_table_ || passed_over_) return true;
    if (element == "p") in_paragraph_ = false;
    if (element == "table-row") return end_row();
    if (element == "table-cell" || element == "covered-table-cell") return end_cell();
    return true;
  }

  bool text(std::string_view text) override {
    if (in_paragraph_ && ignoring_ == 0) append(text);
    return true;
  }

 private:
  void append(std::string_view text) {
    cell_.text.append(text.substr(0, limits_.cell_bytes + 1 - std::min(limits_.cell_bytes + 1, cell_.text.size())));
  }

  bool other_file(const XmlAttributes& a) {
    return teller_.refuse_file("The workbook takes figures from another file, " + quoted(a["href"]) +
                               ". In LibreOffice choose Edit, Links to External Files, Break Link, and save it again.");
  }

  bool begin_table(const XmlAttributes& a) {
    if (in_table_) return ++ignoring_, true;
    in_table_ = true;
    row_ = column_heads_ = 0;
    passed_over_ = !teller_.begin_sheet(std::string(a["name"]), hidden_styles_.contains(std::string(a["style-name"])));
    return true;
  }

  bool end_table() {
    if (!passed_over_) teller_.end_sheet();
    in_table_ = passed_over_ = false;
    return true;
  }

  bool begin_column(const XmlAttributes& a) {
    const std::uint64_t first = column_heads_, times = repeats(a, "number-columns-repeated");
    column_heads_ = std::min(column_heads_ + times, far_away);
    if (a["visibility"] == "collapse" && first < 16'384)
      teller_.hide_columns(first, std::min<std::uint64_t>(column_heads_, 16'384) - 1);
    return true;
  }

  bool begin_row(const XmlAttributes& a) {
    row_ = std::min(row_ + 1, far_away);
    row_times_ = repeats(a, "number-rows-repeated");
    row_hidden_ = a["visibility"] == "collapse" || a["visibility"] == "filter";
    row_begun_ = false;
    column_ = 0;
    return true;
  }

  bool begin_cell(const XmlAttributes& a) {
    in_cell_ = true;
    cell_ = {};
    cell_.times = repeats(a, "number-columns-repeated");
    cell_.type = a["value-type"];
    cell_.error = a.any("value-type", "error");
    for (const std::string_view name : {"date-value", "time-value", "boolean-value", "string-value", "value"})
      if (cell_.value.empty()) cell_.value = a[name];
    return true;
  }

  void begin_text(std::string_view element, const XmlAttributes& a) {
    if (element == "p") {
      if (cell_.paragraph) append("\n");
      in_paragraph_ = cell_.paragraph = true;
    } else if (element == "s") {
      append(std::string(std::min<std::uint64_t>(a.number("c", 1), limits_.cell_bytes + 1), ' '));
    } else if (element == "tab") {
      append("\t");
    } else if (element == "line-break") {
      append("\n");
    }
  }

  bool end_cell() {
    in_cell_ = in_paragraph_ = false;
    const std::uint64_t first = column_;
    column_ = std::min(column_ + cell_.times, far_away);
    if (cell_.type.empty() && cell_.text.empty()) return true;
    if (!row_begun_ && !(row_begun_ = teller_.begin_row(row_, row_hidden_))) return false;
    if (cell_.error)
      return teller_.refuse_cell(
          first, "the formula gives an error, found " + quoted(cell_.text) + ". Mend it, or type the value");
    const auto text = told();
    if (!text) return teller_.refuse_cell(first, text.refusals().all()[0].sentence);
    if (text->empty()) return true;
    for (std::uint64_t column = first; column < column_; ++column)
      if (!teller_.put(column, *text)) return false;
    return true;
  }

  Verdict<std::string> told() const {
    if (cell_.type == "float" || cell_.type == "currency" || cell_.type == "percentage") return number_told();
    if (cell_.type == "date") return day_told();
    if (cell_.type == "time") return time_text(cell_.value);
    if (cell_.type == "boolean") return std::string(cell_.value == "true" ? "TRUE" : "FALSE");
    return cell_.paragraph ? cell_.text : cell_.value;
  }

  static Refusals refused(std::string sentence) {
    Refusals no;
    no.add("", std::move(sentence));
    return no;
  }

  Verdict<std::string> number_told() const {
    double number = 0;
    const std::string& value = cell_.value;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || value.empty())
      return refused("the cell should hold a number, found " + quoted(value) + ". Type the number again");
    const auto text =
        cell_text(number, cell_.type == "percentage" ? Shown::percent : Shown::number, DayZero::end_of_1899);
    if (text) return *text;
    return refused(text.refusals().all()[0].sentence + ", found " + quoted(value) + ". Type it again");
  }

  Verdict<std::string> day_told() const {
    std::string day = cell_.value.substr(0, cell_.value.find('.'));
    if (day.ends_with("T00:00:00")) day.resize(day.size() - 9);
    if (Date::parse(std::string_view(day).substr(0, 10))) return day;
    return refused("the cell should hold a date, found " + quoted(cell_.value) + ". Type the date again");
  }

  bool end_row() {
    const std::uint64_t first = row_;
    row_ = std::min(row_ + row_times_ - 1, far_away);
    if (!row_begun_ || !teller_.has_cells()) return true;
    if (row_ > limits_.rows) return teller_.begin_row(row_, false);  // says that there are too many
    const std::vector<SheetCell> cells = row_times_ > 1 ? teller_.cells() : std::vector<SheetCell>();
    if (!teller_.end_row()) return false;
    for (std::uint64_t row = first + 1; row <= row_; ++row) {
      if (!teller_.begin_row(row, row_hidden_)) return false;
      for (const SheetCell& cell : cells)
        if (!teller_.put(cell.column, cell.text)) return false;
      if (!teller_.end_row()) return false;
    }
    return true;
  }

  SheetTeller& teller_;
  const SheetLimits& limits_;
  std::set<std::string> hidden_styles_;
  std::string style_;
  OdsCell cell_;
  std::uint64_t row_ = 0, row_times_ = 1, column_ = 0, column_heads_ = 0, ignoring_ = 0;
  bool in_table_ = false, passed_over_ = false, in_cell_ = false, in_paragraph_ = false, row_begun_ = false,
       row_hidden_ = false;
};

class Manifest : public XmlListener {
 public:
  bool begins(std::string_view element, const XmlAttributes&) override {
    locked = locked || element == "encryption-data";
    return !locked;
  }
  bool ends(std::string_view) override { return true; }
  bool locked = false;
};

}  // namespace

std::string read_ods(Package& package, SheetTeller& teller, const SheetLimits& limits) {
  if (package.has("META-INF/manifest.xml")) {
    Manifest manifest;
    if (std::string fault = read_xml(package, "META-INF/manifest.xml", manifest, limits); !fault.empty()) return fault;
    if (manifest.locked)
      return "The workbook is locked with a password. Take the password off, save it and send it again.";
  }
  Content content(teller, limits);
  return read_xml(package, "content.xml", content, limits);
}

}  // namespace kit
