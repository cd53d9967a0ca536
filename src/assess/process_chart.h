// A process chart (XmR, NHS England's "Making data count"; rules.md 2): which figures are ordinary variation and which
// are a signal. A person may start it afresh at a date, when the cause of a lasting change is known: mean, limits and
// rules are worked out within the stretch between two such dates, and no run crosses one.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indicator/indicator.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace assess {

// What a figure shows, in order of precedence: only the first that holds is named, all are kept.
enum class Signal : std::uint8_t {
  none,
  above_limit,
  below_limit,
  rising,
  falling,
  two_of_three_above,
  two_of_three_below,
  shift_above,
  shift_below
};
std::string_view code(Signal signal);   // "Above UCL", as analysts write them
std::string_view words(Signal signal);  // "Above the upper limit"

enum class Variation : std::uint8_t { common_cause, improvement, concern, neutral_high, neutral_low };
std::string_view code(Variation variation);   // "special_cause_improvement"
std::string_view words(Variation variation);  // "Improving", "No significant change"

// Whether a target will be met by a process that goes on as it does.
enum class Assurance : std::uint8_t { none, pass, fail, hit_and_miss };
std::string_view code(Assurance assurance);   // "consistent_pass", empty for none
std::string_view words(Assurance assurance);  // "Will meet its target"

// The icon for what the newest figure shows: "improvement_high", "concern_low", "common_cause".
std::string_view icon(Variation variation, indicator::Polarity polarity);

enum class Screen : std::uint8_t { on, off };  // whether extreme moving ranges count in the average (Nelson 1982)

struct Process {
  indicator::Polarity polarity = indicator::Polarity::neutral;  // within a range counts as neutral
  std::optional<double> target;
  std::vector<kit::Date> rebases;  // each starts a stretch at the first figure on or after it
  std::optional<int> fix_after;    // work out the limits from so many figures of a stretch, at least 12
  Screen screen = Screen::on;
};

struct Dated {
  kit::Date on;
  std::optional<double> figure;
};

struct Limits {
  double moving_range;  // the average
  double lower, upper, near_lower, near_upper;
};

enum class Basis : std::uint8_t { limits, no_variation, all_ranges_kept, too_few };
std::string_view code(Basis basis);  // "ok", "no_variation", "screen_dropped", "too_few"

struct Stretch {
  int number = 0;                      // rebases met so far
  std::size_t first = 0, figures = 0;  // among the points of the chart
  std::size_t baseline = 0;            // figures from which the limits come
  std::size_t missing = 0;             // periods without a figure among those
  double mean = 0;
  Basis basis = Basis::too_few;
  std::optional<Limits> limits;

  bool is_trial() const { return figures < 13; }                      // too few to trust the limits yet
  bool has_gaps() const { return missing * 5 > missing + baseline; }  // more than a fifth is missing
};

struct Charted {
  kit::Date on;
  double figure = 0;
  std::size_t stretch = 0;  // its place among the stretches
  int side = 0;             // 1 above the mean, -1 below, 0 on it
  bool outside = false, close = false;
  bool trend = false, two_of_three = false, shift = false;
  Signal signal = Signal::none;
  Variation variation = Variation::common_cause;
};

struct ProcessChart {
  std::vector<Stretch> stretches;
  std::vector<Charted> points;                    // in order of date; those without a figure are left out
  Variation variation = Variation::common_cause;  // of the newest figure
  Assurance assurance = Assurance::none;
};

// Refuses a date that stands twice and a baseline of fewer than 12 figures.
kit::Verdict<ProcessChart> process_chart(std::span<const Dated> figures, const Process& process);

}  // namespace assess
