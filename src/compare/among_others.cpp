#include "compare/among_others.h"

#include <algorithm>
#include <map>
#include <set>

#include "assess/benchmark.h"
#include "assess/quantile.h"

namespace compare {
namespace {

using assess::Kept;
using calendar::Period;
using indicator::Polarity;

constexpr std::size_t enough = 4;  // areas, to speak of quarters

std::optional<double> own_figure(const Kept& kept, const Period& period) {
  for (auto each = kept.figures.rbegin(); each != kept.figures.rend(); ++each)
    if (each->period == period) return collect::number_of(*each, kept.in(period));
  return std::nullopt;
}

// How many robust standard deviations the first lies from the middle, upwards. Nothing can be said where most are the same.
double spreads(const std::vector<double>& all) {
  return assess::spreads_of(assess::Group(all, Polarity::neutral).of(all.front()).mads.value_or(0));
}

class Areas {
 public:
  Areas(std::span<const ComparatorFigure> figures, const Kept& kept) : kept_(kept) {
    for (const auto& each : figures)
      if (each.value) of_[each.period].push_back(*each.value);
  }

  std::optional<Period> newest(const Period& until) const {
    for (auto each = of_.rbegin(); each != of_.rend(); ++each)
      if (each->first.end() <= until.end() && !all_in(each->first).empty()) return each->first;
    return std::nullopt;
  }

  // The council's first; empty when it has none or there are too few.
  std::vector<double> all_in(const Period& period) const {
    const auto own = own_figure(kept_, period);
    const auto others = of_.find(period);
    if (!own || others == of_.end() || others->second.size() + 1 < enough) return {};
    std::vector<double> all = {*own};
    all.insert(all.end(), others->second.begin(), others->second.end());
    return all;
  }

 private:
  const Kept& kept_;
  std::map<Period, std::vector<double>> of_;
};

std::optional<int> quartile(const std::vector<double>& all, Polarity polarity) {
  if (all.empty()) return std::nullopt;
  const std::vector<std::optional<double>> figures(all.begin(), all.end());
  const auto first = polarity == Polarity::high_good ? assess::First::highest : assess::First::lowest;
  const auto place = assess::places(figures, 4, first).front();
  return place ? place->quantile : std::nullopt;
}

// Figures of two kinds under one title cannot be put side by side.
bool is_of_one_kind(std::span<const ComparatorFigure> figures) {
  return std::ranges::all_of(figures, [&](const auto& each) {
    return each.measure == figures.front().measure && each.unit == figures.front().unit;
  });
}

}  // namespace

std::optional<assess::AmongOthers> among_others(std::span<const ComparatorFigure> figures, const Kept& kept, const Period& until) {
  const auto polarity = kept.now().polarity;
  if (figures.empty() || !is_of_one_kind(figures) ||
      (polarity != Polarity::high_good && polarity != Polarity::low_good))
    return std::nullopt;
  const Areas areas(figures, kept);
  const auto period = areas.newest(until);
  if (!period) return std::nullopt;
  const auto all = areas.all_in(*period);
  const auto now = quartile(all, polarity);
  if (!now) return std::nullopt;
  const double upwards = spreads(all);
  return assess::AmongOthers{*period, static_cast<int>(all.size()), *now, quartile(areas.all_in(period->year_before()), polarity),
                             polarity == Polarity::high_good ? -upwards : upwards};
}

assess::Others among_others(std::span<const ComparatorFigure> figures, const assess::Picture& picture, const Period& until) {
  std::map<std::string, const Kept*> by_title;
  for (const auto& kept : picture.indicators) by_title.emplace(kept.now().title, &kept);
  assess::Others all;
  for (std::size_t from = 0, to = 0; from < figures.size(); from = to) {
    while (to < figures.size() && figures[to].indicator == figures[from].indicator) ++to;
    const auto found = by_title.find(figures[from].indicator);
    if (found == by_title.end()) continue;
    if (const auto stands = among_others(figures.subspan(from, to - from), *found->second, until)) all.emplace(found->second->id, *stands);
  }
  return all;
}

}  // namespace compare
