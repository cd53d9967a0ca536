// Makes the columns of a sheet from the fields of its rows, so that each sheet is a list with one line a column.
#pragma once
#include "exchange/sheets.h"
#include "kit/number.h"

namespace exchange::make {

template <class Row>
struct Made : Column<Row> {
  Made must() && { this->need = Need::must; return *this; }
  Made beside() && { this->part = Part::beside; return *this; }
  Made wide(double width) && { this->width = width; return *this; }
};

template <class Row>
using Reader = std::string (*)(Row&, std::string_view);
template <class Row>
using Writer = std::string (*)(const Row&);

template <class Row>
Made<Row> column(std::string_view name, Reader<Row> read, Writer<Row> write, std::string_view meaning) {
  return {{name, Need::may, Part::said, read, write, meaning}};
}

template <class Row, auto Field>
Made<Row> text(std::string_view name, std::string_view meaning) {
  return column<Row>(
      name, [](Row& row, std::string_view cell) { return read_line(row.*Field, cell); },
      [](const Row& row) { return row.*Field; }, meaning);
}

template <class Row, auto Field>
Made<Row> code(std::string_view name, std::string_view meaning) {
  return column<Row>(
      name, [](Row& row, std::string_view cell) { return read_code(row.*Field, cell); },
      [](const Row& row) { return row.*Field; }, meaning);
}

template <class Row, auto Field>
Made<Row> codes(std::string_view name, std::string_view meaning) {
  return column<Row>(
      name, [](Row& row, std::string_view cell) { return read_codes(row.*Field, cell); },
      [](const Row& row) { return written(row.*Field); }, meaning);
}

template <class Row, auto Field>
Made<Row> yes(std::string_view name, std::string_view meaning) {
  return column<Row>(
      name, [](Row& row, std::string_view cell) { return read_yes(row.*Field, cell); },
      [](const Row& row) { return std::string(row.*Field ? "yes" : ""); }, meaning);
}

template <class Row, auto Field>
Made<Row> when(std::string_view name, std::string_view meaning) {
  return column<Row>(
      name, [](Row& row, std::string_view cell) { return read_when(row.*Field, cell); },
      [](const Row& row) { return written(row.*Field); }, meaning);
}

template <class Row, auto Field>
Made<Row> day(std::string_view name, std::string_view meaning) {
  return column<Row>(
      name, [](Row& row, std::string_view cell) { return read_day(row.*Field, cell); },
      [](const Row& row) { return written(row.*Field); }, meaning);
}

inline std::string read_number_cell(std::optional<kit::Decimal>& to, std::string_view cell) {
  to.reset();
  if (cell.empty()) return {};
  if ((to = kit::Decimal::parse(cell))) return {};
  const auto typed = kit::read_number(cell);
  if (!typed) return "Type a number such as 92.5.";
  to = typed->number;
  return {};
}

template <class Row, auto Field>
Made<Row> number(std::string_view name, std::string_view meaning) {
  auto made = column<Row>(
      name, [](Row& row, std::string_view cell) { return read_number_cell(row.*Field, cell); },
      [](const Row& row) { return written(row.*Field); }, meaning);
  made.number = true;
  return made;
}

// One of a fixed set of words. `Read` is the domain's own reader, which also knows other spellings; the domain's code()
// writes it. The meaning lists the words.
template <class Row, auto Field, auto Read>
Made<Row> choice(std::string_view name, std::string_view meaning) {
  return column<Row>(
      name,
      [](Row& row, std::string_view cell) {
        const auto read = Read(cell);
        if (read) row.*Field = *read;
        return read ? std::string() : std::string("Choose one of: ");  // the words follow, from the meaning
      },
      [](const Row& row) {
        if constexpr (requires { (row.*Field).has_value(); })
          return row.*Field ? std::string(code(*(row.*Field))) : std::string();
        else
          return std::string(code(row.*Field));
      },
      meaning);
}

}  // namespace exchange::make
