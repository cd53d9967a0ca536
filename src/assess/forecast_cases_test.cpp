// The methods on published series (M1, M3), against what R's forecast package makes of them. Seasonal ones take long,
// so every few series are taken here, and all of them by `make bench`.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "assess/cases_test.h"
#include "assess/ets.h"
#include "assess/forecast.h"

namespace assess {
namespace {

struct Case {
  std::string name, period;
  int horizon, season;
  std::vector<double> train, test;
};

std::vector<double> numbers(const std::string& text) {
  std::vector<double> all;
  std::istringstream in(text);
  for (double number; in >> number;) all.push_back(number);
  return all;
}

// Every so-many-th of a set; all are taken with 1.
std::vector<Case> every(std::size_t nth, const std::string& set) {
  std::vector<Case> all;
  std::size_t place = 0;
  for (const auto& row : case_rows("forecasts/" + set + "_series.csv"))
    if (place++ % nth == 0)
      all.push_back({row.at("series_id"), row.at("period"), std::stoi(row.at("horizon")), std::stoi(row.at("m")),
                     numbers(row.at("train")), numbers(row.at("test"))});
  return all;
}

// R's forecasts: by series, then by step.
using Reference = std::map<std::string, std::vector<double>>;
Reference reference(const std::string& file, const std::string& column, const std::string& method = "") {
  Reference all;
  for (const auto& row : case_rows("forecasts/" + file))
    if (method.empty() || row.at("method") == method) all[row.at("series_id")].push_back(number_in(row, column));
  return all;
}

// rules.md 9.4.
struct Accuracy {
  double smape = 0, mase = 0, series = 0, within_80 = 0, within_95 = 0, figures = 0;

  void add(const Case& c, const std::function<double(std::size_t)>& said) {
    double scale = 0, s = 0, m = 0;
    const auto season = static_cast<std::size_t>(c.season);
    for (std::size_t i = season; i < c.train.size(); ++i) scale += std::fabs(c.train[i] - c.train[i - season]);
    scale /= static_cast<double>(c.train.size() - season);
    for (std::size_t i = 0; i < c.test.size(); ++i) {
      const double error = std::fabs(c.test[i] - said(i));
      s += 200 * error / (std::fabs(c.test[i]) + std::fabs(said(i)));
      m += error / scale;
    }
    smape += s / static_cast<double>(c.test.size());
    mase += m / static_cast<double>(c.test.size());
    ++series;
  }
  void add_ranges(const Case& c, const Forecast& forecast) {
    for (std::size_t i = 0; i < c.test.size(); ++i, ++figures) {
      const auto holds = [&](const Interval& range) { return c.test[i] >= range.low && c.test[i] <= range.high; };
      within_80 += holds(*forecast.steps[i].likely);
      within_95 += holds(*forecast.steps[i].nearly_certain);
    }
  }
  double against(const Accuracy& naive2) const { return (smape / naive2.smape + mase / naive2.mase) / 2; }
};

struct Score {
  Accuracy ours, theirs;
};

Score score(const std::vector<Case>& cases, ForecastMethod method, const Reference& r) {
  Score made;
  for (const auto& c : cases) {
    const auto found = *forecast({c.train, c.season, {}}, c.horizon, method);
    made.ours.add(c, [&](std::size_t i) { return found.steps[i].point; });
    made.ours.add_ranges(c, found);
    if (!r.empty()) made.theirs.add(c, [&](std::size_t i) { return r.at(c.name)[i]; });
  }
  return made;
}

class ForecastCases : public CaseFiles {
 protected:
  static void expect_no_worse(const std::string& set, ForecastMethod method) {
    const auto cases = every(1, set);
    const std::string file = set + "_reference_forecasts.csv";
    const auto naive2 = score(cases, ForecastMethod::naive2, reference(file, "naive2"));
    const auto found = score(cases, method, reference(file, std::string(code(method))));
    EXPECT_LE(found.ours.smape, 1.01 * found.theirs.smape) << set << ' ' << code(method);
    EXPECT_LE(found.ours.against(naive2.theirs), found.theirs.against(naive2.theirs) + 5e-4)
        << set << ' ' << code(method);
  }
};

// So what is "no worse" below is measured with the same yard.
TEST_F(ForecastCases, AreScoredAsRsWere) {
  const std::vector<Case> cases = every(1, "m3");
  for (const auto& row : case_rows("forecasts/r_accuracy.csv")) {
    const auto& method = row.at("method");
    if (row.at("set") != "m3_odd" || row.at("period") != "ALL" || method.find_first_of("+_") != method.npos) continue;
    const auto r = method == "ets" ? reference("m3_ets_forecasts.csv", "forecast")
                                   : reference("m3_reference_forecasts.csv", method);
    Accuracy accuracy;
    for (const auto& c : cases) accuracy.add(c, [&](std::size_t i) { return r.at(c.name)[i]; });
    EXPECT_NEAR(accuracy.smape / accuracy.series, number_in(row, "smape"), 6e-5) << method;
    EXPECT_NEAR(accuracy.mase / accuracy.series, number_in(row, "mase"), 6e-5) << method;
  }
}

TEST_F(ForecastCases, NaiveOnesAgreeToTheLastDigit) {
  for (const std::string set : {"m1", "m3"})
    for (const auto method : {ForecastMethod::naive, ForecastMethod::seasonal_naive}) {
      const auto r = reference(set + "_reference_forecasts.csv", std::string(code(method)));
      for (const auto& c : every(1, set)) {
        const auto found = *forecast({c.train, c.season, {}}, c.horizon, method);
        for (std::size_t i = 0; i < found.steps.size(); ++i)
          expect_close(found.steps[i].point, r.at(c.name)[i], 1e-9, c.name + ' ' + std::string(code(method)));
      }
    }
}

TEST_F(ForecastCases, Naive2TakesTheSameSeasonsOut) {
  for (const std::string set : {"m1", "m3"}) {
    const auto r = reference(set + "_reference_forecasts.csv", "naive2");
    for (const auto& c : every(1, set)) {
      const auto found = *forecast({c.train, c.season, {}}, c.horizon, ForecastMethod::naive2);
      for (std::size_t i = 0; i < found.steps.size(); ++i)
        expect_close(found.steps[i].point, r.at(c.name)[i], 1e-7, c.name);  // R's are written with ten digits
    }
  }
}

TEST_F(ForecastCases, SmoothingIsNoWorseThanRs) {
  for (const auto method : {ForecastMethod::ses, ForecastMethod::holt, ForecastMethod::damped, ForecastMethod::comb})
    expect_no_worse("m3", method);
}

TEST_F(ForecastCases, ThetaIsAsGoodAsRsOnBothSets) {
  expect_no_worse("m1", ForecastMethod::theta);
  expect_no_worse("m3", ForecastMethod::theta);
}

TEST_F(ForecastCases, HalfOfThetasForecastsAreRsToATenthOfAPercent) {
  std::vector<double> differences;
  const auto r = reference("m3_reference_forecasts.csv", "thetaf");
  for (const auto& c : every(1, "m3")) {
    const auto found = *forecast({c.train, c.season, {}}, c.horizon, ForecastMethod::theta);
    for (std::size_t i = 0; i < found.steps.size(); ++i)
      differences.push_back(std::fabs(found.steps[i].point / r.at(c.name)[i] - 1));
  }
  std::sort(differences.begin(), differences.end());
  EXPECT_LT(differences[differences.size() / 2], 0.001);
}

TEST_F(ForecastCases, EtsIsNoWorseThanRsAndTheUsualForecastBetterThanBoth) {
  const auto cases = every(3, "m3");
  const auto r_ets = reference("m3_ets_forecasts.csv", "forecast"),
             r_theta = reference("m3_reference_forecasts.csv", "thetaf");
  const auto naive2 = score(cases, ForecastMethod::naive2, {}).ours;
  const auto ets = score(cases, ForecastMethod::ets, r_ets), usual = score(cases, ForecastMethod::usual, r_theta);
  EXPECT_LE(ets.ours.smape, 1.01 * ets.theirs.smape);
  EXPECT_LE(ets.ours.against(naive2), ets.theirs.against(naive2));
  EXPECT_LT(usual.ours.against(naive2), ets.theirs.against(naive2));
  EXPECT_LT(usual.ours.against(naive2), usual.theirs.against(naive2));
  EXPECT_LE(usual.ours.against(naive2), 0.82);
}

TEST_F(ForecastCases, RangesHoldAsOftenAsTheySay) {
  const auto found = score(every(3, "m3"), ForecastMethod::usual, {}).ours;
  EXPECT_GE(found.within_80 / found.figures, 0.78);
  EXPECT_LE(found.within_80 / found.figures, 0.88);
  EXPECT_GE(found.within_95 / found.figures, 0.92);
  const auto theta = score(every(1, "m3"), ForecastMethod::theta, {}).ours;
  EXPECT_GE(theta.within_80 / theta.figures, 0.78);
  EXPECT_GE(theta.within_95 / theta.figures, 0.92);
}

// The random sample whose models R wrote down: half of our forecasts are within one per cent.
TEST_F(ForecastCases, EtsOfTheSampleIsCloseToRs) {
  const auto r = reference("m3_sample_ets_theta_forecasts.csv", "forecast", "ets");
  std::vector<double> differences;
  std::size_t place = 0;
  for (const auto& c : every(1, "m3")) {
    if (!r.contains(c.name) || place++ % 2 != 0) continue;
    const auto found = *forecast({c.train, c.season, {}}, c.horizon, ForecastMethod::ets);
    for (std::size_t i = 0; i < found.steps.size(); ++i)
      differences.push_back(std::fabs(found.steps[i].point / r.at(c.name)[i] - 1));
  }
  std::sort(differences.begin(), differences.end());
  EXPECT_GT(differences.size(), 1000u);
  EXPECT_LT(differences[differences.size() / 2], 0.01);
}

// Both count the same AICc, so the search can be held against R's: lower is likelier.
TEST_F(ForecastCases, EtsFindsModelsAsLikelyAsRs) {
  std::map<std::string, double> r;
  for (const auto& row : case_rows("forecasts/m3_sample_ets_theta_models_times.csv"))
    if (row.at("method") == "ets") r[row.at("series_id")] = number_in(row, "aicc");
  std::size_t as_likely = 0, place = 0, all = 0;
  for (const auto& c : every(1, "m3")) {
    if (!r.contains(c.name) || place++ % 2 != 0) continue;
    as_likely += ets(c.train, c.season).likeliest().aicc <= r.at(c.name) + 2;
    ++all;
  }
  EXPECT_GE(static_cast<double>(as_likely), 0.8 * static_cast<double>(all)) << as_likely << " of " << all;
}

}  // namespace
}  // namespace assess
