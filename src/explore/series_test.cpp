#include "explore/series.h"

#include <gtest/gtest.h>

#include "explore/map_areas.h"
#include "explore/map_sheet.h"

namespace explore {
namespace {

using compare::AreaFigure;
using compare::Authority;
using compare::Tier;

calendar::Period year(int from) { return *calendar::Period::parse(std::to_string(from) + "-04-01/P1Y"); }

// Alder came out of Ash and Aspen in April 2021; Big Shire covers Cedar and Elm.
compare::Authorities country() {
  std::vector<Authority> all = {{.code = "E06000001",
                                 .name = "Alder",
                                 .tier = Tier::unitary,
                                 .nation = "England",
                                 .starts = kit::Date::of(2021, 4, 1)},
                                {.code = "E07000001",
                                 .name = "Ash",
                                 .tier = Tier::district,
                                 .nation = "England",
                                 .ends = kit::Date::of(2021, 4, 1),
                                 .successors = {"E06000001"}},
                                {.code = "E07000002",
                                 .name = "Aspen",
                                 .tier = Tier::district,
                                 .nation = "England",
                                 .ends = kit::Date::of(2021, 4, 1),
                                 .successors = {"E06000001"}},
                                {.code = "E06000002", .name = "Birch", .tier = Tier::unitary, .nation = "England"},
                                {.code = "E07000003", .name = "Cedar", .tier = Tier::district, .nation = "England"},
                                {.code = "E07000004", .name = "Elm", .tier = Tier::district, .nation = "England"},
                                {.code = "E10000001", .name = "Big Shire", .tier = Tier::county, .nation = "England"},
                                {.code = "E05000001", .name = "Abbey", .tier = Tier::small, .within = "E06000001"},
                                {.code = "E05000002", .name = "Castle", .tier = Tier::small, .within = "E06000001"},
                                {.code = "E05000003", .name = "Moor", .tier = Tier::small, .within = "E06000002"}};
  return compare::Authorities(std::move(all));
}

std::vector<Outline> outlines() {
  std::vector<Outline> all;
  int at = 0;
  for (const std::string code : {"E06000001", "E06000002", "E07000001", "E07000002", "E07000003", "E07000004",
                                 "E10000001", "E05000001", "E05000002", "E05000003"}) {
    all.push_back(
        {.code = code,
         .name = code,
         .rings = {
             {{{at, 0}, always_drawn}, {{at + 900, 0}, 300}, {{at + 900, 900}, always_drawn}, {{at, 900}, 300}}}});
    at += 1000;
  }
  return all;
}

struct Asked {
  std::vector<AreaFigure> figures;
  compare::Among among = compare::Among::everybody;
  std::string own = "E06000001";
};

struct Shown {
  compare::Authorities authorities = country();
  std::vector<AreaFigure> figures;
  Series series;
  std::vector<Outline> shapes = outlines();

  Shown(const Asked& asked, std::optional<calendar::Period> period = {}) : figures(asked.figures) {
    series = series_of(figures, authorities, own(asked.own), {asked.among, {}, {}}, indicator::Polarity::high_good, period);
  }
  const Authority& own(const std::string& code) const { return *authorities.find(code); }
  std::string drawn(const std::string& of = "E06000001") const {
    std::string all;
    for (const auto& each : drawn_areas(shapes, authorities, own(of), series))
      all += (all.empty() ? "" : " ") + authorities.find(each.outline->code)->name +
             (each.member ? each.member->has_value() ? "" : "?" : "-");
    return all;
  }
};

AreaFigure figure(const std::string& code, int from, std::optional<double> value, std::string mark = {}) {
  return {code, year(from), value, {}, {}, std::move(mark)};
}

TEST(ASeries, HasTheCouncilFirstThenTheOthersByName) {
  const Shown shown({{figure("E07000004", 2023, 3), figure("E06000002", 2023, 2), figure("E06000001", 2023, 1),
                      figure("E07000003", 2023, {}, "[c]")}});
  std::vector<std::string> names;
  for (const auto& each : shown.series.members) names.push_back(each.authority->name);
  EXPECT_EQ(names, (std::vector<std::string>{"Alder", "Birch", "Cedar", "Elm"}));
  EXPECT_EQ(shown.series.with_value(), 3);
  EXPECT_EQ(shown.series.own->others_median, 2.5);
}

TEST(ASeries, ShowsTheNewestPeriodThatHalfOfThemHave) {
  const std::vector<AreaFigure> figures = {figure("E06000001", 2022, 1), figure("E06000002", 2022, 2),
                                           figure("E07000003", 2022, 3), figure("E06000002", 2023, 5)};
  EXPECT_EQ(Shown({figures}).series.period, year(2022));
  EXPECT_EQ(Shown({figures}, year(2023)).series.period, year(2023));
  EXPECT_EQ(Shown({figures}, year(1990)).series.period, year(2022)) << "nobody has a figure then";
  EXPECT_EQ(Shown({figures}).series.members[1].trend, (std::vector<std::optional<double>>{2, 5}));
}

TEST(ASeries, OfAGroupLeavesTheOthersOut) {
  const Shown shown({{figure("E06000001", 2023, 1), figure("E06000002", 2023, 2), figure("E07000004", 2023, 3)},
                     compare::Among::same_tier});
  EXPECT_EQ(shown.series.members.size(), 2u);
  EXPECT_TRUE(Shown({{figure("E07000004", 2023, 3)}, compare::Among::same_tier}).series.members.empty());
}

TEST(AMap, ShowsTheGroupAndTheCountryBehindIt) {
  EXPECT_EQ(
      Shown({{figure("E06000001", 2023, 1), figure("E06000002", 2023, {}, "[c]")}, compare::Among::same_tier}).drawn(),
      "Alder Birch? Cedar- Elm-");
}

TEST(AMap, ShowsACouncilOrThoseItCameFromByTheDayOfTheFigure) {
  EXPECT_EQ(Shown({{figure("E07000001", 2019, 1), figure("E07000002", 2019, 2)}}).drawn(), "Ash Aspen Birch- Cedar- Elm-");
  EXPECT_EQ(Shown({{figure("E06000001", 2019, 1), figure("E06000002", 2019, 2)}}).drawn(), "Alder Birch Cedar- Elm-")
      << "its past was worked out anew";
  EXPECT_EQ(Shown({{figure("E06000001", 2019, 1), figure("E07000001", 2019, 2)}}).drawn(),
            "Ash Birch- Aspen- Cedar- Elm-")
      << "of two that overlap, the one of that day";
}

TEST(AMap, ShowsCountiesToACountyAndDistrictsToTheOthers) {
  const Asked asked{{figure("E10000001", 2023, 1), figure("E07000003", 2023, 2), figure("E06000002", 2023, 3)}};
  EXPECT_EQ(Shown(asked).drawn(), "Birch Cedar Alder- Elm-");
  auto of_county = asked;
  of_county.own = "E10000001";
  EXPECT_EQ(Shown(of_county).drawn("E10000001"), "Big Shire Birch Alder-");
}

TEST(AMapSheet, LeavesOutWhatNobodyCanSee) {
  Outline outline{.code = "A",
                  .rings = {{{{0, 0}, always_drawn},
                             {{50'000, 10}, 3},
                             {{100'000, 0}, 70'000},
                             {{100'000, 100'000}, always_drawn},
                             {{0, 100'000}, 70'000}},
                            {{{200, 200}, always_drawn}, {{300, 200}, 90}, {{300, 300}, always_drawn}}}};
  const MapSheet sheet(reach_of(outline));
  const auto path = sheet.path(outline);
  EXPECT_EQ(std::ranges::count(path, 'M'), 1) << "the island is too small";
  EXPECT_EQ(path.find("0-0"), std::string::npos);
  EXPECT_EQ(path, "M77 3923l3846 0 0-3846-3846 0z");
  EXPECT_NEAR(middle_of(outline).x, 50'000, 10);
}

TEST(AMapSheet, ShowsOnlyWhatLiesOnIt) {
  const MapSheet sheet({0, 1000, 0, 1000});
  EXPECT_TRUE(sheet.shows({500, 5000, 500, 5000}));
  EXPECT_FALSE(sheet.shows({2000, 5000, 0, 1000}));
}

TEST(TheMapOfWards, ShowsOurWardsAndNothingElse) {
  const Shown shown({{{"E05000001", year(2023), 40.0, {}, {}, ""},
                      {"E05000002", year(2023), {}, {}, {}, "[c]"},
                      {"E05000003", year(2023), 50.0, {}, {}, ""},
                      {"E06000001", year(2023), 45.0, {}, {}, ""}},
                     compare::Among::within});
  EXPECT_EQ(shown.series.members.size(), 2u) << "the council is no part of itself, and Moor is another's";
  EXPECT_EQ(shown.series.with_value(), 1);
  EXPECT_EQ(shown.drawn(), "Abbey Castle?");
}

TEST(TheMapOfCouncils, ShowsNoWards) {
  const Shown shown({{{"E06000001", year(2023), 45.0, {}, {}, ""},
                      {"E06000002", year(2023), 50.0, {}, {}, ""},
                      {"E05000001", year(2023), 40.0, {}, {}, ""}},
                     compare::Among::same_tier});
  EXPECT_EQ(shown.drawn(), "Alder Birch Cedar- Elm-");
}

}  // namespace
}  // namespace explore
