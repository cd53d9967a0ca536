#include "assess/forecast.h"

#include <algorithm>

#include "assess/equal.h"

namespace assess {
namespace {

constexpr std::size_t enough_for_a_range = 4;

struct MethodRow {
  ForecastMethod method;
  std::string_view code, words;
};
constexpr std::array rows = {
    MethodRow{ForecastMethod::mean, "mean", "the mean of the figures"},
    MethodRow{ForecastMethod::naive, "naive", "as last time"},
    MethodRow{ForecastMethod::seasonal_naive, "snaive", "as a year ago"},
    MethodRow{ForecastMethod::naive2, "naive2", "as last time, but for the seasons"},
    MethodRow{ForecastMethod::ses, "ses", "exponential smoothing of the level"},
    MethodRow{ForecastMethod::holt, "holt", "exponential smoothing of level and slope (Holt)"},
    MethodRow{ForecastMethod::damped, "damped", "exponential smoothing with a slope that fades"},
    MethodRow{ForecastMethod::comb, "comb", "the mean of three kinds of exponential smoothing"},
    MethodRow{ForecastMethod::theta, "thetaf", "the Theta method"},
    MethodRow{ForecastMethod::ets, "ets", "exponential smoothing of the likeliest kinds (ETS)"},
    MethodRow{ForecastMethod::usual, "default", "the mean of Theta and exponential smoothing"},
};

bool are_all_equal(std::span<const double> figures) {
  return std::ranges::all_of(figures, [&](double each) { return equal(each, figures.front(), figures.front()); });
}

Forecast always(const Past& past, int steps, ForecastMethod method) {
  Forecast made{method, {}, past.figures.size(), true, {}, {}, past.bounds};
  Step step{past.bounds.within(past.figures.back()), {}, {}};
  if (made.figures >= enough_for_a_range) step.likely = step.nearly_certain = Interval{step.point, step.point};
  made.steps.assign(static_cast<std::size_t>(steps), step);
  return made;
}

ForecastMethod possible(ForecastMethod method, std::size_t figures) {
  const bool simple = method == ForecastMethod::mean || method == ForecastMethod::naive;
  return figures < enough_for_a_range && !simple ? ForecastMethod::mean : method;
}

Interval round_about(double point, double reach, const Bounds& bounds) {
  return {bounds.within(point - reach), bounds.within(point + reach)};
}

}  // namespace

std::string_view code(ForecastMethod method) { return rows[static_cast<std::size_t>(method)].code; }
std::string_view words(ForecastMethod method) { return rows[static_cast<std::size_t>(method)].words; }

std::optional<ForecastMethod> read_forecast_method(std::string_view text) {
  for (const auto& row : rows)
    if (row.code == text) return row.method;
  return text == "theta" ? std::optional(ForecastMethod::theta) : std::nullopt;
}

double Bounds::within(double figure) const {
  if (least) figure = std::max(figure, *least);
  return most ? std::min(figure, *most) : figure;
}

std::optional<Forecast> forecast(const Past& past, int steps, ForecastMethod asked) {
  const std::size_t figures = past.figures.size();
  if (figures < 2) return std::nullopt;
  const auto method = possible(asked, figures);
  if (are_all_equal(past.figures)) return always(past, steps, method);

  auto fit = fitted(past.figures, past.season, steps, method);
  Forecast made{method, {}, figures, false, {}, {}, past.bounds};
  for (const double point : fit.said.forecast()) made.steps.push_back({past.bounds.within(point), {}, {}});
  if (figures < enough_for_a_range) return made;
  made.margins = margins(fit, past.figures);
  made.dynamics = std::move(fit.dynamics);
  for (std::size_t i = 0; i < made.steps.size(); ++i) {
    Step& step = made.steps[i];
    step.likely = round_about(step.point, made.margins[i].likely, past.bounds);
    step.nearly_certain = round_about(step.point, made.margins[i].nearly_certain, past.bounds);
  }
  return made;
}

}  // namespace assess
