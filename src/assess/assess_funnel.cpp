// `goldenthread assess funnel`: which places lie outside what chance allows around the average, or the limits as
// curves.
#include <algorithm>
#include <cmath>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/funnel.h"
#include "assess/sums.h"

namespace assess {
namespace {

using Row = Table::Row;

constexpr double per_cent = 100, per_100_000 = 100'000;

// A place: its count, and what the count stands against: all there are, the population, or the events expected.
struct Counted {
  std::string area;
  double count, against;
};

struct Read {
  std::vector<Counted> places;
  double average = 1;  // of all together; of a ratio it is one
  double largest = 0;  // what stands against the largest count
};

Read read_places(Table& table, FunnelOf of) {
  const bool is_ratio = of == FunnelOf::ratio;
  const auto against = is_ratio ? "expected" : "n";
  Read read;
  Sum counts, all;
  for (const auto& row : table.rows()) {
    const Counted place{std::string(table.text(row, "area")), table.needed_number(row, is_ratio ? "observed" : "x", 0),
                        table.needed_number(row, against, 0)};
    if (place.against == 0) table.fault(row, against, "more than 0 is needed to divide by.");
    if (of == FunnelOf::proportion && place.count > place.against)
      table.fault(row, "x", "there cannot be more cases than there are in all.");
    counts.add(place.count);
    all.add(place.against);
    read.largest = std::max(read.largest, place.against);
    read.places.push_back(place);
  }
  if (!is_ratio && all.value() > 0) read.average = counts.value() / all.value();
  return read;
}

std::vector<std::string> point_columns(FunnelOf of) {
  switch (of) {
    case FunnelOf::rate:
      return {"area", "x", "n", "rate", "average", "significance"};
    case FunnelOf::ratio:
      return {"area", "observed", "expected", "ratio", "significance"};
    case FunnelOf::proportion:
      break;
  }
  return {"area", "x", "n", "value", "average", "lower_2s", "lower_3s", "upper_2s", "upper_3s", "significance"};
}

void add_proportion(Lines& lines, const Counted& place, double average) {
  const double share = place.count / place.against;
  const auto funnel = proportion_funnel(average, place.against);
  std::vector<std::string> cells = {place.area, cell(place.count), cell(place.against)};
  for (const double number : {share, average, funnel.two.low, funnel.three.low, funnel.two.high, funnel.three.high})
    cells.push_back(cell(per_cent * number));
  cells.emplace_back(code(significance(share, funnel)));
  lines.add(cells);
}

void add_point(Lines& lines, const Counted& place, const Read& read, FunnelOf of) {
  if (of == FunnelOf::proportion) return add_proportion(lines, place, read.average);
  const double per = of == FunnelOf::rate ? per_100_000 : per_cent;
  std::vector<std::string> cells = {place.area, cell(place.count), cell(place.against),
                                    cell(per * place.count / place.against)};
  if (of == FunnelOf::rate) cells.push_back(cell(per * read.average));
  cells.emplace_back(code(count_significance(place.count, read.average * place.against)));
  lines.add(cells);
}

double on_the_page(double share) { return per_cent * std::clamp(share, 0.0, 1.0); }

std::string curve_of_proportion(const Read& read) {
  Lines lines({"Population", "lower_2s_limit", "upper_2s_limit", "lower_3s_limit", "upper_3s_limit", "baseline",
               "statistic", "method"});
  for (const double of : places_of_curve(std::ceil(read.largest))) {
    const auto [two, three] = proportion_funnel(read.average, of);
    lines.add({cell(of), cell(on_the_page(two.low)), cell(on_the_page(two.high)), cell(on_the_page(three.low)),
               cell(on_the_page(three.high)), cell(per_cent * read.average), "proportion", "Wilson"});
  }
  return std::move(lines).text();
}

struct Curve {
  std::string places, expected;  // names of columns
  double base, per;              // what an average place has, and how much of the last stands for one event
  std::vector<std::string> last_columns, last_cells;
};

Curve curve_words(const Read& read, FunnelOf of) {
  if (of == FunnelOf::ratio) return {"Observed_events", "exp_events", per_cent, 1, {}, {"ratio (isr)", "Poisson"}};
  const double average = per_100_000 * read.average;
  return {"Events",         "population_1_year", average,
          1 / read.average, {"baseline"},        {cell(average), "rate (crude per 100,000)", "Poisson"}};
}

std::string curve_of_events(const Read& read, FunnelOf of) {
  const auto curve = curve_words(read, of);
  std::vector<std::string> columns = {curve.places};
  for (const std::string limit : {"lower_2s_", "upper_2s_", "lower_3s_", "upper_3s_"})
    columns.insert(columns.end(), {limit + curve.expected, limit + "limit"});
  columns.insert(columns.end(), curve.last_columns.begin(), curve.last_columns.end());
  columns.insert(columns.end(), {"statistic", "method"});
  Lines lines(columns);
  for (const double events : places_of_curve(std::ceil(read.largest * read.average))) {
    const auto [two, three] = expected_of(events);
    std::vector<std::string> cells = {cell(events)};
    for (const double expected : {two.high, two.low, three.high, three.low})
      cells.insert(cells.end(), {cell(expected * curve.per), cell(curve.base * events / expected)});
    cells.insert(cells.end(), curve.last_cells.begin(), curve.last_cells.end());
    lines.add(cells);
  }
  return std::move(lines).text();
}

}  // namespace

kit::Verdict<std::string> assess_funnel(std::istream& in, FunnelOf of, Drawn drawn) {
  const bool is_ratio = of == FunnelOf::ratio;
  Table table(in, {"area", is_ratio ? "observed" : "x", is_ratio ? "expected" : "n"});
  const auto read = table.good() ? read_places(table, of) : Read();
  if (!table.good()) return table.faults();
  if (drawn == Drawn::curve) return of == FunnelOf::proportion ? curve_of_proportion(read) : curve_of_events(read, of);

  Lines lines(point_columns(of));
  for (const auto& place : read.places) add_point(lines, place, read, of);
  return std::move(lines).text();
}

}  // namespace assess
