// The formulas of computed indicators as they will be: what one refers to may stand in another row, or be changed by this file.
#include <algorithm>

#include "exchange/deciding.h"
#include "indicator/computed_from.h"

namespace exchange {
namespace {

std::vector<std::string> codes_of(const indicator::Definition& d) {
  const auto formula = indicator::formula_of(d);
  return formula ? formula->codes() : std::vector<std::string>();
}

// The place of its own row; without one, of the first row of what it refers to.
std::optional<Place> place_to_blame(const Deciding& it, const RowsOfIndicators& rows, std::size_t computed) {
  if (const auto own = rows.find(computed); own != rows.end()) return own->second;
  for (const auto& code : codes_of(it.indicators[computed].now())) {
    const auto input = it.indicator(code);
    const auto row = input ? rows.find(*input) : rows.end();
    if (row != rows.end()) return row->second;
  }
  return std::nullopt;
}

}  // namespace

void check_formulas(Deciding& it, const RowsOfIndicators& rows) {
  if (it.made.empty()) return;
  const indicator::FindDefinition find = [&it](std::string_view code) -> const indicator::Definition* {
    const auto place = it.indicator(code);
    return place && !it.indicators[*place].definitions.empty() ? &it.indicators[*place].now() : nullptr;
  };
  const auto units = it.units.all();
  const auto is_refused = [&it](const std::string& code) { return it.refused.contains(upper(code)); };
  for (std::size_t i = 0; i < it.indicators.size(); ++i) {
    const auto& one = it.indicators[i];
    if (one.definitions.empty() || !indicator::is_computed(one.now()) || std::ranges::any_of(codes_of(one.now()), is_refused)) continue;
    const auto no = indicator::faults_of_formula(one.now(), find, units);
    if (const auto place = no.any() ? place_to_blame(it, rows, i) : std::nullopt) it.fault(*place, no);
  }
}

}  // namespace exchange
