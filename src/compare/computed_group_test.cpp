#include "compare/computed_group.h"

#include <gtest/gtest.h>

#include <sstream>

#include "compare/authority_table.h"

namespace compare {
namespace {

const Feature old_people{{"Census", "Aged 65 and over"}},
    population{{"Census", "Population"}, *kit::Decimal::parse("2"), Feature::Scale::logarithm};

Authorities register_of() {
  std::istringstream in(
      "code,name,tier,nation,region,starts,ends,successors,names\nA,Alder,unitary,England,North,,,,\nB,Birch,metropolitan,England,North,,,,\nC,Cedar,county,England,South,,,,\nD,Damson,district,England,South,,,,\n"
      "E,Elder,unitary,Wales,,,,,\nF,Former,unitary,England,North,,2020-04-01,A,\n");
  return Authorities(*read_authorities(in));
}

TEST(AComputedGroup, IsOfCouncilsThatDoTheSameWorkInTheNationToday) {
  const auto all = register_of();
  EXPECT_EQ(pool_of(all, *all.find("A"), kit::Date::of(2025, 1, 1)), (std::vector<std::string>{"A", "B", "C"}));
  EXPECT_EQ(pool_of(all, *all.find("D"), kit::Date::of(2025, 1, 1)), (std::vector<std::string>{"D"}));
}

TEST(AComputedGroup, SaysInWhatEachIsNear) {
  const Recipe recipe{{old_people, population}, 2};
  const std::vector<Values> values = {{{"A", 20}, {"B", 20}, {"C", 30}, {"D", 21}},
                                      {{"A", 100'000}, {"B", 1'000'000}, {"C", 110'000}, {"D", 100'000}}};
  const auto all = computed_group(recipe, values, {"A", "B", "C", "D"});
  ASSERT_EQ(all.at("A").size(), 2u);
  EXPECT_EQ(all.at("A")[0].area, "D");
  EXPECT_EQ(all.at("A")[0].alike.front(), "Population");
  const auto made = neighbours(all);
  EXPECT_EQ(codes_of(made.at("A")).front(), "D");
  EXPECT_TRUE(made.at("A").front().because.starts_with("Population"));
  EXPECT_EQ(in_words(recipe.features), "Aged 65 and over; Population (weight 2), as a logarithm");
}

TEST(AComputedGroup, LeavesOutWhoHasTooFewFeatures) {
  const Recipe recipe{{old_people, population}, 15};
  const auto all = computed_group(recipe, {{{"A", 20}, {"B", 20}, {"C", 30}}, {{"A", 1}, {"B", -4}, {"C", 3}}}, {"A", "B", "C"});
  ASSERT_EQ(all.at("A").size(), 1u) << "the logarithm of a number below zero is missing";
  EXPECT_EQ(all.at("A")[0].area, "C");
}

TEST(ARecipe, TakesEachFeatureWithAWeight) {
  const auto made = recipe({{{old_people.series, "1", false}, {population.series, "", false}, {population.series, "0.5", true}}, "10"});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->features.size(), 2u);
  EXPECT_EQ(made->most, 10u);
  EXPECT_EQ(made->features[1].scale, Feature::Scale::logarithm);
}

TEST(ARecipe, SaysWhatIsWrong) {
  const auto made = recipe(
      {{{old_people.series, "-1", false}, {population.series, "heavy", false}, {population.series, "101", false}},
       "99"});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.refusals().all().size(), 4u);
  EXPECT_EQ(made.refusals().all()[1].field, "w1");
}

}  // namespace
}  // namespace compare
