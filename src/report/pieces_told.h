// The fields of a document's smallest pieces, each named once (report/told.h): cells and columns of a table, points of a chart, counts.
#pragma once
#include <array>

#include "report/document.h"
#include "report/told.h"

namespace report {

inline constexpr std::array<std::string_view, 5> kinds_of_cell = {"words", "number", "status", "direction", "line"};
inline constexpr AsText<Cell::Holds> as_holds = {
    [](const Cell::Holds& holds) { return std::string(kinds_of_cell[static_cast<std::size_t>(holds)]); },
    [](std::string_view code) {
      std::optional<Cell::Holds> found;
      for (std::size_t i = 0; i < kinds_of_cell.size(); ++i)
        if (kinds_of_cell[i] == code) found = static_cast<Cell::Holds>(i);
      return found;
    }};

template <class T>
void each_field(T& t, Is<Cell> auto& c) {
  tell_as(t, "holds", c.holds, as_holds);
  tell(t, "text", c.text);
  tell_if_any(t, "number", c.number);
  tell_if_any(t, "unit", c.unit);
  tell_if_any(t, "decimals", c.decimals);
  tell_if_any(t, "code", c.code);
  tell_if_any(t, "address", c.address);
  tell_if_any(t, "below", c.below);
  tell_if_any(t, "line", c.line);
  tell_if_any(t, "targets", c.targets);
}
template <class T>
void each_field(T& t, Is<Column> auto& c) {
  tell(t, "name", c.name);
  tell(t, "title", c.title);
  tell_as(t, "holds", c.holds, as_holds);
}

// A row has no name of its own in a table.
struct RowOfCells {
  std::vector<Cell> cells;
  RowOfCells() = default;
  explicit RowOfCells(const std::vector<Cell>& row) : cells(row) {}
  std::vector<Cell> thing() && { return std::move(cells); }
};
template <class T>
void each_field(T& t, Is<RowOfCells> auto& row) { tell_list(t, "cells", row.cells); }

template <class T>
void each_field(T& t, Is<PlotPoint> auto& p) {
  tell(t, "when", p.when);
  tell(t, "start", p.start);
  tell(t, "end", p.end);
  tell(t, "value", p.value);
  tell(t, "written", p.written);
  tell(t, "mark", p.mark);
  tell(t, "status", p.status);
  tell(t, "target", p.target);
  tell(t, "low", p.low);
  tell(t, "high", p.high);
  tell(t, "target_written", p.target_written);
  tell_if_any(t, "letter", p.letter);
  tell_if_any(t, "means", p.means);
  tell_if_any(t, "signal", p.signal);
}
template <class T>
void each_field(T& t, Is<PlotBreak> auto& b) {
  tell(t, "at", b.at);
  tell(t, "label", b.label);
  tell_if_any(t, "goes_on", b.goes_on);
}
template <class T>
void each_field(T& t, Is<PlotUsual> auto& u) {
  tell(t, "from", u.from);
  tell(t, "to", u.to);
  tell(t, "mean", u.mean);
  tell(t, "low", u.low);
  tell(t, "high", u.high);
  tell(t, "mean_written", u.mean_written);
  tell(t, "low_written", u.low_written);
  tell(t, "high_written", u.high_written);
}
template <class T>
void each_field(T& t, Is<Counted::Count> auto& c) {
  tell(t, "name", c.name);
  tell(t, "number", c.number);
}

}  // namespace report
