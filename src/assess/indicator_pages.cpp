#include "assess/indicator_pages.h"

#include "assess/board_view.h"
#include "assess/formula_pages.h"
#include "assess/indicator_card.h"
#include "assess/indicator_chart.h"
#include "assess/indicator_figures.h"
#include "assess/indicator_list.h"
#include "assess/judged_store.h"
#include "assess/marks.h"
#include "assess/picture_store.h"
#include "assess/sentences.h"
#include "assess/shipped_rules.h"
#include "collect/control_store.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/text.h"

namespace assess {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;

std::string capital(std::string_view words) {
  std::string made(words);
  if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 32);
  return made;
}

std::string in_one_line(const IndicatorPageView& view) {
  const auto& d = view.definition();
  const auto& council = view.picture->council;
  auto text = capital(indicator::words(d.kind)) + " indicator, " + std::string(calendar::words(d.frequency)) + " · " +
              std::string(indicator::words(d.polarity));
  if (indicator::is_computed(d)) return text + " · computed from others";
  if (const auto owner = council.job_of(d.owner); !owner.empty()) text += " · entered by the " + owner;
  if (const auto checker = council.job_of(d.checker); !checker.empty()) text += ", checked by the " + checker;
  return text;
}

std::string value_label(const IndicatorPageView& view) {
  const auto& j = view.judgement;
  auto label = j.period.words();
  if (j.definition->frequency == calendar::Frequency::annual) return label;
  if (j.definition->judged == indicator::Judged::year_to_date) label += ", year to date";
  if (j.definition->judged == indicator::Judged::rolling_12) label += ", twelve months";
  return label;
}

std::string value_words(const Judgement& j) {
  StandingView standing;
  standing.judgement = &j;
  return standing.value();
}

std::string beside_value(const Judgement& j) {
  if (j.figure && j.figure->added_up != collect::AddedUp::no) return std::string(collect::words(j.figure->added_up));
  return j.provisional ? "provisional [p]" : j.unchecked ? "unchecked [u]" : "";
}

void facts(Html& html, const IndicatorPageView& view) {
  const auto& j = view.judgement;
  const auto& d = view.definition();
  parts::facts(html, [&] {
    parts::fact(html, value_label(view), value_words(j), beside_value(j));
    if (const auto target = target_words(j.expected, d); !target.empty()) parts::fact(html, "Target", target);
    if (ratings(*view.picture) == Ratings::shown) {
      const auto instead = is_rated(j.rating) ? std::string_view() : words(j.rating);
      parts::fact(html, "Status", [&] { parts::status(html, mark_of(j.rating), instead); });
    }
    signal_facts(html, view);
    direction_fact(html, view);
    if (d.baseline) parts::fact(html, "Baseline", indicator::written(d.baseline->number(), d), d.baseline_note);
  });
}

void newest_note(Html& html, const IndicatorPageView& view) {
  const auto* figure = view.judgement.figure;
  if (!figure || figure->note.empty()) return;
  const auto job = view.picture->council.job_of(figure->entered_by);
  parts::note(html, indicator::is_computed(view.kept->in(figure->period)) ? "" : "What happened, and what next.", figure->note,
              (job.empty() ? std::string() : job + ", ") + figure->at.date().words() + " · " + figure->period.words());
}

std::string_view why_heading(Rating rating) {
  switch (rating) {
    case Rating::blue: return "Why better than target";
    case Rating::green: return "Why on target";
    case Rating::amber: return "Why close";
    case Rating::red: return "Why off target";
    default: return "Why there is no status";
  }
}

void why_card(Html& html, const Request& asked, const IndicatorPageView& view) {
  const auto& j = view.judgement;
  const bool rated = ratings(*view.picture) == Ratings::shown;
  if (!rated && j.direction_why.empty()) return;
  parts::heading(html, rated ? why_heading(j.rating) : "Direction", "why");
  if (rated)
    parts::paragraph(html, [&] {
      html.text(j.why).text(" ");
      parts::link(html, council::link(asked, "/rules"), capital(j.step >= 0 ? named(*j.rule) : std::string("the rule")));
      html.text(" · ");
      parts::link(html, "/help/status", "What statuses mean");
    });
  if (!j.direction_why.empty())
    parts::paragraph(html, [&] {
      html.text(j.direction_why).text(" ");
      parts::link(html, "/help/direction", "How direction is found");
    });
}

// What internal audit found, and when.
void control_line(Html& html, const std::vector<collect::ControlCheck>& checks) {
  if (checks.empty()) return;
  parts::heading(html, "Control check");
  parts::paragraph(html, std::string(collect::words(checks.front().result)) + ", checked by internal audit on " +
                             checks.front().checked_on.words() + ".");
}

// All that is known of it on paper or as a file; not of one that has left the set, and of what the council does not publish for
// those alone who read reports in full.
void way_to_report(Html& html, const Request& asked, const IndicatorPageView& view, const council::Asker& asker) {
  const bool may_be_read = view.kept->now().published || !council::why_not(council::May::read_reports_in_full, asker).any();
  if (view.kept->now().ends || !may_be_read) return;
  parts::paragraph(html, [&] {
    parts::link(html, council::link(asked, council::path_to("indicators", view.kept->now().code) + "/report"),
                "Make a report of this indicator");
  });
}

// For whoever enters its figures, or answers for them.
void way_to_correct(Html& html, const IndicatorPageView& view, const council::Asker& asker) {
  const auto& d = view.definition();
  const auto* figure = view.judgement.figure;
  const council::Subject subject{d.owner, d.checker, d.deputy, d.service, d.portfolio};
  if (view.picture->is_past) return;
  if (figure && !indicator::is_computed(view.kept->in(figure->period)) &&
      !council::why_not(council::May::enter_figures, asker, subject).any())
    parts::paragraph(html, [&] {
      parts::link(html, council::path_to("my-figures", d.code) + "/" + figure->period.slug(),
                  "Correct the figure for " + figure->period.words());
    });
  if (!council::why_not(council::May::propose_change, asker, subject).any())
    parts::paragraph(html, [&] {
      parts::link(html, council::path_to("indicators", d.code) + "/propose", "Propose a target or a new definition");
    });
  if (indicator::takes_target(d.kind) && !council::why_not(council::May::own_account, asker).any())
    parts::paragraph(html, [&] {
      parts::link(html, council::path_to("targets", d.code), "The target for the coming year: what each would mean");
    });
  if (!view.kept->now().ends && !council::why_not(council::May::hand_over, asker, subject).any())
    parts::paragraph(html, [&] { parts::link(html, council::path_to("owners", d.code), "Change who enters and checks its figures"); });
  if (!view.kept->now().ends && !council::why_not(council::May::see_completion, asker, subject).any())
    parts::paragraph(html, [&] {
      parts::link(html, council::path_to("quality", d.code),
                  "How far its figures can be trusted: lateness, gaps, changes and returns");
    });
}

void over_time(Html& html, const Request& asked, const IndicatorPageView& view, const council::Asker& asker) {
  charts(html, asked, view);
  fresh_starts(html, view, asker);
  newest_note(html, view);
  outlook_section(html, view.outlook, view.kept->now());
  compared_section(html, view.compared);
}

void beside_it(Html& html, const Request& asked, const IndicatorPageView& view) {
  why_card(html, asked, view);
  sureness_card(html, view);
  target_card(html, view);
  other_threads(html, asked, view);
  computed_from(html, asked, view);
  used_in_list(html, asked, view);
  kin_list(html, asked, view);
}

parts::Page indicator_page(const Request& asked, const IndicatorPageView& view, const council::Asker& asker,
                           const std::vector<collect::ControlCheck>& checks) {
  parts::Page page;
  const auto& d = view.definition();
  page.title = d.code + " " + d.title;
  page.section = parts::Section::indicators;
  auto& html = page.body;
  html.reserve(96 * 1024);
  threads(html, asked, view);
  parts::title(html, d.title);
  parts::aside_line(html, in_one_line(view));
  if (view.kept->now().ends)
    parts::inset(
        html, "This indicator left the set after " + view.kept->now().ends->words() + ". " + view.kept->now().reason);
  facts(html, view);
  parts::two_columns(
      html, [&] { over_time(html, asked, view, asker); }, [&] { beside_it(html, asked, view); },
      [&] { what_it_is(html, view); });
  figures_table(html, view);
  way_to_report(html, asked, view, asker);
  way_to_correct(html, view, asker);
  definition_card(html, asked, view);
  control_line(html, checks);
  editions_table(html, view);
  return page;
}

// A reference of an earlier edition leads to the one of today.
std::optional<kit::Response> renumbered(const Request& asked, const Kept& kept) {
  std::string code = asked.value("code");
  for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  std::string now = kept.now().code;
  for (char& c : now) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  if (code == now) return std::nullopt;
  const auto ending = asked.format == "html" || asked.format.empty() ? std::string() : '.' + asked.format;
  return kit::Response::see_other(council::link(asked, council::path_to("indicators", kept.now().code) + ending));
}

parts::Reply show_list(const Request& asked, Desk& desk) {
  const auto judged = judged_for(asked, desk);
  if (!judged) return parts::error_page(404, "There is no such period. Write it as in 2025-26-q2.");
  const auto to = narrowing(asked);
  const auto view = list_view(*judged, narrowed(*judged, to));
  if (auto data = kit::as_data(asked, view, "indicators.csv")) return *std::move(data);
  return list_page(asked, *judged, view, to);
}

}  // namespace

parts::Reply indicator_reply(const Request& asked, Desk& desk, const ComparedBy& compared) {
  const auto picture = picture_for(asked, desk);
  const auto* kept = picture->find(asked.value("code"));
  if (!kept)
    return parts::error_page(404, "There is no indicator with the reference " + asked.value("code") +
                                      ". Look for it in the list of indicators.");
  if (auto there = renumbered(asked, *kept)) return *there;
  const auto wanted = asked.asked("period");
  const auto period = wanted.empty() ? std::nullopt : calendar::read_slug(wanted);
  if (!wanted.empty() && !period) return parts::error_page(404, "There is no such period. Write it as in 2025-26-q2.");

  auto view = indicator_view(picture, *kept, period);
  view.compared = compared(*picture, *kept);
  if (auto data = kit::as_data(asked, view, kept->now().code + ".csv")) return *std::move(data);
  std::vector<collect::ControlCheck> checks;
  if (!picture->is_past) {
    auto tx = desk.db.read();
    checks = collect::controls_of(tx, kept->id);
  }
  return indicator_page(asked, view, desk.asker, checks);
}

const council::Routes& indicator_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/indicators", council::May::read, show_list, "All indicators, by priority; can be searched and narrowed"},
  };
  return routes;
}

}  // namespace assess
