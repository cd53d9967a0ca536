#include "assess/set_pages.h"

#include "assess/indicator_set.h"
#include "assess/picture_store.h"
#include "council/address.h"
#include "kit/number.h"
#include "kit/tell.h"
#include "parts/error_page.h"
#include "parts/table.h"
#include "parts/text.h"

namespace assess {
namespace {

using calendar::FinancialYear;
using council::Desk;
using kit::Request;
using parts::Column;

// -- what the page says, in any telling ---------------------------------------------------------------------

struct RowView {
  std::string code, title;
  int core = 0, service = 0, health = 0, total = 0;
};
template <class Teller>
void describe(Teller& t, const RowView& row) {
  t.field("code", row.code);
  t.field("title", row.title);
  t.field("core", row.core);
  t.field("service", row.service);
  t.field("organisational_health", row.health);
  t.field("total", row.total);
}

struct ChangeView {
  std::string indicator, title, change, reason;
};
template <class Teller>
void describe(Teller& t, const ChangeView& change) {
  t.field("indicator", change.indicator);
  t.field("title", change.title);
  t.field("change", change.change);
  t.field("reason", change.reason);
}

struct SetView {
  FinancialYear year;
  std::string word;  // "commitment"
  std::vector<RowView> rows;
  RowView total;
  int before = 0, added = 0, removed = 0, outside = 0;
  std::vector<ChangeView> changes;
};
template <class Teller>
void describe(Teller& t, const SetView& view) {
  t.field("year", view.year.words());
  t.field("total", view.total.total);
  t.field("year_before", view.before);
  t.field("added", view.added);
  t.field("removed", view.removed);
  t.rows("rows", view.rows);
  t.list("changes", view.changes);
}

RowView row_view(const SetRow& row) {
  RowView view{"", "Without a line to the plan", row.core, row.service, row.health, row.total()};
  if (row.priority) view.code = row.priority->code, view.title = row.priority->title;
  return view;
}

SetView set_view(const Picture& picture, FinancialYear year) {
  const auto set = indicator_set(picture, year);
  SetView view{year, picture.council.setting("priority_word")};
  for (const auto& row : set.rows) view.rows.push_back(row_view(row));
  view.total = row_view(set.total);
  view.total.title = "Total";
  view.before = set.before, view.added = set.added, view.removed = set.removed, view.outside = set.outside;
  for (const auto& change : set.changes)
    view.changes.push_back({change.kept->now().code, change.kept->now().title, std::string(words(change.kind)), change.reason});
  return view;
}

// -- the page ------------------------------------------------------------------------------------------------

std::string lede(const SetView& view) {
  const auto& total = view.total;
  auto text = "The " + view.year.words() + " set holds " + std::to_string(total.total) + " indicators: " +
              std::to_string(total.core) + " core, " + std::to_string(total.service) + " of services and " +
              std::to_string(total.health) + " of organisational health.";
  if (view.before == 0) return text;
  return text + " The year before it held " + std::to_string(view.before) + ": " + std::to_string(view.before) + " + " +
         std::to_string(view.added) + " new − " + std::to_string(view.removed) + " removed = " + std::to_string(total.total) + ".";
}

void year_links(kit::Html& html, const Request& asked, const SetView& view) {
  html.el("ul", {{"class", "chips"}}, [&] {
    for (int begins = view.year.begins - 1; begins <= view.year.begins + 1; ++begins) {
      const FinancialYear year{begins};
      const bool here = year == view.year;
      const auto address = council::link(asked, "/set", {{"year", year.words()}});
      html.el("li", [&] {
        html.el("a", {{"class", "chip"}, {"href", address}, {"aria-current", "page", here}}, year.words());
      });
    }
  });
}

void counts_row(parts::Table& table, const RowView& row) {
  table.row().head(row.title);
  for (int count : {row.core, row.service, row.health, row.total}) table.cell(std::to_string(count));
}

void counts_table(kit::Html& html, const SetView& view) {
  parts::heading(html, "By " + view.word);
  parts::Table table(html, "Indicators in the " + view.year.words() + " set by " + view.word + " and report section",
                     {{view.word == "commitment" ? "Commitment" : "Priority"},
                      {"Core, monthly", Column::Holds::number},
                      {"Service", Column::Holds::number},
                      {"Organisational health", Column::Holds::number},
                      {"Total", Column::Holds::number}});
  for (const auto& row : view.rows) counts_row(table, row);
  counts_row(table, view.total);
}

void changes_table(kit::Html& html, const Request& asked, const SetView& view) {
  parts::heading(html, "What changed from the year before");
  if (view.changes.empty()) {
    parts::paragraph(html, "Nothing has changed.");
    return;
  }
  parts::Table table(html, "Changes to the set in " + view.year.words(),
                     {{"Change"}, {"Indicator", Column::Holds::long_words}, {"Why", Column::Holds::long_words}});
  for (const auto& change : view.changes) {
    const auto address = council::link(asked, council::path_to("indicators", change.indicator));
    table.row().head(change.change).cell([&] {
      parts::link(html, address, change.title);
      parts::muted(html, " " + change.indicator);
    });
    table.cell(change.reason);
  }
}

parts::Page set_page(const Request& asked, const SetView& view) {
  parts::Page page;
  page.title = "Indicator set " + view.year.words();
  page.section = parts::Section::set;
  parts::title(page.body, "What does the council measure?");
  parts::lede(page.body, lede(view));
  year_links(page.body, asked, view);
  counts_table(page.body, view);
  if (view.outside > 0)
    parts::small(page.body,
                 "Beside the set stand " + kit::in_words(view.outside) + " contextual, place-based and management indicators.");
  changes_table(page.body, asked, view);
  return page;
}

parts::Reply show_set(const Request& asked, Desk& desk) {
  const auto picture = picture_for(asked, desk);
  const auto wanted = asked.asked("year");
  const auto year = wanted.empty() ? calendar::Period::containing(picture->as_at.date(), calendar::Frequency::annual).financial_year()
                                   : FinancialYear::read(wanted).value_or(FinancialYear{});
  if (year.begins == 0) return parts::error_page(404, "There is no such year. Write it as 2025/26.");

  const auto view = set_view(*picture, year);
  if (asked.format == "json") return kit::Response::json(kit::told_as_json(view));
  if (asked.format == "csv") return kit::Response::csv(kit::told_as_csv(view, kit::For::people), "indicator-set.csv");
  return set_page(asked, view);
}

}  // namespace

const council::Routes& set_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/set", council::May::read, show_set,
       "The indicator set of a year: counts by priority and section, and what changed"},
  };
  return routes;
}

}  // namespace assess
