// The figures of the invented council: possible, in order, told with notes that differ, and a picture that a council would know.
#include "ambleford_test.h"
#include "calendar/period.h"
#include "exchange/ambleford_series.h"

namespace exchange {
namespace {

using namespace tests;

double number(const std::string& text) { return std::stod(text); }

TEST(Ambleford, KeepsNumeratorsWithinDenominatorsAndFiguresWithinTheirBounds) {
  const auto known = indicators();
  int ratios = 0;
  for (const auto& row : rows_of("figures.csv")) {
    const auto& of = known.at(row.at("indicator"));
    if (row.at("state") != "given") continue;
    const bool has_parts = of.at("aggregation") == "ratio" || of.at("aggregation") == "weighted_mean";
    EXPECT_EQ(has_parts, row.at("value").empty()) << row.at("indicator") << " " << row.at("period");
    if (!has_parts) {
      if (!of.at("least").empty()) {
        EXPECT_GE(number(row.at("value")), number(of.at("least"))) << row.at("indicator");
      }
      if (!of.at("most").empty()) {
        EXPECT_LE(number(row.at("value")), number(of.at("most"))) << row.at("indicator");
      }
      continue;
    }
    EXPECT_EQ(row.at("numerator").find('.'), std::string::npos) << "parts are counted: " << row.at("indicator");
    if (of.at("unit") == "%") {
      EXPECT_LE(number(row.at("numerator")), number(row.at("denominator"))) << row.at("indicator");
    }
    ++ratios;
  }
  EXPECT_GT(ratios, 1000);
}

TEST(Ambleford, NeverLetsACumulativeFigureFallWithinItsYear) {
  const auto known = indicators();
  std::map<std::string, std::pair<calendar::Period, double>> last;
  for (const auto& row : rows_of("figures.csv")) {
    const auto& submitted = known.at(row.at("indicator")).at("submitted");
    if (!submitted.starts_with("cumulative") || row.at("state") != "given" || row.at("standing") == "provisional")
      continue;
    const auto period = (*calendar::read_period(row.at("period"))).period;
    const double now = number(row.at("value").empty() ? row.at("numerator") : row.at("value"));
    const auto before = last.find(row.at("indicator"));
    if (before != last.end() && before->second.first.financial_year() == period.financial_year()) {
      EXPECT_GE(now, before->second.second) << row.at("indicator") << " " << row.at("period");
    }
    last[row.at("indicator")] = {period, now};
  }
  EXPECT_GE(last.size(), 8u);
}

TEST(Ambleford, PublishesEachEditionAfterThePeriodAndNotBeforeTheOneItReplaces) {
  std::map<std::string, std::string> last;
  for (const auto& row : rows_of("figures.csv")) {
    const auto period = (*calendar::read_period(row.at("period"))).period;
    EXPECT_GT(demo::month_of(row.at("published_on")), period.end() - 1)
        << row.at("indicator") << " " << row.at("period");
    auto& before = last[row.at("indicator") + " " + row.at("period")];
    EXPECT_LE(before, row.at("published_on")) << row.at("indicator") << " " << row.at("period");
    before = row.at("published_on");
    EXPECT_EQ(row.at("standing") == "revised", !row.at("reason").empty())
        << row.at("indicator") << " " << row.at("period");
    EXPECT_EQ(row.at("state") == "delayed", !row.at("expected_on").empty())
        << row.at("indicator") << " " << row.at("period");
  }
}

TEST(Ambleford, HasANoteForEachFigureOfTheLastSixQuartersThatIsLateOrOffTarget) {
  std::map<std::string, std::string> notes;
  for (const auto& row : rows_of("figures.csv")) {
    notes[row.at("indicator") + " " + row.at("period")] = row.at("note");
    if (row.at("state") != "given") {
      EXPECT_FALSE(row.at("note").empty()) << row.at("indicator") << " " << row.at("period");
    }
  }
  int off = 0;
  for (const auto& seed : demo::seeds())
    for (const auto& point : demo::series_of(seed)) {
      if (point.rating != assess::Rating::red || point.period.start < demo::month_of("2024-04")) continue;
      EXPECT_GT(notes[seed.code + " " + point.period.words()].size(), 40u) << seed.code << " " << point.period.words();
      ++off;
    }
  EXPECT_GT(off, 100);
}

TEST(Ambleford, WritesNotesThatDoNotReadTheSameAndHaveNoSlotLeft) {
  std::map<std::string, std::set<std::string>> used;
  for (const auto& row : rows_of("figures.csv")) {
    EXPECT_EQ((row.at("note") + row.at("reason")).find_first_of("{}"), std::string::npos) << row.at("note");
    if (!row.at("note").empty()) used[row.at("note")].insert(row.at("indicator") + " " + row.at("period"));
  }
  EXPECT_GT(used.size(), 1000u);
  for (const auto& [note, places] : used) EXPECT_LE(places.size(), 2u) << note;
}

TEST(Ambleford, MakesAPictureForTheSecondQuarterThatACouncilWouldKnow) {
  const auto known = indicators();
  std::map<assess::Rating, int> counts;
  for (const auto& seed : demo::seeds()) {
    if (!is_in_set(known.at(seed.code))) continue;
    const demo::Point* last = nullptr;
    const auto points = demo::series_of(seed);
    for (const auto& point : points)
      if (point.period.end() <= demo::month_of("2025-10")) last = &point;
    ASSERT_NE(last, nullptr) << seed.code;
    ++counts[last->rating];
  }
  const int on = counts[assess::Rating::green] + counts[assess::Rating::blue], close = counts[assess::Rating::amber],
            off = counts[assess::Rating::red];
  EXPECT_NEAR(100.0 * on / (on + close + off), 65, 4);
  EXPECT_NEAR(100.0 * close / (on + close + off), 18, 4);
  EXPECT_NEAR(100.0 * off / (on + close + off), 15, 4);
}

TEST(Ambleford, TellsTheStoryOfThePlansIssuedIn20Weeks) {
  std::map<std::string, Row> newest;
  Rows april;
  for (const auto& row : rows_of("figures.csv")) {
    if (row.at("indicator") != "BBF07") continue;
    newest[row.at("period")] = row;
    if (row.at("period") == "April 2025") april.push_back(row);
  }
  EXPECT_EQ(newest.at("June 2025").at("numerator"), "52");
  EXPECT_EQ(newest.at("June 2025").at("denominator"), "85");
  ASSERT_EQ(april.size(), 2u);
  EXPECT_EQ(april[1].at("standing"), "revised");
  EXPECT_EQ(april[1].at("published_on"), "2025-06-09");
}

}  // namespace
}  // namespace exchange
