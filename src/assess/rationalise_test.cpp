#include "assess/rationalise.h"

#include <gtest/gtest.h>

#include "assess/judgement.h"

namespace assess {
namespace {

using enum Rating;
using kit::Date;

int row(std::vector<Rating> ratings) { return on_target_in_a_row(ratings); }

TEST(AlwaysOnTarget, CountsBackFromTheNewestPeriod) {
  EXPECT_EQ(row({}), 0);
  EXPECT_EQ(row({green, green, blue}), 3);
  EXPECT_EQ(row({green, amber, green, green}), 2);
  EXPECT_EQ(row({green, green, red}), 0);
  EXPECT_EQ(row({green, no_data, green, no_target}), 2);
}

TEST(Titles, AreAlikeButForSmallWordsCaseAndOrder) {
  EXPECT_TRUE(alike_in_title("The number of bins missed", "Missed bins"));
  EXPECT_TRUE(alike_in_title("Household waste recycled or composted", "Percentage of household waste composted or recycled"));
  EXPECT_FALSE(alike_in_title("Household waste recycled", "Household waste per home"));
  EXPECT_FALSE(alike_in_title("Major planning applications decided in time", "Minor planning applications decided in time"));
  EXPECT_FALSE(alike_in_title("Urgent repairs to council homes done on time", "Non-urgent repairs to council homes done on time"));
  EXPECT_FALSE(alike_in_title("Complaints", "Complaints"));
}

Kept kept(indicator::IndicatorId id, const std::string& title, const std::string& owner) {
  Kept one;
  one.id = id;
  indicator::Definition d;
  d.indicator = id, d.code = "I" + std::to_string(id), d.title = title, d.owner = owner;
  d.applies_from = Date::of(2022, 4, 1);
  one.definitions.push_back(d);
  return one;
}
void give(Kept& one, std::vector<int> figures) {
  auto period = calendar::Period::quarter({2023}, 1);
  for (const int figure : figures) {
    collect::Figure made;
    made.indicator = one.id, made.period = period, made.value = kit::Decimal::whole(figure);
    one.figures.push_back(made);
    period = period.next();
  }
}
std::string told(const Picture& picture, const PageDays& days = {}) {
  std::string all;
  for (const auto& one : doubtful(picture, {2025}, days)) all += one.kept->now().code + ": " + one.why + "\n";
  return all;
}

class ALook : public testing::Test {
 protected:
  void SetUp() override {
    picture.council.people = {{"f.aziz", "Farah Aziz", "", "", council::Role::officer, ""},
                              {"l.left", "Lee Left", "", "", council::Role::officer, ""}};
    picture.council.people.back().gone = true;
    picture.plan.frameworks.push_back({"PLAN", "Council plan", {"commitment"}});
    picture.plan.priorities.push_back({"A", "PLAN", "commitment", "Active lives"});
    picture.indicators = {kept(1, "Bins missed", "f.aziz"), kept(2, "Roads gritted", "f.aziz"), kept(3, "Trees planted", "f.aziz")};
    picture.plan.lines = {{1, "A"}, {2, "A"}, {3, "A"}};
    index(picture);
  }
  Kept& of(indicator::IndicatorId id) { return picture.indicators[picture.places.at(id)]; }
  Picture picture;
};

TEST_F(ALook, FindsNothingWhereNothingIsToBeFound) { EXPECT_EQ(told(picture), ""); }

TEST_F(ALook, FindsIndicatorsThatNobodyLooksAfterAndThatServeNoLine) {
  of(1).definitions.back().owner.clear();
  of(2).definitions.back().owner = "l.left";
  picture.plan.lines.pop_back();
  EXPECT_EQ(
      told(picture),
      "I1: Nobody is named to enter its figures.\nI2: Lee Left entered its figures and has left.\nI3: It stands on no line of the plan.\n");
}

TEST_F(ALook, PassesOverWhatHasLeftTheSetOrIsAboutTo) {
  of(1).definitions.back().owner.clear();
  of(1).definitions.back().ends = Date::of(2026, 3, 31);
  EXPECT_EQ(told(picture), "");
}

TEST_F(ALook, FindsTheSameFiguresUnderTwoTitlesUnlessTheyNeverMove) {
  give(of(1), {1, 2, 3, 4, 5, 6});
  give(of(2), {1, 2, 3, 4, 5, 6, 7});
  give(of(3), {1, 2, 3, 4, 5, 7});
  EXPECT_EQ(told(picture), "I1: The same figures as I2, ‘Roads gritted’, in all 6 periods that both have.\n");
  of(1).figures.clear(), of(2).figures.clear();
  give(of(1), {0, 0, 0, 0, 0, 0, 0});
  give(of(2), {0, 0, 0, 0, 0, 0, 0});
  EXPECT_EQ(told(picture), "");
}

TEST_F(ALook, FindsWhatIsOnTargetEightTimesInARow) {
  give(of(1), {9, 11, 12, 13, 14, 15, 16, 17, 18});
  for (int year : {2023, 2024, 2025}) {
    indicator::Target target;
    target.indicator = 1, target.year = {year}, target.value = kit::Decimal::whole(10);
    of(1).targets.push_back(target);
  }
  EXPECT_EQ(told(picture), "I1: On target 8 times in a row, since 2023/24 Q2.\n");
}

TEST_F(ALook, FindsWhatNobodyOpensOnceDaysHaveBeenCountedForLongEnough) {
  picture.as_at = kit::Moment::start_of(Date::of(2025, 11, 24));
  PageDays days{Date::of(2025, 8, 1), {{2, 14}, {3, 1}}};
  EXPECT_EQ(told(picture, days), "I1: Nobody signed in has opened its page since August 2025.\n");
  days.since = Date::of(2024, 10, 1);
  EXPECT_EQ(told(picture, days), "I1: Nobody signed in has opened its page in the last twelve months.\n");
  of(1).definitions.back().applies_from = Date::of(2025, 10, 1);
  EXPECT_EQ(told(picture, days), "") << "it has not had its time";
  of(1).definitions.back().applies_from = Date::of(2022, 4, 1);
  days.since = Date::of(2025, 9, 1);
  EXPECT_EQ(told(picture, days), "") << "too short a time";
  EXPECT_EQ(told(picture, {}), "") << "nothing is counted";
}

}  // namespace
}  // namespace assess
