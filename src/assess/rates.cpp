#include "assess/rates.h"

#include <cmath>

#include "assess/distributions.h"
#include "assess/sums.h"

namespace assess {
namespace {

constexpr double least_for_byar = 10;

Interval exact_interval(double count, Confidence confidence) {
  const double tail = confidence.outside();
  return {count > 0 ? chi_squared_quantile(tail, 2 * count) / 2 : 0, chi_squared_quantile(1 - tail, 2 * count + 2) / 2};
}

}  // namespace

double standard_deviations(Confidence confidence) { return -normal_quantile(confidence.outside()); }

std::optional<Interval> proportion_interval(double cases, double of, Confidence confidence) {
  if (!(of > 0 && cases >= 0 && cases <= of)) return std::nullopt;
  const double z = standard_deviations(confidence), square = z * z;
  const double reach = z * std::sqrt(square + 4 * cases * (1 - cases / of));
  const double middle = 2 * cases + square, width = 2 * (of + square);
  return Interval{cases == 0 ? 0 : (middle - reach) / width, cases == of ? 1 : (middle + reach) / width};
}

Interval byar_interval(double count, Confidence confidence) {
  const double z = standard_deviations(confidence), next = count + 1;
  return {count > 0 ? count * std::pow(1 - 1 / (9 * count) - z / (3 * std::sqrt(count)), 3) : 0,
          next * std::pow(1 - 1 / (9 * next) + z / (3 * std::sqrt(next)), 3)};
}

Interval count_interval(double count, Confidence confidence) {
  return count < least_for_byar ? exact_interval(count, confidence) : byar_interval(count, confidence);
}

std::string_view count_method(double count) { return count < least_for_byar ? "Exact" : "Byars"; }

std::optional<Average> average(std::span<const double> figures) {
  if (figures.size() < 2) return std::nullopt;
  const double count = static_cast<double>(figures.size()), middle = mean(figures);
  Sum squares;
  for (const double figure : figures) squares.add((figure - middle) * (figure - middle));
  return Average{count, sum(figures), middle, std::sqrt(squares.value() / (count - 1))};
}

Interval mean_interval(const Average& a, Confidence confidence) {
  const double reach = -t_quantile(confidence.outside(), a.count - 1) * a.deviation / std::sqrt(a.count);
  return {a.mean - reach, a.mean + reach};
}

}  // namespace assess
