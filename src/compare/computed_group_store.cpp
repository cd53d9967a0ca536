#include "compare/computed_group_store.h"

#include <algorithm>

#include "compare/series_notes_store.h"

namespace compare {
namespace {

// In the newest period in which the council has a figure.
Values newest(const std::vector<AreaFigure>& figures, const std::string& own) {
  const AreaFigure* of_own = nullptr;
  for (const auto& each : figures)
    if (each.area == own && each.value && (!of_own || of_own->period < each.period)) of_own = &each;
  Values values;
  for (const auto& each : figures)
    if (of_own && each.period == of_own->period && each.value) values.emplace(each.area, *each.value);
  return values;
}

}  // namespace

std::vector<Offered> offered(kit::Transaction& tx, const std::string& data_folder, const Country& country,
                             const std::vector<std::string>& pool, const std::string& data_set, std::string_view words,
                             kit::Moment as_at) {
  std::vector<Offered> all;
  const auto years = load_years(tx, as_at);
  for (const auto& load : country.newest) {
    if (!data_set.empty() && load.data_set != data_set) continue;
    std::map<std::string, Place> places;
    for (auto& each : places_of(duck_in(data_folder), load, country.asked, pool)) {
      each.period = meant(each.period, years.of({load.data_set, each.title}));
      places.emplace(each.title, each);
    }
    for (const auto& each : indicators_of(tx, load.number)) {
      const auto place = places.find(each.title);
      const bool is_looked_for = words.empty() || plain_area_name(each.title).find(plain_area_name(words)) != std::string::npos;
      if (place != places.end() && is_looked_for) all.push_back({{load.data_set, each.title}, place->second});
    }
  }
  return all;
}

std::vector<Values> values_of(const std::string& data_folder, const Country& country, const std::vector<Feature>& features) {
  std::vector<Values> all;
  for (const auto& each : features) {
    const auto load = std::ranges::find(country.newest, each.series.data_set, &Load::data_set);
    all.push_back(load == country.newest.end()
                      ? Values{}
                      : newest(figures_of(duck_in(data_folder), *load, each.series.title), country.asked));
  }
  return all;
}

}  // namespace compare
