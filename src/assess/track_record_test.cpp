#include "assess/track_record.h"

#include <gtest/gtest.h>

namespace assess {
namespace {

using calendar::Frequency;

std::vector<double> steady(int figures) {
  std::vector<double> all;
  for (int i = 0; i < figures; ++i) all.push_back(100 + (i * 7 % 5) - 2);
  return all;
}

TEST(TheTrackRecord, TellsTheLastTwelvePeriods) {
  const auto figures = steady(30);
  const auto record = track_record({figures, 12, {}}, ForecastMethod::usual);
  ASSERT_EQ(record.tries.size(), 12u);
  EXPECT_EQ(record.tries.front().place, 18u);
  EXPECT_EQ(record.tries.back().came, figures.back());
  EXPECT_GE(record.within(), 10u);
}

TEST(TheTrackRecord, KnowsNothingOfWhatCameLater) {
  auto figures = steady(30);
  const auto before = track_record({figures, 1, {}}, ForecastMethod::usual);
  figures.back() = 900;
  const auto after = track_record({figures, 1, {}}, ForecastMethod::usual);
  for (std::size_t i = 0; i < 12; ++i) EXPECT_EQ(before.tries[i].said, after.tries[i].said);
  EXPECT_TRUE(before.tries.back().within());
  EXPECT_FALSE(after.tries.back().within());
  EXPECT_EQ(after.within() + 1, before.within());
}

TEST(TheTrackRecord, OfAShortSeriesHasAsManyTriesAsItCan) {
  EXPECT_EQ(track_record({steady(6), 1, {}}, ForecastMethod::usual).tries.size(), 2u);
  EXPECT_TRUE(track_record({steady(4), 1, {}}, ForecastMethod::usual).tries.empty());
}

TEST(TheTrackRecord, OfAConstantIsAlwaysWithin) {
  const std::vector<double> figures(10, 0.1);
  EXPECT_EQ(track_record({figures, 4, {}}, ForecastMethod::usual).within(), 6u);
}

TrackRecord of(int within, int outside) {
  TrackRecord record;
  for (int i = 0; i < within; ++i) record.tries.push_back({0, 5, 5, {4, 6}});
  for (int i = 0; i < outside; ++i) record.tries.push_back({0, 5, 9, {4, 6}});
  return record;
}

TEST(TheTrackRecord, IsSaidInASentence) {
  EXPECT_EQ(words(of(9, 3), Frequency::quarterly),
            "This method was within its 80% range in 9 of the last 12 quarters.");
  EXPECT_EQ(words(of(1, 1), Frequency::half_yearly),
            "This method was within its 80% range in 1 of the last 2 half-years.");
  EXPECT_EQ(words(of(0, 1), Frequency::annual), "This method was not within its 80% range in the last year.");
  EXPECT_EQ(words(of(0, 0), Frequency::monthly), "");
}

}  // namespace
}  // namespace assess
