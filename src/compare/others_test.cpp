#include "compare/others.h"

#include <gtest/gtest.h>

namespace compare {
namespace {

using calendar::Period;

ComparatorFigure of(const char* area, int year, std::optional<double> value, const char* measure = "Percentage") {
  return {"Recycling rate", measure, "", area, Period::year({year}), value, "", {50}};
}

TEST(OtherCouncils, AreThoseOfTheNewestPeriodThatEnoughHave) {
  const std::vector<ComparatorFigure> all = {of("A", 2023, 50),
                                             of("B", 2023, 52),
                                             of("C", 2023, 54),
                                             of("D", 2023, 56),
                                             of("OWN", 2023, 90),
                                             of("E", 2023, std::nullopt),
                                             of("A", 2023, 1'200, "Count"),
                                             of("A", 2024, 51),
                                             of("B", 2024, 53)};
  const auto found = other_areas(all, "OWN", "%");
  EXPECT_EQ(found.period, Period::year({2023}));
  EXPECT_EQ(found.figures, (std::vector<double>{50, 52, 54, 56}));
  EXPECT_FALSE(other_areas(all, "OWN", "").period) << "one count is no comparison";
  EXPECT_FALSE(other_areas({}, "OWN", "%").period);
}

}  // namespace
}  // namespace compare
