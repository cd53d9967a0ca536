// What must hold of the readers whatever bytes they are given: for the fuzz programs, and for the tests that read the
// corpus again. Text that comes out is UTF-8, rows and columns go forward, each refusal is a sentence, and what was
// read can be written and read again.
#pragma once
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "kit/csv.h"
#include "kit/encoding.h"
#include "kit/number.h"
#include "kit/sheet_sample.h"

namespace kit {

inline void holds(bool condition, const char* what) {
  if (!condition) throw std::logic_error(what);
}

inline bool is_utf8(std::string_view text) { return well_formed(text).bytes == text.size(); }

inline void are_sentences(const Refusals& no) {
  for (const Refusal& refusal : no.all()) {
    holds(is_utf8(refusal.sentence), "a refusal is UTF-8");
    holds(refusal.sentence.ends_with('.') && refusal.sentence.size() < 1000, "a refusal is a sentence");
  }
}

inline void try_csv(std::string_view bytes) {
  std::istringstream in{std::string(bytes)};
  std::vector<Cells> rows;
  std::size_t last = 0;
  const Refusals no = read_csv(in, [&](std::size_t row, const Cells& cells) {
    holds(row > last, "rows go forward");
    last = row;
    for (const std::string& cell : cells) {
      holds(is_utf8(cell), "a cell is UTF-8");
      if (const auto number = read_number(cell)) holds(!number->number.text().empty(), "a number has a text");
    }
    return rows.push_back(cells), true;
  });
  are_sentences(no);

  std::string written;
  CsvWriter writer(written, For::people);
  for (const Cells& row : rows) {
    for (const std::string& cell : row) writer.cell(cell);
    writer.end_row();
  }
  std::istringstream again("sep=,\r\n" + written);
  std::size_t index = 0;
  const Refusals none = read_csv(again, [&](std::size_t, const Cells& cells) {
    holds(index < rows.size() && cells.size() == rows[index].size(), "as many cells are read as were written");
    for (std::size_t i = 0; i < cells.size(); ++i)
      holds(without_apostrophe(cells[i]) == rows[index][i], "a cell is read as it was written");
    return ++index, true;
  });
  holds(!none.any() && index == rows.size(), "what was written is read");
}

// The first byte says what the rest is: a whole file (P, as zip archives begin), or one part of a workbook that is
// sound otherwise.
inline std::string fuzzed_file(std::string_view bytes) {
  if (bytes.empty() || bytes[0] == 'P' || bytes[0] == '\xD0') return std::string(bytes);
  const std::string part(bytes.substr(1));
  PartsOut parts = bytes[0] == 'o' ? ods_parts("") : Sample().parts();
  if (bytes[0] == 'o')
    parts[2].second = part;
  else if (bytes[0] == 'w')
    parts[2].second = part;
  else if (bytes[0] == 'l')
    parts[3].second = part;
  else if (bytes[0] == 't')
    parts[4].second = "<styleSheet>" + part + "</styleSheet>";
  else if (bytes[0] == 's')
    parts[5].second = part;
  else
    parts[6].second = part;
  return zipped(parts, "", Packed::no);
}

inline void try_sheet(std::string_view bytes) {
  std::uint64_t last_row = 0, cells_seen = 0;
  SheetReader reader;
  reader.sheet = [&](const std::string& name, bool) {
    holds(is_utf8(name), "a sheet's name is UTF-8");
    return last_row = 0, true;
  };
  reader.row = [&](std::uint64_t row, const std::vector<SheetCell>& cells) {
    holds(row > last_row && !cells.empty(), "rows go forward and have cells");
    last_row = row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      holds(i == 0 || cells[i].column > cells[i - 1].column, "columns go forward");
      holds(!cells[i].text.empty() && is_utf8(cells[i].text), "a cell is text in UTF-8");
    }
    return (cells_seen += cells.size()) < 200'000;
  };
  reader.notice = [](const std::string& sentence) {
    holds(sentence.ends_with('.') && is_utf8(sentence), "a notice is a sentence");
  };
  const std::string file = fuzzed_file(bytes);
  are_sentences(read_sheet(file, reader));
}

}  // namespace kit
