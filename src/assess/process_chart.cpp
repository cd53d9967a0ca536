#include "assess/process_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "assess/equal.h"
#include "assess/process_signals.h"
#include "assess/sums.h"

namespace assess {
namespace {

using indicator::Polarity;

constexpr int least_baseline = 12;
constexpr double per_range = 2.66;       // 3 / 1.128, rounded as Making Data Count does
constexpr double extreme_range = 3.267;  // of the average: the upper limit of a moving range

struct Row {
  std::string_view code, words;
};
constexpr std::array<Row, 5> variations = {{{"common_cause", "No significant change"},
                                            {"special_cause_improvement", "Improving"},
                                            {"special_cause_concern", "Getting worse"},
                                            {"special_cause_neutral_high", "Higher than usual"},
                                            {"special_cause_neutral_low", "Lower than usual"}}};
constexpr std::array<Row, 4> assurances = {{{"", ""},
                                            {"consistent_pass", "Will meet its target"},
                                            {"consistent_fail", "Will miss its target"},
                                            {"inconsistent", "Hit and miss, by chance"}}};
constexpr std::array<std::string_view, 4> bases = {"ok", "no_variation", "screen_dropped", "too_few"};

kit::Refusals faults(std::span<const Dated> in_order, const Process& process) {
  kit::Refusals no;
  if (process.fix_after && *process.fix_after < least_baseline)
    no.add("fix_after", "Limits are fixed after 12 figures or more, so that they mean something.");
  const auto same = [](const Dated& a, const Dated& b) { return a.on == b.on; };
  const auto twice = std::adjacent_find(in_order.begin(), in_order.end(), same);
  if (twice != in_order.end()) no.add("date", "There are two figures for " + twice->on.words() + ". Keep one of them.");
  return no;
}

std::size_t baseline_of(const Stretch& stretch, const Process& process) {
  return process.fix_after ? std::min(stretch.figures, static_cast<std::size_t>(*process.fix_after)) : stretch.figures;
}

// Periods without a figure count where they stand before a figure of the baseline, or last in an open one.
void count_missing(Stretch& stretch, std::size_t& missing, const Process& process) {
  const bool open = !process.fix_after || stretch.figures < static_cast<std::size_t>(*process.fix_after);
  if (open) stretch.missing += missing;
  missing = 0;
}

void open_stretches(ProcessChart& chart, std::span<const Dated> in_order, const Process& process) {
  auto rebases = process.rebases;
  std::sort(rebases.begin(), rebases.end());
  std::size_t met = 0, missing = 0;
  for (const auto& [on, figure] : in_order) {
    missing += figure ? 0 : 1;
    if (!figure) continue;
    const auto before = met;
    while (met < rebases.size() && rebases[met] <= on) ++met;
    if (chart.stretches.empty() || met > before)
      chart.stretches.push_back({static_cast<int>(met), chart.points.size()});
    count_missing(chart.stretches.back(), missing, process);
    ++chart.stretches.back().figures;
    chart.points.push_back({on, *figure, chart.stretches.size() - 1});
  }
  if (!chart.stretches.empty()) count_missing(chart.stretches.back(), missing, process);
}

Limits limits(double mean, double moving_range) {
  const double far = per_range * moving_range, near = 2 * per_range / 3 * moving_range;
  return {moving_range, mean - far, mean + far, mean - near, mean + near};
}

void set_limits(Stretch& stretch, std::span<const double> baseline, Screen screen) {
  stretch.baseline = baseline.size();
  stretch.mean = mean(baseline);
  std::vector<double> ranges, kept;
  for (std::size_t i = 1; i < baseline.size(); ++i) ranges.push_back(std::fabs(baseline[i] - baseline[i - 1]));
  if (ranges.empty()) return;
  const auto none = [&](double range) { return equal(range, 0, stretch.mean); };
  stretch.basis = Basis::no_variation;
  if (std::all_of(ranges.begin(), ranges.end(), none)) return;

  const double all = mean(ranges);
  for (const double range : ranges)
    if (screen == Screen::off || below(range, extreme_range * all, stretch.mean)) kept.push_back(range);
  // Thirteen times 50 and then 55: without that one range, every figure would lie outside limits of no width.
  const bool dropped = std::all_of(kept.begin(), kept.end(), none);
  stretch.basis = dropped ? Basis::all_ranges_kept : Basis::limits;
  stretch.limits = limits(stretch.mean, dropped ? all : mean(kept));
}

void work_out(ProcessChart& chart, const Process& process) {
  for (auto& stretch : chart.stretches) {
    const auto points = std::span(chart.points).subspan(stretch.first, stretch.figures);
    std::vector<double> baseline;
    for (const auto& point : points.first(baseline_of(stretch, process))) baseline.push_back(point.figure);
    set_limits(stretch, baseline, process.screen);
    mark_signals(points, stretch);
  }
}

double way(Polarity polarity) { return polarity == Polarity::high_good ? 1 : polarity == Polarity::low_good ? -1 : 0; }

Variation variation(Signal signal, Polarity polarity) {
  const double found = side(signal);
  if (found == 0) return Variation::common_cause;
  if (way(polarity) == 0) return found > 0 ? Variation::neutral_high : Variation::neutral_low;
  return found * way(polarity) > 0 ? Variation::improvement : Variation::concern;
}

Assurance assurance(const Stretch& stretch, const Process& process) {
  if (!process.target || way(process.polarity) == 0) return Assurance::none;
  const double target = *process.target * way(process.polarity), mean = stretch.mean * way(process.polarity);
  if (stretch.basis == Basis::too_few) return Assurance::none;
  if (stretch.basis == Basis::no_variation) return below(mean, target, target) ? Assurance::fail : Assurance::pass;
  const double reach = per_range * stretch.limits->moving_range;
  if (above(target, mean + reach, mean)) return Assurance::fail;
  return below(target, mean - reach, mean) ? Assurance::pass : Assurance::hit_and_miss;
}

}  // namespace

std::string_view code(Variation variation) { return variations[static_cast<std::size_t>(variation)].code; }
std::string_view words(Variation variation) { return variations[static_cast<std::size_t>(variation)].words; }
std::string_view code(Assurance assurance) { return assurances[static_cast<std::size_t>(assurance)].code; }
std::string_view words(Assurance assurance) { return assurances[static_cast<std::size_t>(assurance)].words; }
std::string_view code(Basis basis) { return bases[static_cast<std::size_t>(basis)]; }

std::string_view icon(Variation variation, Polarity polarity) {
  const bool high_is_good = polarity == Polarity::high_good;
  switch (variation) {
    case Variation::improvement:
      return high_is_good ? "improvement_high" : "improvement_low";
    case Variation::concern:
      return high_is_good ? "concern_low" : "concern_high";
    case Variation::neutral_high:
      return "neutral_high";
    case Variation::neutral_low:
      return "neutral_low";
    case Variation::common_cause:
      break;
  }
  return "common_cause";
}

kit::Verdict<ProcessChart> process_chart(std::span<const Dated> figures, const Process& process) {
  std::vector<Dated> in_order(figures.begin(), figures.end());
  std::stable_sort(in_order.begin(), in_order.end(), [](const Dated& a, const Dated& b) { return a.on < b.on; });
  if (const auto no = faults(in_order, process); no.any()) return no;

  ProcessChart chart;
  open_stretches(chart, in_order, process);
  work_out(chart, process);
  for (auto& point : chart.points) point.variation = variation(point.signal, process.polarity);
  if (chart.points.empty()) return chart;
  chart.variation = chart.points.back().variation;
  chart.assurance = assurance(chart.stretches.back(), process);
  return chart;
}

}  // namespace assess
