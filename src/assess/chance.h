// The chance of reaching a target by the year's end (rules.md 10): from a forecast, from the cases that remain, or from
// the events still to come. Always shown beside its words.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "assess/rates.h"

namespace assess {

enum class Better : std::uint8_t { higher, lower };
std::optional<Better> read_better(std::string_view polarity);  // "high_good", "low_good"

std::string_view words(double chance);  // "very likely", "about even"

struct Outturn {
  double mean, error;  // the error is a standard deviation, and 0 where nothing is left to chance
  Interval within(Confidence confidence) const;
};
double chance(const Outturn& outturn, double target, Better better);

// A level that moves on with each figure by `alpha` of its surprise (simple exponential smoothing; rules.md 9.6).
struct Level {
  double level, sigma, alpha;
};
enum class YearAs : std::uint8_t { sum, mean };  // of its months
struct YearSoFar {
  YearAs as;
  double total, done, left;  // what the months done add up to; how many they are, and how many are left
};
Outturn year_end(const YearSoFar& year, const Level& level);
std::optional<double> required_per_month(const YearSoFar& year, double target);  // none when no month is left

enum class Reach : std::uint8_t { open, out_of_reach, already_secured, met, missed, no_data };
std::string_view code(Reach reach);

// A share of cases: so many of so many until now, so many still to be decided, each with this chance.
struct RatioSoFar {
  double cases, of, left, rate;
};
struct RatioChance {
  Reach reach = Reach::no_data;
  std::optional<double> chance, required;  // the share of the remaining cases that is needed, or allowed
};
RatioChance ratio_chance(const RatioSoFar& ratio, double target, Better better);

// Of a count, with `expected` more events to come.
double count_chance(double until_now, double expected, double target, Better better);

}  // namespace assess
