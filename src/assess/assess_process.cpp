// `goldenthread assess spc`: the process chart of each series, point by point or in one line.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/process_chart.h"
#include "kit/quote.h"

namespace assess {
namespace {

using indicator::Polarity;
using Row = Table::Row;

struct Series {
  std::string name;
  Process process;
  std::vector<Dated> figures;
  std::unordered_set<int> days;
};

std::optional<Polarity> read_aim(std::string_view word) {
  if (word == "increase") return Polarity::high_good;
  if (word == "decrease") return Polarity::low_good;
  return word == "neutral" ? std::optional(Polarity::neutral) : std::nullopt;
}

std::vector<kit::Date> read_rebases(Table& table, const Row& row) {
  std::vector<kit::Date> dates;
  const auto all = table.text(row, "rebase_dates");
  for (std::size_t at = 0; at < all.size();) {
    const auto end = std::min(all.find(';', at), all.size());
    const auto date = kit::Date::parse(all.substr(at, end - at));
    if (!date) table.fault(row, "rebase_dates", "type dates such as 2025-07-31 with semicolons between.");
    if (date) dates.push_back(*date);
    at = end + 1;
  }
  return dates;
}

Process read_process(Table& table, const Row& row) {
  Process process;
  process.polarity = table.one_of(row, "improvement_direction", read_aim, "increase, decrease, neutral");
  process.target = table.number(row, "target");
  process.rebases = read_rebases(table, row);
  process.fix_after = table.whole(row, "fix_after_n_points", 12, 1'000'000);
  process.screen = table.yes(row, "screen_outliers", true) ? Screen::on : Screen::off;
  return process;
}

std::vector<Series> read_series(Table& table) {
  std::vector<Series> all;
  std::unordered_set<std::string_view> names;
  for (const auto& row : table.rows()) {
    const auto name = table.needed_text(row, "case_id");
    if (!names.insert(name).second) table.fault(row, "case_id", kit::quoted(name) + " stands here twice.");
    all.push_back({std::string(name), read_process(table, row)});
  }
  return all;
}

void read_figures(Table& table, std::vector<Series>& all) {
  std::unordered_map<std::string_view, Series*> by_name;
  for (auto& series : all) by_name[series.name] = &series;
  for (const auto& row : table.rows()) {
    const auto name = table.needed_text(row, "case_id");
    const auto found = by_name.find(name);
    if (found == by_name.end()) table.fault(row, "case_id", "there is no series " + kit::quoted(name) + ".");
    const auto date = table.date(row, "date");
    const auto figure = table.number(row, "value");
    if (found == by_name.end() || !date) continue;
    const auto day = static_cast<int>(date->day.time_since_epoch().count());
    if (!found->second->days.insert(day).second) table.fault(row, "date", date->words() + " stands here twice.");
    found->second->figures.push_back({*date, figure});
  }
}

std::string flag(bool yes) { return yes ? "1" : "0"; }

std::string limit(const Stretch& stretch, double Limits::*which) {
  return cell_or("NaN", stretch.limits ? std::optional((*stretch.limits).*which) : std::nullopt);
}

const std::vector<std::string> point_columns = {"case_id",
                                                "seq",
                                                "date",
                                                "value",
                                                "rebase_group",
                                                "mean",
                                                "amr",
                                                "lpl",
                                                "upl",
                                                "near_lpl",
                                                "near_upl",
                                                "relative_to_mean",
                                                "outside_limits",
                                                "close_to_limits",
                                                "rule_trend7",
                                                "rule_2of3",
                                                "rule_shift7",
                                                "special_cause_type",
                                                "point_type",
                                                "short_group_warning",
                                                "limits_status"};

void add_points(Lines& lines, const std::string& name, const ProcessChart& chart) {
  int number = 0;
  for (const auto& point : chart.points) {
    const auto& stretch = chart.stretches[point.stretch];
    const bool judged = stretch.limits.has_value();
    lines.add({name,
               std::to_string(++number),
               point.on.iso(),
               cell(point.figure),
               std::to_string(stretch.number),
               cell(stretch.mean),
               limit(stretch, &Limits::moving_range),
               limit(stretch, &Limits::lower),
               limit(stretch, &Limits::upper),
               limit(stretch, &Limits::near_lower),
               limit(stretch, &Limits::near_upper),
               std::to_string(point.side),
               judged ? flag(point.outside) : "NA",
               judged ? flag(point.close) : "NA",
               flag(point.trend),
               flag(point.two_of_three),
               flag(point.shift),
               std::string(code(point.signal)),
               std::string(code(point.variation)),
               flag(stretch.is_trial()),
               std::string(code(stretch.basis))});
  }
}

const std::vector<std::string> summary_columns = {"case_id",
                                                  "n_used",
                                                  "mean",
                                                  "lpl",
                                                  "upl",
                                                  "variation_type",
                                                  "assurance_type",
                                                  "limits_status",
                                                  "short_group_warning"};

void add_summary(Lines& lines, const std::string& name, const ProcessChart& chart) {
  if (chart.points.empty()) return;
  const auto& last = chart.stretches.back();
  const auto assurance = chart.assurance == Assurance::none ? "NA" : code(chart.assurance);
  lines.add({name, std::to_string(chart.points.size()), cell(last.mean), limit(last, &Limits::lower),
             limit(last, &Limits::upper), std::string(code(chart.variation)), std::string(assurance),
             std::string(code(last.basis)), flag(last.is_trial())});
}

}  // namespace

kit::Verdict<std::string> assess_process(std::istream& in, std::istream& series_in, Told told) {
  Table definitions(series_in, {"case_id", "improvement_direction"}, "series");
  Table table(in, {"case_id", "date", "value"});
  const bool has_columns = definitions.good() && table.good();
  auto all = has_columns ? read_series(definitions) : std::vector<Series>();
  if (has_columns) read_figures(table, all);
  kit::Refusals no;
  no.add(definitions.faults());
  no.add(table.faults());
  if (no.any()) return no;

  Lines lines(told == Told::points ? point_columns : summary_columns);
  for (const auto& series : all) {
    const auto chart = process_chart(series.figures, series.process);
    if (!chart) return chart.refusals();
    told == Told::points ? add_points(lines, series.name, *chart) : add_summary(lines, series.name, *chart);
  }
  return std::move(lines).text();
}

}  // namespace assess
