// For tests: one sound table in thousands of files, each spoiled in one way, after the idea of Pollock (Vitagliano and
// others, VLDB 2023): what real files have, one at a time. Each file says what it holds, whether it is within the
// dialect that docs/help/csv.md states, and by what share of 3,712 real files Pollock weighs its kind.
#pragma once
#include <string>
#include <vector>

#include "kit/csv.h"
#include "kit/encoding.h"

namespace kit::polluted {

struct Table {
  Cells names;
  std::vector<Cells> rows;
};

struct Dialect {
  std::string separator = ",", quote = "\"", escaped = "\"\"", line_end = "\n", last_line_end = "\n", encoding = "UTF-8";
  bool quotes_all = false;
};

enum class Within : unsigned char {
  both,
  published,
  none
};  // the dialect of both readers, of that of published figures alone, or of neither

struct Spoiled {
  std::string kind, name, bytes;
  double weight = 1;
  Within within = Within::both;
  Table holds;
};

inline std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += with.size()) text.replace(at, what.size(), with);
  return text;
}

inline std::string cell(const std::string& text, const Dialect& d) {
  const bool needs = d.quotes_all || text.find(d.separator) != text.npos || text.find_first_of("\"\r\n") != text.npos;
  return needs ? d.quote + replaced(text, d.quote, d.escaped) + d.quote : text;
}

inline std::string line(const Cells& cells, const Dialect& d) {
  std::string all;
  for (std::size_t i = 0; i < cells.size(); ++i) all += (i > 0 ? d.separator : "") + cell(cells[i], d);
  return all;
}

inline std::string joined(const std::vector<std::string>& lines, const Dialect& d) {
  std::string all;
  for (std::size_t i = 0; i < lines.size(); ++i) all += lines[i] + (i + 1 < lines.size() ? d.line_end : d.last_line_end);
  return all;
}

inline std::vector<std::string> lines_of(const Table& table, const Dialect& d) {
  std::vector<std::string> lines = {line(table.names, d)};
  for (const auto& row : table.rows) lines.push_back(line(row, d));
  return lines;
}

// Of the few characters beyond ASCII that the table has.
inline std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> all;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t one = more == 0 ? lead : lead & (0x3F >> more);
    for (int k = 1; k <= more; ++k) one = one << 6 | (static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0x3F);
    all.push_back(one);
    i += static_cast<std::size_t>(more) + 1;
  }
  return all;
}

inline std::string wide(std::string_view text, int bytes, bool big) {
  std::string made;
  for (const auto one : characters(text))
    for (int i = 0; i < bytes; ++i) made += static_cast<char>(one >> 8 * (big ? bytes - 1 - i : i) & 0xFF);
  return made;
}

inline std::string encoded(const std::string& text, std::string_view encoding) {
  if (encoding == "UTF-8 with its mark") return "\xEF\xBB\xBF" + text;
  if (encoding == "UTF-16 little") return "\xFF\xFE" + wide(text, 2, false);
  if (encoding == "UTF-16 big") return "\xFE\xFF" + wide(text, 2, true);
  if (encoding == "UTF-16 without its mark") return wide(text, 2, false);
  if (encoding == "UTF-32") return std::string("\xFF\xFE\0\0", 4) + wide(text, 4, false);
  if (encoding == "Windows-1252") return replaced(wide(text, 1, true), "\x13", "\x96");  // the low byte of an en dash is 13
  return text;
}

class Files {
 public:
  explicit Files(Table source) : source_(std::move(source)) {
    dialects();
    said_separators();
    ends_and_beginnings();
    rows_of_others();
    rows_spoiled();
    cells_spoiled();
  }
  std::vector<Spoiled> all;

 private:
  void add(std::string kind, std::string name, double weight, Within within, std::string bytes, Table holds) {
    all.push_back({std::move(kind), std::move(name), std::move(bytes), weight, within, std::move(holds)});
  }
  void add(std::string kind, std::string name, double weight, Within within, const std::vector<std::string>& lines, const Dialect& d = {}) {
    add(std::move(kind), std::move(name), weight, within, encoded(joined(lines, d), d.encoding), source_);
  }
  Table without_rows() const { return {source_.names, {}}; }

  void dialects() {
    for (const std::string separator : {",", ";", "\t", "|", ", "})
      for (const bool all_quoted : {false, true})
        for (const std::string end : {"\n", "\r\n", "\r"})
          for (const int last : {0, 1, 2})
            for (const std::string encoding : {"UTF-8", "UTF-8 with its mark", "UTF-16 little", "UTF-16 big",
                                               "UTF-16 without its mark", "Windows-1252"}) {
              Dialect d{.separator = separator,
                        .line_end = end,
                        .last_line_end = last == 0   ? ""
                                         : last == 1 ? end
                                                     : end + end,
                        .encoding = encoding,
                        .quotes_all = all_quoted};
              const auto kind = separator == ","    ? "comma"
                                : separator == ";"  ? "semicolon"
                                : separator == "\t" ? "tab"
                                : separator == "|"  ? "bar"
                                                    : "comma and space";
              add(std::string("separated by ") + kind,
                  encoding + (all_quoted ? ", all quoted" : "") + ", line ends " + std::to_string(end.size()) +
                      ", at the end " + std::to_string(last),
                  separator == ","    ? 1691
                  : separator == ";"  ? 834
                  : separator == ", " ? 101
                                      : 4,
                  Within::both, lines_of(source_, d), d);
            }
    add("separated by two tabs", "", 4, Within::both, lines_of(source_, {.separator = "\t\t"}), {.separator = "\t\t"});
    for (const std::string separator : {" ", ":", "^", "~"}) {
      const Dialect d{.separator = separator};
      add("another separator", "‘" + separator + "’", 4, Within::none, lines_of(source_, d), d);
    }
    add("another quote", "apostrophes", 11, Within::none, lines_of(source_, {.quote = "'", .escaped = "''"}));
    add("another quote", "apostrophes, all quoted", 11, Within::none,
        lines_of(source_, {.quote = "'", .escaped = "''", .quotes_all = true}));
    add("another escape", "backslash", 1, Within::none, lines_of(source_, {.escaped = "\\\""}));
    add("another escape", "none", 7, Within::none, lines_of(source_, {.escaped = "\""}));
    for (const std::string end : {"\u0085", "\u2028", "\v", "\x1e"})
      add("another line end", std::to_string(end.size()) + " bytes", 1, Within::none, lines_of(source_, {}),
          {.line_end = end});
    add("another line end", "LF CR", 1, Within::both, lines_of(source_, {}), {.line_end = "\n\r"});
    add("another encoding", "UTF-32", 1, Within::none, lines_of(source_, {}), {.encoding = "UTF-32"});
  }

  void said_separators() {
    for (const std::string separator : {",", ";", "\t", "|", ":", "^", "~"})
      for (const bool all_quoted : {false, true}) {
        const Dialect d{.separator = separator, .quotes_all = all_quoted};
        auto lines = lines_of(source_, d);
        lines.insert(lines.begin(), "sep=" + separator);
        add("a separator that is said", "‘" + separator + "’", 4, Within::both, lines, d);
      }
  }

  void ends_and_beginnings() {
    const auto lines = lines_of(source_, {});
    for (const std::string nothing : {"", "\xEF\xBB\xBF", "\n\n\n", ",,,,\n,,,,\n"})
      add("nothing in it", "", 15, Within::none, nothing, without_rows());
    add("names alone", "", 3, Within::none, lines.front() + "\n", without_rows());
    add("one row", "", 4, Within::both, lines[0] + "\n" + lines[1] + "\n", {source_.names, {source_.rows[0]}});
    add("no names", "", 470, Within::none, std::vector<std::string>(lines.begin() + 1, lines.end()));
    for (int count = 1; count <= 14; ++count)
      for (const std::string words : {"Table 3: what councils publish", "\"Waste, recycling\",,,,,,", ",,,,,,", ""}) {
        auto made = lines;
        for (int i = 0; i < count; ++i) made.insert(made.begin(), words);
        const bool says = words.size() > 8;
        add("lines above", std::to_string(count), 282.0 / 56, !says ? Within::both : count < 12 ? Within::published : Within::none, made);
      }
    for (int rows : {1, 2}) {
      auto made = lines;
      for (int i = 0; i < rows; ++i) made.insert(made.begin(), "Where,,When,What,,,How much");
      add("names above the names", std::to_string(rows), 47, Within::published, made);
    }
    auto split = lines;
    split[0] = "area,area,,,,,";
    split.insert(split.begin() + 1, "code,name,period,indicator,measure,unit,value");
    add("names in two rows", "", 47, Within::none, split);
  }

  void rows_of_others() {
    const auto lines = lines_of(source_, {});
    for (std::size_t at = 1; at <= lines.size(); ++at)
      for (const std::string other : {"", ",,,,,,", "Source: the department", "\"Notes: revised, again\",,,,,,"}) {
        auto made = lines;
        made.insert(made.begin() + static_cast<std::ptrdiff_t>(at), other);
        add(other.size() < 8 ? "blank rows" : "notes among the rows", std::to_string(at), 1,
            other.size() < 8 ? Within::both : Within::published, made);
      }
    const auto second = [&](const std::string& kind, const std::string& names, const std::function<Cells(Cells)>& changed) {
      auto made = lines;
      made.insert(made.end(), {"", names});
      for (auto row : source_.rows) made.push_back(line(changed(row), {}));
      add("two tables", kind, 188.0 / 3, Within::none, made);
    };
    second("the same names", lines[0], [](Cells row) { row[6] = "7"; return row; });
    second("fewer names", "area_code,period,indicator,value", [](Cells row) { return Cells{row[0], row[2], row[3], "7"}; });
    second("names in another order", "area_code,area_name,period,indicator,measure,value,unit", [](Cells row) {
      row[5] = "7", row[6] = "8";
      return row;
    });
    second("more names", lines[0] + ",lci,uci", [](Cells row) { row[6] = "7"; row.insert(row.end(), {"6", "8"}); return row; });
    for (std::size_t column : {0u, 3u, 7u}) {
      auto table = source_;
      const auto into = [&](Cells& cells) { cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(column), ""); };
      into(table.names);
      for (auto& row : table.rows) into(row);
      add("an empty column", std::to_string(column), 10, Within::both, lines_of(table, {}));
    }
    auto trailing = lines;
    for (auto& each : trailing) each += ",,";
    add("an empty column", "two at the end", 10, Within::both, trailing);
  }

  void rows_spoiled() {
    const double share = 1.0 / static_cast<double>(source_.rows.size() * (source_.names.size() - 1) * 2);
    for (const bool all_quoted : {false, true}) {
      const Dialect d{.quotes_all = all_quoted};
      const auto lines = lines_of(source_, d);
      for (std::size_t r = 0; r < source_.rows.size(); ++r) {
        const auto& row = source_.rows[r];
        const auto with = [&](const std::string& kind, double weight, Within within, const std::string& spoiled) {
          auto made = lines;
          made[r + 1] = spoiled;
          add(kind, "row " + std::to_string(r + 2), weight, within, made);
        };
        for (std::size_t c = 0; c + 1 < row.size(); ++c) {
          const Cells before(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(c) + 1),
              after(row.begin() + static_cast<std::ptrdiff_t>(c) + 1, row.end());
          with("a separator missing", 300 * share, Within::none, line(before, d) + line(after, d));
          with("a separator too many", 300 * share, Within::none, line(before, d) + ",," + line(after, d));
          with("cells missing at the end", 10 * share, Within::none, line(before, d));
          with("a quote too many", 9 * share, Within::none, line(before, d) + ",\"" + line(after, d));
        }
        for (const std::string other : {";", "\t", " "})
          with("another separator in one row", 13 * share * 3, Within::none,
               line(row, {.separator = other, .quotes_all = all_quoted}));
        with("another line end in one row", share, Within::both, lines[r + 1] + "\r");
      }
    }
  }

  // A figure written in another way, in each row. What is empty is to be refused.
  void cells_spoiled() {
    const std::pair<std::string, std::string> figures[] = {{"1,234", "1234"}, {"£1,234.50", "1234.5"},
                                                           {" 45 ", "45"},    {"45%", "45"},
                                                           {"\u22125", "-5"}, {"+5", "5"},
                                                           {"007", "7"},      {"12,5", ""},
                                                           {"1.234,5", ""},   {"0,123", ""},
                                                           {"1,23,456", ""},  {"1 234", ""},
                                                           {"1'234", ""},     {"(12)", ""},
                                                           {"12-", ""},       {"12k", ""},
                                                           {"1.2m", ""},      {"0x1F", ""},
                                                           {"1.2.3", ""},     {"--5", ""},
                                                           {"12:30", ""},     {"1/2", ""},
                                                           {"05-Mar", ""},    {"2024-03-05", ""},
                                                           {"#N/A", ""},      {"#REF!", ""},
                                                           {"TRUE", ""},      {"NaN", ""},
                                                           {"inf", ""},       {"\u0661\u0662", ""},
                                                           {"about 40", ""},  {"<5", ""},
                                                           {"=1+1", ""},      {"\u00bd", ""},
                                                           {"1\u00b75", ""},  {"4O", ""},
                                                           {"l2", ""},        {"5\u00a0%\u00a0", "5"}};
    for (const auto& [text, reads] : figures)
      for (std::size_t r = 0; r < source_.rows.size(); r += 5) {
        auto spoiled = source_, holds = source_;
        spoiled.rows[r].back() = text;
        holds.rows[r].back() = reads;
        add(reads.empty() ? "a figure that is none" : "a figure in another way", text, 1,
            reads.empty() ? Within::none : Within::both, encoded(joined(lines_of(spoiled, {}), {}), "UTF-8"),
            reads.empty() ? source_ : holds);
      }
    for (const auto& text : {std::string("a\0b", 3), std::string("caf\xE9"), std::string("\xC3\x28"), std::string(70'000, 'x')})
      for (std::size_t r = 0; r < source_.rows.size(); r += 5) {
        auto spoiled = source_;
        spoiled.rows[r][3] = text;
        add("text that is none", std::to_string(text.size()) + " bytes", 1, Within::none, joined(lines_of(spoiled, {}), {}), source_);
      }
  }

  Table source_;
};

}  // namespace kit::polluted
