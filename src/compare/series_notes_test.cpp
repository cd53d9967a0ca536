#include <gtest/gtest.h>

#include "compare/counts.h"
#include "compare/story.h"
#include "compare/year_meaning.h"

namespace compare {
namespace {

using calendar::Period;

TEST(APlainYear, MeansWhatIsSaidOfIt) {
  const Period year{2024 * 12, 12};
  EXPECT_EQ(meant(year, YearMeaning::calendar), year);
  EXPECT_EQ(meant(year, YearMeaning::financial_to), Period::year({2023}));
  EXPECT_EQ(meant(year, YearMeaning::financial_from), Period::year({2024}));
  EXPECT_EQ(meant(year, YearMeaning::academic_to).iso(), "2023-09-01/P1Y");
  EXPECT_EQ(meant(year, YearMeaning::academic_from).iso(), "2024-09-01/P1Y");
  for (const auto each :
       {Period::year({2023}), Period::month(2024, 1), Period{2024 * 12, 36}, Period{2023 * 12 + 8, 12}})
    EXPECT_EQ(meant(each, YearMeaning::financial_to), each) << "it says itself what it is";
}

TEST(APlainYear, IsOfOneIndicatorBeforeItIsOfTheDataSet) {
  const YearsMeant years({{{"LAIT", ""}, 2, YearMeaning::academic_to}, {{"LAIT", "Children in care"}, 1, YearMeaning::financial_to}});
  EXPECT_EQ(years.of({"LAIT", "Children in care"}), YearMeaning::financial_to);
  EXPECT_EQ(years.of({"LAIT", "Key stage 2"}), YearMeaning::academic_to);
  EXPECT_EQ(years.of({"ONS", "Key stage 2"}), YearMeaning::calendar);
  EXPECT_EQ(years.edition({"LAIT", ""}), 2);
  EXPECT_EQ(years.edition({"ONS", ""}), 0);
  std::vector<AreaFigure> figures = {{"A", {2024 * 12, 12}, 5, {}, {}, ""}, {"A", Period::year({2024}), 6, {}, {}, ""}};
  years.put_right(figures, {"LAIT", "Children in care"});
  EXPECT_EQ(figures[0].period, Period::year({2023}));
  EXPECT_EQ(figures[1].period, Period::year({2024}));
  EXPECT_FALSE(read_year_meaning("lunar"));
}

const auto year = Period::year({2023});
const std::vector<AreaFigure> shares = {{"A", year, 80, {}, {}, ""},
                                        {"B", year, 50, {}, {}, ""},
                                        {"C", year, 60, {}, {}, ""},
                                        {"D", year, std::nullopt, {}, {}, "[c]"}};
const std::vector<AreaFigure> cases = {{"A", year, 8, {}, {}, ""},
                                       {"B", year, 500, {}, {}, ""},
                                       {"C", year, 61, {}, {}, ""},
                                       {"A", Period::year({2022}), 3, {}, {}, ""}};
const std::vector<AreaFigure> all = {{"A", year, 10, {}, {}, ""},
                                     {"B", year, 1000, {}, {}, ""},
                                     {"C", year, 100, {}, {}, ""},
                                     {"D", year, 0, {}, {}, ""}};
const TypedCounts of_a_share{"share", "Decided in time", "Decided", "100"};

std::string said(const kit::Verdict<Counts>& verdict) { return verdict ? "" : verdict.refusals().all().front().sentence; }

TEST(CountsBehindAFigure, AreTriedBeforeTheyAreBelieved) {
  const auto there = counted(cases, all, year);
  EXPECT_EQ(there.size(), 3u) << "nothing is divided by nought";
  const auto decided = say_counts({.edition = 3}, of_a_share, shares, there);
  ASSERT_TRUE(decided);
  EXPECT_EQ(decided->edition, 4);
  EXPECT_TRUE(said(say_counts({}, {"share", "Decided in time", "Decided", "1000"}, shares, there))
                  .starts_with("These counts do not make the published figures"));
  EXPECT_TRUE(said(say_counts({}, of_a_share, shares, counted(all, cases, year))).starts_with("A council has more cases"));
  EXPECT_EQ(said(say_counts({}, of_a_share, shares, {})), "No council has both counts in the newest period.");
  EXPECT_EQ(say_counts({}, {}, shares, there).refusals().all().size(), 4u);
  EXPECT_FALSE(say_counts({}, {"share", "Decided", "Decided", "100"}, shares, there));
}

TEST(CountsBehindAFigure, SayWhatAGapIsWorthAndWhatChanceMayDo) {
  const Authority a{.code = "A", .name = "Alder"}, b{.code = "B", .name = "Birch"}, c{.code = "C", .name = "Cedar"};
  Comparison found;
  found.period = year;
  found.own = {&a, &shares[0]};
  found.others = {{&b, &shares[1]}, {&c, &shares[2]}};
  found.stands.others_median = 55;
  const auto counted_in = count_in(
      found, {.measure = Counts::Measure::share, .cases = "Decided in time", .out_of = "Decided", .multiplier = 100},
      counted(cases, all, year));
  ASSERT_TRUE(counted_in);
  EXPECT_NEAR(counted_in->average, 100 * 569.0 / 1110, 1e-9) << "added up and divided once";
  EXPECT_NEAR(*counted_in->to_the_middle, 2.5, 1e-9);
  EXPECT_EQ(counted_in->ours().significance, assess::Significance::none) << "eight of ten may be chance";
  EXPECT_NEAR(counted_in->interval->low, 49.02, 0.01);
  EXPECT_EQ(worth_words(*counted_in, found, indicator::Polarity::high_good),
            "At the middle of the others it would be 3 fewer a year (“Decided in time”, of 10).");
  EXPECT_EQ(worth_words(*counted_in, found, indicator::Polarity::low_good),
            "Reaching the middle of the others would be 3 fewer a year (“Decided in time”, of 10).");
  EXPECT_FALSE(count_in(found, {}, {}));
}

TEST(TheStoryBehindAFigure, IsKeptByPeriod) {
  const auto first = write({.period = year}, "Two posts were empty.");
  ASSERT_TRUE(first);
  EXPECT_EQ(first->edition, 1);
  EXPECT_FALSE(write({.period = year}, ""));
  EXPECT_FALSE(write(*first, "Two posts were empty."));
  EXPECT_FALSE(write(*first, std::string(4001, 'x')));
  EXPECT_TRUE(write(*first, "")) << "taken back";
  const std::vector<Story> stories = {{.period = year.next(), .words = ""}, *first};
  EXPECT_EQ(story_for(stories, year.next())->words, "Two posts were empty.");
  EXPECT_EQ(story_for(stories, year.previous()), nullptr);
}

}  // namespace
}  // namespace compare
