#include "work/proposal_form.h"

#include "collect/entry.h"
#include "council/address.h"
#include "kit/secret.h"
#include "money/spent.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/table.h"
#include "parts/text.h"

namespace work {
namespace {

using collect::ChangeOf;
using collect::Proposal;
using Kind = Proposal::Kind;
using kit::Html;
using kit::Refusals;

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::vector<collect::ProposedField> fields(const ChangeOf& of, Kind kind) {
  return kind == Kind::target ? collect::fields_of(*of.definition, of.target) : collect::fields_of(*of.definition);
}

std::vector<parts::Choice> choices_of(const collect::ProposedField& field) {
  std::vector<parts::Choice> choices;
  for (const auto& [code, words] : field.choices) choices.push_back({std::string(code), capital(std::string(words))});
  return choices;
}

// A choice by its words, anything else as it was typed.
std::string shown_as(const collect::ProposedField& field, const std::string& text) {
  for (const auto& [code, words] : field.choices)
    if (code == text) return capital(std::string(words));
  return text;
}

void content_fields(Html& html, const ChangeOf& of, const Proposal& typed, const Refusals& no) {
  for (const auto& field : fields(of, typed.kind)) {
    const parts::Field shown{field.name, field.label, field.hint, parts::error_of(field.name, no)};
    if (!field.choices.empty()) parts::select(html, shown, choices_of(field), typed.text(field.name));
    else if (field.is_long) parts::textarea(html, shown, typed.text(field.name));
    else if (field.name == "title" || field.name == "source") parts::input(html, shown, typed.text(field.name));
    else parts::short_input(html, shown, typed.text(field.name), parts::Keyboard::number);
  }
  if (typed.kind == Kind::target) return;
  parts::date_input(
      html,
      {"applies_from", "Applies from", "From the period that holds this day on.", parts::error_of("applies_from", no)},
      typed.text("applies_from"));
  parts::checkbox(
      html, {"breaks_series", "Figures before that day cannot be compared with later ones: charts begin a new line"},
      typed.text("breaks_series") == "yes");
}

void smart_fields(Html& html, const Proposal& typed, const Refusals& no) {
  parts::heading(html, "Is it SMART?");
  parts::paragraph(html, "A few words each. They stay with the change, for whoever asks later why it was made.");
  const auto& questions = collect::smart_questions();
  for (std::size_t i = 0; i < questions.size(); ++i)
    parts::input(html,
                 {questions[i].name, questions[i].label, questions[i].hint, parts::error_of(questions[i].name, no)},
                 i < typed.answers.size() ? typed.answers[i] : "");
}

bool is_in_year(const Proposal& typed, const ChangeOf& of, kit::Moment now) {
  return typed.year && of.target && calendar::Period::year(*typed.year).first() <= now.date();
}

// A target of a year that has begun is the exception; that of the next has its round.
void about_the_year(Html& html, const Proposal& typed, const ChangeOf& of, kit::Moment now) {
  if (is_in_year(typed, of, now))
    parts::inset(
        html,
        "The year has begun. Targets are fixed for a year; one is changed within it only in exceptional circumstances. Both stay visible.");
  parts::paragraph(html, [&] {
    html.text("The target of the year to come is set in its round, together with all others: ");
    parts::link(html, council::path_to("targets", of.definition->code), "the next target");
    html.text(".");
  });
}

}  // namespace

std::string what_words(const Proposal& proposal) { return proposal.year ? "Target for " + proposal.year->words() : "Definition"; }

ChangeOf change_of(const assess::Picture& picture, const assess::Kept& kept, const std::optional<calendar::FinancialYear>& year) {
  ChangeOf of = change_of(kept, year);
  of.units = money::unit_codes(picture.council);
  of.others = [&picture](std::string_view code) -> const indicator::Definition* {
    const auto* other = picture.find(code);
    return other ? &other->now() : nullptr;
  };
  return of;
}

ChangeOf change_of(const assess::Kept& kept, const std::optional<calendar::FinancialYear>& year) {
  ChangeOf of;
  of.definition = &kept.now();
  of.subject = collect::subject_of(kept.now());
  if (year) of.target = kept.target(*year);
  if (year) of.year_before = kept.target({year->begins - 1});
  return of;
}

calendar::FinancialYear usual_year(kit::Moment now) {
  return calendar::Period::containing(now.date(), calendar::Frequency::annual).financial_year();
}

Proposal proposal_of(const assess::Kept& kept, Kind kind, kit::Moment now) {
  Proposal proposal;
  proposal.kind = kind;
  if (kind == Kind::target) proposal.year = usual_year(now);
  const auto of = change_of(kept, proposal.year);
  for (const auto& field : fields(of, kind)) proposal.content.emplace_back(field.name, field.now);
  if (kind == Kind::definition) proposal.content.emplace_back("applies_from", kit::Date::of(usual_year(now).begins + 1, 4, 1).iso());
  return proposal;
}

Proposal proposal_in(const kit::Request& asked, const assess::Kept& kept, kit::Moment now) {
  Proposal proposal;
  proposal.kind = collect::read_proposal_kind(asked.typed("kind")).value_or(Kind::target);
  if (proposal.kind == Kind::target) proposal.year = calendar::FinancialYear::read(asked.typed("year")).value_or(usual_year(now));
  for (const auto& field : fields(change_of(kept, proposal.year), proposal.kind))
    proposal.content.emplace_back(
        field.name, field.choices.empty() || !asked.typed(field.name).empty() ? asked.typed(field.name) : field.now);
  if (proposal.kind == Kind::definition)
    for (const auto* name : {"applies_from", "breaks_series"}) proposal.content.emplace_back(name, asked.typed(name));
  for (const auto& question : collect::smart_questions()) proposal.answers.push_back(asked.typed(question.name));
  proposal.reason = asked.typed("reason");
  return proposal;
}

parts::Page propose_page(const council::Desk& desk, const assess::Kept& kept, const Proposal& typed, const Refusals& no) {
  const auto of = change_of(kept, typed.year);
  const auto& d = kept.now();
  const bool is_target = typed.kind == Kind::target;
  const std::string what = is_target ? "Propose a target" : "Propose a definition";
  auto page = parts::form_page(parts::Section::indicators, what + ": " + d.title, no);
  auto& html = page.body;
  const auto address = council::path_to("indicators", d.code) + "/propose";
  parts::thread(html, {{d.code, council::path_to("indicators", d.code)}, {what, ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, d.title);
  parts::lede(html, is_target ? "Propose the target for " + typed.year->words() + ". Somebody else agrees to it."
                              : "Propose how the definition should read. Somebody else agrees to it.");
  parts::paragraph(html, [&] {
    parts::link(html, address + (is_target ? "?what=definition" : "?what=target"),
                is_target ? "Propose a new definition instead" : "Propose a target instead");
  });
  if (is_target) about_the_year(html, typed, of, desk.now);
  parts::form(html, address, desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "kind", collect::code(typed.kind));
    if (is_target)
      parts::short_input(html, {"year", "Year", "From April to March, such as 2026/27.", parts::error_of("year", no)},
                         typed.year->words(), parts::Keyboard::text);
    content_fields(html, of, typed, no);
    smart_fields(html, typed, no);
    parts::textarea(html, {"reason", "Why should it change?", {}, parts::error_of("reason", no)}, typed.reason);
    parts::button(html, "Propose");
  });
  return page;
}

void what_would_change(Html& html, const Proposal& proposal, const ChangeOf& of) {
  parts::Table table(
      html, "What would change",
      {{"Field"}, {"Now", parts::Column::Holds::long_words}, {"Proposed", parts::Column::Holds::long_words}});
  for (const auto& field : fields(of, proposal.kind)) {
    const auto proposed = shown_as(field, proposal.text(field.name));
    const auto was = shown_as(field, proposal.text(collect::was_before(field.name)));
    if (proposed != was) table.row().head(field.label).cell(was.empty() ? "–" : was).cell(proposed.empty() ? "–" : proposed);
  }
  if (const auto from = kit::Date::parse(proposal.text("applies_from"))) table.row().head("Applies from").cell("–").cell(from->words());
  if (proposal.text("breaks_series") == "yes") table.row().head("Series").cell("one line").cell("a new line begins");
}

}  // namespace work
