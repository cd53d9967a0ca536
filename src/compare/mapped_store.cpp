#include "compare/mapped_store.h"

#include <algorithm>
#include <map>

#include "compare/among_others.h"
#include "compare/comparator_store.h"
#include "compare/mapped.duck.sql.h"
#include "compare/mapping_store.h"
#include "compare/series_notes_store.h"
#include "indicator/columns.h"

namespace compare {
namespace {

using assess::Picture;

using BySeries = std::map<std::string, std::vector<AreaFigure>>;

BySeries figures_of_many(kit::Duck& duck, const Load& load, const std::vector<std::string>& titles) {
  BySeries all;
  duck.each(
      mapped_duck_sql::of_many, {{"file", duck.path(load.kept)}, {"titles", titles}}, "tttrrrt",
      [&](const kit::Row& row) {
        all[row.text(0)].push_back({row.text(1), indicator::known(calendar::Period::parse(row.text(2)), row.text(2)),
                                    row.maybe_real(3), row.maybe_real(4), row.maybe_real(5), row.text(6)});
      });
  return all;
}

struct Wanted {
  std::vector<Mapping> mappings;
  std::map<std::int64_t, std::vector<PublishedIndicator>> indicators;  // of each load that a mapping names
  std::map<std::string, Group> groups;
  YearsMeant years;
};

Wanted wanted(kit::Transaction& tx, const Country& country, const Picture& picture, std::optional<indicator::IndicatorId> one) {
  Wanted found;
  found.years = load_years(tx, picture.as_at);
  for (auto& each : load_mappings(tx, picture.as_at)) {
    if (each.gone || !picture.find(each.indicator) || (one && each.indicator != *one)) continue;
    found.groups.try_emplace(each.compare_with, group_in(tx, country, each.compare_with));
    const auto load = std::ranges::find(country.newest, each.series.data_set, &Load::data_set);
    if (load != country.newest.end() && !found.indicators.contains(load->number))
      found.indicators[load->number] = indicators_of(tx, load->number);
    found.mappings.push_back(std::move(each));
  }
  return found;
}

void take(AllMapped& made, const Load& load, const Wanted& from, const std::vector<const Mapping*>& mappings,
          const std::string& data_folder, const Picture& picture) {
  std::vector<std::string> titles;
  for (const auto* each : mappings) titles.push_back(each->series.title);
  auto figures = figures_of_many(duck_in(data_folder), load, titles);
  const auto& indicators = from.indicators.at(load.number);
  for (const auto* each : mappings) {
    const auto published = std::ranges::find(indicators, each->series.title, &PublishedIndicator::title);
    if (published == indicators.end()) {
      made.without.push_back(*each);
      continue;
    }
    Mapped mapped{*each, load, *published, figures[each->series.title], from.groups.at(each->compare_with)};
    from.years.put_right(mapped.figures, each->series);
    complete(mapped.figures, own_figures(*picture.find(each->indicator), made.country.asked));
    made.all.push_back(std::move(mapped));
  }
}

AllMapped load_some(kit::Transaction& tx, const std::string& data_folder, const Picture& picture,
                    std::optional<indicator::IndicatorId> one) {
  AllMapped made{country_in(tx, picture.as_at, picture.council.setting("area_code")), {}, {}};
  const auto found = wanted(tx, made.country, picture, one);
  std::map<std::string, std::vector<const Mapping*>> by_set;
  for (const auto& each : found.mappings) by_set[each.series.data_set].push_back(&each);
  for (const auto& [data_set, mappings] : by_set) {
    const auto load = std::ranges::find(made.country.newest, data_set, &Load::data_set);
    if (load != made.country.newest.end()) take(made, *load, found, mappings, data_folder, picture);
    else
      for (const auto* each : mappings) made.without.push_back(*each);
  }
  return made;
}

}  // namespace

const Mapped* AllMapped::of(indicator::IndicatorId indicator) const {
  const auto found = std::ranges::find_if(all, [&](const Mapped& each) { return each.mapping.indicator == indicator; });
  return found == all.end() ? nullptr : &*found;
}

AllMapped load_mapped(kit::Transaction& tx, const std::string& data_folder, const Picture& picture) {
  return load_some(tx, data_folder, picture, std::nullopt);
}
AllMapped load_mapped(kit::Transaction& tx, const std::string& data_folder, const Picture& picture,
                      indicator::IndicatorId one) {
  return load_some(tx, data_folder, picture, one);
}

assess::Others others_among(kit::Transaction& tx, const std::string& data_folder, const Picture& picture, const calendar::Period& until) {
  return elsewhere(tx, data_folder, picture, until).others;
}

Elsewhere elsewhere(kit::Transaction& tx, const std::string& data_folder, const Picture& picture, const calendar::Period& until) {
  Elsewhere made{among_others(load_comparator_figures(tx, picture.as_at, picture.version), picture, until), {}};
  const auto mapped = load_mapped(tx, data_folder, picture);
  for (const auto& each : mapped.all) {
    const auto id = each.mapping.indicator;
    made.others.erase(id);
    if (!mapped.country.own) continue;
    const auto& kept = *picture.find(id);
    if (const auto stands = standing(each, mapped.country.authorities, *mapped.country.own, kept.now().polarity, until))
      made.others.emplace(id, *stands);
    made.beside.push_back(against_others(each, mapped.country.authorities, *mapped.country.own, kept, until));
  }
  std::ranges::sort(made.beside, {}, &AgainstOthers::indicator);
  return made;
}

}  // namespace compare
