#include "compare/counts.h"

#include <algorithm>
#include <cmath>

#include "assess/rates.h"
#include "kit/number.h"

namespace compare {
namespace {

using assess::Significance;

constexpr double as_rounded = 0.03;  // of the figure: published figures are rounded

std::optional<Counts::Measure> read_measure(std::string_view text) {
  if (text == "share") return Counts::Measure::share;
  return text == "rate" ? std::optional(Counts::Measure::rate) : std::nullopt;
}

std::optional<std::int64_t> read_multiplier(const std::string& text) {
  for (const auto each : {1, 100, 1'000, 10'000, 100'000, 1'000'000})
    if (text == std::to_string(each)) return each;
  return std::nullopt;
}

// How many councils have counts that make their figure, and how many have other ones.
struct Tried {
  int made = 0, not_made = 0;
};
Tried try_out(const Counts& counts, std::span<const AreaFigure> figures, const CountedAreas& there) {
  Tried tried;
  for (const auto& each : figures) {
    const auto found = there.find(each.area);
    if (!each.value || found == there.end()) continue;
    const double makes = found->second.cases / found->second.of * static_cast<double>(counts.multiplier);
    ++(std::fabs(makes - *each.value) <= as_rounded * std::fabs(*each.value) + 0.06 ? tried.made : tried.not_made);
  }
  return tried;
}

std::optional<assess::Interval> interval_of(const Counts& counts, const Counted& own) {
  const auto times = static_cast<double>(counts.multiplier);
  if (counts.measure == Counts::Measure::rate) return (times / own.of) * assess::count_interval(own.cases, assess::confidence_95);
  const auto share = assess::proportion_interval(own.cases, own.of, assess::confidence_95);
  return share ? std::optional(times * *share) : std::nullopt;
}

Significance significance_of(const Counts& counts, const Counted& counted, double average) {
  if (counts.measure == Counts::Measure::rate) return assess::count_significance(counted.cases, average * counted.of);
  return assess::significance(counted.cases / counted.of, assess::proportion_funnel(average, counted.of));
}

}  // namespace

CountedAreas counted(std::span<const AreaFigure> cases, std::span<const AreaFigure> out_of, const calendar::Period& period) {
  std::map<std::string, double> of;
  for (const auto& each : out_of)
    if (each.period == period && each.value && *each.value > 0) of.emplace(each.area, *each.value);
  CountedAreas all;
  for (const auto& each : cases)
    if (const auto found = of.find(each.area);
        each.period == period && each.value && *each.value >= 0 && found != of.end())
      all.emplace(each.area, Counted{*each.value, found->second});
  return all;
}

kit::Verdict<Counts> say_counts(Counts next, const TypedCounts& typed, std::span<const AreaFigure> figures, const CountedAreas& there) {
  const auto measure = read_measure(typed.measure);
  const auto multiplier = read_multiplier(typed.multiplier);
  kit::Refusals no;
  no.unless(measure.has_value(), "measure", "Say whether it is a share or a rate.");
  no.unless(multiplier.has_value(), "multiplier", "Choose for how many the figure is written.");
  no.unless(!typed.cases.empty(), "cases", "Choose the published indicator that counts the cases.");
  no.unless(!typed.out_of.empty(), "out_of", "Choose the published indicator that counts what they are out of.");
  no.unless(typed.cases.empty() || typed.cases != typed.out_of, "out_of", "Choose another than the cases.");
  if (no.any()) return no;

  next.measure = *measure, next.multiplier = *multiplier, next.cases = typed.cases, next.out_of = typed.out_of;
  const auto tried = try_out(next, figures, there);
  const bool too_many = std::ranges::any_of(there, [](const auto& each) { return each.second.cases > each.second.of; });
  no.unless(*measure == Counts::Measure::rate || !too_many, "measure",
            "A council has more cases than what they are out of, so it is no share. Choose a rate, or other counts.");
  no.unless(
      tried.made > 0, "cases",
      tried.not_made > 0
          ? "These counts do not make the published figures: choose others, or another number for which it is written."
          : "No council has both counts in the newest period.");
  no.unless(tried.not_made <= tried.made, "cases",
            "For " + std::to_string(tried.not_made) +
                " councils these counts do not make the published figure: choose others.");
  if (no.any()) return no;

  ++next.edition;
  return next;
}

std::optional<CountedComparison> count_in(const Comparison& found, const Counts& counts, const CountedAreas& there) {
  const auto own = there.find(found.own.authority->code);
  if (own == there.end()) return std::nullopt;
  CountedComparison made{.counts = counts, .own = own->second};
  double cases = 0, of = 0;
  const auto add = [&](const Compared& each) {
    const auto at = there.find(each.authority->code);
    if (at == there.end()) return;
    cases += at->second.cases, of += at->second.of;
    made.councils.push_back({each.authority, at->second, Significance::none});
  };
  add(found.own);
  for (const auto& each : found.others) add(each);
  const double average = cases / of;
  made.average = average * static_cast<double>(counts.multiplier);
  for (auto& each : made.councils) each.significance = significance_of(counts, each.counted, average);
  made.interval = interval_of(counts, made.own);
  if (found.stands.others_median)
    made.to_the_middle =
        (*found.own.figure->value - *found.stands.others_median) * made.own.of / static_cast<double>(counts.multiplier);
  return made;
}

std::string worth_words(const CountedComparison& counted, const Comparison& found, indicator::Polarity polarity) {
  if (!counted.to_the_middle) return {};
  const double more = -std::round(*counted.to_the_middle);
  const auto out_of = " (“" + counted.counts.cases + "”, of " + kit::with_commas(counted.own.of, 0) + ")";
  if (more == 0) return "In cases the gap is worth less than one" + out_of + ".";
  const bool is_better = polarity == indicator::Polarity::low_good ? more < 0 : polarity == indicator::Polarity::high_good && more > 0;
  return (is_better ? "Reaching the middle of the others would be " : "At the middle of the others it would be ") +
         kit::with_commas(std::fabs(more), 0) + (more > 0 ? " more" : " fewer") +
         (found.period.months == 12 ? " a year" : " in such a period") + out_of + ".";
}

std::string_view words(Significance significance) {
  switch (significance) {
    case Significance::very_high: return "higher, far beyond chance";
    case Significance::high: return "higher, beyond chance";
    case Significance::low: return "lower, beyond chance";
    case Significance::very_low: return "lower, far beyond chance";
    case Significance::none: break;
  }
  return "within chance";
}

std::string average_words(const CountedComparison& counted, const std::string& group, const Writing& writing) {
  const auto beyond = std::ranges::count_if(counted.councils, [](const auto& each) {
    return each.significance == Significance::very_high || each.significance == Significance::very_low;
  });
  const bool is_chance = counted.ours().significance == Significance::none;
  return "All the " + group + " together came to " + writing.number(counted.average) +
         " (their counts added up and divided once). Against it " + counted.ours().authority->name + " is " +
         std::string(words(counted.ours().significance)) +
         (is_chance ? ": so large a difference may come about by itself in a place of its size" : "") + ". " +
         std::to_string(beyond) + " of " + std::to_string(counted.councils.size()) + " differ far beyond chance.";
}

}  // namespace compare
