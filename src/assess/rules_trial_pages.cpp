#include "assess/rules_trial_pages.h"

#include "assess/rule_address.h"
#include "assess/shipped_rules.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "kit/secret.h"
#include "parts/form.h"
#include "parts/step_fields.h"
#include "parts/table.h"
#include "parts/text.h"

namespace assess {
namespace {

using council::Desk;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Column;
using parts::Reply;

void quarters_table(Html& html, const RecountView& view) {
  parts::heading(html, "The last four quarters");
  parts::Table table(html, "How many indicators have each status, and would have",
                     {{"Quarter"},
                      {"Better", Column::Holds::number},
                      {"On target", Column::Holds::number},
                      {"Close", Column::Holds::number},
                      {"Off target", Column::Holds::number},
                      {"Not rated", Column::Holds::number},
                      {"Would change", Column::Holds::number}});
  for (const auto& one : view.quarters) {
    table.row().head(one.quarter.words());
    for (const auto status : parts::all_statuses) {
      const auto now = std::to_string(one.now[status]), would = std::to_string(one.would[status]);
      table.cell(now == would ? now : now + " → " + would);
    }
    table.cell(std::to_string(one.changes));
  }
}

void moves_table(Html& html, const RecountView& view) {
  std::array<std::array<int, 5>, 5> moves{};
  for (const auto& one : view.changed) ++moves[static_cast<std::size_t>(one.now)][static_cast<std::size_t>(one.then)];
  parts::heading(html, view.quarter + ": from which status to which");
  parts::Table table(html, "Changes of status in " + view.quarter, {{"Now"}, {"Would be"}, {"Indicators", Column::Holds::number}});
  for (const auto now : parts::all_statuses)
    for (const auto then : parts::all_statuses) {
      const int count = moves[static_cast<std::size_t>(now)][static_cast<std::size_t>(then)];
      if (count == 0) continue;
      table.row().head([&] { parts::status(html, now); });
      table.cell([&] { parts::status(html, then); });
      table.cell(std::to_string(count));
    }
}

void changed_table(Html& html, const RecountView& view) {
  parts::heading(html, "Which indicators");
  parts::Table table(
      html, "Indicators whose status would change",
      {{"Indicator"}, {"Now"}, {"Would be"}, {"Why it would be so", Column::Holds::long_words, Column::Width::wide}});
  for (const auto& one : view.changed) {
    table.row().head([&] {
      parts::link(html, council::path_to("indicators", one.code), one.title);
      parts::small(html, one.code + " · " + one.period);
    });
    table.cell([&] { parts::status(html, one.now); });
    table.cell([&] { parts::status(html, one.then); });
    table.cell(one.why_then);
  }
}

std::string for_words(Scope scope) { return scope ? std::string(indicator::words(*scope)) + " indicators" : "the whole council"; }

void confirm_form(Html& html, const Desk& desk, const RuleEditions& rules, const RuleChange& change, const Refusals& no) {
  const auto* newest_one = newest(rules, change.scope);
  parts::heading(html, "Set it", "set");
  parts::form(html, "/rules/change", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "for", code(change.scope));
    parts::carried(html, "name", change.rule.name);
    parts::carried(html, "steps", written(change.rule.steps));
    if (change.gone) parts::carried(html, "gone", "yes");
    parts::carried(html, "seen", std::to_string(newest_one ? newest_one->edition : 0));
    parts::carried(html, "key", kit::random_name());
    parts::date_input(html,
                      {"from", "Counts for periods that end on this day or later",
                       "What ended before keeps the status it had. The fairest is the beginning of a year.",
                       parts::error_of("from", no)},
                      change.from);
    parts::textarea(html, {"reason", "Why", "Everybody who reads a status can read it.", parts::error_of("reason", no)}, change.reason);
    parts::input(
        html, {"authority", "On whose authority", "Such as “Cabinet, 14 July 2026”.", parts::error_of("authority", no)},
        change.authority);
    parts::buttons(html, [&] {
      parts::button(html, change.gone ? "Give up the rule" : "Set the rule");
      if (!change.gone) parts::quiet_link(html, address("/rules/change", change.scope, change.rule), "Change it further");
    });
  });
}

}  // namespace

Reply recount_page(const Request& asked, Desk& desk, const Picture& picture, const RuleChange& change, const Refusals& no) {
  const auto view = recount_view(recount(picture, newest_quarter(picture), change.scope, change.rule));
  if (auto data = kit::as_data(asked, view, "what-would-change.csv")) return *std::move(data);

  parts::Page page;
  page.title = "What would change";
  page.section = parts::Section::indicators;
  page.has_data = !no.any();
  if (no.any()) page.status = 422;
  auto& html = page.body;
  parts::thread(html,
                {{"Status rules", "/rules"},
                 {"Change", address("/rules/change", change.scope, change.rule)},
                 {"What would change", ""}},
                "Where you are");
  parts::error_summary(html, no);
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  parts::paragraph(html, (change.gone ? "Without a rule of its own, by " : "By ") + named(change.rule) +
                             ". It is for " + for_words(change.scope) + ". Nothing is kept until it is set below.");
  parts::small(html, [&] { parts::link(html, "/help/status", "How a rule gives a status"); });
  steps_to_read(html, step_views(change.rule));
  if (!view.cautions.empty()) parts::advice(html, "cautions", "What the rule asks for and some do not have", view.cautions);
  quarters_table(html, view);
  if (!view.changed.empty()) moves_table(html, view), changed_table(html, view);
  confirm_form(html, desk, picture.rules, change, no);
  return page;
}

void steps_to_read(Html& html, const std::vector<StepView>& steps) {
  parts::steps_told(html, [&] {
    for (const auto& step : steps)
      parts::item(html, [&] {
        parts::status(html, step.status);
        html.text(" " + step.when);
      });
  });
}

}  // namespace assess
