#include "assess/interval.h"

#include <algorithm>
#include <span>

#include "kit/number.h"

namespace assess {
namespace {

using indicator::Definition;

constexpr double few_looked_at = 30, few_found = 10;

// Money, weight and time are measured, not counted: chance does not move them as it moves cases.
constexpr std::string_view of_money[] = {"£",    "pounds", "cost",    "costs",    "spending",     "budget", "revenue",
                                         "rent", "tax",    "savings", "reserves", "overpayments", "income", "arrears"};
constexpr std::string_view of_measure[] = {"tonnes", "kilograms", "litres", "miles", "days", "hours", "minutes", "seconds", "working"};

bool is_one_of(std::span<const std::string_view> words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

bool is_measured(std::string_view label) {
  bool first = true;
  while (!label.empty()) {
    const auto end = std::min(label.find(' '), label.size());
    std::string word(label.substr(0, end));
    for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (is_one_of(of_money, word) || word.starts_with("£") || (first && is_one_of(of_measure, word))) return true;
    label.remove_prefix(std::min(end + 1, label.size()));
    first = false;
  }
  return false;
}

bool is_whole(const kit::Decimal& number) { return number.units() % 10000 == 0; }

struct Parts {
  double numerator, denominator;
};
std::optional<Parts> counted(const collect::Figure& figure, const Definition& d) {
  const auto counting = counts_as(d);
  if (counting == Counting::none || figure.state != collect::State::given || !figure.numerator || !figure.denominator) return std::nullopt;
  const Parts parts{figure.numerator->number(), figure.denominator->number()};
  if (!is_whole(*figure.denominator) || parts.denominator <= 0) return std::nullopt;
  if (counting == Counting::average) return parts;  // what is added up need not be whole, nor above zero
  const bool possible = is_whole(*figure.numerator) && parts.numerator >= 0 &&
                        (counting == Counting::rate || parts.numerator <= parts.denominator);
  return possible ? std::optional(parts) : std::nullopt;
}

std::optional<Interval> interval_of_average(const collect::Figure& figure, const Parts& parts, double multiplier) {
  if (!figure.deviation || parts.denominator < 2) return std::nullopt;
  return mean_interval({parts.denominator, parts.numerator, multiplier * parts.numerator / parts.denominator,
                        figure.deviation->number()},
                       confidence_95);
}

// "Homes re-let" within a sentence; "SEND pupils" stays as it is.
std::string within_a_sentence(std::string label) {
  if (label.size() > 1 && label[0] >= 'A' && label[0] <= 'Z' && label[1] >= 'a' && label[1] <= 'z')
    label[0] = static_cast<char>(label[0] + 32);
  return label;
}

}  // namespace

Counting counts_as(const Definition& d) {
  const bool over_annual = d.submitted == indicator::Submitted::cumulative_over_annual;
  if (d.aggregation == indicator::Aggregation::weighted_mean && !over_annual) return Counting::average;
  if (d.aggregation != indicator::Aggregation::ratio || over_annual || is_measured(d.numerator_label) ||
      is_measured(d.denominator_label))
    return Counting::none;
  if (d.unit == "%") return Counting::share;
  return d.unit.starts_with("per ") ? Counting::rate : Counting::none;
}

std::optional<Interval> interval_of(const collect::Figure& figure, const Definition& d) {
  const auto parts = counted(figure, d);
  if (!parts) return std::nullopt;
  const double multiplier = d.multiplier.number();
  if (counts_as(d) == Counting::average) return interval_of_average(figure, *parts, multiplier);
  if (counts_as(d) == Counting::rate) return multiplier / parts->denominator * count_interval(parts->numerator, confidence_95);
  const auto share = proportion_interval(parts->numerator, parts->denominator, confidence_95);
  return share ? std::optional(multiplier * *share) : std::nullopt;
}

std::string interval_words(const Interval& interval, const Definition& d) {
  return "Between " + indicator::written(interval.low, d) + " and " + indicator::written(interval.high, d) + ", 19 times in 20";
}

std::string sample_words(const collect::Figure& figure, const Definition& d) {
  const auto parts = counted(figure, d);
  if (!parts) return {};
  const auto cases = kit::with_commas(parts->denominator, 0);
  if (counts_as(d) != Counting::average) return kit::with_commas(parts->numerator, 0) + " of " + cases;
  return "The average of " + cases + " " + (d.denominator_label.empty() ? "cases" : within_a_sentence(d.denominator_label));
}

std::string small_numbers(const collect::Figure& figure, const Definition& d) {
  const auto parts = counted(figure, d);
  if (parts && counts_as(d) == Counting::average)
    return parts->denominator >= few_looked_at
               ? std::string()
               : "Small numbers: " + kit::with_commas(parts->denominator, 0) +
                     ". With fewer than 30, one unusual case moves the average a good deal.";
  const bool share = counts_as(d) == Counting::share;
  if (!parts || (parts->numerator >= few_found && (!share || parts->denominator >= few_looked_at))) return {};
  const std::string count = kit::with_commas(parts->numerator, 0) + " of " + kit::with_commas(parts->denominator, 0);
  return "Small numbers: " + count + ". One case more or less moves the figure by " +
         indicator::written_difference(d.multiplier.number() / parts->denominator, d) + ".";
}

}  // namespace assess
