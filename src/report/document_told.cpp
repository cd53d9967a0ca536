#include "report/document_told.h"

#include "report/blocks_told.h"

namespace report {

std::string_view code(Form form) { return form == Form::full ? "full" : "public"; }
std::string_view words(Form form) { return form == Form::full ? "Full edition" : "Public edition"; }

// -- what is told as text ---------------------------------------------------------------------------------------------

static constexpr AsText<Form> as_form = {
    [](const Form& form) { return std::string(code(form)); },
    [](std::string_view told) { return std::optional(told == code(Form::full) ? Form::full : Form::open); }};
static constexpr AsText<calendar::Period> as_period = {[](const calendar::Period& period) { return period.iso(); },
                                                       calendar::Period::parse};
static constexpr AsText<kit::Moment> as_moment = {[](const kit::Moment& at) { return at.iso(); },
                                                  [](std::string_view iso) { return kit::Moment::parse(iso); }};

// A line of the table in front, and a symbol with its meaning.
struct Named {
  std::string name, text;
  Named() = default;
  explicit Named(const std::pair<std::string, std::string>& pair) : name(pair.first), text(pair.second) {}
  std::pair<std::string, std::string> thing() && { return {std::move(name), std::move(text)}; }
};
template <class T>
void each_field(T& t, Is<Named> auto& one) {
  tell(t, "name", one.name);
  tell(t, "text", one.text);
}

// -- the whole --------------------------------------------------------------------------------------------------------

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
template <class T>
void each_field(T& t, Is<Document> auto& d) {
  tell(t, "pack", d.pack);
  tell(t, "title", d.title);
  tell(t, "council", d.council);
  tell(t, "area", d.area);
  tell(t, "audience", d.audience);
  tell_as(t, "period", d.period, as_period);
  tell_as(t, "as_at", d.as_at, as_moment);
  tell_as(t, "form", d.form, as_form);
  tell(t, "answer", d.answer);
  tell_list_as<Named>(t, "front", d.front);
  tell_list(t, "parts", d.parts);
  tell(t, "withheld", d.withheld);
  tell_list_as<Named>(t, "symbols", d.symbols);
  tell(t, "counting", d.counting);
  tell_facts(t, "facts", d.facts);
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
