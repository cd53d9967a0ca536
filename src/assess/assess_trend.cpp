// `goldenthread assess regression` and `trend`: direction of travel over several periods.
#include <algorithm>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/process_chart.h"
#include "assess/trend.h"

namespace assess {
namespace {

using Row = Table::Row;

struct Series {
  std::string name;
  std::vector<Dated> figures;
};

std::vector<Series> read_series(Table& table) {
  std::vector<Series> all;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const auto& row : table.rows()) {
    const auto name = table.needed_text(row, "case_id");
    const auto [place, is_new] = places.emplace(name, all.size());
    if (is_new) all.push_back({std::string(name), {}});
    const auto date = table.date(row, "date");
    const auto figure = table.number(row, "value");
    if (date && figure) all[place->second].figures.push_back({*date, figure});
  }
  return all;
}

std::vector<double> in_order(std::vector<Dated> figures) {
  std::stable_sort(figures.begin(), figures.end(), [](const Dated& a, const Dated& b) { return a.on < b.on; });
  std::vector<double> numbers;
  for (const auto& dated : figures) numbers.push_back(*dated.figure);
  return numbers;
}

bool is_proportion(Table& table, const Row& row) {
  const auto type = table.needed_text(row, "type");
  if (type != "proportion" && type != "other") table.fault(row, "type", "type proportion or other.");
  return type == "proportion";
}

TrendMarker marker_of_proportions(Table& table, const Row& row) {
  const auto cases = table.numbers(row, "numerators"), of = table.numbers(row, "denominators");
  if (cases.size() != of.size()) table.fault(row, "denominators", "as many numbers as numerators are needed.");
  std::vector<Proportion> years;
  for (std::size_t i = 0; i < std::min(cases.size(), of.size()); ++i) years.push_back({cases[i], of[i]});
  return trend_marker(years);
}

TrendMarker marker_of_estimates(Table& table, const Row& row) {
  const auto values = table.numbers(row, "values");
  const auto low = table.numbers(row, "lower_cl"), high = table.numbers(row, "upper_cl");
  if (low.size() != values.size()) table.fault(row, "lower_cl", "as many numbers as values are needed.");
  if (high.size() != values.size()) table.fault(row, "upper_cl", "as many numbers as values are needed.");
  std::vector<Estimate> years;
  for (std::size_t i = 0; i < std::min({values.size(), low.size(), high.size()}); ++i)
    years.push_back({values[i], low[i], high[i]});
  return trend_marker(years);
}

}  // namespace

kit::Verdict<std::string> assess_regression(std::istream& in) {
  Table table(in, {"case_id", "date", "value"});
  Lines lines({"case_id", "last_k", "slope", "t", "p_value", "direction"});
  const auto all = table.good() ? read_series(table) : std::vector<Series>();
  if (!table.good()) return table.faults();
  for (const auto& series : all) {
    const auto figures = in_order(series.figures);
    for (const std::size_t last : {6u, 12u}) {
      if (figures.size() < last) continue;
      const auto found = regression(std::span(figures).last(last));
      lines.add({series.name, std::to_string(last), cell(found->slope), cell(found->t), cell(found->chance),
                 std::string(code(found->trend))});
    }
  }
  return std::move(lines).text();
}

kit::Verdict<std::string> assess_trend(std::istream& in) {
  Table table(in, {"case_id", "type"});
  Lines lines({"case_id", "expected", "chi_squared", "slope"});
  if (!table.good()) return table.faults();
  for (const auto& row : table.rows()) {
    const auto found = is_proportion(table, row) ? marker_of_proportions(table, row) : marker_of_estimates(table, row);
    lines.add({std::string(table.text(row, "case_id")), std::string(code(found.trend)), cell(found.chi_squared),
               cell(found.slope)});
  }
  if (!table.good()) return table.faults();
  return std::move(lines).text();
}

}  // namespace assess
