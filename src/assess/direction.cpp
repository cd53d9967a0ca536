#include "assess/direction.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "assess/equal.h"
#include "kit/number.h"

namespace assess {
namespace {

using indicator::Polarity;

struct Row {
  std::string_view code, words;
};
constexpr std::array<Row, 6> rows = {{{"improving", "Improving"},
                                      {"worsening", "Worsening"},
                                      {"no_change", "No change"},
                                      {"increasing", "Rising"},
                                      {"decreasing", "Falling"},
                                      {"not_comparable", "Not comparable"}}};

std::optional<double> shown(std::optional<double> number, std::optional<int> decimals) {
  return number && decimals ? kit::rounded(*number, *decimals) : number;
}

double outside(double figure, double low, double high) { return std::max({low - figure, figure - high, 0.0}); }

// The change as if higher were better; none where nobody can say.
std::optional<double> change(double current, double comparator, const Pair& pair, Polarity polarity,
                             std::optional<int> decimals) {
  const double raw = current - comparator;
  if (polarity != Polarity::in_range) return polarity == Polarity::low_good ? -raw : raw;
  const auto low = shown(pair.low, decimals), high = shown(pair.high, decimals);
  if (!low || !high) return std::nullopt;
  return outside(comparator, *low, *high) - outside(current, *low, *high);
}

}  // namespace

std::string_view code(Direction direction) { return rows[static_cast<std::size_t>(direction)].code; }
std::string_view words(Direction direction) { return rows[static_cast<std::size_t>(direction)].words; }

Direction direction(const Pair& pair, Polarity polarity, const Threshold& threshold, std::optional<int> decimals) {
  const auto current = shown(pair.current, decimals), comparator = shown(pair.comparator, decimals);
  if (pair.comparable == Comparable::no || !current || !comparator) return Direction::not_comparable;
  const auto better = change(*current, *comparator, pair, polarity, decimals);
  if (!better) return Direction::not_comparable;
  const bool relative = threshold.kind == Threshold::Kind::relative;
  const double needed = relative ? threshold.size / 100 * std::fabs(*comparator) : threshold.size;
  if (!above(std::fabs(*better), needed, *comparator)) return Direction::no_change;
  if (polarity == Polarity::neutral) return *better > 0 ? Direction::rising : Direction::falling;
  return *better > 0 ? Direction::improving : Direction::worsening;
}

}  // namespace assess
