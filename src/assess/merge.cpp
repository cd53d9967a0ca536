#include "assess/merge.h"

#include <algorithm>
#include <array>

#include "assess/equal.h"
#include "assess/sums.h"

namespace assess {
namespace {

using indicator::Aggregation;

constexpr std::array<std::string_view, 4> bases = {"exact", "apportioned", "incomplete", "not_reaggregable"};

bool adds_up(Aggregation a) {
  return a == Aggregation::sum || a == Aggregation::snapshot || a == Aggregation::mean_of_snapshots;
}

bool is_whole(const Brought& each) { return equal(each.share, 1, 1); }

MergeBasis basis_of(std::span<const Brought> predecessors, const Merged& so_far) {
  if (so_far.used < so_far.expected) return MergeBasis::incomplete;
  return std::ranges::all_of(predecessors, is_whole) ? MergeBasis::exact : MergeBasis::apportioned;
}

std::optional<double> divided(const std::optional<double>& numerator, const std::optional<double>& denominator,
                              double multiplier) {
  if (!numerator || !denominator || *denominator == 0) return std::nullopt;
  return multiplier * *numerator / *denominator;
}

void add_up(Merged& made, std::span<const Brought> predecessors, bool ratio, double multiplier) {
  Sum numerator, denominator, values;
  double valued = 0;
  for (const auto& each : predecessors) {
    const bool known = each.numerator && (!ratio || each.denominator);
    if (!known) continue;
    ++made.used;
    numerator.add(each.share * *each.numerator);
    if (!ratio) continue;
    denominator.add(each.share * *each.denominator);
    if (const auto value = divided(each.numerator, each.denominator, multiplier)) values.add(*value), ++valued;
  }
  if (made.used == 0) return;
  made.numerator = numerator.value();
  if (ratio) made.denominator = denominator.value();
  if (valued > 0) made.mean_of_values = values.value() / valued;
}

// The longest wait of all is the longest of the longest, as long as nobody was split.
std::optional<double> extreme(std::span<const Brought> predecessors, Aggregation aggregation) {
  std::optional<double> found;
  for (const auto& each : predecessors) {
    const double value = *each.numerator;
    found = !found ? value : aggregation == Aggregation::max ? std::max(*found, value) : std::min(*found, value);
  }
  return found;
}

std::size_t count_known(std::span<const Brought> predecessors) {
  return static_cast<std::size_t>(
      std::ranges::count_if(predecessors, [](const Brought& each) { return each.numerator.has_value(); }));
}

Merged by_extreme(std::span<const Brought> predecessors, Aggregation aggregation) {
  Merged made;
  made.expected = predecessors.size();
  made.used = count_known(predecessors);
  const bool can = aggregation == Aggregation::max || aggregation == Aggregation::min;
  made.basis = basis_of(predecessors, made);
  if (!can || made.basis == MergeBasis::apportioned) made.basis = MergeBasis::not_reaggregable;
  if (made.basis == MergeBasis::exact) made.value = extreme(predecessors, aggregation);
  return made;
}

}  // namespace

std::string_view code(MergeBasis basis) { return bases[static_cast<std::size_t>(basis)]; }

std::string Merged::words() const {
  const std::string of = std::to_string(used) + " of " + std::to_string(expected) + " predecessors";
  switch (basis) {
    case MergeBasis::exact:
      return "Added up from " + of + ".";
    case MergeBasis::apportioned:
      return "Added up from " + of + ", one of them by its share.";
    case MergeBasis::incomplete:
      return "Only " + of + " have a figure, so there is none for all.";
    default:
      return "This cannot be put together from the figures of predecessors.";
  }
}

Merged merged(std::span<const Brought> predecessors, Aggregation aggregation, double multiplier) {
  const bool ratio = indicator::has_parts(aggregation);
  if (!ratio && !adds_up(aggregation)) return by_extreme(predecessors, aggregation);
  Merged made;
  made.expected = predecessors.size();
  add_up(made, predecessors, ratio, multiplier);
  made.basis = basis_of(predecessors, made);
  if (made.basis == MergeBasis::incomplete) return made;
  made.value = ratio ? divided(made.numerator, made.denominator, multiplier) : made.numerator;
  return made;
}

Merged merged_standardised(std::span<const Brought> predecessors, double per) {
  Merged made;
  made.expected = predecessors.size();
  std::size_t count = 0;
  for (const auto& each : predecessors) count = std::max(count, each.bands.size());
  std::vector<AgeBand> bands(count, AgeBand{0, 0, 0});
  Sum values;
  for (const auto& each : predecessors) {
    if (each.bands.size() != count) continue;
    ++made.used;
    for (std::size_t i = 0; i < count; ++i) {
      bands[i].cases += each.share * each.bands[i].cases;
      bands[i].population += each.share * each.bands[i].population;
      bands[i].standard = each.bands[i].standard;
    }
    if (const auto own = direct_rate(each.bands).value) values.add(per * *own);
  }
  made.basis = basis_of(predecessors, made);
  if (made.used == 0) return made;
  const auto rate = direct_rate(bands);
  made.numerator = rate.cases;
  made.denominator = rate.population;
  if (made.basis == MergeBasis::incomplete) return made;
  if (rate.value) made.value = per * *rate.value;
  made.mean_of_values = values.value() / static_cast<double>(made.used);
  return made;
}

}  // namespace assess
