#include "council/cover.h"

#include <gtest/gtest.h>

namespace council {
namespace {

const kit::Moment now = *kit::Moment::parse("2025-07-01T09:00:00Z");

Council ambleford() {
  Council council;
  council.units = {{Unit::Kind::service, "WASTE", "Waste"}, {Unit::Kind::service, "HOUSING", "Housing"}};
  const auto person = [](const char* code, const char* name, Role role, const char* unit) {
    return Person{code, name, "", "", role, unit};
  };
  council.people = {person("p.shah", "Priya Shah", Role::officer, "WASTE"),
                    person("o.madeley", "Olive Madeley", Role::officer, "WASTE"),
                    person("t.donnelly", "Teresa Donnelly", Role::head_of_service, "WASTE"),
                    person("a.malik", "Ayesha Malik", Role::officer, "HOUSING"),
                    person("m.scrutiny", "Mo Scrutiny", Role::scrutiny_member, ""),
                    person("l.left", "Lee Left", Role::officer, "WASTE")};
  council.people.back().gone = true;
  return council;
}

Asker as(const char* code) {
  const auto council = ambleford();
  const auto* person = council.person(code);
  Asker asker;
  asker.has_people = true;
  asker.person = code;
  asker.role = person->role;
  asker.units = {person->unit};
  return asker;
}

const CoverTyped fortnight{"p.shah", "o.madeley", "2025-07-01", "2025-07-14", "leave"};

std::string said(const CoverTyped& typed, const char* by = "p.shah", const std::vector<Cover>& covers = {}) {
  const auto made = name_deputy(typed, ambleford(), covers, as(by), now);
  std::string all;
  for (const auto& refusal : made.refusals().all()) all += (all.empty() ? "" : " ") + refusal.sentence;
  return all;
}
template <class Change>
CoverTyped with(const Change& change) {
  auto typed = fortnight;
  change(typed);
  return typed;
}

TEST(ADeputy, IsNamedFromDayToDay) {
  const auto made = name_deputy(fortnight, ambleford(), {}, as("p.shah"), now);
  ASSERT_TRUE(made);
  EXPECT_EQ(words(*made, ambleford()), "Olive Madeley covers for Priya Shah from 1 July 2025 to 14 July 2025");
  EXPECT_FALSE(made->holds_on(kit::Date::of(2025, 6, 30)));
  EXPECT_TRUE(made->holds_on(kit::Date::of(2025, 7, 1)));
  EXPECT_TRUE(made->holds_on(kit::Date::of(2025, 7, 14)));
  EXPECT_FALSE(made->holds_on(kit::Date::of(2025, 7, 15)));
}

TEST(ADeputy, IsNamedForOthersOnlyWithinReach) {
  EXPECT_EQ(said(fortnight, "t.donnelly"), "");
  const auto refusal =
      "Heads of service for their services; the performance team and administrators for all may name deputies for others and hand over "
      "what someone owns. Ask the head of service, or the performance team.";
  EXPECT_EQ(said(fortnight, "o.madeley"), refusal);
  EXPECT_EQ(said(with([](auto& t) { t.person = "a.malik"; }), "t.donnelly"), refusal);
}

TEST(ADeputy, IsSomeoneElseWhoEntersFiguresAndHasNotLeft) {
  EXPECT_EQ(said(with([](auto& t) { t.deputy = ""; })), "Choose a deputy.");
  EXPECT_EQ(said(with([](auto& t) { t.deputy = "p.shah"; })), "Nobody is one’s own deputy. Choose someone else.");
  EXPECT_EQ(said(with([](auto& t) { t.deputy = "l.left"; })), "This person is not there, or has left. Choose someone else.");
  EXPECT_EQ(said(with([](auto& t) { t.deputy = "nobody"; })), "This person is not there, or has left. Choose someone else.");
  EXPECT_EQ(said(with([](auto& t) { t.deputy = "m.scrutiny"; })),
            "Mo Scrutiny does not enter figures in any role. Choose someone who does.");
}

TEST(ADeputy, IsNamedForAYearAtMostAndNotForDaysThatAreOver) {
  EXPECT_EQ(said(with([](auto& t) { t.last_day = "2026-07-01"; })), "");
  EXPECT_EQ(said(with([](auto& t) { t.last_day = "2026-07-02"; })),
            "A deputy is named for at most a year. Choose an earlier last day; you can name the deputy again then.");
  EXPECT_EQ(said(with([](auto& t) { t.last_day = "2025-06-30"; })),
            "The last day is before the first. Choose a later one. The last day is over. Choose today or a later day.");
  EXPECT_EQ(said(with([](auto& t) { t.first_day = "1 July"; })), "‘1 July’ is not a day. Give the first day, as in 2025-07-31.");
}

TEST(ADeputy, IsNotNamedTwiceForTheSameDays) {
  const auto first = name_deputy(fortnight, ambleford(), {}, as("p.shah"), now);
  EXPECT_EQ(said(with([](auto& t) { t.first_day = "2025-07-14", t.last_day = "2025-07-20"; }), "p.shah", {*first}),
            "Olive Madeley covers for Priya Shah on some of these days already.");
  EXPECT_EQ(said(with([](auto& t) { t.first_day = "2025-07-15", t.last_day = "2025-07-20"; }), "p.shah", {*first}), "");
  const auto ended = end_cover(*first, ambleford(), as("p.shah"), now);
  ASSERT_TRUE(ended);
  EXPECT_FALSE(ended->holds_on(now.date()));
  EXPECT_EQ(said(fortnight, "p.shah", {*ended}), "");
}

TEST(ADeputy, IsEndedByThePersonOrThoseAboveAndOnlyOnce) {
  const auto first = name_deputy(fortnight, ambleford(), {}, as("p.shah"), now);
  EXPECT_FALSE(end_cover(*first, ambleford(), as("o.madeley"), now));
  EXPECT_TRUE(end_cover(*first, ambleford(), as("t.donnelly"), now));
  const auto later = *kit::Moment::parse("2025-07-15T09:00:00Z");
  EXPECT_EQ(end_cover(*first, ambleford(), as("p.shah"), later).refusals().all().front().sentence, "This is over already.");
}

}  // namespace
}  // namespace council
