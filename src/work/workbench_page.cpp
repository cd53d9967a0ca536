// The workbench as a page: first what the target would mean, then what it rests on, then what could be proposed instead.
#include "assess/judgement.h"
#include "assess/marks.h"
#include "council/address.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/target_form.h"
#include "work/targets_page.h"
#include "work/targets_view.h"

namespace work {
namespace {

using collect::RoundStage;
using council::Desk;
using kit::Html;
using parts::Column;

std::string step_sentence(const Workbench& view, const council::Council& council, RoundStage stage) {
  const auto& of = view.round;
  const auto step = step_of(of);
  const auto who = who_must_act(council, of);
  const auto* standing = of.standing();
  if (stage == RoundStage::sealed && !of.in_force) return "The targets are sealed, and this indicator has none.";
  if (step == "sealed") return "The target is sealed.";
  if (step == "in_force") return "A target for " + of.year.words() + " is in force already.";
  if (step == "missing") return "Nothing has been proposed yet" + (who.empty() ? std::string(".") : ": it waits for the " + who + ".");
  if (step == "agreed") return "Agreed by the " + person_words(council, standing->decided_by) + " on " + standing->at.date().words() + ".";
  if (step == "returned") return "It came back to the " + who + ".";
  return "Proposed by the " + person_words(council, standing->proposed_by) + " on " + standing->at.date().words() +
         (step == "challenged" ? "; a challenge waits for an answer." : "; it waits for the " + who + " to agree.");
}

std::string whose(const Workbench& view) {
  if (!view.is_trial) return view.round.standing() ? "Proposed" : "In force";
  return !view.was_asked && view.round.year_before && collect::typed(*view.round.year_before).value == view.typed.value
             ? "If last year’s target stays"
             : "If it were";
}

void facts_row(Html& html, const Workbench& view) {
  const auto& d = view.definition();
  parts::facts(html, [&] {
    if (view.looked_at) parts::fact(html, whose(view), [&] { parts::large_figure(html, written(*view.looked_at, d)); });
    if (view.meaning.chance)
      parts::fact(html, "Chance of reaching it", assess::chance_written(*view.meaning.chance),
                  assess::words(*view.meaning.chance));
    if (view.facts.has_chance()) {
      const auto& outturn = *view.facts.forecast->outturn;
      parts::fact(html, "Expected in " + view.round.year.words(), indicator::written(outturn.value, d),
                  "four in five: " + indicator::written(outturn.likely->low, d) + " to " +
                      indicator::written(outturn.likely->high, d));
    }
    if (const auto* last = view.facts.last_year())
      parts::fact(html, last->year.words() + " came to", indicator::written(*last->outturn, d));
    if (d.baseline) parts::fact(html, "Baseline", indicator::written(d.baseline->number(), d), d.baseline_note);
  });
}

// What is expected, by which method and from how many figures, and what weighs against it.
void rests_on(Html& html, const Workbench& view) {
  std::string said;
  if (view.facts.forecast) {
    auto method = view.facts.forecast->method_words();
    if (!method.empty() && method[0] >= 'A' && method[0] <= 'Z') method[0] = static_cast<char>(method[0] + 32);
    said = "What is expected is " + method;
    for (const auto& one : view.facts.forecast->caveats) said += " " + one;
  }
  parts::small(html, [&] {
    html.text(said).text(said.empty() ? "" : " ");
    parts::link(html, "/help/targets#what-a-target-would-mean", "How the chance is found");
    html.text(" · ");
    parts::link(html, "/help/status", "What statuses mean");
    if (said.empty()) return;
    html.text(" · ");
    parts::link(html, "/help/forecast", "What a forecast is");
  });
}

void remarks(Html& html, const Workbench& view) {
  const auto& all = view.meaning.remarks;
  if (view.meaning.is_inside_noise) parts::inset(html, [&] {
    for (const auto& one : all)
      if (one.starts_with("It lies inside the noise")) parts::paragraph(html, one);
  });
  if (std::ssize(all) > view.meaning.is_inside_noise) parts::list(html, [&] {
    for (const auto& one : all)
      if (!one.starts_with("It lies inside the noise")) parts::item(html, one);
  });
  rests_on(html, view);
}

void past(Html& html, const Workbench& view) {
  if (view.facts.past.empty()) return;
  parts::heading(html, "Past targets");
  if (const auto said = assess::past_words(view.facts.past); !said.empty()) parts::paragraph(html, said);
  parts::Table table(html, "Past targets, met or missed",
                     {{"Year"}, {"Target", Column::Holds::number}, {"Came to", Column::Holds::number}, {"Status"}});
  for (std::size_t i = 0; i < view.past.size(); ++i) {
    const auto& line = view.past[i];
    const bool is_last = i + 1 == view.past.size() && view.facts.past[i].year.begins + 1 == view.round.year.begins;
    table.row()
        .head(line.year)
        .cell(line.target.empty() ? "–" : line.target)
        .cell(!line.outturn.empty()                ? line.outturn
              : is_last && !view.this_year.empty() ? view.this_year + " expected"
                                                   : "Not complete");
    table.cell([&] { parts::status(html, assess::mark_of(view.facts.past[i].rating)); });
  }
}

void others(Html& html, const Workbench& view) {
  parts::heading(html, "Other councils");
  parts::paragraph(html, view.others_words);
}

void history(Html& html, const Workbench& view) {
  if (view.history.empty()) return;
  parts::heading(html, "What was proposed, asked and decided", "history");
  for (const auto& line : view.history) {
    const auto at = kit::Moment::parse(line.at);
    parts::note(html, line.step + (line.target.empty() ? "." : " " + line.target + "."),
                line.said.empty() ? "No words were added." : line.said, line.who + ", " + (at ? at->words() : line.at));
  }
}

void after_the_seal(Html& html, const Workbench& view, RoundStage stage) {
  const bool sealed = stage == RoundStage::sealed;
  const auto address = council::path_to("indicators", view.definition().code);
  parts::paragraph(html, [&] {
    html.text(sealed ? "It changes in the year only by a proposal with a reason: " : "All about this indicator: ");
    if (sealed) parts::link(html, address + "/propose?what=target", "propose a change");
    else parts::link(html, address, view.definition().title);
    html.text(".");
  });
}

parts::Page no_target(const Workbench& view, parts::Page page) {
  const auto& d = view.definition();
  parts::lede(page.body, "This is a " + std::string(words(d.kind)) + " indicator" +
                             (indicator::takes_target(d.kind)
                                  ? ", and nobody has said which direction is good, or it ends before the year begins."
                                  : ", which never has a target."));
  parts::paragraph(page.body, [&] { parts::link(page.body, council::path_to("indicators", d.code), "All about " + d.code); });
  return page;
}

}  // namespace

parts::Page workbench_page(const Desk& desk, const assess::Picture& picture, const Workbench& view, const kit::Refusals& no) {
  const auto& d = view.definition();
  parts::Page page;
  page.title = "Target for " + view.round.year.words() + ": " + d.title;
  page.section = parts::Section::cycle;
  if (no.any() || view.no.any()) page.status = 422;
  auto& html = page.body;
  parts::thread(html, {{"Targets", "/targets?year=" + calendar::Period::year(view.round.year).slug()}, {d.code, ""}}, "Where you are");
  parts::error_summary(html, no.any() ? no : view.no);
  parts::title(html, d.title);
  parts::aside_line(html, "Target for " + view.round.year.words() + " · " + std::string(words(d.kind)) + " · " +
                              std::string(calendar::words(d.frequency)));
  if (!view.round.needs_target()) return no_target(view, std::move(page));

  if (!view.meaning.sentence.empty()) parts::lede(html, view.meaning.sentence);
  const auto stage = collect::round_stage(view.round.dates, view.round.is_sealed, desk.now);
  parts::paragraph(html, step_sentence(view, picture.council, stage) +
                             (stage == RoundStage::sealed ? "" : " " + words(stage, view.round.dates)));
  facts_row(html, view);
  remarks(html, view);
  try_a_target(html, view);
  auto chart = workbench_chart(picture, view);
  chart.csv = council::path_to("indicators", d.code) + ".csv";
  parts::chart(html, chart);
  history(html, view);
  challenge_form(html, view, desk, no);
  decision_form(html, view, desk, no);
  menu_of_offers(html, view, desk);
  proposal_form(html, view, desk, no);
  past(html, view);
  others(html, view);
  after_the_seal(html, view, stage);
  return page;
}

}  // namespace work
