#include "assess/unit_pages.h"

#include "assess/judged_store.h"
#include "assess/unit_view.h"
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

std::string indicators_link(const Request& asked, const UnitView& unit) {
  return council::link(asked, "/indicators", {{unit.is_directorate ? "directorate" : "service", unit.code}});
}

std::string lede(const UnitView& unit) {
  const int total = unit.counts.total();
  if (total == 0) return "No indicator belongs here yet.";
  const auto answers = unit.head.empty() ? unit.name + " has " : unit.head + " answers for ";
  const auto count = answers + std::to_string(total) + (total == 1 ? " indicator." : " indicators.");
  return unit.ratings == Ratings::shown ? count + " In " + unit.period + ": " + unit.counts.words() + "." : count;
}

void indicator_row(Html& html, parts::Table& table, const Request& asked, const UnitView& unit, const UnitIndicatorView& indicator) {
  table.row().head([&] {
    parts::link(html, council::link(asked, council::path_to("indicators", indicator.code)), indicator.title);
    parts::small(html, indicator.code + (unit.is_directorate ? " · " + indicator.service : "") + " · " + indicator.period);
  });
  table.cell(indicator.value).cell(indicator.target);
  if (unit.ratings == Ratings::shown) table.cell([&] { parts::status(html, indicator.mark); });
  table.cell([&] { parts::direction(html, indicator.heading, indicator.direction); });
}

void indicators_table(Html& html, const Request& asked, const UnitView& unit) {
  if (unit.indicators.empty()) return;
  parts::heading(html, "Indicators");
  std::vector<Column> columns = {{"Indicator", Column::Holds::words, Column::Width::wide},
                                 {"Figure", Column::Holds::number},
                                 {"Target", Column::Holds::number}};
  if (unit.ratings == Ratings::shown) columns.push_back({"Status"});
  columns.push_back({"Direction"});
  parts::Table table(html, "Indicators of " + unit.name + " in " + unit.period, columns);
  for (const auto& indicator : unit.indicators) indicator_row(html, table, asked, unit, indicator);
}

void how_to_read(Html& html, Ratings ratings) {
  parts::small(html, [&] {
    if (ratings == Ratings::shown) {
      parts::link(html, "/help/status", "What statuses mean");
      html.text(" · ");
    }
    parts::link(html, "/help/direction", "How direction is found");
  });
}

parts::Page unit_page(const Request& asked, const UnitView& unit) {
  parts::Page page;
  page.title = unit.name;
  page.section = parts::Section::indicators;
  auto& html = page.body;
  if (!unit.part_of.empty())
    parts::small(html, [&] {
      html.text("Part of ");
      parts::link(html, council::link(asked, council::path_to("services", unit.part_of)), unit.part_of_name);
    });
  parts::title(html, unit.name);
  parts::lede(html, lede(unit));
  if (unit.counts.total() > 0 && unit.ratings == Ratings::shown) {
    parts::status_key(html, parts::Shows::all);
    parts::status_bar(html, unit.counts);
  }
  if (unit.counts.total() > 0) {
    parts::paragraph(html, [&] { parts::link(html, indicators_link(asked, unit), "Filter and search these indicators"); });
  }
  if (!unit.money.empty())
    parts::paragraph(html, [&] {
      html.text(unit.money + " ");
      parts::link(html, council::link(asked, "/money"), "All money");
    });
  if (unit.is_directorate)
    parts::paragraph(html, [&] {
      parts::link(html, council::link(asked, council::path_to("services", unit.code) + "/report"),
                  "Make a report of its finance and performance");
    });
  indicators_table(html, asked, unit);
  how_to_read(html, unit.ratings);
  if (!unit.jobs.empty()) {
    parts::heading(html, "People");
    parts::list(html, [&] {
      for (const auto& job : unit.jobs) parts::item(html, job);
    });
  }
  return page;
}

void unit_line(Html& html, parts::Table& table, const Request& asked, const UnitLineView& unit, Ratings ratings) {
  table.row().head([&] {
    const auto address = council::link(asked, council::path_to("services", unit.code));
    if (unit.kind == "service") parts::link(html, address, unit.name);
    else html.el("strong", [&] { parts::link(html, address, unit.name); });
  });
  table.cell(unit.head).cell(std::to_string(unit.counts.total()));
  if (ratings == Ratings::shown) table.cell([&] { parts::status_bar(html, unit.counts); });
}

parts::Page units_page(const Request& asked, const UnitsView& view) {
  parts::Page page;
  page.title = "Directorates and services";
  page.section = parts::Section::indicators;
  auto& html = page.body;
  parts::title(html, "Who answers for what?");
  if (view.units.empty()) {
    parts::lede(html, "No directorate or service is known yet.");
    parts::paragraph(html, [&] { parts::link(html, "/import", "Bring in the Council sheet of the workbook"); });
    return page;
  }
  parts::lede(html, "Each indicator belongs to one service, and each service to a directorate.");
  parts::paragraph(html, [&] { parts::link(html, council::link(asked, "/money"), "How their money keeps to its budget"); });
  std::vector<Column> columns = {{"Directorate and service", Column::Holds::words, Column::Width::wide},
                                 {"Answers for it"},
                                 {"Indicators", Column::Holds::number}};
  if (view.ratings == Ratings::shown) {
    columns.push_back({"How they stand in " + view.period, Column::Holds::drawing});
    parts::status_key(html, parts::Shows::all);
    parts::small(html, [&] { parts::link(html, "/help/status", "What statuses mean"); });
  }
  parts::Table table(html, "Directorates and their services", columns);
  for (const auto& unit : view.units) unit_line(html, table, asked, unit, view.ratings);
  return page;
}

parts::Reply show_units(const Request& asked, Desk& desk) {
  const auto judged = judged_for(asked, desk);
  if (!judged) return parts::error_page(404, "There is no such period. Write it as in 2025-26-q2.");
  const auto view = units_view(*judged);
  if (auto data = kit::as_data(asked, view, "services.csv")) return *std::move(data);
  return units_page(asked, view);
}

parts::Reply show_unit(const Request& asked, Desk& desk) {
  const auto judged = judged_for(asked, desk);
  if (!judged) return parts::error_page(404, "There is no such period. Write it as in 2025-26-q2.");
  const auto* unit = judged->picture->council.unit(asked.value("code"));
  if (!unit) return parts::error_page(404, "There is no directorate or service with this code.");
  const auto view = unit_view(*judged, *unit);
  if (auto data = kit::as_data(asked, view, view.code + ".csv")) return *std::move(data);
  return unit_page(asked, view);
}

}  // namespace

const council::Routes& unit_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/services", council::May::read, show_units, "Directorates and services, with their indicators counted"},
      {kit::Method::get, "/services/{code}", council::May::read, show_unit, "One directorate or service and its indicators"},
  };
  return routes;
}

}  // namespace assess
