#include "work/targets_page.h"

#include <algorithm>

#include "assess/marks.h"
#include "assess/target_advice.h"
#include "kit/secret.h"
#include "parts/form.h"
#include "parts/status.h"
#include "parts/table.h"
#include "parts/text.h"

namespace work {
namespace {

using collect::RoundStage;
using council::Desk;
using council::May;
using kit::Html;
using parts::Column;

std::string slug(calendar::FinancialYear year) { return calendar::Period::year(year).slug(); }
std::string count_words(int count) { return count == 0 ? "–" : std::to_string(count); }

void services_table(Html& html, const TargetsView& view) {
  const bool any_in_force = view.tally.in_force > 0;
  std::vector<Column> columns = {{"Service", Column::Holds::words, Column::Width::wide},
                                 {"Needed", Column::Holds::number},
                                 {"Agreed", Column::Holds::number}};
  if (any_in_force) columns.push_back({"In force already", Column::Holds::number});
  for (const char* title : {"Proposed", "Came back", "Missing"}) columns.push_back({title, Column::Holds::number});
  parts::heading(html, "By service");
  parts::Table table(html, "Targets by service, " + view.year.words(), columns);
  for (const auto& line : view.services) {
    table.row().head([&] {
      parts::link(html, "/targets?year=" + slug(view.year) + "&unit=" + kit::url_encoded(line.service) + "#indicators",
                  line.name);
    });
    const auto& t = line.tally;
    table.cell(count_words(t.needed)).cell(count_words(t.agreed));
    if (any_in_force) table.cell(count_words(t.in_force));
    for (const int count : {t.proposed, t.returned, t.missing}) table.cell(count_words(count));
  }
}

void indicators_table(Html& html, const TargetsView& view) {
  const auto service = std::ranges::find(view.services, view.unit, &ServiceLine::service);
  if (service == view.services.end()) return;
  parts::heading(html, service->name, "indicators");
  parts::Table table(html, "Targets of " + service->name,
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {calendar::FinancialYear{view.year.begins - 1}.words(), Column::Holds::number},
                      {view.year.words(), Column::Holds::number},
                      {"Chance", Column::Holds::number},
                      {"Step"},
                      {"Waits for"}});
  for (const auto& line : view.lines) {
    if (line.service != view.unit) continue;
    table.row().head([&] {
      parts::link(html, line.address, line.title);
      parts::small(html, line.indicator);
    });
    table.cell(line.before.empty() ? "–" : line.before).cell(line.target.empty() ? "–" : line.target);
    table.cell([&] {
      const auto chance = line.chance ? line.chance : line.chance_if_held;
      html.text(chance ? assess::chance_written(*chance) : "–");
      if (chance)
        parts::small(html, std::string(assess::words(*chance)) + (line.chance ? "" : ", if " + line.before + " stays") +
                               "; from " + std::to_string(line.figures) + " figures");
    });
    table.cell(line.step_words).cell(line.waits_for.empty() ? "–" : line.waits_for);
  }
}

void seal_form(Html& html, const Desk& desk, const TargetsView& view, const kit::Refusals& no) {
  if (collect::why_not_sealed(view.tally, view.round, view.stage, desk.asker).any() && !no.any()) return;
  if (council::why_not(May::set_calendar, desk.asker).any()) return;
  parts::heading(html, "Seal the targets", "seal");
  parts::paragraph(html, "The agreed targets become those of " + view.year.words() +
                             ", all at once: " + view.tally.words() +
                             ". After that one changes only by a proposal with a reason. By itself it happens on " +
                             view.round.seal_day().words() + ".");
  parts::form(html, "/targets/seal", desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "year", slug(view.year));
    parts::button(html, "Seal the targets of " + view.year.words());
  });
}

void other_years(Html& html, const TargetsView& view) {
  const auto next = view.next;
  parts::paragraph(html, [&] {
    if (view.year != next) parts::link(html, "/targets", "Targets for " + next.words());
    else parts::link(html, "/targets?year=" + slug({next.begins - 1}), "Targets for " + calendar::FinancialYear{next.begins - 1}.words());
    html.text(" · ");
    parts::link(html, "/help/targets", "How targets are set, and what a chance means");
  });
}

}  // namespace

parts::Page targets_page(const Desk& desk, const assess::Picture& picture, const TargetsView& view, const kit::Refusals& no) {
  parts::Page page;
  page.title = "Targets for " + view.year.words();
  page.section = parts::Section::cycle;
  if (no.any()) page.status = 422;
  auto& html = page.body;
  parts::error_summary(html, no);
  parts::title(html, page.title);
  if (picture.empty()) {
    parts::paragraph(html, "There are no indicators yet. Bring in the council's plan and indicators first: then each target is set here.");
    return page;
  }
  parts::lede(html, view.lede);
  other_years(html, view);
  seal_form(html, desk, view, no);
  indicators_table(html, view);
  services_table(html, view);
  return page;
}

}  // namespace work
