// Wards and other small areas, and files of figures about them.
#include "compare/small_area_table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "compare/comparison.h"

namespace compare {
namespace {

std::vector<Authority> country() {
  return {{"E06000999", "Ambleford", Tier::unitary, "England", "Midlands"},
          {"E06000900", "Ashbourne Vale", Tier::unitary, "England", "Midlands"}};
}

kit::Verdict<SmallAreas> read(const std::string& text) {
  std::istringstream in(text);
  return read_small_areas(in, Authorities(country()), "E06000999");
}

TEST(AFileOfWards, IsReadAsTheCouncilWritesIt) {
  const auto found = read("code,name,starts,ends\nE05000001,Abbey,2021-05-06,\nE05000002,Castle,,2021-05-06\n");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->all.size(), 2u);
  EXPECT_EQ(found->all[0].name, "Abbey");
  EXPECT_EQ(found->all[0].within, "E06000999");
  EXPECT_TRUE(found->all[0].is_small());
  EXPECT_EQ(found->all[0].starts, kit::Date::of(2021, 5, 6));
  EXPECT_EQ(found->all[1].ends, kit::Date::of(2021, 5, 6));
}

TEST(AFileOfWards, IsReadAsALookupOfTheStatisticiansAndOnlyOurOwnAreTaken) {
  const auto found = read(
      "WD24CD,WD24NM,LAD24CD,LAD24NM\nE05000001,Abbey,E06000999,Ambleford\nE05000001,Abbey,E06000999,Ambleford\nE05000009,Moor,E06000900,Ashbourne Vale\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->all.size(), 1u) << "once, however many rows name it";
  EXPECT_EQ(found->elsewhere, 1u);
}

TEST(AFileOfWards, IsRefusedWithWhatToDo) {
  EXPECT_EQ(read("name\nAbbey\n").refusals().all()[0].sentence,
            "The column code is missing. Name it code, or WD24CD as the Office for National Statistics does.");
  EXPECT_NE(read("code,name\nAbbey,Abbey\n")
                .refusals()
                .all()[0]
                .sentence.find("Type a code of nine characters such as E05000001."),
            std::string::npos);
  EXPECT_NE(read("code,name\nE06000900,Ashbourne\n")
                .refusals()
                .all()[0]
                .sentence.find("is an authority of the register, and no small area."),
            std::string::npos);
  EXPECT_EQ(read("WD24CD,WD24NM,LAD24CD\nE05000009,Moor,E06000900\n").refusals().all()[0].sentence,
            "None of its areas lies within E06000999, the council’s own code.");
}

Authorities with_wards() {
  auto all = country();
  const auto wards = read("code,name\nE05000001,Abbey\nE05000002,Ashbourne Vale\n");
  all.insert(all.end(), wards->all.begin(), wards->all.end());
  return Authorities(std::move(all));
}

TEST(AWard, IsUnderstoodByItsCodeAndNeverByItsName) {
  const auto authorities = with_wards();
  const auto day = kit::Date::of(2024, 4, 1);
  EXPECT_EQ(authorities.understand("E05000001", "", day).authority->name, "Abbey");
  EXPECT_EQ(authorities.understand("", "Ashbourne Vale", day).authority->code, "E06000900");
  EXPECT_FALSE(authorities.understand("", "Abbey", day).is_kept());
}

TEST(AWard, StandsBesideTheOtherWardsAndBesideNoCouncil) {
  const auto authorities = with_wards();
  const auto &own = *authorities.find("E06000999"), &other = *authorities.find("E06000900"), &ward = *authorities.find("E05000001");
  EXPECT_TRUE((Group{Among::within, "wards", {}, {}, {}}.holds(own, ward)));
  EXPECT_FALSE((Group{Among::within, "wards", {}, {}, {}}.holds(other, ward)));
  EXPECT_FALSE((Group{Among::within, "wards", {}, {}, {}}.holds(own, other)));
  for (const auto among : {Among::same_tier, Among::same_region, Among::single_tier, Among::everybody})
    EXPECT_FALSE((Group{among, {}, {}, {}, {}}.holds(own, ward)));
  EXPECT_EQ((Group{Among::within, "wards", {}, {}, {}}.words(own)), "wards of Ambleford");
}

PublishedFile figures(const std::string& text) {
  std::istringstream in(text);
  const auto authorities = with_wards();
  const auto read = read_published(in, authorities);
  EXPECT_TRUE(read) << (read ? "" : read.refusals().all()[0].sentence);
  return read ? *read : PublishedFile{};
}

TEST(FiguresOfWards, AreOfTheWardWhateverCouncilTheRowNamesBesideIt) {
  const auto file = figures(
      "LAD24CD,LAD24NM,WD24CD,WD24NM,period,indicator,value\nE06000999,Ambleford,E05000001,Abbey,2023/24,Recycled,41.5\nE06000999,Ambleford,E05000009,Moor,2023/24,Recycled,40\n");
  EXPECT_TRUE(file.are_small);
  EXPECT_EQ(file.taken, 1);
  ASSERT_EQ(file.left_out.size(), 1u);
  EXPECT_EQ(file.left_out[0].reason, "The register of authorities has no such area.");
}

TEST(FiguresOfWards, AreToldFromFiguresOfCouncils) {
  EXPECT_FALSE(figures("area_code,period,indicator,value\nE06000999,2023/24,Recycled,41.5\n").are_small);
  const auto named = figures("area_code,ward_name,period,indicator,value\nE06000999,Abbey,2023/24,Recycled,41.5\n");
  EXPECT_FALSE(named.are_small) << "a name alone does not tell one ward from another";
}

}  // namespace
}  // namespace compare
