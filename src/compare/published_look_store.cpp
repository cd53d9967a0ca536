#include "compare/published_look_store.h"

#include <algorithm>

namespace compare {
namespace {

std::vector<AreaFigure> read(const std::string& data_folder, const Load& load, const std::string& title, const YearsMeant& years) {
  auto figures = figures_of(duck_in(data_folder), load, title);
  years.put_right(figures, {load.data_set, title});
  return figures;
}

}  // namespace

std::optional<PublishedLook> look_at(kit::Transaction& tx, const std::string& data_folder, const Country& country,
                                     const std::string& data_set, const std::string& title, kit::Moment as_at) {
  for (const auto* one : meant_by(country.newest, data_set, First::councils)) {
    const auto& load = *one;
    const auto indicators = indicators_of(tx, load.number);
    const auto found = std::ranges::find(indicators, title, &PublishedIndicator::title);
    if (found == indicators.end()) continue;
    const auto years = load_years(tx, as_at);
    PublishedLook look{&load,
                       *found,
                       read(data_folder, load, title, years),
                       load_stories(tx, {load.data_set, title}, as_at),
                       load_counts(tx, {load.data_set, title}, as_at),
                       {},
                       {}};
    if (look.counts.cases.empty()) return look;
    look.cases = read(data_folder, load, look.counts.cases, years);
    look.out_of = read(data_folder, load, look.counts.out_of, years);
    return look;
  }
  return std::nullopt;
}

}  // namespace compare
