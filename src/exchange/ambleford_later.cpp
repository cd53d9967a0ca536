#include "exchange/ambleford_later.h"

#include "exchange/ambleford_notes.h"
#include "exchange/ambleford_series.h"

namespace exchange {
namespace {

constexpr calendar::Period october{12 * 2025 + 9, 1};

std::optional<kit::Decimal> exact(std::optional<demo::Units> units) {
  return units ? std::optional(kit::Decimal::of_units(*units)) : std::nullopt;
}

}  // namespace

std::vector<LaterFigure> ambleford_later() {
  std::vector<LaterFigure> all;
  demo::Notes notes;
  for (auto seed : demo::seeds()) {
    if (seed.recipe.ahead || seed.definition.frequency != calendar::Frequency::monthly) continue;
    seed.recipe.ahead = true;
    const auto points = demo::series_of(seed);
    if (points.empty() || points.back().period != october || points.back().state != collect::State::given) continue;
    const auto& point = points.back();
    LaterFigure later{seed.code, october, exact(point.value), {}, {}, exact(point.deviation), notes.of(seed, points, points.size() - 1)};
    if (point.parts) {
      later.numerator = exact(point.parts->numerator);
      later.denominator = exact(point.parts->denominator);
    }
    all.push_back(std::move(later));
  }
  return all;
}

}  // namespace exchange
