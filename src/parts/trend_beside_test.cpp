#include "parts/trend_beside.h"

#include <gtest/gtest.h>

namespace parts {
namespace {

int count(std::string_view made, std::string_view words) {
  int found = 0;
  for (auto at = made.find(words); at != std::string_view::npos; at = made.find(words, at + 1)) ++found;
  return found;
}

TrendBeside trend() {
  TrendBeside made;
  made.finding = "Since 2021/22 it rose here", made.summary = "The line with points is Ambleford.",
  made.own_name = "Here", made.middle_name = "Others’ middle";
  made.written = made.axis_number = [](double value) { return std::to_string(static_cast<int>(value)) + "%"; };
  made.points = {{"2021/22", 0, 40, 44, 38, 47, ""},
                 {"2022/23", 12, 41, 45, 39, 48, ""},
                 {"2023/24", 24, {}, {}, {}, {}, ""},
                 {"2024/25", 36, 43, 45, {}, {}, "too few to say"}};
  return made;
}

TEST(ATrendBesideOthers, IsTwoLinesABandASentenceAndATable) {
  kit::Html html;
  trend_beside(html, trend());
  const std::string made(html.written());
  EXPECT_EQ(count(made, "<svg"), 2) << "for a wide screen and for a phone";
  EXPECT_EQ(count(made, "class=\"tb-band\""), 2) << "where both of its edges are known";
  EXPECT_EQ(count(made, "class=\"tb-dot\""), 6) << "a missing figure has no point";
  EXPECT_EQ(count(made, "The line with points is Ambleford."), 3);
  EXPECT_EQ(count(made, "38% to 47%"), 1);
  EXPECT_EQ(count(made, "too few to say"), 1);
}

TEST(ATrendBesideOthers, WantsTwoPeriods) {
  auto one = trend();
  one.points.resize(1);
  kit::Html html;
  trend_beside(html, one);
  EXPECT_TRUE(html.written().empty());
}

}  // namespace
}  // namespace parts
