// The routes stand at the end: GET and POST /indicators/{indicator}/rebase, POST /indicators/{indicator}/rebase/take-back.
#include "assess/rebase_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "assess/process_drawing.h"
#include "assess/series_line.h"
#include "collect/entry.h"
#include "council/address.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "indicator/rebase_store.h"
#include "kit/secret.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"

namespace assess {
namespace {

using calendar::Period;
using council::Desk;
using council::May;
using indicator::Rebase;
using indicator::TypedRebase;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Reply;

std::string address_of(const Kept& kept) { return council::path_to("indicators", kept.now().code) + "/rebase"; }

const Kept* find(const Picture& picture, const Request& asked, const Desk& desk) {
  const auto* kept = picture.find(asked.value("indicator"));
  return kept && !council::why_not(May::rebase, desk.asker, collect::subject_of(kept->now())).any() ? kept : nullptr;
}

Reply nothing_here() {
  return parts::error_page(
      404,
      "There is no such indicator among those whose chart you may begin afresh. Start from the list of indicators.");
}

std::string period_words(const Kept& kept, const kit::Date& day) { return Period::containing(day, kept.now().frequency).words(); }

// As the indicator would be: its chart can be looked at before anything is decided.
Kept with(const Kept& kept, const kit::Date& day, const std::string& reason) {
  Kept made = kept;
  Rebase rebase;
  rebase.starts_on = day;
  rebase.edition = 1'000'000;
  rebase.reason = reason;
  made.rebases.push_back(rebase);
  std::ranges::stable_sort(made.rebases, {}, &Rebase::starts_on);
  return made;
}

void chart_of(Html& html, const Picture& picture, const Kept& kept) {
  const auto process = process_of(kept);
  if (!process.is_drawn()) return;
  const bool own = kept.in(process.periods.back()).judged == indicator::Judged::in_period;
  auto chart = own ? series_chart(picture, kept, points(picture, kept)) : process_by_itself(process, kept);
  if (own) draw_process(chart, process, kept);
  chart.csv = council::path_to("indicators", kept.now().code) + ".csv";
  parts::chart(html, chart);
}

std::vector<parts::Choice> periods_to_choose(const std::vector<Period>& periods) {
  std::vector<parts::Choice> choices = {{"", "Choose"}};
  for (auto period = periods.rbegin(); period != periods.rend() && *period != periods.front(); ++period)
    choices.push_back({period->first().iso(), period->words()});
  return choices;
}

void start_form(Html& html, const Desk& desk, const Kept& kept, const std::vector<Period>& periods,
                const TypedRebase& typed, const Refusals& no) {
  parts::form(html, address_of(kept), desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::select(html,
                  {"starts_on", "Begin afresh from", "The period in which the change took effect.",
                   parts::error_of("starts_on", no)},
                  periods_to_choose(periods), typed.starts_on);
    parts::textarea(
        html,
        {"reason", "What changed then, and how do you know?",
         "It stands on the chart. Begin afresh when the cause is known and lasts, not because the figures look better so.",
         parts::error_of("reason", no)},
        typed.reason);
    parts::buttons(html, [&] {
      parts::button_named(html, "step", "look", "Show how it would look");
      parts::button(html, "Begin the chart afresh");
    });
  });
}

void history(Html& html, const Picture& picture, const Kept& kept) {
  parts::heading(html, "What was decided before");
  if (kept.rebases.empty()) return parts::paragraph(html, "This chart has not been begun afresh by anybody.");
  parts::terms(html, [&] {
    for (const auto& rebase : kept.rebases) {
      const auto job = picture.council.job_of(rebase.by);
      parts::term(html, (rebase.gone ? "Taken back: from " : "Afresh from ") + period_words(kept, rebase.starts_on), [&] {
        html.text(rebase.reason);
        parts::small(html, (job.empty() ? "" : job + ", ") + rebase.at.date().words());
      });
    }
  });
}

void take_back_form(Html& html, const Desk& desk, const Kept& kept, const TypedRebase& typed, const Refusals& no) {
  const auto holding = indicator::in_force(kept.rebases);
  if (holding.empty()) return;
  std::vector<parts::Choice> choices;
  for (const auto* rebase : holding) choices.push_back({rebase->starts_on.iso(), period_words(kept, rebase->starts_on)});
  parts::heading(html, "Take one back");
  parts::form(html, address_of(kept) + "/take-back", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    parts::select(html, {"taken", "The one from", {}, parts::error_of("taken", no)}, choices, typed.starts_on);
    parts::textarea(html, {"why", "Why is it taken back?", {}, parts::error_of("why", no)}, no.any() ? typed.reason : "");
    parts::second_button(html, "Take it back");
  });
}

std::string lede_of(const IndicatorProcess& process, const Kept& kept) {
  if (process.why_not) return "This indicator has no process chart. " + *process.why_not;
  if (process.shift_since)
    return "Every figure since " + period_words(kept, *process.shift_since) +
           " lies on one side of the average. If you know why, average and limits can begin afresh there.";
  return "Average and limits can begin afresh at a period in which something lasting changed. Nothing here suggests that yet.";
}

// What was typed into one of the two forms, and which of them.
struct Typed {
  enum class Form : std::uint8_t { start, take_back };
  Form form = Form::start;
  TypedRebase rebase;
};

Reply page_of(const Desk& desk, const Picture& picture, const Kept& kept, const Typed& typed, const Refusals& no) {
  const auto process = process_of(kept);
  const bool starts = typed.form == Typed::Form::start;
  auto page = parts::form_page(parts::Section::indicators, "Begin the chart afresh: " + kept.now().title, no);
  auto& html = page.body;
  parts::thread(html,
                {{kept.now().code, council::path_to("indicators", kept.now().code)}, {"Begin the chart afresh", ""}},
                "Where you are");
  parts::error_summary(html, no);
  parts::title(html, kept.now().title);
  parts::lede(html, lede_of(process, kept));
  parts::paragraph(html, [&] { parts::link(html, "/help/process#when-a-chart-begins-afresh", "When a chart begins afresh"); });
  if (process.why_not) return page;
  const auto day = starts && !no.any() ? kit::Date::parse(typed.rebase.starts_on) : std::nullopt;
  if (day) parts::inset(html, "So the chart would look from " + period_words(kept, *day) + " on. Nothing is decided yet.");
  parts::two_columns(
      html,
      [&] {
        chart_of(html, picture, day ? with(kept, *day, typed.rebase.reason) : kept);
        start_form(html, desk, kept, process.periods, starts ? typed.rebase : TypedRebase{}, starts ? no : Refusals{});
      },
      [&] {
        history(html, picture, kept);
        take_back_form(html, desk, kept, starts ? TypedRebase{} : typed.rebase, starts ? Refusals{} : no);
      });
  return page;
}

Reply show_rebase(const Request& asked, Desk& desk) {
  const auto picture = picture_for({}, desk);
  const auto* kept = find(*picture, asked, desk);
  if (!kept) return nothing_here();
  return page_of(desk, *picture, *kept, {Typed::Form::start, {asked.asked("from"), ""}}, {});
}

indicator::Charted charted(const Kept& kept, const std::vector<Period>& periods) {
  return {kept.id, periods, kept.rebases, collect::subject_of(kept.now())};
}

void record(Desk& desk, const Kept& kept, const Rebase& decided, std::string what, const std::string& key) {
  auto tx = desk.db.write();
  auto deed = council::deed_of(desk, std::move(what), kept.now().code, "from " + period_words(kept, decided.starts_on), "rebase " + key);
  deed.particulars.became = decided.reason;
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) indicator::add_rebases(tx, std::span(&decided, 1), recorded.id);
  tx.commit();
}

Reply take_rebase(const Request& asked, Desk& desk) {
  const auto picture = picture_for({}, desk);
  const auto* kept = find(*picture, asked, desk);
  if (!kept) return nothing_here();
  const TypedRebase typed{asked.typed("starts_on"), asked.typed("reason")};
  if (asked.typed("step") == "look") return page_of(desk, *picture, *kept, {Typed::Form::start, typed}, {});
  const auto periods = process_of(*kept).periods;
  const auto decided = indicator::rebase(charted(*kept, periods), typed, desk.asker, desk.now);
  if (!decided) return page_of(desk, *picture, *kept, {Typed::Form::start, typed}, decided.refusals());

  record(desk, *kept, *decided, "rebase", asked.typed("key"));

  return council::see_other(
      desk, council::path_to("indicators", kept->now().code),
      "The chart begins afresh from " + period_words(*kept, decided->starts_on) + ". It can be taken back.");
}

Reply take_back(const Request& asked, Desk& desk) {
  const auto picture = picture_for({}, desk);
  const auto* kept = find(*picture, asked, desk);
  if (!kept) return nothing_here();
  const TypedRebase typed{asked.typed("taken"), asked.typed("why")};
  const auto periods = process_of(*kept).periods;
  const auto decided = indicator::take_back(charted(*kept, periods), typed, desk.asker, desk.now);
  if (!decided) return page_of(desk, *picture, *kept, {Typed::Form::take_back, typed}, decided.refusals());

  record(desk, *kept, *decided, "rebase taken back", asked.typed("key"));

  return council::see_other(desk, council::path_to("indicators", kept->now().code),
                            "Taken back. The chart reads as if it had never begun afresh from " +
                                period_words(*kept, decided->starts_on) + ".");
}

}  // namespace

const council::Routes& rebase_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/indicators/{indicator}/rebase", May::rebase, show_rebase,
       "Begins an indicator's process chart afresh: how it would look, and what was decided before"},
      {Method::post, "/indicators/{indicator}/rebase", May::rebase, take_rebase,
       "Begins the chart afresh from a period, with a reason, or shows how it would look"},
      {Method::post, "/indicators/{indicator}/rebase/take-back", May::rebase, take_back,
       "Takes a fresh start back, with a reason"},
  };
  return all;
}

}  // namespace assess
