#include "work/entry_form.h"

#include <algorithm>

#include "assess/marks.h"
#include "council/address.h"
#include "kit/secret.h"
#include "parts/form.h"
#include "parts/text.h"
#include "work/entry_beside.h"
#include "work/evidence_list.h"
#include "work/my_figures_view.h"

namespace work {
namespace {

using collect::State;
using kit::Html;
using kit::Request;

std::string last_of(const EntryView& view, const std::optional<kit::Decimal> collect::Figure::* part) {
  const auto* before = view.due.before();
  if (!before || !(before->*part)) return {};
  return before->period.words() + ": " + (before->*part)->text() + ".";
}

void number_field(Html& html, const EntryView& view, std::string_view name, const std::string& label,
                  const std::string& hint, const std::string& typed) {
  const auto as = collect::typed_as(*view.due.definition);
  const bool numeric = as == collect::TypedAs::number || as == collect::TypedAs::money || name != "value";
  parts::short_input(html, {name, label, hint, parts::error_of(name, view.no)}, typed,
                     numeric ? parts::Keyboard::number : parts::Keyboard::text);
}

std::string value_hint(const EntryView& view) {
  const auto& d = *view.due.definition;
  auto hint = last_of(view, &collect::Figure::value);
  switch (collect::typed_as(d)) {
    case collect::TypedAs::yes_or_no: return "Yes or no. " + hint;
    case collect::TypedAs::duration: return "Hours, minutes and seconds, such as 1:05:30.";
    case collect::TypedAs::date: return "Such as 2025-09-30.";
    default: return hint;
  }
}

std::string unit_words(const indicator::Definition& d) { return d.unit.empty() || d.unit == "%" ? d.unit : "in " + d.unit; }

void deviation_field(Html& html, const EntryView& view) {
  const auto unit = unit_words(*view.due.definition);
  const auto last = last_of(view, &collect::Figure::deviation);
  number_field(html, view, "deviation", "Standard deviation of the single cases" + (unit.empty() ? "" : ", " + unit) + " (optional)",
               "Your case system or spreadsheet gives it. With it the page can say how sure the average is. " + last, view.typed.deviation);
}

void figure_fields(Html& html, const EntryView& view) {
  const auto& d = *view.due.definition;
  if (indicator::has_parts(d.aggregation)) {
    number_field(html, view, "numerator", d.numerator_label.empty() ? "Numerator" : d.numerator_label,
                 last_of(view, &collect::Figure::numerator), view.typed.numerator);
    number_field(html, view, "denominator", d.denominator_label.empty() ? "Denominator" : d.denominator_label,
                 last_of(view, &collect::Figure::denominator), view.typed.denominator);
    if (d.aggregation == indicator::Aggregation::weighted_mean) deviation_field(html, view);
    if (view.typed.value.empty() && parts::error_of("value", view.no).empty()) return;
  }
  const auto unit = unit_words(d);
  number_field(html, view, "value", unit.empty() ? "Figure" : "Figure, " + unit, value_hint(view), view.typed.value);
}

// The figure as it would be reported. Filled again by script while one types; without one, after saving or keeping a draft.
void preview_panel(Html& html, const EntryView& view) {
  parts::live_panel(html, "preview", [&] {
    if (!view.preview) return parts::small(html, "What the figure comes to, and how it stands, shows here.");
    parts::large_figure(html, view.preview->value);
    html.text(" ");
    if (view.preview->is_rated) parts::status(html, view.preview->status);
    if (!view.preview->target.empty()) parts::muted(html, " target " + view.preview->target);
    std::string all;
    for (const auto& sentence : view.preview->sentences) all += (all.empty() ? "" : " ") + sentence;
    if (!all.empty()) parts::paragraph(html, all);
  });
}

void note_fields(Html& html, const EntryView& view) {
  parts::textarea(html,
                  {"note", "What happened, and why?", "One or two sentences a resident would understand.",
                   parts::error_of("note", view.no)},
                  view.typed.note);
  parts::textarea(html, {"next", "What next?", {}, parts::error_of("next", view.no)}, view.typed.next);
  parts::date_input(
      html, {"back_on", "Back on track by", "Where the figure is off target.", parts::error_of("back_on", view.no)},
      view.typed.back_on);
}

void reasons(Html& html, const EntryView& view) {
  std::vector<std::pair<std::string, std::string>> asked;
  for (const auto& refusal : view.no.all())
    if (refusal.field.starts_with("reason-")) asked.emplace_back(refusal.field, refusal.sentence);
  for (const auto& answer : view.due.entry.answers)
    if (const auto field = "reason-" + answer.warning;
        std::ranges::none_of(asked, [&](const auto& one) { return one.first == field; }))
      asked.emplace_back(field, answer.sentence);
  for (const auto& [field, sentence] : asked) {
    const auto given = std::ranges::find(view.typed.reasons, std::string_view(field).substr(7),
                                         [](const auto& one) { return std::string_view(one.first); });
    const auto error = parts::error_of(field, view.no);
    parts::textarea(html,
                    {field, "Is this right?", error.empty() ? std::string_view(sentence) : std::string_view(), error},
                    given == view.typed.reasons.end() ? "" : given->second);
  }
}

void help_box(Html& html, const EntryView& view) {
  parts::advice(html, "help", view.help.empty() ? "" : "Before you save:", view.help);
}

void their_version(Html& html, const EntryView& view) {
  const auto& theirs = view.due.entry;
  const auto& d = *view.due.definition;
  parts::banner(html, parts::Banner::important, [&] {
    html.el("p", "Saved meanwhile by " + by_words(view.picture->council, theirs.by, theirs.at) +
                     ". Below is what you typed; save again to put it in place of theirs.");
    parts::terms(html, [&] {
      if (theirs.numerator) parts::term(html, d.numerator_label.empty() ? "Numerator" : d.numerator_label, theirs.numerator->text());
      if (theirs.denominator)
        parts::term(html, d.denominator_label.empty() ? "Denominator" : d.denominator_label,
                    theirs.denominator->text());
      if (theirs.deviation) parts::term(html, "Standard deviation", theirs.deviation->text());
      if (theirs.value) parts::term(html, "Figure", collect::as_typed(*theirs.value, d));
      parts::term(html, "What happened, and why", theirs.note);
      parts::term(html, "What next", theirs.next);
    });
  });
}

void form(Html& html, const council::Desk& desk, const EntryView& view) {
  const auto& d = *view.due.definition;
  const auto address = entry_address(d, view.due.period);
  const bool delayed = view.typed.state == "delayed";
  const bool correction = view.due.kind_at(desk.now) == collect::EntryKind::correction;
  parts::drafted_form(html, address, desk.token, [&] {
    parts::carried(html, "seen", std::to_string(view.typed.seen));
    parts::carried(html, "key", kit::random_name());
    parts::carried(html, "state", view.typed.state);
    if (!delayed) {
      figure_fields(html, view);
      preview_panel(html, view);
    } else {
      parts::date_input(html,
                        {"expected_on", "When is the figure expected?", {}, parts::error_of("expected_on", view.no)},
                        view.typed.expected_on);
    }
    if (correction)
      parts::textarea(html,
                      {"reason", "Why is the reported figure corrected?",
                       "It stands beside both figures, the old and the new.", parts::error_of("reason", view.no)},
                      view.typed.reason);
    note_fields(html, view);
    reasons(html, view);
    if (!delayed) parts::checkbox(html, {"provisional", "This figure is provisional"}, view.typed.standing == "provisional");
    help_box(html, view);
    parts::buttons(html, [&] {
      parts::button(html, correction ? "Send for approval" : "Save and next");
      parts::button_named(html, "then", "draft", "Keep as draft");
      if (!delayed) parts::quiet_link(html, address + "?state=delayed", "Not available yet");
      else parts::quiet_link(html, address, "There is a figure after all");
      parts::live_text(html, "draft-said", view.draft_at ? "Draft kept " + view.draft_at->words() : "");
    });
  });
}

void came_back(Html& html, const EntryView& view) {
  if (view.due.entry.stage != collect::Stage::returned) return;
  parts::note(html, "Came back.", view.due.entry.said, by_words(view.picture->council, view.due.entry.by, view.due.entry.at));
}

// Nobody types over it: what it comes to, from what, and where that is put right.
void computed(Html& html, const council::Desk& desk, const EntryView& view) {
  const auto& entry = view.due.entry;
  parts::inset(html, "This figure is computed from others. Correct those, and it follows.");
  if (entry.edition > 0 && entry.state == State::given) preview_panel(html, view);
  if (entry.edition > 0) parts::note(html, "", entry.note, by_words(view.picture->council, "", entry.at));
  parts::heading(html, "Computed from");
  parts::plain_list(html, [&] {
    for (const auto& input : view.inputs)
      parts::item(html, [&] {
        const auto& d = *input.definition;
        const bool may_see = !council::why_not(council::May::see_entries, desk.asker, collect::subject_of(d)).any();
        parts::link(html, may_see ? entry_address(d, input.period) : council::path_to("indicators", d.code),
                    d.title + ", " + input.period.words());
        parts::small(html, input.definition->code);
      });
  });
}

std::string in_one_line(const EntryView& view, kit::Moment now) {
  const auto& due = view.due;
  auto line = due.period.words();
  if (due.is_computed())
    return line + " · computed" +
           (due.entry.edition > 0 ? " · " + std::string(collect::words(collect::waits(due, now))) : "");
  if (due.window.is_open(now)) line += " · enter by " + day_words(due.window.enter_by);
  else
    line += due.kind_at(now) == collect::EntryKind::correction ? " · reported already: this is a correction"
                                                               : " · the reports have run: this figure is late";
  if (const auto checker = view.picture->council.job_of(due.definition->checker); !checker.empty()) line += " · checked by the " + checker;
  return line;
}

}  // namespace

std::string entry_address(const indicator::Definition& d, const calendar::Period& period) {
  return council::path_to("my-figures", d.code) + "/" + period.slug();
}

std::string preview_fragment(const EntryView& view) {
  Html html;
  preview_panel(html, view);
  help_box(html, view);
  return std::move(html).take();
}

parts::Page entry_page(const Request&, const council::Desk& desk, const EntryView& view) {
  parts::Page page;
  const auto& d = *view.due.definition;
  page.title = d.title + ", " + view.due.period.words();
  page.section = parts::Section::work;
  auto& html = page.body;
  const bool may_enter = !council::why_not(council::May::enter_figures, desk.asker, view.due.subject()).any();
  parts::thread(html, {{"My figures", "/my-figures"}, {d.code, ""}}, "Where you are");
  parts::error_summary(html, view.no);
  if (view.is_conflict) their_version(html, view);
  parts::title(html, d.title);
  parts::aside_line(html, in_one_line(view, desk.now));
  came_back(html, view);
  parts::two_columns(html,
      [&] {
        if (view.due.is_computed()) computed(html, desk, view);
        else if (!may_enter) parts::inset(html, "You may read this figure on its way, and not change it.");
        else if (desk.now < view.due.window.opens) parts::inset(html, view.due.window.why_closed(desk.now));
        else form(html, desk, view);
        evidence_list(html, desk, *view.picture, view.evidence, entry_address(d, view.due.period),
                      may_enter ? MayChange::yes : MayChange::no, view.no);
        steps_so_far(html, view);
      },
      [&] {
        last_years(html, view);
        last_note(html, view);
        definition(html, view);
      });
  return page;
}

}  // namespace work
