#include "report/pack.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "report/pack_change.h"

namespace report {
namespace {

const kit::Moment now{1'760'000'000};

council::Asker team() {
  council::Asker asker;
  asker.has_people = true;
  asker.person = "i.greaves";
  asker.role = council::Role::performance_team;
  return asker;
}
std::string fields(const kit::Refusals& no) {
  std::string all;
  for (const auto& one : no.all()) all += (all.empty() ? "" : " ") + (one.field.empty() ? std::string("-") : one.field);
  return all;
}

TEST(TheShippedPacks, AreSoundAndKeptAsTheyAre) {
  EXPECT_EQ(shipped_packs().size(), 8u);
  for (const auto& pack : shipped_packs()) {
    EXPECT_EQ(fields(faults(pack)), "") << pack.code;
    EXPECT_EQ(unpacked_sections(packed_sections(pack.sections)), pack.sections) << pack.code;
    EXPECT_FALSE(pack.readers.empty()) << pack.code;
  }
}

TEST(ASection, IsKeptWhateverItsWords) {
  Section odd{"odd",
              Shows::charts,
              "A & B = \"C\"\n| 100% æ",
              {{indicator::Kind::core, indicator::Kind::place_based},
               "P=1",
               "financial",
               "D&",
               "S\n",
               "Leisure & communities",
               "BBF07"},
              Grouping::portfolio,
              7};
  EXPECT_EQ(unpacked_sections(packed_sections({odd, odd})), (std::vector<Section>{odd, odd}));
}

const TypedPack housing{"housing-board", "Housing board", "For the board.", "The housing board", "monthly", {"corporate_leadership"}, {}};

TEST(ACouncil, MakesAPackOfItsOwnWithoutCode) {
  const auto made = new_pack(shipped_packs(), housing, &shipped_packs()[1], team(), now);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->edition, 1);
  EXPECT_EQ(made->sections, shipped_packs()[1].sections);
  EXPECT_EQ(made->frequency, calendar::Frequency::monthly);
  const auto changed = change_section(
      *made, "core", {"charts", "Homes one by one", "core", "directorate", "", "", "PLACE", "", "", "3"}, team(), now);
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->edition, 2);
  const auto& section = *std::ranges::find(changed->sections, "core", &Section::name);
  EXPECT_EQ(section.name, "core");
  EXPECT_EQ(section.shows, Shows::charts);
  EXPECT_EQ(section.choice.directorate, "PLACE");
  EXPECT_EQ(section.exempt, 3);
  EXPECT_EQ(open_part(*changed).sections.size(), changed->sections.size() - 1);
}

TEST(ACouncil, AddsMovesAndTakesOutSections) {
  auto pack = *new_pack({}, housing, nullptr, team(), now);
  for (const auto* title : {"One", "Two"})
    pack = *change_section(pack, "new", {"summary", title, "set", "none", "", "", "", "", "", "0"}, team(), now);
  ASSERT_EQ(pack.sections.size(), 3u);
  pack = *rearrange(pack, Deed::move_up, pack.sections[2].name, team(), now);
  EXPECT_EQ(pack.sections[1].title, "Two");
  pack = *rearrange(pack, Deed::take_out, pack.sections[1].name, team(), now);
  EXPECT_EQ(pack.sections[1].title, "One");
  pack = *rearrange(pack, Deed::take_out, "words", team(), now);
  EXPECT_FALSE(rearrange(pack, Deed::take_out, pack.sections[0].name, team(), now)) << "one section is left";
  EXPECT_FALSE(rearrange(pack, Deed::move_up, "not there", team(), now));
  EXPECT_TRUE(rearrange(pack, Deed::stop, "", team(), now)->gone);
}

TEST(ACouncil, IsToldWhatIsWrongWithAPack) {
  const auto wrong = new_pack(shipped_packs(), {"Housing Board", "", "", "", "weekly", {}, {}}, nullptr, team(), now);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(fields(wrong.refusals()), "frequency code title audience");
  EXPECT_EQ(fields(new_pack(shipped_packs(), {"core", "Core", "", "All", "monthly", {}, {}}, nullptr, team(), now).refusals()), "code");
  EXPECT_EQ(fields(new_pack(shipped_packs(), {"new", "New", "", "All", "monthly", {}, {}}, nullptr, team(), now).refusals()), "code");
  EXPECT_EQ(fields(new_pack(shipped_packs(), {"lists", "Lists", "", "All", "monthly", {}, {}}, nullptr, team(), now).refusals()), "code");
  const auto pack = *new_pack({}, housing, nullptr, team(), now);
  EXPECT_EQ(fields(change_section(pack, "words", {"pie charts", "", "secret", "by moon", "", "", "", "", "", "8"},
                                  team(), now)
                       .refusals()),
            "shows by kinds title exempt");
  auto officer = team();
  officer.role = council::Role::officer;
  EXPECT_EQ(fields(change_pack(pack, housing, officer, now).refusals()), "-");
}

}  // namespace
}  // namespace report
