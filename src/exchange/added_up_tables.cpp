#include "exchange/added_up_tables.h"

#include <algorithm>
#include <span>

#include "kit/number.h"
#include "parts/table.h"
#include "parts/text.h"

namespace exchange {
namespace {

using collect::AddedUp;
using kit::Html;
using parts::Column;
using Figures = std::span<const AddedUpFigure>;

constexpr std::size_t shown_open = 4;  // indicators whose periods need no unfolding

std::string commas(std::size_t count) { return kit::with_commas(static_cast<double>(count), 0); }

std::size_t count(Figures all, AddedUp how) {
  return static_cast<std::size_t>(std::ranges::count(all, how, &AddedUpFigure::how));
}

// The figures of one indicator follow one another.
std::vector<Figures> by_indicator(Figures all) {
  std::vector<Figures> each;
  for (std::size_t from = 0, to; from < all.size(); from = to) {
    for (to = from + 1; to < all.size() && all[to].code == all[from].code;) ++to;
    each.push_back(all.subspan(from, to - from));
  }
  return each;
}

std::string_view mark(AddedUp how) {
  switch (how) {
    case AddedUp::apportioned: return "Apportioned";
    case AddedUp::incomplete: return "Incomplete";
    case AddedUp::not_reaggregable: return "Cannot be added up";
    default: return "Added up";
  }
}

void counts_table(Html& html, const std::vector<Figures>& indicators) {
  constexpr auto number = Column::Holds::number;
  parts::Table table(html, "Periods of each indicator",
                     {{"Indicator"},
                      {"Added up", number},
                      {"Apportioned", number},
                      {"Incomplete", number},
                      {"Cannot be added up", number}});
  for (const auto& all : indicators) {
    table.row().head(all.front().code + " " + all.front().title);
    for (const auto how : {AddedUp::exact, AddedUp::apportioned, AddedUp::incomplete, AddedUp::not_reaggregable})
      table.cell(commas(count(all, how)));
  }
}

void periods_table(Html& html, Figures all) {
  const bool averages = std::ranges::any_of(all, [](const auto& each) { return !each.average.empty(); });
  std::vector<Column> columns = {{"Period"}, {"From", Column::Holds::long_words}, {"Figure", Column::Holds::number}};
  if (averages) columns.push_back({"Average of theirs, not used", Column::Holds::number});
  columns.push_back({"Mark"});
  parts::Table table(html, "Figures of " + all.front().title + ", added up", columns);
  for (const auto& each : all) {
    table.row().head(each.period).cell(each.from);
    table.cell([&] {
      if (each.figure.empty()) parts::muted(html, "None");
      else parts::strong(html, each.figure);
    });
    if (averages) table.cell(each.average);
    table.cell(mark(each.how));
  }
}

void why_no_averages(Html& html) {
  parts::small(html, [&] {
    html.text("Percentages are never averaged: what lies behind them is added, each council by its part, and divided once. ");
    parts::link(html, "/help/predecessors", "How the past of councils is added up");
  });
}

}  // namespace

void added_up_tables(Html& html, const std::vector<AddedUpFigure>& figures) {
  if (figures.empty()) return;
  const auto indicators = by_indicator(figures);
  parts::heading(html, "What is added up", "added-up");
  why_no_averages(html);
  if (indicators.size() > 1) counts_table(html, indicators);
  for (const auto& all : indicators) {
    const auto name = all.front().code + " " + all.front().title;
    const auto periods = commas(all.size()) + (all.size() == 1 ? " period" : " periods");
    if (indicators.size() <= shown_open) {
      parts::small_heading(html, name);
      periods_table(html, all);
    } else {
      parts::unfolding(html, name + ": " + periods, [&] { periods_table(html, all); });
    }
  }
}

}  // namespace exchange
