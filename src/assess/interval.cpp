#include "assess/interval.h"

#include <algorithm>
#include <span>

#include "kit/number.h"

namespace assess {
namespace {

using indicator::Definition;

constexpr double few_looked_at = 30, few_found = 10;

// Money, weight and time are measured, not counted: chance does not move them as it moves cases.
constexpr std::string_view of_money[] = {"£", "pounds", "cost", "costs", "spending", "budget", "revenue", "rent", "tax", "savings", "reserves", "overpayments", "income", "arrears"};
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
  if (counts_as(d) == Counting::none || figure.state != collect::State::given || !figure.numerator || !figure.denominator) return std::nullopt;
  if (!is_whole(*figure.numerator) || !is_whole(*figure.denominator)) return std::nullopt;
  const Parts parts{figure.numerator->number(), figure.denominator->number()};
  const bool possible = parts.numerator >= 0 && parts.denominator > 0 && (counts_as(d) == Counting::rate || parts.numerator <= parts.denominator);
  return possible ? std::optional(parts) : std::nullopt;
}

}  // namespace

Counting counts_as(const Definition& d) {
  const bool over_annual = d.submitted == indicator::Submitted::cumulative_over_annual;
  if (d.aggregation != indicator::Aggregation::ratio || over_annual || is_measured(d.numerator_label) || is_measured(d.denominator_label)) return Counting::none;
  if (d.unit == "%") return Counting::share;
  return d.unit.starts_with("per ") ? Counting::rate : Counting::none;
}

std::optional<Interval> interval_of(const collect::Figure& figure, const Definition& d) {
  const auto parts = counted(figure, d);
  if (!parts) return std::nullopt;
  const double multiplier = d.multiplier.number();
  if (counts_as(d) == Counting::rate) return multiplier / parts->denominator * count_interval(parts->numerator, confidence_95);
  const auto share = proportion_interval(parts->numerator, parts->denominator, confidence_95);
  return share ? std::optional(multiplier * *share) : std::nullopt;
}

std::string interval_words(const Interval& interval, const Definition& d) {
  return "Between " + indicator::written(interval.low, d) + " and " + indicator::written(interval.high, d) + ", 19 times in 20";
}

std::string small_numbers(const collect::Figure& figure, const Definition& d) {
  const auto parts = counted(figure, d);
  const bool share = counts_as(d) == Counting::share;
  if (!parts || (parts->numerator >= few_found && (!share || parts->denominator >= few_looked_at))) return {};
  const std::string count = kit::with_commas(parts->numerator, 0) + " of " + kit::with_commas(parts->denominator, 0);
  return "Small numbers: " + count + ". One case more or less moves the figure by " +
         indicator::written_difference(d.multiplier.number() / parts->denominator, d) + ".";
}

}  // namespace assess
