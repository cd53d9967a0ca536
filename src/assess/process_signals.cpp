#include "assess/process_signals.h"

#include <array>
#include <cstdlib>

#include "assess/equal.h"

namespace assess {
namespace {

constexpr int long_run = 7;  // figures: a trend has one step fewer

struct Row {
  std::string_view code, words;
  int side;
};
constexpr std::array<Row, 9> rows = {{{"Common Cause", "Ordinary variation", 0},
                                      {"Above UCL", "Above the upper limit", 1},
                                      {"Below LCL", "Below the lower limit", -1},
                                      {"7 Point Trend (Increasing)", "Seven or more rises in a row", 1},
                                      {"7 Point Trend (Decreasing)", "Seven or more falls in a row", -1},
                                      {"2 in 3 Above CL", "Two of three close to the upper limit", 1},
                                      {"2 in 3 Below CL", "Two of three close to the lower limit", -1},
                                      {"7 Points Above CL", "Seven or more in a row above average", 1},
                                      {"7 Points Below CL", "Seven or more in a row below average", -1}}};

int sign(double a, double b, double ref) { return equal(a, b, ref) ? 0 : a > b ? 1 : -1; }

void mark_places(std::span<Charted> points, const Stretch& stretch) {
  const double mean = stretch.mean;
  for (auto& point : points) {
    point.side = sign(point.figure, mean, mean);
    if (!stretch.limits) continue;
    const auto& limits = *stretch.limits;
    point.outside = above(point.figure, limits.upper, mean) || below(point.figure, limits.lower, mean);
    const bool near = above(point.figure, limits.near_upper, mean) || below(point.figure, limits.near_lower, mean);
    point.close = near && !point.outside;
  }
}

void mark_trends(std::span<Charted> points, double mean) {
  int run = 0;  // steps in one direction, below zero when they fall
  for (std::size_t i = 1; i < points.size(); ++i) {
    const int step = sign(points[i].figure, points[i - 1].figure, mean);
    run = step * run > 0 ? run + step : step;
    if (std::abs(run) < long_run - 1) continue;
    for (auto& point : points.subspan(i - (long_run - 1), long_run)) point.trend = true;
  }
}

void mark_shifts(std::span<Charted> points) {
  int run = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    run = points[i].side * run > 0 ? run + points[i].side : points[i].side;
    if (std::abs(run) < long_run) continue;
    for (auto& point : points.subspan(i - (long_run - 1), long_run)) point.shift = true;
  }
}

// A figure outside does not count as close, but it counts for the side.
void mark_two_of_three(std::span<Charted> points) {
  for (std::size_t i = 2; i < points.size(); ++i) {
    const auto three = points.subspan(i - 2, 3);
    if (std::abs(three[0].side + three[1].side + three[2].side) != 3) continue;
    if (three[0].close + three[1].close + three[2].close < 2) continue;
    for (auto& point : three) point.two_of_three = point.two_of_three || point.close;
  }
}

// A figure may end one trend and begin another: then it belongs to the one that it begins.
Signal trend_at(std::span<const Charted> points, std::size_t i, double mean) {
  const bool begins = i + 1 < points.size() && points[i + 1].trend;
  const auto& [from, to] = begins ? std::pair(points[i], points[i + 1]) : std::pair(points[i - 1], points[i]);
  return sign(to.figure, from.figure, mean) > 0 ? Signal::rising : Signal::falling;
}

Signal signal_at(std::span<const Charted> points, std::size_t i, double mean) {
  const auto& point = points[i];
  const bool high = point.side > 0;
  if (point.outside) return high ? Signal::above_limit : Signal::below_limit;
  if (point.trend) return trend_at(points, i, mean);
  if (point.two_of_three) return high ? Signal::two_of_three_above : Signal::two_of_three_below;
  if (point.shift) return high ? Signal::shift_above : Signal::shift_below;
  return Signal::none;
}

}  // namespace

std::string_view code(Signal signal) { return rows[static_cast<std::size_t>(signal)].code; }
std::string_view words(Signal signal) { return rows[static_cast<std::size_t>(signal)].words; }
int side(Signal signal) { return rows[static_cast<std::size_t>(signal)].side; }

void mark_signals(std::span<Charted> points, const Stretch& stretch) {
  mark_places(points, stretch);
  mark_trends(points, stretch.mean);
  mark_shifts(points);
  mark_two_of_three(points);
  for (std::size_t i = 0; i < points.size(); ++i) points[i].signal = signal_at(points, i, stretch.mean);
}

}  // namespace assess
