// The counts behind a published share or rate, where the same data set publishes them too: how many cases, out of how many. With them the
// page can say what chance alone may do, and what a gap is worth in cases (rules.md 6 and 7).
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "assess/funnel.h"
#include "compare/comparison.h"
#include "compare/series.h"
#include "kit/verdict.h"

namespace compare {

struct Counts {
  enum class Measure : std::uint8_t { share, rate };  // a share: the cases are among those they are out of
  Series series;
  std::int64_t edition = 0;
  Measure measure = Measure::share;
  std::string cases, out_of;  // titles; no cases: taken back
  std::int64_t multiplier = 100;
  std::string by;
  kit::Moment at;
};

struct TypedCounts {
  std::string measure, cases, out_of, multiplier;
};
struct Counted {
  double cases = 0, of = 0;
};
using CountedAreas = std::map<std::string, Counted>;  // by code
CountedAreas counted(std::span<const AreaFigure> cases, std::span<const AreaFigure> out_of, const calendar::Period& period);

// `figures` and `there`: the published figures and the counts of one period, by which what is typed is tried: cases out of so many must
// make the figure that is published.
kit::Verdict<Counts> say_counts(Counts next, const TypedCounts& typed, std::span<const AreaFigure> figures, const CountedAreas& there);

struct CountedCouncil {
  const Authority* authority = nullptr;
  Counted counted;
  assess::Significance significance = assess::Significance::none;  // against the average of the group
};
struct CountedComparison {
  Counts counts;
  Counted own;
  double average = 0;                        // of the group, from its counts added up
  std::optional<assess::Interval> interval;  // of our own figure
  std::optional<double> to_the_middle;       // cases by which ours differs from the middle of the others: below 0 is fewer
  std::vector<CountedCouncil> councils;      // ours first, then the group by name
  const CountedCouncil& ours() const { return councils.front(); }
};
// None where the counts of our own council are not known.
std::optional<CountedComparison> count_in(const Comparison& found, const Counts& counts, const CountedAreas& there);

std::string worth_words(const CountedComparison& counted, const Comparison& found, indicator::Polarity polarity);
std::string_view words(assess::Significance significance);  // "higher, beyond chance"
std::string average_words(const CountedComparison& counted, const std::string& group, const Writing& writing);

}  // namespace compare
