#include "exchange/ambleford_series.h"

#include <algorithm>
#include <cstdlib>

namespace exchange::demo {
namespace {

using indicator::Aggregation;
using indicator::Submitted;

constexpr int first_month = 2022 * 12 + 3;    // April 2022, where a recipe starts
constexpr int last_month = 2025 * 12 + 8;     // September 2025, where it arrives
constexpr int last_year_end = 2025 * 12 + 2;  // the same for yearly figures: March 2025

Units divide(Units top, Units bottom) {  // to the nearest, half away from zero
  const Units half = std::abs(bottom) / 2;
  return (top + ((top < 0) == (bottom < 0) ? half : -half)) / bottom;
}

Units rounded(Units value, int decimals) {
  Units step = 10000;
  for (int i = 0; i < decimals; ++i) step /= 10;
  return divide(value, step) * step;
}

int place_in_year(const calendar::Period& period) { return (period.start % 12 + 9) % 12; }  // April is 0

int season_at(const Recipe& recipe, Season::On on, const calendar::Period& period) {
  if (!recipe.season || recipe.season->on != on) return 1000;
  const auto& all = recipe.season->permille;
  return all[static_cast<std::size_t>(place_in_year(period)) * all.size() / 12];
}

// Where a recipe is heading, without season and chance.
Units level(const Seed& seed, const calendar::Period& period) {
  const bool yearly = seed.definition.frequency == calendar::Frequency::annual;
  const int month = period.end() - 1;
  Units at = seed.recipe.start;
  at += divide((seed.recipe.now - seed.recipe.start) * (month - first_month),
               (yearly ? last_year_end : last_month) - first_month);
  for (const auto& [from, change] : seed.recipe.steps)
    if (month >= from) at += change;
  return at;
}

class Maker {
 public:
  explicit Maker(const Seed& seed) : seed_(seed), d_(seed.definition) {}

  Point make(const calendar::Period& period) {
    Chance chance(seed_.code + period.iso());
    Point point;
    point.period = period;
    if (place_in_year(period) == 0) so_far_ = {};
    if (indicator::has_parts(d_.aggregation))
      point.parts = parts(period, chance);
    else
      point.value = value(period, chance);
    if (seed_.recipe.empty.contains(period.start)) point.parts = Parts{0, 0};
    point.deviation = deviation(point);
    if (d_.submitted == Submitted::cumulative) accumulate(point);
    return point;
  }

 private:
  Units figure(const calendar::Period& period, Chance& chance) const {
    const int season = season_at(seed_.recipe, Season::On::figure, period);
    Units at = divide(level(seed_, period) * season, 1000) + divide(seed_.recipe.noise * chance.bell(), 1000);
    if (d_.least) at = std::max(at, d_.least->units());
    if (d_.most) at = std::min(at, d_.most->units());
    return at;
  }

  Units value(const calendar::Period& period, Chance& chance) const {
    return rounded(figure(period, chance), d_.decimals);
  }

  std::int64_t denominator(const calendar::Period& period, Chance& chance) const {
    const auto& recipe = seed_.recipe;
    if (recipe.season && recipe.season->on == Season::On::share)  // a year's bill, a little more each year
      return recipe.size * (1000 - 45 * (2025 - period.financial_year().begins)) / 1000;
    const auto sized = recipe.size * season_at(recipe, Season::On::size, period) / 1000;
    return std::max<std::int64_t>(1, sized + divide(sized * recipe.size_noise * chance.bell(), 1'000'000));
  }

  Parts parts(const calendar::Period& period, Chance& chance) const {
    if (const auto fixed = seed_.recipe.fixed.find(period.start); fixed != seed_.recipe.fixed.end())
      return fixed->second;
    const auto bottom = denominator(period, chance);
    const auto rate = divide(figure(period, chance) * season_at(seed_.recipe, Season::On::share, period), 1000);
    auto top = std::max<std::int64_t>(0, divide(bottom * rate, d_.multiplier.units()));
    if (d_.most && d_.unit == "%") top = std::min(top, bottom);
    return {top * 10000, bottom * 10000};
  }

  // A chance of its own, so that the figures stay what they were before anybody asked for it.
  std::optional<Units> deviation(const Point& point) const {
    if (seed_.recipe.spread == 0 || !point.parts || point.parts->denominator == 0) return std::nullopt;
    Chance chance("spread " + seed_.code + point.period.iso());
    const auto usual = divide(divide(point.parts->numerator * 10000, point.parts->denominator) * seed_.recipe.spread, 100);
    return rounded(usual + divide(usual * chance.bell(), 20'000), 1);
  }

  void accumulate(Point& point) {
    if (point.parts) {
      so_far_ = {so_far_.numerator + point.parts->numerator, so_far_.denominator + point.parts->denominator};
      point.parts = so_far_;
    } else {
      so_far_.numerator += *point.value;
      point.value = so_far_.numerator;
    }
  }

  const Seed& seed_;
  const indicator::Definition& d_;
  Parts so_far_;
};

// What stands against the target: the figure itself, or the year or the last twelve months up to it.
std::optional<double> judged(const std::vector<Point>& points, std::size_t at, const indicator::Definition& d) {
  const auto& point = points[at];
  if (d.judged == indicator::Judged::in_period || d.submitted != Submitted::in_period) return point.shown;
  const bool year = d.judged == indicator::Judged::year_to_date;
  const int from = year ? point.period.start - place_in_year(point.period) : point.period.end() - 12;
  double top = 0, bottom = 0;
  int months = 0;
  for (std::size_t i = 0; i <= at; ++i) {
    const auto& each = points[i];
    if (each.period.start < from || each.state != collect::State::given) continue;
    months += each.period.months;
    top += static_cast<double>(each.parts ? each.parts->numerator : *each.value);
    bottom += each.parts ? static_cast<double>(each.parts->denominator) : 0;
  }
  if (months != point.period.end() - from) return std::nullopt;
  if (!point.parts) return top / 10000;
  return bottom == 0 ? std::nullopt : std::optional(d.multiplier.number() * top / bottom);
}

void rate(std::vector<Point>& points, const Seed& seed) {
  const auto& d = seed.definition;
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto& point = points[i];
    if (point.state != collect::State::given) continue;
    point.judged = judged(points, i, d);
    const auto target = seed.targets.find(point.period.financial_year().begins);
    if (target != seed.targets.end()) point.expected = indicator::expected(target->second, d, point.period);
    const auto& tolerance =
        target != seed.targets.end() && target->second.tolerance ? *target->second.tolerance : seed.tolerance;
    point.rating =
        assess::rate(point.judged, assess::standard(point.expected, tolerance), d.polarity, d.decimals).rating;
  }
}

collect::State state_of(const Recipe& recipe, const calendar::Period& period) {
  if (recipe.not_applicable.contains(period.start)) return collect::State::not_applicable;
  if (recipe.suppressed.contains(period.start)) return collect::State::suppressed;
  return collect::State::given;
}

int last_of(const Seed& seed) {
  if (seed.definition.ends)
    return calendar::Period::containing(*seed.definition.ends, calendar::Frequency::monthly).start;
  return last_month + (seed.recipe.ahead ? 1 : 0);
}

}  // namespace

std::optional<double> number(const Point& point, const indicator::Definition& d) {
  if (point.value) return static_cast<double>(*point.value) / 10000;
  if (!point.parts || point.parts->denominator == 0) return std::nullopt;
  return d.multiplier.number() * static_cast<double>(point.parts->numerator) /
         static_cast<double>(point.parts->denominator);
}

std::vector<Point> series_of(const Seed& seed) {
  Maker maker(seed);
  std::vector<Point> points;
  auto period = calendar::Period::containing(seed.definition.applies_from, seed.definition.frequency);
  for (; period.end() - 1 <= last_of(seed); period = period.next()) {
    auto point = maker.make(period);
    if (seed.recipe.missing.contains(period.start)) continue;
    point.state = state_of(seed.recipe, period);
    if (point.state == collect::State::given) point.shown = number(point, seed.definition);
    points.push_back(std::move(point));
  }
  rate(points, seed);
  return points;
}

}  // namespace exchange::demo
