#include <array>
#include <cstring>

#include "kit/csv.h"
#include "kit/encoding.h"
#include "kit/number.h"
#include "kit/quote.h"
#include "kit/sheet.h"

namespace kit {
namespace {

constexpr std::string_view separators = ",;\t|";

bool ends_line(char c) { return c == '\n' || c == '\r'; }

// Line ends as a person counts them: CR LF is one.
std::size_t line_ends(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
  return count;
}

// How often a separator stands in each of the first lines, outside quotes.
std::vector<std::size_t> counts_by_line(std::string_view text, char separator) {
  std::vector<std::size_t> counts;
  std::size_t count = 0;
  bool in_quotes = false, blank = true;
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes || !ends_line(c)) {
      count += !in_quotes && c == separator;
      blank = false;
      continue;
    }
    if (!blank) counts.push_back(count);
    if (counts.size() == 20) return counts;
    count = 0, blank = true;
  }
  if (!blank) counts.push_back(count);
  return counts;
}

// The separator that most lines agree on; titles above the header and commas in the text do not mislead it.
char separator_of(std::string_view text) {
  if (text.size() > 5 && text.starts_with("sep=") && ends_line(text[5]))
    return text[4];  // Excel's own way of saying it
  char best = ',';
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (const char separator : separators) {
    std::map<std::size_t, std::size_t> lines;  // by how many separators stand in them
    for (const std::size_t count : counts_by_line(text, separator))
      if (count > 0) ++lines[count];
    for (const auto& [count, agreeing] : lines)
      if (std::pair(agreeing, count) > most) most = {agreeing, count}, best = separator;
  }
  return best;
}

class CsvText {
 public:
  CsvText(std::istream& in, const CsvLimits& limits) : text_(in), limits_(limits) {}
  Refusals read(const std::function<bool(std::size_t, const CellViews&)>& each, CsvFound* found);

 private:
  enum class Step { row, more, end, refused };
  struct Span {
    std::size_t begin, end;
    bool doubled;  // holds doubled quotes
  };

  Step next_row();
  Step cell(std::size_t& at);
  bool opens_quote(std::size_t& at) const;
  Step plain_cell(std::size_t& at);
  Step quoted_cell(std::size_t& at);
  Step after_cell(std::size_t& at);
  void fill();
  void choose_separator();
  void show_cells();
  Step refuse(const std::string& what);
  Step refuse_row(const std::string& what);
  bool over_limits();
  std::string longest_cell() const { return with_commas(static_cast<double>(limits_.cell_bytes), 0) + " bytes"; }

  DecodedText text_;
  CsvLimits limits_;
  std::string held_;     // from the row being read onwards
  std::size_t at_ = 0;   // where that row begins
  std::size_t row_ = 1;  // its number
  std::size_t rows_ = 0, lines_ = 0, next_ = 0;
  bool ended_ = false, broken_ = false;  // broken: what follows is no text
  char separator_ = ',';
  std::array<bool, 256> stops_{};
  std::vector<Span> spans_;
  CellViews cells_;
  Refusals no_;
};

CsvText::Step CsvText::refuse(const std::string& what) {
  const std::string column = column_name(static_cast<unsigned>(spans_.size()));
  no_.add(column + std::to_string(row_), "Row " + std::to_string(row_) + ", column " + column + ": " + what + ".");
  return Step::refused;
}

CsvText::Step CsvText::refuse_row(const std::string& what) {
  no_.add(std::to_string(row_), "Row " + std::to_string(row_) + ": " + what + ".");
  return Step::refused;
}

void CsvText::fill() {
  held_.erase(0, at_);
  at_ = 0;
  if (!text_.more(held_)) (text_.fault().empty() ? ended_ : broken_) = true;
}

void CsvText::choose_separator() {
  fill();
  separator_ = separator_of(std::string_view(held_).substr(0, 64 * 1024));
  for (const char c : {separator_, '\n', '\r', '\0'}) stops_[static_cast<unsigned char>(c)] = true;
  if (!held_.starts_with("sep=") || held_.size() < 6 || !ends_line(held_[5])) return;
  at_ = held_[5] == '\r' && held_.size() > 6 && held_[6] == '\n' ? 7 : 6;
  row_ = 2;
}

// Some write ‘, "text"’: spaces before an opening quote are passed over.
bool CsvText::opens_quote(std::size_t& at) const {
  std::size_t quote = at;
  while (quote < held_.size() && held_[quote] == ' ' && separator_ != ' ') ++quote;
  if (quote == held_.size() || held_[quote] != '"') return false;
  at = quote;
  return true;
}

CsvText::Step CsvText::plain_cell(std::size_t& at) {
  const char* const begin = held_.data() + at;
  const char* const end = held_.data() + held_.size();
  const char* p = begin;
  while (p != end && !stops_[static_cast<unsigned char>(*p)]) ++p;
  const auto length = static_cast<std::size_t>(p - begin);
  if (length > limits_.cell_bytes) return refuse("the text is longer than " + longest_cell() + ". Shorten it");
  if (p != end && *p == '\0') return refuse("a NUL character stands in the text. Save the file again as CSV UTF-8");
  spans_.push_back({at, at + length, false});
  at += length;
  return Step::row;
}

CsvText::Step CsvText::quoted_cell(std::size_t& at) {
  const std::size_t begin = at + 1;
  bool doubled = false;
  std::size_t quote = begin;
  for (;; quote += 2) {
    quote = held_.find('"', quote);
    const std::size_t length = std::min(quote, held_.size()) - begin;
    if (length > limits_.cell_bytes)
      return refuse("the text that begins with a quote here goes on for more than " + longest_cell() +
                    ". Look for a missing closing quote");
    if (!ended_ && (quote == held_.npos || quote + 1 == held_.size())) return Step::more;
    if (quote == held_.npos)
      return refuse("a quote opens here and is never closed. Close it, or double a quote that is part of the text");
    if (quote + 1 == held_.size() || held_[quote + 1] != '"') break;
    doubled = true;
  }
  const auto inside = std::string_view(held_).substr(begin, quote - begin);
  if (inside.find('\0') != inside.npos)
    return refuse("a NUL character stands in the text. Save the file again as CSV UTF-8");
  lines_ += line_ends(inside);
  at = quote + 1;
  while (at < held_.size() && held_[at] == ' ' && separator_ != ' ') ++at;
  if (at < held_.size() && !stops_[static_cast<unsigned char>(held_[at])]) {
    const std::size_t line_end = std::min(held_.find_first_of("\r\n", quote), held_.size());
    return refuse("text follows a closing quote, found " +
                  quoted(std::string_view(held_).substr(quote, line_end - quote)) +
                  ". Double each quote that is part of the text");
  }
  spans_.push_back({begin, quote, doubled});
  return Step::row;
}

// Answers `more` when another cell follows in this row.
CsvText::Step CsvText::after_cell(std::size_t& at) {
  if (held_[at] == separator_) return ++at, Step::more;
  const bool pair = held_[at] == '\r' && at + 1 < held_.size() && held_[at + 1] == '\n';
  next_ = at + (pair ? 2 : 1);
  ++lines_;
  return Step::row;
}

// The row that begins at at_, once it is wholly there; begun anew when more had to be read.
CsvText::Step CsvText::next_row() {
  spans_.clear();
  lines_ = 0;
  if (at_ == held_.size()) return ended_ ? Step::end : Step::more;
  for (std::size_t at = at_;;) {
    if (spans_.size() == limits_.columns)
      return refuse_row("there are more than " + with_commas(static_cast<double>(limits_.columns), 0) +
                        " columns. Take out those that are not needed");
    if (const Step step = opens_quote(at) ? quoted_cell(at) : plain_cell(at); step != Step::row) return step;
    if (at == held_.size() || (held_[at] == '\r' && at + 1 == held_.size())) {
      if (!ended_) return spans_.pop_back(), Step::more;
      next_ = held_.size();
      return Step::row;
    }
    if (after_cell(at) == Step::row) return Step::row;
  }
}

void CsvText::show_cells() {
  cells_.clear();
  for (const auto& [begin, end, doubled] : spans_) {
    char* const text = held_.data() + begin;
    std::size_t length = end - begin;
    if (doubled) {
      std::size_t to = 0;
      for (std::size_t from = 0; from < length; ++from, ++to) {
        text[to] = text[from];
        if (text[from] == '"') ++from;
      }
      length = to;
    }
    cells_.emplace_back(text, length);
  }
}

bool CsvText::over_limits() {
  if (++rows_ <= limits_.rows) return false;
  refuse_row("the file has more than " + with_commas(static_cast<double>(limits_.rows), 0) +
             " rows. Split it into several files");
  return true;
}

Refusals CsvText::read(const std::function<bool(std::size_t, const CellViews&)>& each, CsvFound* found) {
  choose_separator();
  if (found) found->separator = separator_;
  for (;;) {
    switch (next_row()) {
      case Step::more:
        if (held_.size() - at_ > limits_.row_bytes)
          return refuse_row("the row is longer than " + with_commas(static_cast<double>(limits_.row_bytes), 0) +
                            " bytes. Look for a missing closing quote"),
                 no_;
        if (broken_) return refuse(text_.fault()), no_;
        fill();
        continue;
      case Step::row:
        break;
      default:
        return no_;
    }
    const bool blank = spans_.size() == 1 && spans_[0].begin == spans_[0].end && spans_[0].begin == at_;
    if (!blank) {
      if (over_limits()) return no_;
      show_cells();
      if (!each(row_, cells_)) return no_;
    }
    row_ += lines_;
    at_ = next_;
  }
}

}  // namespace

Refusals read_csv_views(std::istream& in, const std::function<bool(std::size_t, const CellViews&)>& each,
                        const CsvLimits& limits, CsvFound* found) {
  return CsvText(in, limits).read(each, found);
}

Refusals read_csv(std::istream& in, const std::function<bool(std::size_t, const Cells&)>& each,
                  const CsvLimits& limits) {
  Cells cells;
  return read_csv_views(
      in,
      [&](std::size_t row, const CellViews& views) {
        cells.resize(views.size());
        for (std::size_t i = 0; i < views.size(); ++i) cells[i].assign(views[i]);
        return each(row, cells);
      },
      limits);
}

}  // namespace kit
