#include "explore/standing_store.h"

#include "explore/standings.duck.sql.h"
#include "indicator/columns.h"

namespace explore {

std::vector<Standing> standings_of(kit::Duck& duck, const compare::Load& load, const std::string& own, const std::vector<std::string>& areas) {
  std::vector<Standing> all;
  duck.each(standings_duck_sql::now_and_before, {{"file", duck.path(load.kept)}, {"own", own}, {"areas", areas}}, "ttrirriiri", [&](const kit::Row& row) {
    const compare::Place place{row.text(0), indicator::known(calendar::Period::parse(row.text(1)), row.text(1)), row.real(2), static_cast<int>(row.integer(3)), row.real(4), row.real(5),
                               row.real(8), static_cast<int>(row.integer(6)), static_cast<int>(row.integer(7))};
    if (row.integer(9) == 0) all.push_back({place, std::nullopt});
    else if (!all.empty() && all.back().now.title == place.title) all.back().before = place;
  });
  return all;
}

}  // namespace explore
