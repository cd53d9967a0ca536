#include "assess/process_words.h"

#include <algorithm>

#include "assess/equal.h"
#include "assess/period_words.h"
#include "assess/process_signals.h"
#include "kit/number.h"

namespace assess {
namespace {

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string lower(std::string_view words) {
  std::string made(words);
  if (!made.empty() && made[0] >= 'A' && made[0] <= 'Z') made[0] = static_cast<char>(made[0] + 32);
  return made;
}

std::string several(std::size_t count, std::string_view length) {
  return kit::in_words(static_cast<int>(count)) + ' ' + std::string(length) + (count == 1 ? "" : "s");
}

// How many of the newest figures lie on the side of the last one.
std::size_t run_on_one_side(const ProcessChart& chart) {
  const auto& last = chart.points.back();
  const auto end = std::find_if(chart.points.rbegin(), chart.points.rend(), [&](const Charted& point) {
    return point.side != last.side || point.stretch != last.stretch;
  });
  return static_cast<std::size_t>(end - chart.points.rbegin());
}

// How many steps in one direction the newest figures make.
std::size_t steps(const ProcessChart& chart) {
  const auto& all = chart.points;
  const bool rises = all.back().signal == Signal::rising;
  const double mean = chart.stretches.back().mean;
  std::size_t count = 0;
  for (std::size_t i = all.size() - 1; i > 0 && all[i - 1].stretch == all[i].stretch; --i, ++count)
    if (!(rises ? above(all[i].figure, all[i - 1].figure, mean) : below(all[i].figure, all[i - 1].figure, mean))) break;
  return count;
}

std::string what_it_shows(const IndicatorProcess& process, std::string_view length) {
  const auto& chart = process.chart;
  const auto& last = chart.points.back();
  const bool high = side(last.signal) > 0;
  if (last.shift && !last.trend) return several(run_on_one_side(chart), length) + (high ? " above average" : " below average");
  switch (last.signal) {
    case Signal::above_limit:
    case Signal::below_limit:
      return (high ? "above the usual range in " : "below the usual range in ") + process.periods.back().words();
    case Signal::rising:
    case Signal::falling:
      return (high ? "rising for " : "falling for ") + several(steps(chart), length) + " in a row";
    case Signal::two_of_three_above:
    case Signal::two_of_three_below:
      return "two of the last three " + std::string(length) + "s unusually " + (high ? "high" : "low");
    default:
      return several(run_on_one_side(chart), length) + (high ? " above average" : " below average");
  }
}

std::string and_so(Variation variation) {
  switch (variation) {
    case Variation::improvement: return ": improving";
    case Variation::concern: return ": getting worse";
    default: return "";
  }
}

std::string_view length_of(const indicator::Definition& d) { return length_words(calendar::months_in(d.frequency)); }

}  // namespace

std::optional<std::string> signal_finding(const IndicatorProcess& process, const indicator::Definition& definition) {
  if (!process.is_drawn() || process.chart.points.back().signal == Signal::none) return std::nullopt;
  return capital(what_it_shows(process, length_of(definition))) + and_so(process.chart.variation);
}

std::string steady_words(const IndicatorProcess& process, const indicator::Definition& definition) {
  const bool constant = process.newest().basis == Basis::no_variation;
  return constant ? "the same every " + std::string(length_of(definition)) : "no significant change";
}

std::string limits_sentence(const IndicatorProcess& process, const indicator::Definition& definition) {
  const auto& newest = process.newest();
  const auto figures = several(newest.figures, length_of(definition));
  const std::string since = process.chart.stretches.size() > 1 ? " since " + process.periods[newest.first].words() : "";
  if (newest.basis == Basis::too_few) return "One figure" + since + ": limits need two at least.";
  if (newest.basis == Basis::no_variation)
    return "There is no variation: " + figures + since + " with the same figure, so there are no limits.";
  return "Shaded: where figures fall by chance alone, from " + figures + since + ".";
}

std::string signal_words(const Charted& point) {
  if (point.signal == Signal::none) return std::string(words(Signal::none));
  const auto variation = point.variation;
  const bool judged = variation == Variation::improvement || variation == Variation::concern;
  return std::string(words(point.signal)) + (judged ? ": " + lower(words(variation)) : "");
}

char letter(const Charted& point) {
  const int found = side(point.signal);
  return found == 0 ? '\0' : found > 0 ? 'H' : 'L';
}

}  // namespace assess
