#include "compare/published_store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "../../tests/support/stored.h"
#include "compare/authority_table.h"

namespace compare {
namespace {

class PublishedFiguresStored : public tests::Stored {
 protected:
  void TearDown() override { std::filesystem::remove_all(folder); }

  Load brought(const std::string& text, int at) {
    Load load{.data_set = "Waste",
              .publisher = "Defra",
              .licence = "OGL",
              .published = kit::Date::of(2024, 3, 1),
              .file = "waste.csv",
              .at = {at}};
    auto read_tx = db->read();
    const auto authorities = load_authorities(read_tx, {1000});
    std::istringstream in(text);
    const auto file = read_published(in, authorities);
    EXPECT_TRUE(file);
    keep_figures(duck, *file, authorities, load);
    save([&](auto& tx, auto record) { load.number = add_load(tx, load, *file, record); });
    return load;
  }
  void registered() {
    std::istringstream in(
        "code,name,tier,region,starts,ends,successors,names\nA1,Alder,district,North,,2021-04-01,B1,Alder Council;Old Alder\nB1,Birch,unitary,North,2021-04-01,,,\nC1,Cedar,unitary,South,,,,\n");
    const auto all = read_authorities(in);
    save([&](auto& tx, auto record) { EXPECT_EQ(add_authorities(tx, *all, {50}, record), 3); });
    save([&](auto& tx, auto record) { EXPECT_EQ(add_authorities(tx, *all, {60}, record), 0) << "nothing is new"; });
  }

  const std::string folder = testing::TempDir() + "/goldenthread-published-" + std::to_string(::getpid());
  kit::Duck duck{kit::DuckSettings{.folder = folder}};
};
INSTANTIATE_TEST_SUITE_P(On, PublishedFiguresStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(PublishedFiguresStored, ComeBackWithTheirMarks) {
  registered();
  const auto load = brought(
      "area_code,period,indicator,unit,value,status,polarity\nB1,2023/24,Recycled,%,51.5,p,high\nC1,2023/24,Recycled,%,[c],,high\nX9,2023/24,Recycled,%,5,,high\n",
      70);
  const auto all = figures_of(duck, load, "Recycled");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].value, 51.5);
  EXPECT_EQ(all[0].mark, "p");
  EXPECT_FALSE(all[1].value);
  EXPECT_EQ(all[1].mark, "[c]");
  auto tx = db->read();
  EXPECT_EQ(indicators_of(tx, load.number).front(), (PublishedIndicator{"Recycled", "%", indicator::Polarity::high_good}));
  ASSERT_EQ(left_out_of(tx, load.number).size(), 1u);
  EXPECT_EQ(left_out_of(tx, load.number).front().example, "X9");
  EXPECT_EQ(left_out_of(tx, load.number).front().first_column, "area_code");
  EXPECT_TRUE(left_out_of(tx, load.number).front().to_do.starts_with("Correct the code or the name"));
  EXPECT_EQ(load_authorities(tx, {1000}).find("A1")->names, (std::vector<std::string>{"Alder Council", "Old Alder"}));
}

TEST_P(PublishedFiguresStored, TellWhetherTheyAreOfWards) {
  registered();
  const std::vector<Authority> wards = {{.code = "E05000001",
                                         .name = "Abbey",
                                         .tier = Tier::small,
                                         .nation = {},
                                         .region = {},
                                         .starts = kit::Date::of(2021, 5, 6),
                                         .ends = {},
                                         .successors = {},
                                         .names = {},
                                         .codes = {},
                                         .within = "B1"}};
  save([&](auto& tx, auto record) { EXPECT_EQ(add_authorities(tx, wards, {55}, record), 1); });
  save([&](auto& tx, auto record) { EXPECT_EQ(add_authorities(tx, wards, {56}, record), 0) << "nothing is new"; });
  brought("area_code,period,indicator,value\nB1,2023/24,Recycled,51.5\n", 70);
  brought("area_code,period,indicator,value\nE05000001,2023/24,Recycled,44\n", 80);
  auto tx = db->read();
  EXPECT_EQ(*load_authorities(tx, {1000}).find("E05000001"), wards[0]);
  EXPECT_EQ(load_authorities(tx, {54}).find("E05000001"), nullptr) << "not known yet";
  const auto all = loads(tx, {1000});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_TRUE(all[0].are_small);
  EXPECT_FALSE(all[1].are_small);
}

TEST_P(PublishedFiguresStored, AreANewEditionWithEachLoad) {
  registered();
  const auto first = brought("area_code,period,indicator,value\nB1,2023/24,Recycled,51.5\n", 70);
  brought("area_code,period,indicator,value\nB1,2023/24,Recycled,53\n", 80);
  auto tx = db->read();
  const auto all = loads(tx, {1000});
  ASSERT_EQ(all.size(), 2u);
  ASSERT_EQ(newest_loads(all).size(), 1u);
  EXPECT_EQ(figures_of(duck, newest_loads(all).front(), "Recycled").front().value, 53);
  EXPECT_EQ(figures_of(duck, newest_loads(loads(tx, {75})).front(), "Recycled").front().value, 51.5) << "as at a day before";
  EXPECT_EQ(all.back().fingerprint, first.fingerprint);
  EXPECT_EQ(all.front().published, kit::Date::of(2024, 3, 1));
}

TEST_P(PublishedFiguresStored, AreNotReachedByWhatSomebodyTypes) {
  registered();
  const auto load = brought("area_code,period,indicator,value\nB1,2023/24,Recycled,51.5\nC1,2023/24,Recycled,50\n", 70);
  for (const std::string odd :
       {"' or '1'='1", "Recycled' --", "%", "Recycled\" or true", "x'; copy arrived to '/tmp/x'; --", "$title", "*"}) {
    EXPECT_TRUE(figures_of(duck, load, odd).empty()) << odd;
    EXPECT_TRUE(places_of(duck, load, odd, {odd}).empty()) << odd;
    EXPECT_EQ(places_of(duck, load, "B1", {odd}).front().areas, 1) << odd;
  }
}

TEST_P(PublishedFiguresStored, SayWhereTheCouncilStandsInEachIndicator) {
  registered();
  const auto load = brought(
      "area_code,period,indicator,value\nB1,2022/23,R,1\nB1,2023/24,R,51.5\nC1,2023/24,R,50\nA1,2019/20,R,9\nC1,2024/25,R,70\n",
      70);
  const auto places = places_of(duck, load, "B1", {"B1", "C1", "A1"});
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].period.words(), "2023/24");
  EXPECT_EQ(places[0].areas, 2);
  EXPECT_EQ(places[0].lower, 1);
  EXPECT_EQ(places[0].median, 50.75);
  EXPECT_EQ(places[0].others_median, 50);
}

}  // namespace
}  // namespace compare
