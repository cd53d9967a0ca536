#include "assess/unit_view.h"

#include <gtest/gtest.h>

namespace assess {
namespace {

using council::Unit;

Kept kept(indicator::IndicatorId id, const char* code, const char* service) {
  indicator::Definition definition;
  definition.indicator = id;
  definition.code = code;
  definition.title = code;
  definition.service = service;
  definition.applies_from = kit::Date::of(2022, 4, 1);
  Kept one;
  one.id = id;
  one.definitions = {definition};
  return one;
}

Judged two_services() {
  auto picture = std::make_shared<Picture>();
  picture->as_at = kit::Moment::end_of(kit::Date::of(2025, 7, 31));
  picture->council.units = {{Unit::Kind::directorate, "PLACE", "Place", "", "Director of Place"},
                            {Unit::Kind::service, "PLANNING", "Planning", "PLACE", "Head of Planning"},
                            {Unit::Kind::service, "WASTE", "Waste", "PLACE", "Head of Waste"}};
  picture->council.people = {{"p.shah", "P Shah", "Planning data officer", "", council::Role::officer, "PLANNING"},
                             {"g.one", "G One", "Former officer", "", council::Role::officer, "PLANNING"}};
  picture->council.people[1].gone = true;
  picture->indicators = {kept(1, "PLA1", "PLANNING"), kept(2, "WAS1", "WASTE"), kept(3, "WAS2", "WASTE")};
  index(*picture);

  Judged judged;
  judged.period = calendar::Period::quarter({2025}, 1);
  judged.all = judge_all(*picture, judged.period);
  judged.picture = picture;
  return judged;
}

TEST(TheServicePage, ShowsItsOwnIndicatorsAndThePeopleWhoAreStillThere) {
  const auto judged = two_services();
  const auto view = unit_view(judged, *judged.picture->council.unit("PLANNING"));
  ASSERT_EQ(view.indicators.size(), 1u);
  EXPECT_EQ(view.indicators[0].code, "PLA1");
  EXPECT_EQ(view.jobs, std::vector<std::string>{"Planning data officer"});
  EXPECT_EQ(view.part_of_name, "Place");
}

TEST(TheDirectoratePage, GathersTheIndicatorsOfItsServicesByService) {
  const auto judged = two_services();
  const auto view = unit_view(judged, *judged.picture->council.unit("PLACE"));
  ASSERT_EQ(view.indicators.size(), 3u);
  EXPECT_EQ(view.indicators[0].service, "Planning");
  EXPECT_EQ(view.counts.total(), 3);
}

TEST(TheListOfServices, PutsEachServiceUnderItsDirectorate) {
  const auto view = units_view(two_services());
  ASSERT_EQ(view.units.size(), 3u);
  EXPECT_EQ(view.units[0].code, "PLACE");
  EXPECT_EQ(view.units[0].counts.total(), 3);
  EXPECT_EQ(view.units[2].counts.total(), 2);
}

}  // namespace
}  // namespace assess
