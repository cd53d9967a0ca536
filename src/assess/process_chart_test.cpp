#include "assess/process_chart.h"

#include <gtest/gtest.h>

#include "assess/cases_test.h"

namespace assess {
namespace {

using indicator::Polarity;

constexpr double nine_digits = 1e-9;

std::vector<Dated> monthly(const std::vector<std::optional<double>>& figures) {
  std::vector<Dated> dated;
  for (const auto& figure : figures) {
    const int month = static_cast<int>(dated.size());
    dated.push_back({kit::Date::of(2021 + month / 12, static_cast<unsigned>(month % 12 + 1), 1), figure});
  }
  return dated;
}

ProcessChart chart_of(const std::vector<std::optional<double>>& figures, const Process& process = {}) {
  const auto chart = process_chart(monthly(figures), process);
  EXPECT_TRUE(chart);
  return *chart;
}

std::vector<std::optional<double>> repeated(double figure, int times) {
  return std::vector<std::optional<double>>(static_cast<std::size_t>(times), figure);
}

// ---- the reference cases

Process read_process(const CaseRow& row) {
  Process process;
  const auto& aim = row.at("improvement_direction");
  if (aim != "neutral") process.polarity = aim == "increase" ? Polarity::high_good : Polarity::low_good;
  process.target = kit::read_double(row.at("target"));
  for (std::size_t at = 0; at < row.at("rebase_dates").size(); at += 11)
    process.rebases.push_back(*kit::Date::parse(std::string_view(row.at("rebase_dates")).substr(at, 10)));
  if (!row.at("fix_after_n_points").empty()) process.fix_after = std::stoi(row.at("fix_after_n_points"));
  if (row.at("screen_outliers") == "FALSE") process.screen = Screen::off;
  return process;
}

using Charts = std::map<std::string, ProcessChart>;

// From the published program's points, those without a figure included.
Charts charts(const std::string& cases, const std::string& points) {
  std::map<std::string, std::vector<Dated>> figures;
  for (const auto& row : case_rows(points))
    figures[row.at("case_id")].push_back({*kit::Date::parse(row.at("date")), kit::read_double(row.at("value"))});
  Charts all;
  for (const auto& row : case_rows(cases)) {
    const auto chart = process_chart(figures[row.at("case_id")], read_process(row));
    EXPECT_TRUE(chart) << row.at("case_id");
    if (chart) all[row.at("case_id")] = *chart;
  }
  return all;
}

std::string flag(bool yes) { return yes ? "1" : "0"; }

std::map<std::string, std::string> told(const ProcessChart& chart, const Charted& point) {
  const auto& stretch = chart.stretches[point.stretch];
  const auto& limits = stretch.limits;
  const auto limit = [&](double Limits::*which) { return limits ? kit::shortest(*limits.*which) : "NaN"; };
  return {{"date", point.on.iso()},
          {"value", kit::shortest(point.figure)},
          {"rebase_group", std::to_string(stretch.number)},
          {"mean", kit::shortest(stretch.mean)},
          {"amr", limit(&Limits::moving_range)},
          {"lpl", limit(&Limits::lower)},
          {"upl", limit(&Limits::upper)},
          {"near_lpl", limit(&Limits::near_lower)},
          {"near_upl", limit(&Limits::near_upper)},
          {"relative_to_mean", std::to_string(point.side)},
          {"outside_limits", limits ? flag(point.outside) : "NA"},
          {"close_to_limits", limits ? flag(point.close) : "NA"},
          {"rule_trend7", flag(point.trend)},
          {"rule_2of3", flag(point.two_of_three)},
          {"rule_shift7", flag(point.shift)},
          {"special_cause_type", std::string(code(point.signal))},
          {"point_type", std::string(code(point.variation))},
          {"short_group_warning", flag(stretch.is_trial())},
          {"limits_status", std::string(code(stretch.basis))}};
}

void compare_points(const Charts& charts, const std::string& file) {
  std::map<std::string, std::size_t> seen;
  for (const auto& row : case_rows(file)) {
    const auto& chart = charts.at(row.at("case_id"));
    const auto at = seen[row.at("case_id")]++;
    ASSERT_LT(at, chart.points.size()) << row.at("case_id");
    for (const auto& [column, found] : told(chart, chart.points[at]))
      EXPECT_TRUE(agrees(found, row.at(column)))
          << row.at("case_id") << ' ' << row.at("date") << ' ' << column << ": " << found << ", not " << row.at(column);
  }
  for (const auto& [name, chart] : charts) EXPECT_EQ(seen[name], chart.points.size()) << name;
}

void compare_summary(const Charts& charts, const std::string& file) {
  for (const auto& row : case_rows(file)) {
    const auto& chart = charts.at(row.at("case_id"));
    const auto& last = chart.stretches.back();
    const std::string assured(code(chart.assurance));
    EXPECT_EQ(std::to_string(chart.points.size()), row.at("n_used")) << row.at("case_id");
    EXPECT_EQ(code(chart.variation), row.at("variation_type")) << row.at("case_id");
    EXPECT_EQ(assured.empty() ? "NA" : assured, row.at("assurance_type")) << row.at("case_id");
    EXPECT_EQ(code(last.basis), row.at("limits_status")) << row.at("case_id");
    EXPECT_EQ(flag(last.is_trial()), row.at("short_group_warning")) << row.at("case_id");
    expect_close(last.mean, number_in(row, "mean"), nine_digits, row.at("case_id"));
  }
}

class ProcessCharts : public CaseFiles {};

TEST_F(ProcessCharts, AgreeAtEveryPoint) {
  compare_points(charts("spc/cases.csv", "spc/points.csv"), "spc/proposed_points.csv");
  compare_points(charts("spc/random_cases.csv", "spc/random_points.csv"), "spc/random_proposed_points.csv");
}

TEST_F(ProcessCharts, AgreeInTheirFindings) {
  compare_summary(charts("spc/cases.csv", "spc/points.csv"), "spc/proposed_summary.csv");
  compare_summary(charts("spc/random_cases.csv", "spc/random_points.csv"), "spc/random_proposed_summary.csv");
}

// The published program itself, save where our rules depart from it on purpose.
void compare_with_package(const Charts& charts, const std::map<std::string, Polarity>& polarities,
                          const std::string& file) {
  const std::vector<std::string> departures = {"B23", "C01", "C04", "C38", "C41", "D01", "D03"};
  int icons = 0;
  for (const auto& row : case_rows(file)) {
    const auto& name = row.at("case_id");
    if (std::find(departures.begin(), departures.end(), name) != departures.end()) continue;
    if (row.at("variation_icon").empty()) continue;
    ++icons;
    EXPECT_EQ(icon(charts.at(name).variation, polarities.at(name)), row.at("variation_icon")) << name;
  }
  EXPECT_GT(icons, 50);
}

TEST_F(ProcessCharts, CarryTheIconsOfThePublishedProgram) {
  std::map<std::string, Polarity> polarities;
  for (const auto& row : case_rows("spc/cases.csv")) polarities[row.at("case_id")] = read_process(row).polarity;
  for (const auto& row : case_rows("spc/random_cases.csv")) polarities[row.at("case_id")] = read_process(row).polarity;
  compare_with_package(charts("spc/cases.csv", "spc/points.csv"), polarities, "spc/summary.csv");
  compare_with_package(charts("spc/random_cases.csv", "spc/random_points.csv"), polarities, "spc/random_summary.csv");
}

// ---- cases of our own

TEST(AProcessChart, IsAsTheTableOfCasesSays) {
  std::ifstream in(SOURCE_ROOT "/src/assess/cases/process_chart.csv", std::ios::binary);
  const auto rows = rows_of(in);
  EXPECT_GE(rows.size(), 14u);
  for (const auto& row : rows) {
    std::vector<std::optional<double>> figures;
    std::string rest = row.at("figures") + ';';
    for (; !rest.empty(); rest.erase(0, rest.find(';') + 1))
      figures.push_back(kit::read_double(rest.substr(0, rest.find(';'))));
    const auto polarity = indicator::read_polarity(row.at("good_direction"));
    ASSERT_TRUE(polarity) << row.at("case");
    const auto chart = chart_of(figures, {*polarity, kit::read_double(row.at("target"))});
    EXPECT_EQ(code(chart.points.back().signal), row.at("newest_signal")) << row.at("case");
    EXPECT_EQ(code(chart.variation), row.at("variation")) << row.at("case");
    EXPECT_EQ(code(chart.assurance), row.at("target_will_be")) << row.at("case");
  }
}

TEST(AProcessChart, LeavesAnExtremeMovingRangeOutOfTheLimitsButNotThePoint) {
  const std::vector<std::optional<double>> figures = {1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1};
  const auto screened = *chart_of(figures).stretches[0].limits;
  EXPECT_NEAR(screened.upper, 4.60, 0.005);
  EXPECT_NEAR(screened.lower, -0.72, 0.005);
  Process all_ranges;
  all_ranges.screen = Screen::off;
  const auto chart = chart_of(figures, all_ranges);
  EXPECT_NEAR(chart.stretches[0].mean, 1.94, 0.005);
  EXPECT_NEAR(chart.stretches[0].limits->upper, 6.95, 0.005);
  EXPECT_NEAR(chart.stretches[0].limits->lower, -3.06, 0.005);
}

TEST(AProcessChart, HasNoLimitsAndNoSignalsWhenEveryFigureIsTheSame) {
  const auto chart = chart_of(repeated(0.1, 15), {Polarity::high_good, 0.1});
  EXPECT_EQ(chart.stretches[0].basis, Basis::no_variation);
  EXPECT_FALSE(chart.stretches[0].limits);
  EXPECT_EQ(chart.variation, Variation::common_cause);
  EXPECT_EQ(chart.assurance, Assurance::pass);
  EXPECT_EQ(chart_of(repeated(0.1, 15), {Polarity::low_good, 0.05}).assurance, Assurance::fail);
}

TEST(AProcessChart, KeepsEveryRangeWhenScreeningWouldLeaveNone) {
  auto figures = repeated(50, 13);
  figures.push_back(55);
  const auto chart = chart_of(figures, {Polarity::high_good});
  EXPECT_EQ(chart.stretches[0].basis, Basis::all_ranges_kept);
  EXPECT_EQ(chart.points[0].signal, Signal::shift_below);
  EXPECT_EQ(chart.points[13].signal, Signal::above_limit);
  EXPECT_EQ(chart.variation, Variation::improvement);
}

TEST(AProcessChart, CallsARiseImprovingOnlyWhereHigherIsBetter) {
  const std::vector<std::optional<double>> rise = {10, 11, 12, 13, 14, 15, 16};
  EXPECT_EQ(chart_of(rise, {Polarity::high_good}).variation, Variation::improvement);
  EXPECT_EQ(chart_of(rise, {Polarity::low_good}).variation, Variation::concern);
  EXPECT_EQ(chart_of(rise, {Polarity::neutral}).variation, Variation::neutral_high);
  EXPECT_EQ(chart_of(rise, {Polarity::in_range}).variation, Variation::neutral_high);
}

TEST(AProcessChart, NamesOneSignalButKeepsAll) {
  auto figures = repeated(10, 8);
  for (const double figure : {20.0, 21.0, 22.0, 23.0, 24.0, 25.0, 26.0}) figures.push_back(figure);
  const auto chart = chart_of(figures);
  const auto& last = chart.points.back();
  EXPECT_TRUE(last.outside && last.trend && last.shift);
  EXPECT_EQ(last.signal, Signal::above_limit);
}

TEST(AProcessChart, BeginsAfreshAtTheFirstFigureOnOrAfterARebase) {
  Process process;
  process.rebases = {kit::Date::of(2021, 6, 15)};
  const auto chart = chart_of({1, 2, 1, 2, 1, 2, 11, 12, 11, 12}, process);
  ASSERT_EQ(chart.stretches.size(), 2u);
  EXPECT_EQ(chart.stretches[1].first, 6u);
  EXPECT_EQ(chart.stretches[1].mean, 11.5);
  EXPECT_EQ(chart.stretches[1].number, 1);
}

TEST(AProcessChart, BeginsWithStretchOneWhenTheFirstFigureIsARebase) {
  Process process;
  process.rebases = {kit::Date::of(2021, 1, 1)};
  EXPECT_EQ(chart_of({1, 2, 1}, process).stretches[0].number, 1);
}

TEST(AProcessChart, LeavesOutPeriodsWithoutAFigureAndSaysWhenTheyAreMany) {
  const auto few = chart_of({1, 2, {}, 1, 2, 1, 2});
  EXPECT_EQ(few.points.size(), 6u);
  EXPECT_EQ(few.stretches[0].missing, 1u);
  EXPECT_FALSE(few.stretches[0].has_gaps());
  EXPECT_TRUE(chart_of({1, {}, 2, {}, 1, 2, {}}).stretches[0].has_gaps());
}

TEST(AProcessChart, CountsNoGapsAfterItsBaselineIsComplete) {
  Process process;
  process.fix_after = 12;
  std::vector<std::optional<double>> figures;
  for (int i = 0; i < 12; ++i) figures.push_back(i % 2);
  for (int i = 0; i < 12; ++i) figures.push_back({});
  const auto chart = chart_of(figures, process);
  EXPECT_EQ(chart.stretches[0].missing, 0u);
  EXPECT_EQ(chart.stretches[0].baseline, 12u);
}

TEST(AProcessChart, IsATrialBelowThirteenFigures) {
  EXPECT_TRUE(chart_of(repeated(1, 12)).stretches[0].is_trial());
  EXPECT_FALSE(chart_of(repeated(1, 13)).stretches[0].is_trial());
}

TEST(AProcessChart, OfOneFigureHasNoLimitsAndOfNoneNoPoints) {
  EXPECT_EQ(chart_of({5}).stretches[0].basis, Basis::too_few);
  EXPECT_EQ(chart_of({5}, {Polarity::high_good, 4}).assurance, Assurance::none);
  EXPECT_TRUE(chart_of({{}, {}}).points.empty());
}

TEST(AProcessChart, WillHitAndMissATargetOnItsLimit) {
  const std::vector<std::optional<double>> figures = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
  EXPECT_EQ(chart_of(figures, {Polarity::high_good, 1.5 + 2.66}).assurance, Assurance::hit_and_miss);
  EXPECT_EQ(chart_of(figures, {Polarity::high_good, 4.17}).assurance, Assurance::fail);
  EXPECT_EQ(chart_of(figures, {Polarity::low_good, 4.17}).assurance, Assurance::pass);
  EXPECT_EQ(chart_of(figures, {Polarity::neutral, 4.17}).assurance, Assurance::none);
}

TEST(AProcessChart, RefusesADateThatStandsTwiceAndATooShortBaseline) {
  Process process;
  process.fix_after = 11;
  const Dated first{kit::Date::of(2025, 4, 1), 1};
  const auto chart = process_chart(std::vector{first, first}, process);
  ASSERT_FALSE(chart);
  ASSERT_EQ(chart.refusals().all().size(), 2u);
  EXPECT_EQ(chart.refusals().all()[1].sentence, "There are two figures for 1 April 2025. Keep one of them.");
}

}  // namespace
}  // namespace assess
