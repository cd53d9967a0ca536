#include "kit/sheet_xlsx.h"

#include <charconv>

#include "kit/moment.h"
#include "kit/quote.h"

namespace kit {
namespace {

constexpr std::uint64_t nowhere = ~std::uint64_t{0};

struct CellName {
  std::uint64_t column = nowhere, row = 0;
};

// "D14"; nowhere when it is not the name of a cell.
CellName cell_name(std::string_view name) {
  std::uint64_t column = 0;
  std::size_t letters = 0;
  for (; letters < name.size() && name[letters] >= 'A' && name[letters] <= 'Z'; ++letters)
    column = column * 26 + static_cast<unsigned>(name[letters] - 'A' + 1);
  if (letters == 0 || letters > 3) return {};
  std::uint64_t row = 0;
  const auto [end, error] = std::from_chars(name.data() + letters, name.data() + name.size(), row);
  if (error != std::errc() || end != name.data() + name.size()) return {};
  return {column - 1, row};
}

enum class Holds { number, shared_text, text, boolean, error, day };

Holds holds(std::string_view type) {
  if (type.empty() || type == "n") return Holds::number;
  if (type == "s") return Holds::shared_text;
  if (type == "b") return Holds::boolean;
  if (type == "e") return Holds::error;
  if (type == "d") return Holds::day;
  return Holds::text;  // "str", "inlineStr"
}

class Sheet : public XmlListener {
 public:
  Sheet(const XlsxBook& book, SheetTeller& teller, const SheetLimits& limits)
      : book_(book), teller_(teller), limits_(limits) {}

  bool begins(std::string_view element, const XmlAttributes& a) override {
    if (element == "c") return begin_cell(a);
    if (element == "v")
      taking_ = has_value_ = in_cell_;
    else if (element == "t")
      has_value_ = has_value_ || in_cell_, taking_ = in_cell_ && !phonetic_;
    else if (element == "f")
      has_formula_ = true;
    else if (element == "row")
      return begin_row(a);
    else if (element == "rPh")
      phonetic_ = true;
    else if (element == "col" && a.yes("hidden"))
      hide(a);
    return true;
  }

  bool ends(std::string_view element) override {
    if (element == "v" || element == "t")
      taking_ = false;
    else if (element == "c")
      return in_cell_ = false, end_cell();
    else if (element == "row")
      return teller_.end_row();
    else if (element == "rPh")
      phonetic_ = false;
    return true;
  }

  bool text(std::string_view text) override {
    if (taking_)
      value_.append(text.substr(0, limits_.cell_bytes + 1 - std::min(limits_.cell_bytes + 1, value_.size())));
    return true;
  }

 private:
  void hide(const XmlAttributes& a) {
    const std::uint64_t first = a.number("min", 0), last = a.number("max", 0);
    if (first >= 1 && first <= last && first <= 16'384)
      teller_.hide_columns(first - 1, std::min<std::uint64_t>(last, 16'384) - 1);
  }

  bool begin_row(const XmlAttributes& a) {
    next_column_ = 0;
    return teller_.begin_row(a.number("r", teller_.row() + 1), a.yes("hidden"));
  }

  bool begin_cell(const XmlAttributes& a) {
    in_cell_ = true;
    has_value_ = has_formula_ = taking_ = phonetic_ = false;
    value_.clear();
    column_ = next_column_;
    if (a.has("r")) {
      const auto [column, row] = cell_name(a["r"]);
      if (column == nowhere || row != teller_.row())
        return teller_.refuse_sheet("row " + std::to_string(teller_.row()) + " holds a cell named " + quoted(a["r"]) +
                                    ". Save the workbook again");
      column_ = column;
    }
    next_column_ = column_ + 1;
    holds_ = holds(a["t"]);
    style_ = a.number("s", 0);
    return true;
  }

  bool end_cell() {
    if (!has_value_) {
      if (!has_formula_ || holds_ == Holds::text) return true;
      return teller_.refuse_cell(
          column_, "the formula has no stored result. Open the workbook in Excel and save it, or type the value");
    }
    switch (holds_) {
      case Holds::number:
        return put_number();
      case Holds::shared_text:
        return put_shared();
      case Holds::boolean:
        return teller_.put(column_, value_ == "1" || value_ == "true" ? "TRUE" : "FALSE");
      case Holds::error:
        return teller_.refuse_cell(
            column_, "the formula gives an error, found " + quoted(value_) + ". Mend it, or type the value");
      case Holds::day:
        return put_day();
      default:
        return teller_.put(column_, value_.find("_x") == value_.npos ? value_ : without_x_escapes(value_));
    }
  }

  bool put_number() {
    if (value_.empty()) return true;
    double number = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    if (error != std::errc() || end != value_.data() + value_.size())
      return teller_.refuse_cell(column_,
                                 "the cell should hold a number, found " + quoted(value_) + ". Type the number again");
    const Shown shown = style_ < book_.styles.size() ? book_.styles[style_] : Shown::number;
    const auto text = cell_text(number, shown, book_.zero);
    if (text) return teller_.put(column_, *text);
    return teller_.refuse_cell(column_,
                               text.refusals().all()[0].sentence + ", found " + quoted(value_) + ". Type it again");
  }

  bool put_shared() {
    std::uint64_t index = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), index);
    if (error == std::errc() && end == value_.data() + value_.size() && index < book_.texts.size())
      return teller_.put(column_, book_.texts.at(index));
    return teller_.refuse_cell(column_, "the text of this cell is missing from the workbook. Type it again and save");
  }

  bool put_day() {
    std::string_view day = value_;
    if (day.ends_with('Z')) day.remove_suffix(1);
    for (const std::string_view midnight : {"T00:00:00.000", "T00:00:00"})
      if (day.ends_with(midnight)) day.remove_suffix(midnight.size());
    if (Date::parse(day.substr(0, 10))) return teller_.put(column_, day);
    return teller_.refuse_cell(column_,
                               "the cell should hold a date, found " + quoted(value_) + ". Type the date again");
  }

  const XlsxBook& book_;
  SheetTeller& teller_;
  const SheetLimits& limits_;
  std::string value_;
  std::uint64_t column_ = 0, next_column_ = 0, style_ = 0;
  Holds holds_ = Holds::number;
  bool in_cell_ = false, taking_ = false, has_value_ = false, has_formula_ = false, phonetic_ = false;
};

}  // namespace

std::string read_xlsx_sheet(Package& package, const XlsxBook& book, const XlsxSheet& sheet, SheetTeller& teller,
                            const SheetLimits& limits) {
  Sheet listener(book, teller, limits);
  return read_xml(package, sheet.part, listener, limits);
}

}  // namespace kit
