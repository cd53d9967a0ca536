#include "report/document_told.h"

#include <array>

#include "report/told.h"

namespace report {
namespace {

constexpr std::array<std::string_view, 5> cells = {"words", "number", "status", "direction", "line"};
constexpr std::array<std::string_view, 2> forms = {"full", "public"};

}  // namespace

std::string_view code(Form form) { return forms[static_cast<std::size_t>(form)]; }
std::string_view words(Form form) { return form == Form::full ? "Full edition" : "Public edition"; }

// -- what is not a plain value --------------------------------------------------------------------------------------

static void tell_holds(kit::Teller& t, Cell::Holds holds) { t.field("holds", cells[static_cast<std::size_t>(holds)]); }
static void tell_holds(Reading& r, Cell::Holds& holds) {
  std::string code;
  tell(r, "holds", code);
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i] == code) holds = static_cast<Cell::Holds>(i);
}
static void tell_form(kit::Teller& t, Form form) { t.field("form", code(form)); }
static void tell_form(Reading& r, Form& form) {
  std::string told;
  tell(r, "form", told);
  form = told == code(Form::full) ? Form::full : Form::open;
}
static void tell_period(kit::Teller& t, const calendar::Period& period) { t.field("period", period.iso()); }
static void tell_period(Reading& r, calendar::Period& period) {
  std::string iso;
  tell(r, "period", iso);
  period = calendar::Period::parse(iso).value_or(period);
}
static void tell_moment(kit::Teller& t, kit::Moment at) { t.field("as_at", at); }
static void tell_moment(Reading& r, kit::Moment& at) {
  std::string iso;
  tell(r, "as_at", iso);
  at = kit::Moment::parse(iso).value_or(at);
}

struct Named {
  std::string name, text;
};
template <class T>
void each_field(T& t, Is<Named> auto& one) {
  tell(t, "name", one.name);
  tell(t, "text", one.text);
}
using Pairs = std::vector<std::pair<std::string, std::string>>;

// -- the pieces -----------------------------------------------------------------------------------------------------

template <class T>
void each_field(T& t, Is<Cell> auto& c) {
  tell_holds(t, c.holds);
  tell(t, "text", c.text);
  if constexpr (std::same_as<T, kit::Teller>) {
    // Most cells hold words: what they do not have is not written.
    if (c.number) tell(t, "number", c.number);
    if (!c.unit.empty()) tell(t, "unit", c.unit);
    if (c.decimals != 0) tell(t, "decimals", c.decimals);
    if (!c.code.empty()) tell(t, "code", c.code);
    if (!c.address.empty()) tell(t, "address", c.address);
    if (!c.below.empty()) tell(t, "below", c.below);
    if (!c.line.empty()) tell(t, "line", c.line);
    if (!c.targets.empty()) tell(t, "targets", c.targets);
  } else {
    tell(t, "number", c.number);
    if (t.find("unit")) tell(t, "unit", c.unit);
    if (t.find("decimals")) tell(t, "decimals", c.decimals);
    if (t.find("code")) tell(t, "code", c.code);
    if (t.find("address")) tell(t, "address", c.address);
    if (t.find("below")) tell(t, "below", c.below);
    if (t.find("line")) tell(t, "line", c.line);
    if (t.find("targets")) tell(t, "targets", c.targets);
  }
}
template <class T>
void each_field(T& t, Is<Column> auto& c) {
  tell(t, "name", c.name);
  tell(t, "title", c.title);
  tell_holds(t, c.holds);
}
struct RowOfCells {
  std::vector<Cell> cells;
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
}
template <class T>
void each_field(T& t, Is<PlotBreak> auto& b) {
  tell(t, "at", b.at);
  tell(t, "label", b.label);
}
template <class T>
void each_field(T& t, Is<Counted::Count> auto& c) {
  tell(t, "name", c.name);
  tell(t, "number", c.number);
}

// -- the blocks -----------------------------------------------------------------------------------------------------

static void tell_rows(kit::Teller& t, const std::vector<std::vector<Cell>>& rows) {
  std::vector<RowOfCells> told;
  for (const auto& row : rows) told.push_back({row});
  tell_list(t, "rows", told);
}
static void tell_rows(Reading& r, std::vector<std::vector<Cell>>& rows) {
  std::vector<RowOfCells> told;
  tell_list(r, "rows", told);
  for (auto& row : told) rows.push_back(std::move(row.cells));
}

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
  tell_rows(t, b.rows);
  tell(t, "totals", b.totals);
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
static void each_field(Reading& r, Block& block) {
  std::string name;
  tell(r, "block", name);
  if (!read_as_one_of(r, block, name) && r.fault().empty()) r.fault() = "There is no block called " + name + ".";
}

template <class T>
void each_field(T& t, Is<Part> auto& p) {
  tell(t, "name", p.name);
  tell(t, "title", p.title);
  tell(t, "on_a_new_page", p.on_a_new_page);
  tell_list(t, "blocks", p.blocks);
}
template <class T>
void each_field(T& t, Is<Fact> auto& f) {
  tell(t, "indicator", f.indicator);
  tell(t, "title", f.title);
  tell(t, "kind", f.kind);
  tell(t, "priority", f.priority);
  tell(t, "directorate", f.directorate);
  tell(t, "service", f.service);
  tell(t, "period", f.period);
  tell(t, "value", f.value);
  tell(t, "shown", f.shown);
  tell(t, "unit", f.unit);
  tell(t, "target", f.target);
  tell(t, "status", f.status);
  tell(t, "status_words", f.status_words);
  tell(t, "direction", f.direction);
  tell(t, "direction_words", f.direction_words);
  tell(t, "mark", f.mark);
  tell(t, "note", f.note);
  tell(t, "warnings", f.warnings);
  tell(t, "why", f.why);
  tell(t, "figure_edition", f.figure_edition);
  tell(t, "definition_edition", f.definition_edition);
}

// -- the whole ------------------------------------------------------------------------------------------------------

static void tell_pairs(kit::Teller& t, std::string_view name, const Pairs& pairs) {
  std::vector<Named> told;
  for (const auto& [first, second] : pairs) told.push_back({first, second});
  t.list(name, told);
}
static void tell_pairs(Reading& r, std::string_view name, Pairs& pairs) {
  std::vector<Named> told;
  tell_list(r, name, told);
  for (auto& one : told) pairs.emplace_back(std::move(one.name), std::move(one.text));
}
static void tell_facts(kit::Teller& t, const std::vector<Fact>& facts) { t.rows("facts", facts); }
static void tell_facts(Reading& r, std::vector<Fact>& facts) { tell_list(r, "facts", facts); }

template <class T>
void each_field(T& t, Is<Document> auto& d) {
  tell(t, "pack", d.pack);
  tell(t, "title", d.title);
  tell(t, "council", d.council);
  tell(t, "area", d.area);
  tell(t, "audience", d.audience);
  tell_period(t, d.period);
  tell_moment(t, d.as_at);
  tell_form(t, d.form);
  tell(t, "answer", d.answer);
  tell_pairs(t, "front", d.front);
  tell_list(t, "parts", d.parts);
  tell(t, "withheld", d.withheld);
  tell_pairs(t, "symbols", d.symbols);
  tell(t, "counting", d.counting);
  tell_facts(t, d.facts);
}

// What kit::Teller looks for.
template <class View>
  requires requires(kit::Teller& t, const View& view) { each_field(t, view); }
void describe(kit::Teller& t, const View& view) { each_field(t, view); }

std::string as_json(const Document& document) { return kit::told_as_json(document); }

kit::Verdict<Document> read_document(std::string_view text) {
  const auto json = kit::read_json(text);
  if (!json) return json.refusals();
  std::string fault;
  Reading reading(*json, fault);
  Document document;
  each_field(reading, document);
  if (fault.empty()) return document;
  kit::Refusals no;
  no.add("", fault);
  return no;
}

}  // namespace report
