// The fields of a document's blocks, each named once, and which of them a block is (report/told.h).
#pragma once
#include "report/pieces_told.h"

namespace report {

template <class T>
void each_field(T& t, Is<Heading> auto& b) {
  tell(t, "level", b.level);
  tell(t, "text", b.text);
}
template <class T>
void each_field(T& t, Is<Paragraph> auto& b) { tell(t, "text", b.text); }
template <class T>
void each_field(T& t, Is<List> auto& b) { tell(t, "items", b.items); }
template <class T>
void each_field(T& t, Is<Counted> auto& b) {
  tell(t, "name", b.name);
  tell(t, "text", b.text);
  tell_list(t, "counts", b.counts);
}
template <class T>
void each_field(T& t, Is<Note> auto& b) {
  tell(t, "heading", b.heading);
  tell(t, "text", b.text);
  tell(t, "by", b.by);
}
template <class T>
void each_field(T& t, Is<Slot> auto& b) {
  tell(t, "name", b.name);
  tell(t, "heading", b.heading);
  tell(t, "hint", b.hint);
}
template <class T>
void each_field(T& t, Is<Card> auto& b) {
  tell(t, "indicator", b.indicator);
  tell(t, "title", b.title);
  tell(t, "address", b.address);
  tell(t, "line_above", b.line_above);
  tell_part(t, "figure", b.figure);
  tell_part(t, "target", b.target);
  tell_part(t, "status", b.status);
  tell_part(t, "direction", b.direction);
  tell_part(t, "line", b.line);
  tell(t, "reasons", b.reasons);
  tell_part(t, "note", b.note);
}
template <class T>
void each_field(T& t, Is<Table> auto& b) {
  tell(t, "name", b.name);
  tell(t, "caption", b.caption);
  tell_list(t, "columns", b.columns);
  tell_list_as<RowOfCells>(t, "rows", b.rows);
  tell(t, "totals", b.totals);
  tell_if_any(t, "side_by_side", b.side_by_side);
}
template <class T>
void each_field(T& t, Is<Chart> auto& b) {
  tell(t, "name", b.name);
  tell(t, "finding", b.finding);
  tell(t, "summary", b.summary);
  tell(t, "unit", b.unit);
  tell(t, "decimals", b.decimals);
  tell(t, "from_january", b.from_january);
  tell_list(t, "points", b.points);
  tell_list(t, "breaks", b.breaks);
  tell_list_if_any(t, "usual", b.usual);
  tell_if_any(t, "cautions", b.cautions);
  tell_if_any(t, "year_before", b.year_before);
}

template <class B>
constexpr std::string_view block_name();
template <> constexpr std::string_view block_name<Heading>() { return "heading"; }
template <> constexpr std::string_view block_name<Paragraph>() { return "paragraph"; }
template <> constexpr std::string_view block_name<List>() { return "list"; }
template <> constexpr std::string_view block_name<Counted>() { return "counted"; }
template <> constexpr std::string_view block_name<Note>() { return "note"; }
template <> constexpr std::string_view block_name<Slot>() { return "slot"; }
template <> constexpr std::string_view block_name<Card>() { return "card"; }
template <> constexpr std::string_view block_name<Table>() { return "table"; }
template <> constexpr std::string_view block_name<Chart>() { return "chart"; }

template <class T>
  requires std::same_as<T, kit::Teller>
void each_field(T& t, const Block& block) {
  std::visit([&](const auto& one) {
    t.field("block", block_name<std::decay_t<decltype(one)>>());
    each_field(t, one);
  }, block);
}
template <class B>
bool read_as(Reading& r, Block& block, const std::string& name) {
  if (name != block_name<B>()) return false;
  B one;
  each_field(r, one);
  block = std::move(one);
  return true;
}
template <class... B>
bool read_as_one_of(Reading& r, std::variant<B...>& block, const std::string& name) { return (read_as<B>(r, block, name) || ...); }
inline void each_field(Reading& r, Block& block) {
  std::string name;
  tell(r, "block", name);
  if (!read_as_one_of(r, block, name) && r.fault().empty()) r.fault() = "There is no block called " + name + ".";
}

}  // namespace report
