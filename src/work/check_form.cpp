#include "work/check_form.h"

#include "assess/series_line.h"
#include "council/address.h"
#include "kit/secret.h"
#include "parts/chart.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/evidence_list.h"
#include "work/my_figures_view.h"

namespace work {
namespace {

using collect::Entry;
using kit::Html;

std::string shown(const std::optional<kit::Decimal>& number) { return number ? number->text() : std::string("–"); }

std::string figure_words(const Entry& entry, const indicator::Definition& d) {
  const auto number = collect::number_of(collect::figure_of(entry), d);
  return number ? indicator::written(*number, d) : std::string(collect::words(entry.state));
}

void the_figure(Html& html, const CheckView& view) {
  const auto& entry = view.due.entry;
  const auto& d = *view.due.definition;
  parts::facts(html, [&] {
    parts::fact(html, view.due.period.words(), view.preview.value,
                entry.standing == collect::Standing::provisional ? "provisional [p]" : "");
    if (!view.preview.target.empty()) parts::fact(html, "Target", view.preview.target);
    if (view.preview.is_rated) parts::fact(html, "It would be", [&] { parts::status(html, view.preview.status); });
    if (entry.numerator)
      parts::fact(html, d.numerator_label.empty() ? "Numerator" : d.numerator_label, shown(entry.numerator));
    if (entry.denominator)
      parts::fact(html, d.denominator_label.empty() ? "Denominator" : d.denominator_label, shown(entry.denominator));
    if (entry.deviation) parts::fact(html, "Standard deviation", shown(entry.deviation));
  });
  std::string all;
  for (const auto& sentence : view.preview.sentences) all += (all.empty() ? "" : " ") + sentence;
  if (!all.empty()) parts::paragraph(html, all);
  if (!view.colour_change.empty()) parts::inset(html, view.colour_change);
}

void the_story(Html& html, const CheckView& view) {
  const auto& entry = view.due.entry;
  parts::note(html, "What happened, and what next.", collect::whole_note(entry),
              by_words(view.picture->council, entry.entered_by, entry.at));
  if (!entry.reason.empty()) parts::note(html, "Why it is corrected.", entry.reason, "");
}

void the_warnings(Html& html, const CheckView& view) {
  if (view.due.entry.answers.empty()) return;
  parts::heading(html, "Warnings, and the reasons given");
  parts::terms(html, [&] {
    for (const auto& answer : view.due.entry.answers) parts::term(html, answer.sentence, "“" + answer.reason + "”");
  });
}

// Both values, where the figure has been told before.
void what_is_reported(Html& html, const CheckView& view) {
  const auto* told = view.due.reported();
  if (!told) return;
  parts::heading(html, "What is reported now");
  const auto number = collect::number_of(*told, *view.due.definition);
  parts::paragraph(
      html, (number ? indicator::written(*number, *view.due.definition) : std::string(collect::words(told->state))) +
                ", " + std::string(collect::words(told->standing)) + ", since " + told->at.date().words() + ".");
  if (!told->note.empty()) parts::note(html, "", told->note, "");
}

void steps(Html& html, const CheckView& view) {
  parts::heading(html, "What has been done with this figure");
  parts::Table table(html, "Steps",
                     {{"When and who"},
                      {"Step"},
                      {"Figure", parts::Column::Holds::number},
                      {"Note", parts::Column::Holds::long_words}});
  for (const auto& entry : view.history) {
    table.row()
        .head(by_words(view.picture->council, entry.by, entry.at))
        .cell(collect::words(entry.stage))
        .cell(figure_words(entry, *view.due.definition));
    table.cell(entry.stage == collect::Stage::returned ? entry.said : collect::whole_note(entry));
  }
}

void chart(Html& html, const CheckView& view) {
  auto points = assess::points(*view.picture, *view.kept);
  std::erase_if(points, [&](const auto& point) { return point.period.end() <= view.due.period.end() - 24 - view.due.period.months; });
  if (points.size() < 2) return;
  auto drawn = assess::series_chart(*view.picture, *view.kept, points);
  drawn.id = "last-years";
  drawn.finding = "The last two years";
  drawn.csv = council::path_to("indicators", view.due.definition->code) + ".csv";
  parts::chart(html, drawn);
}

void decision(Html& html, const council::Desk& desk, const CheckView& view, const kit::Refusals& no, std::string_view said) {
  const auto address = check_address(*view.due.definition, view.due.period);
  const auto carried = [&] {
    parts::carried(html, "seen", std::to_string(view.due.entry.edition));
    parts::carried(html, "key", kit::random_name());
  };
  if (const auto early = collect::outside_check_week(view.due, desk.now); !early.empty())
    parts::inset(html, early + " You may check outside it.");
  parts::form(html, address + "/approve", desk.token, parts::Carries::fields, [&] {
    carried();
    parts::button(html, "Approve");
  });
  parts::heading(html, "Or give it back");
  parts::form(html, address + "/return", desk.token, parts::Carries::fields, [&] {
    carried();
    parts::textarea(html,
                    {"said", "What is to be put right?", "It goes to " + by_whom(*view.picture, view.due.entry) + ".",
                     parts::error_of("said", no)},
                    said);
    parts::second_button(html, "Give back");
  });
}

}  // namespace

std::string check_address(const indicator::Definition& d, const calendar::Period& period) {
  return council::path_to("check", d.code) + "/" + period.slug();
}

std::string approved_words(const Entry& entry) {
  if (entry.kind == collect::EntryKind::figure) return "approved. It is reported when the reports run.";
  return entry.kind == collect::EntryKind::correction
             ? "approved. The correction is reported now, and both figures are kept."
             : "approved. It is reported now.";
}

std::string by_whom(const assess::Picture& picture, const Entry& entry) {
  const auto* person = picture.council.person(entry.entered_by);
  return person ? person->name : entry.entered_by;
}

parts::Page check_page(const council::Desk& desk, const CheckView& view, const kit::Refusals& no, std::string_view said) {
  parts::Page page;
  const auto& d = *view.due.definition;
  page.title = "Check " + d.title;
  page.section = parts::Section::work;
  auto& html = page.body;
  parts::thread(html, {{"Figures to check", "/check"}, {d.code, ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, d.title);
  const auto kind = view.due.entry.kind == collect::EntryKind::figure
                        ? std::string()
                        : " · " + std::string(collect::words(view.due.entry.kind));
  parts::aside_line(html, view.due.period.words() + kind + " · " + (view.due.is_computed() ? "" : "entered by ") +
                              by_words(view.picture->council, view.due.entry.entered_by, view.due.entry.at));
  parts::two_columns(html,
      [&] {
        the_figure(html, view);
        the_story(html, view);
        the_warnings(html, view);
        evidence_list(html, desk, *view.picture, view.evidence, {}, MayChange::no, {});
        if (!view.help.empty()) parts::advice(html, "help", "To look at:", view.help);
        if (view.due.is_computed()) parts::inset(html, "This figure is computed from others. It counts as checked when they are.");
        else if (view.due.entry.stage == collect::Stage::entered) decision(html, desk, view, no, said);
        else parts::inset(html, "This figure " + std::string(collect::words(view.due.entry.stage)) + ": there is nothing to decide.");
      },
      [&] {
        chart(html, view);
        what_is_reported(html, view);
        parts::heading(html, "Definition");
        parts::paragraph(html, d.meaning);
        parts::link(html, council::path_to("indicators", d.code), "All about " + d.code);
      });
  steps(html, view);
  return page;
}

}  // namespace work
