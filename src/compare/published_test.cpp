// Files that councils and departments publish, read as they are: nothing is lost in silence.
#include "compare/published.h"

#include <gtest/gtest.h>

#include <numeric>
#include <sstream>

#include "compare/authority_table.h"

namespace compare {
namespace {

Authorities few() {
  std::istringstream in(
      "code,name,tier,starts,ends,successors,codes\n"
      "E08000009,Trafford,metropolitan,,,,\nE08000003,Manchester,metropolitan,,,,\nE07000150,Corby,district,,2021-04-01,E06000061,\n"
      "E06000061,North Northamptonshire,unitary,2021-04-01,,,\nE08000037,Gateshead,metropolitan,,,,E08000020\n");
  return Authorities(*read_authorities(in));
}

std::int64_t left_out(const PublishedFile& file) {
  return std::accumulate(file.left_out.begin(), file.left_out.end(), std::int64_t{0},
                         [](auto sum, const auto& each) { return sum + each.values; });
}

PublishedFile read(const std::string& text) {
  const auto all = few();
  std::istringstream in(text);
  auto found = read_published(in, all);
  EXPECT_TRUE(found) << (found ? "" : found.refusals().all().front().sentence);
  if (!found) return {};
  EXPECT_EQ(found->found, static_cast<std::int64_t>(found->figures.size()) + left_out(*found))
      << "every value is kept or counted under a reason";
  return *found;
}

TEST(APublishedFile, IsReadWithAValueARow) {
  const auto file = read(
      "area_code,area_name,period,indicator,measure,units,value,lci,uci,status,polarity\n"
      "E08000009,Trafford,2023/24,Recycling,Percentage,%,52.1,51,53,p,High\n"
      "E08000003,Manchester,2023/24,Recycling,Percentage,%,[c],,,,\n"
      "E08000020,Gateshead,2023/24,Recycling,Percentage,%,\"1,234\",,,,\n");
  ASSERT_EQ(file.figures.size(), 3u);
  EXPECT_EQ(file.indicators.front(), (PublishedIndicator{"Recycling: Percentage", "%", indicator::Polarity::high_good}));
  EXPECT_EQ(file.figures[0].value, 52.1);
  EXPECT_EQ(file.figures[0].low, 51);
  EXPECT_EQ(file.figures[0].mark, "p") << "provisional stays provisional";
  EXPECT_FALSE(file.figures[1].value);
  EXPECT_EQ(file.figures[1].mark, "[c]") << "suppressed stays suppressed";
  EXPECT_EQ(file.figures[2].value, 1234);
}

TEST(APublishedFile, IsReadWithAColumnForEachIndicatorBelowLinesOfWords) {
  const auto file = read(
      "Table 3: Waste,,,,\n,,,,\nYear,ONS code,Authority,Residual waste (kg),Recycled (%)\n"
      "2022-23,E08000009,Trafford,400.5,55\n2022-23,E08000003,Manchester,-,40\n");
  EXPECT_EQ(file.figures.size(), 4u);
  EXPECT_EQ(file.indicators[1].title, "Recycled (%)");
  EXPECT_EQ(file.figures[1].mark, "-");
}

TEST(APublishedFile, MakesWordsInAColumnPartOfTheTitle) {
  const auto file = read(
      "time_period,geographic_level,new_la_code,la_name,age_group,population\n202324,Local authority,E08000009,Trafford,0 to 17,50\n202324,Local authority,E08000009,Trafford,18 and over,180\n");
  ASSERT_EQ(file.indicators.size(), 2u);
  EXPECT_EQ(file.indicators[0].title, "population: 0 to 17");
  EXPECT_EQ(file.periods.front().words(), "2023/24");
  EXPECT_EQ(file.remarks.size(), 1u);
}

TEST(APublishedFile, SaysWhatWasLeftOutAndWhy) {
  const auto file = read(
      "area_code,area_name,period,indicator,value\n"
      "E92000001,England,2023/24,Recycling,44\nE08000009,Trafford,sometime,Recycling,1\nE08000009,Trafford,2023/24,Recycling,52\nE08000009,Trafford,2023/24,Recycling,53\n"
      "E07000150,Corby,2023/24,Recycling,9\nE08000003,Manchester,2023/24,Recycling,about 40\nE07000150,Corby,2019/20,Recycling,41\nE99999999,Corby,2019/20,Recycling,41\n");
  EXPECT_EQ(file.figures.size(), 2u) << "Trafford once, and Corby while it was";
  EXPECT_EQ(file.left_out.size(), 6u);
  for (const auto& each : file.left_out) EXPECT_TRUE(each.values == 1 && each.first_row > 1 && !each.example.empty()) << each.reason;
}

TEST(APublishedFile, NamesTheColumnOfWhatWasLeftOutAndWhatToDo) {
  const auto of = [](const PublishedFile& file, std::string_view reason) {
    for (const auto& each : file.left_out)
      if (each.reason.starts_with(reason))
        return std::to_string(each.first_row) + ", " + each.first_column + ", " + each.example + ": " + each.to_do;
    return std::string("nothing");
  };
  const auto tidy = read(
      "Council_Code,area_code,area_name,time_period,indicator,Value\n,E08000009,Trafford,2023/24,Homes,about 40\n"
      ",E08000009,Trafford,soon,Homes,4\n,E99999999,Nowhere,2023/24,Homes,4\n,E08000003,Manchester,2023/24,Homes,4\nA note of ours\n");
  EXPECT_EQ(of(tidy, "The value is neither"),
            "2, Value, about 40: Write a number, or [x] where there is none and [c] where it is confidential.");
  EXPECT_EQ(of(tidy, "The period"), "3, time_period, soon: Write it as 2023/24, 2023/24 Q1, April 2023 or 2024.");
  EXPECT_EQ(of(tidy, "The register"),
            "4, area_name, Nowhere: Correct the code or the name, or bring in a newer register of authorities.");
  EXPECT_EQ(of(tidy, "A line of words"), "6, , A note of ours: Nothing, where it is the publisher’s note.");
  const auto wide = read("area_code,year,Homes,Shops\nE08000009,2023/24,1,few\nE08000003,2023/24,2,3\n");
  EXPECT_EQ(of(wide, "The value is neither").substr(0, 13), "nothing") << "a column that begins with words is words";
  const auto later = read("area_code,year,Homes,Shops\nE08000009,2023/24,1,2\nE08000003,2023/24,2,some\n");
  EXPECT_EQ(of(later, "The value is neither").substr(0, 15), "3, Shops, some:");
}

TEST(APublishedFile, TellsAYearFromAMonthByTheWholeFile) {
  const auto years = read("area_code,period,indicator,value\nE08000009,2001-02,Homes,1\nE08000009,2013-14,Homes,2\n");
  EXPECT_EQ(years.periods.front().words(), "2001/02");
  EXPECT_EQ(years.remarks.size(), 1u);
  const auto all = few();
  std::istringstream both("area_code,period,indicator,value\nE08000009,2001-02,Homes,1\nE08000009,2001-05,Homes,2\n");
  EXPECT_FALSE(read_published(both, all)) << "it is not guessed which is meant";
}

TEST(APublishedFile, OfTheDepartmentForEducationMeansTheYearThatItNames) {
  const auto period = [](std::string_view text, std::string_view kind, Years years = Years::as_written) {
    const auto read = read_published_period(text, kind, years).period;
    return read ? read->iso() : "none";
  };
  EXPECT_EQ(period("202324", "Academic year"), "2023-09-01/P1Y");
  EXPECT_EQ(period("202324", "Financial year"), "2023-04-01/P1Y");
  EXPECT_EQ(period("202324", "Tax year"), "2023-04-01/P1Y");
  EXPECT_EQ(period("2023", "Calendar year"), "2023-01-01/P1Y");
  EXPECT_EQ(period("202324", "Financial year Q3"), "2023-10-01/P3M") << "a quarter is not the year";
  EXPECT_EQ(period("202324", "Financial year Q1-Q3"), "2023-04-01/P9M");
  EXPECT_EQ(period("202324", "Academic year Q1"), "2023-09-01/P3M");
  EXPECT_EQ(period("2023", "Calendar year Q4"), "2023-10-01/P3M");
  EXPECT_EQ(period("202324", "Part 2 (October to March)"), "2023-10-01/P6M");
  EXPECT_EQ(period("2024", "March"), "2024-03-01/P1M");
  EXPECT_EQ(period("202324", "Spring term"), "none") << "terms have no months that all schools share";
  EXPECT_EQ(period("202324", "Week 5"), "none");
  EXPECT_EQ(period("2024", "Reporting year Q1"), "none") << "of no year that is known";
  EXPECT_EQ(period("2024", "Reporting year Q1", Years::financial), "2023-04-01/P3M");
}

TEST(APublishedFile, SaysWhatItTookAReportingYearFor) {
  EXPECT_TRUE(read_published_period("2024", "Reporting year", Years::as_written).is_in_doubt);
  EXPECT_FALSE(read_published_period("2024", "Reporting year", Years::financial).is_in_doubt) << "somebody said so";
  EXPECT_EQ(read_published_period("202324", "Reporting year", Years::as_written).remark,
            "Years across two that the file calls ‘Reporting year’, such as 202324, were read as April to March: 2023/24.");
  EXPECT_EQ(read_published_period("202324", "Reporting year", Years::academic).period->iso(), "2023-09-01/P1Y") << "changed on the form";
  EXPECT_EQ(read_published_period("202324", "Financial year", Years::as_written).remark, "");
}

TEST(APublishedFile, IsRefusedWithASentence) {
  const auto all = few();
  for (const std::string text : {"", "a,b\n1,2\n", "area_code,period,indicator,value\n",
                                 "area_code,period,indicator,value\nE92000001,2023/24,X,1\n"}) {
    std::istringstream in(text);
    const auto read = read_published(in, all);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.refusals().all().front().field, "file");
  }
}

}  // namespace
}  // namespace compare
