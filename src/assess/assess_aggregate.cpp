// `goldenthread assess aggregate`: every month of every indicator in each window, with its rating and direction.
#include <unordered_map>
#include <unordered_set>

#include "assess/aggregate.h"
#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/direction.h"
#include "assess/rating.h"
#include "indicator/target.h"
#include "kit/quote.h"

namespace assess {
namespace {

using calendar::Period;
using indicator::Submitted;
using Row = Table::Row;

struct Measure {
  indicator::Definition definition;
  indicator::Target target;  // of every year alike
  indicator::Tolerance tolerance;
  Series series{calendar::Frequency::monthly};
  std::unordered_set<int> months;
};
using Measures = std::unordered_map<std::string, Measure>;

struct Line {
  const Measure* measure;
  Period month;
};

indicator::Definition read_definition(Table& table, const Row& row) {
  indicator::Definition d;
  d.frequency = calendar::Frequency::monthly;
  d.aggregation = table.one_of(row, "aggregation", indicator::read_aggregation,
                               "sum, ratio, weighted_mean, snapshot, mean_of_snapshots, max, min, median, percentile");
  d.submitted = table.one_of(row, "submitted_as", indicator::read_submitted,
                             "in_period, cumulative, rolling12, cumulative_over_annual");
  d.polarity = table.one_of(row, "polarity", indicator::read_polarity, "high_good, low_good, in_range, neutral");
  d.judged = d.submitted == Submitted::rolling_12 ? indicator::Judged::rolling_12 : indicator::Judged::year_to_date;
  d.multiplier = table.decimal(row, "multiplier").value_or(kit::Decimal::whole(1));
  d.decimals = table.whole(row, "decimals", 0, 9).value_or(0);
  return d;
}

indicator::Target read_target(Table& table, const Row& row) {
  indicator::Target t;
  if (!table.text(row, "target_kind").empty())
    t.kind = table.one_of(row, "target_kind", indicator::read_target_kind,
                          "flat, linear, profile, explicit, range, trajectory");
  t.value = table.decimal(row, "annual_target");
  t.periods = table.list(row, "profile");
  t.baseline = table.decimal(row, "baseline");
  t.low = table.decimal(row, "range_low");
  t.high = table.decimal(row, "range_high");
  return t;
}

indicator::Tolerance read_tolerance(Table& table, const Row& row) {
  indicator::Tolerance tolerance;
  if (!table.text(row, "tolerance_type").empty())
    tolerance.kind =
        table.one_of(row, "tolerance_type", indicator::read_tolerance_kind, "relative, absolute, explicit");
  tolerance.size = table.decimal(row, "tolerance").value_or(kit::Decimal{});
  return tolerance;
}

Measures read_measures(Table& table) {
  Measures measures;
  for (const auto& row : table.rows()) {
    Measure measure{read_definition(table, row), read_target(table, row), read_tolerance(table, row)};
    const std::string name(table.needed_text(row, "measure"));
    if (!measures.emplace(name, std::move(measure)).second)
      table.fault(row, "measure", kit::quoted(name) + " stands here twice.");
  }
  return measures;
}

Part read_part(Table& table, const Row& row, const indicator::Definition& d) {
  const auto number = table.number(row, "numerator_or_value"), denominator = table.number(row, "denominator");
  if (!number) {
    if (denominator) table.fault(row, "numerator_or_value", "there is a denominator but no numerator.");
    return {};
  }
  if (denominator) return {{}, number, denominator};
  if (indicator::has_parts(d.aggregation)) table.fault(row, "denominator", "a ratio or weighted mean needs one.");
  return {number, {}, {}};
}

std::vector<Line> read_lines(Table& table, Measures& measures) {
  std::vector<Line> lines;
  for (const auto& row : table.rows()) {
    const auto found = measures.find(std::string(table.text(row, "measure")));
    const auto month = table.month(row, "month");
    if (found == measures.end())
      table.fault(row, "measure", "there is no definition of " + kit::quoted(table.text(row, "measure")) + ".");
    if (found == measures.end() || !month) continue;
    Measure& measure = found->second;
    if (!measure.months.insert(month->start).second) table.fault(row, "month", month->words() + " stands here twice.");
    measure.series.set(*month, read_part(table, row, measure.definition));
    lines.push_back({&measure, *month});
  }
  return lines;
}

Rating rating_of(const Measure& m, const Window& window, const indicator::Expected& expected) {
  const auto value = window.complete() ? window.value : std::nullopt;
  return rate(value, standard(expected, m.tolerance), m.definition.polarity, m.definition.decimals).rating;
}

Direction direction_of(const Measure& m, const Window& now, const Window& then, const indicator::Expected& expected) {
  const Pair pair{now.complete() ? now.value : std::nullopt, then.complete() ? then.value : std::nullopt, expected.low,
                  expected.high};
  return direction(pair, m.definition.polarity, {}, m.definition.decimals);
}

indicator::Expected expected_of(const Measure& m, const Period& month) {
  indicator::Target target = m.target;
  target.year = month.financial_year();
  return indicator::expected(target, m.definition, month);
}

constexpr std::string_view columns[] = {"measure",
                                        "month",
                                        "quarter",
                                        "in_period",
                                        "ytd",
                                        "ytd_available",
                                        "ytd_expected",
                                        "ytd_complete",
                                        "quarter_value",
                                        "quarter_available",
                                        "quarter_expected",
                                        "rolling12",
                                        "rolling_available",
                                        "rolling_complete",
                                        "ytd_target",
                                        "status",
                                        "same_point_last_year",
                                        "direction_vs_last_year"};

std::string_view yes_or_no(bool yes) { return yes ? "yes" : "no"; }

void write_line(kit::CsvWriter& out, std::string_view name, const Line& line) {
  const Measure& m = *line.measure;
  const Method how = method(m.definition);
  const auto to_date = year_to_date(m.series, how, line.month), three = quarter(m.series, how, line.month);
  const auto twelve = rolling_12(m.series, how, line.month);
  const auto now = judged(m.series, m.definition, line.month),
             then = judged(m.series, m.definition, line.month.year_before());
  const auto expected = expected_of(m, line.month);
  const int month_of_year = (line.month.start + 9) % 12;  // April is 0
  for (const auto& text : std::vector<std::string>{
           std::string(name), line.month.iso().substr(0, 7), std::to_string(month_of_year / 3 + 1),
           cell(in_period(m.series, how, line.month).value), cell(to_date.value), std::to_string(to_date.available),
           std::to_string(to_date.expected), std::string(yes_or_no(to_date.complete())), cell(three.value),
           std::to_string(three.available), std::to_string(three.expected), cell(twelve.value),
           std::to_string(twelve.available), std::string(yes_or_no(twelve.complete())), cell(expected.value),
           std::string(code(rating_of(m, now, expected))), cell(then.value),
           std::string(code(direction_of(m, now, then, expected)))})
    out.cell(text);
  out.end_row();
}

}  // namespace

kit::Verdict<std::string> assess_aggregate(std::istream& in, std::istream& measures_in) {
  Table definitions(measures_in, {"measure", "aggregation", "submitted_as", "polarity"}, "measures");
  Table table(in, {"measure", "month", "numerator_or_value"});
  kit::Refusals no;
  Measures measures;
  if (definitions.good()) measures = read_measures(definitions);
  const auto lines = definitions.good() && table.good() ? read_lines(table, measures) : std::vector<Line>();
  no.add(definitions.faults());
  no.add(table.faults());
  if (no.any()) return no;

  std::string text;
  kit::CsvWriter out(text, kit::For::machines);
  for (const auto column : columns) out.cell(column);
  out.end_row();
  for (std::size_t i = 0; i < lines.size(); ++i) write_line(out, table.text(table.rows()[i], "measure"), lines[i]);
  return text;
}

}  // namespace assess
