#include "assess/money_pages.h"

#include "assess/money_view.h"
#include "assess/picture_store.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/table.h"
#include "parts/text.h"

namespace assess {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

std::string shown(const money::Pounds& sum) { return sum ? money::in_whole_pounds(*sum) : "not told"; }

std::string actual_shown(const money::Standing& standing) {
  const int missing = standing.months_without_actual;
  if (missing == 0) return shown(standing.actual);
  return shown(standing.actual) + ", " + std::to_string(missing) + (missing == 1 ? " month missing" : " months missing");
}

void money_line(Html& html, parts::Table& table, const Request& asked, const MoneyLineView& line) {
  table.row().head([&] {
    const auto address = line.code.empty() ? std::string() : council::link(asked, council::path_to("services", line.code));
    if (line.kind == "council") parts::strong(html, line.name);
    else if (line.kind == "directorate") html.el("strong", [&] { parts::link(html, address, line.name); });
    else parts::below(html, [&] { parts::link(html, address, line.name); });
  });
  const auto& s = line.standing;
  table.cell(shown(s.budget))
      .cell(shown(s.budget_to_date))
      .cell(actual_shown(s))
      .cell(shown(s.committed))
      .cell(shown(s.forecast))
      .cell(line.words);
}

void years_links(Html& html, const Request& asked, const MoneyView& view) {
  if (view.years.size() < 2) return;
  std::vector<parts::Link> links;
  for (const auto& year : view.years)
    links.push_back({year, year == view.year ? std::string() : council::link(asked, "/money", {{"year", year}})});
  parts::views(html, "Financial year", links);
}

parts::Page no_money_yet(const MoneyView& view) {
  parts::Page page;
  page.title = "Money";
  auto& html = page.body;
  parts::title(html, "No money has been brought in" + (view.years.empty() ? std::string(" yet") : " for " + view.year));
  parts::paragraph(
      html,
      "A file of money has a row for each directorate or service and month, with the columns unit, month and at least one of budget, actual, committed and forecast, in pounds. "
      "It is the sheet Money of the workbook, or money.csv.");
  parts::paragraph(html, [&] { parts::link(html, "/import", "Bring in a file of money"); });
  parts::paragraph(html, [&] { parts::link(html, "/help/money", "What each column means"); });
  return page;
}

parts::Page money_page(const Request& asked, const MoneyView& view, const std::string& sentence) {
  parts::Page page;
  page.title = "Money " + view.year;
  auto& html = page.body;
  parts::title(html, "Is the money keeping to its budget?");
  parts::lede(html, sentence);
  years_links(html, asked, view);
  const auto to = view.to.empty() ? std::string("to date") : "to end of " + view.to;
  parts::Table table(html, "Money of " + view.year + " by directorate and service",
                     {{"Directorate and service", Column::Holds::words},
                      {"Budget of the year", Column::Holds::number},
                      {"Budget " + to, Column::Holds::number},
                      {"Actual " + to, Column::Holds::number},
                      {"Committed", Column::Holds::number},
                      {"Forecast of the year", Column::Holds::number},
                      {"Forecast against budget", Column::Holds::long_words}});
  for (const auto& line : view.lines) money_line(html, table, asked, line);
  return page;
}

parts::Reply show_money(const Request& asked, Desk& desk) {
  const auto picture = picture_for(asked, desk);
  const auto wanted = asked.asked("year");
  const auto year = wanted.empty() ? std::optional(newest_year_of_money(*picture)) : calendar::FinancialYear::read(wanted);
  if (!year) return parts::error_page(404, "There is no such year. Write it as in 2025/26.");

  const auto view = money_view(*picture, *year);
  if (auto data = kit::as_data(asked, view, "money.csv")) return *std::move(data);
  if (view.empty()) return no_money_yet(view);
  auto page = money_page(
      asked, view,
      money_sentence(money::council_standing(picture->council, picture->money, *year, calendar::Period::year(*year))));
  parts::small(page.body, "Shown to the nearest pound; the data have the pence. What comes in is below zero.");
  parts::paragraph(page.body, [&] { parts::link(page.body, "/help/money", "How these are added up"); });
  return page;
}

}  // namespace

const council::Routes& money_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/money", council::May::read, show_money,
       "Budget, actual, commitments and forecast of a year, by directorate and service"},
  };
  return routes;
}

}  // namespace assess
