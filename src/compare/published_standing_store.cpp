#include "compare/published_standing_store.h"

#include "compare/published_look_store.h"

namespace compare {

std::vector<PublishedStanding> published_standings(kit::Transaction& tx, const std::string& data_folder,
                                                   const assess::Picture& picture, const ChosenSeries& chosen,
                                                   const calendar::Period& until) {
  std::vector<PublishedStanding> all;
  const auto country = country_in(tx, picture.as_at, picture.council.setting("area_code"));
  if (!country.own) return all;
  const auto group = group_in(tx, country, chosen.group);
  for (const auto& each : chosen.all) {
    const auto look = look_at(tx, data_folder, country, each.data_set, each.title, picture.as_at);
    if (look)
      all.push_back(standing({*look->load, look->indicator, look->figures, look->stories}, country.authorities,
                             *country.own, group, until));
    else all.emplace_back().stands.series = each;
  }
  return all;
}

}  // namespace compare
