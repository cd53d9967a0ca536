// The tables in assess/cases/ are for performance officers to read and extend: each row is a test.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "assess/aggregate.h"
#include "assess/direction.h"
#include "assess/interval.h"
#include "assess/process_words.h"
#include "assess/rating.h"
#include "assess/told.h"
#include "assess/travel.h"
#include "kit/csv.h"
#include "kit/number.h"

namespace assess {
namespace {

using Row = std::map<std::string, std::string>;

int for_each_row(const std::string& file, const std::function<void(const Row&)>& test) {
  std::ifstream in(std::string(SOURCE_ROOT "/src/assess/cases/").append(file), std::ios::binary);
  kit::Cells header;
  int rows = 0;
  const auto no = kit::read_csv(in, [&](std::size_t, const kit::Cells& cells) {
    if (header.empty()) {
      header = cells;
      return true;
    }
    Row row;
    for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = i < cells.size() ? cells[i] : "";
    test(row);
    ++rows;
    return true;
  });
  EXPECT_FALSE(no.any());
  return rows;
}

std::optional<double> number(const Row& row, const std::string& column) { return kit::read_double(row.at(column)); }

std::string text(const std::optional<double>& number) { return number ? kit::shortest(kit::rounded(*number, 6)) : ""; }

TEST(OwnCases, OfRatings) {
  const int rows = for_each_row("rating.csv", [](const Row& row) {
    const auto tolerance = indicator::read_tolerance(row.at("tolerance"));
    ASSERT_TRUE(tolerance) << row.at("case");
    const auto wanted = standard({number(row, "target"), number(row, "low"), number(row, "high")}, *tolerance);
    const auto rated = rate(number(row, "figure"), wanted, *indicator::read_polarity(row.at("good_direction")),
                            std::stoi(row.at("decimals")));
    EXPECT_EQ(code(rated.rating), row.at("rating")) << row.at("case");
    EXPECT_EQ(text(rated.favourable ? std::optional(-*rated.favourable + 0.0) : std::nullopt), row.at("shortfall"))
        << row.at("case");
  });
  EXPECT_GE(rows, 20);
}

TEST(OwnCases, OfDirections) {
  const int rows = for_each_row("direction.csv", [](const Row& row) {
    const Pair pair{number(row, "now"), number(row, "before"), number(row, "low"), number(row, "high")};
    const Threshold within{Threshold::Kind::absolute, *number(row, "no_change_within")};
    const auto found =
        direction(pair, *indicator::read_polarity(row.at("good_direction")), within, std::stoi(row.at("decimals")));
    EXPECT_EQ(code(found), row.at("direction")) << row.at("case");
  });
  EXPECT_GE(rows, 9);
}

Part part(const std::string& written) {
  if (written.empty()) return {};
  const auto slash = written.find('/');
  if (slash == written.npos) return {kit::read_double(written), {}, {}};
  return {{}, kit::read_double(written.substr(0, slash)), kit::read_double(written.substr(slash + 1))};
}

std::string of(const Window& window) {
  return std::to_string(window.available) + '/' + std::to_string(window.expected);
}

TEST(OwnCases, OfWindows) {
  const int rows = for_each_row("windows.csv", [](const Row& row) {
    const Method how{*indicator::read_aggregation(row.at("aggregation")),
                     *indicator::read_submitted(row.at("submitted")), 1};
    Series series(calendar::Frequency::monthly);
    auto month = calendar::Period::month(2025, 4);
    std::string rest = row.at("months") + ';';
    for (; !rest.empty(); rest.erase(0, rest.find(';') + 1), month = month.next())
      series.set(month, part(rest.substr(0, rest.find(';'))));
    const auto june = calendar::Period::month(2025, 6);
    const auto to_date = year_to_date(series, how, june), three = quarter(series, how, june),
               twelve = rolling_12(series, how, june);
    EXPECT_EQ(text(in_period(series, how, june).value), row.at("in_period")) << row.at("case");
    EXPECT_EQ(text(to_date.value), row.at("year_to_date")) << row.at("case");
    EXPECT_EQ(of(to_date), row.at("year_to_date_of")) << row.at("case");
    EXPECT_EQ(text(three.value), row.at("quarter")) << row.at("case");
    EXPECT_EQ(of(three), row.at("quarter_of")) << row.at("case");
    EXPECT_EQ(text(twelve.value), row.at("rolling_12")) << row.at("case");
    EXPECT_EQ(of(twelve), row.at("rolling_12_of")) << row.at("case");
  });
  EXPECT_GE(rows, 12);
}

// One indicator with figures from April 2023 on.
told::Story story_of(const Row& row) {
  told::Story story;
  story.definition().frequency = told::Frequency::monthly;
  story.definition().polarity = *indicator::read_polarity(row.at("good_direction"));
  calendar::Period month{2023 * 12 + 3, 1};
  std::istringstream figures(row.at("months"));
  for (std::string each; std::getline(figures, each, ';'); month = month.next()) story.figure(month, kit::read_double(each));
  return story;
}

TEST(OwnCases, OfHeadingsOfProcessCharts) {
  const int rows = for_each_row("chart_heading.csv", [](const Row& row) {
    auto story = story_of(row);
    const auto process = process_of(story.kept());
    EXPECT_EQ(signal_finding(process, story.definition()).value_or(steady_words(process, story.definition())),
              row.at("heading"))
        << row.at("case");
  });
  EXPECT_GE(rows, 10);
}

TEST(OwnCases, OfWaysToFindADirection) {
  const int rows = for_each_row("direction_method.csv", [](const Row& row) {
    auto story = story_of(row);
    story.definition().direction_method = *indicator::read_direction_method(row.at("method"));
    const auto j = story.judged(story.kept().figures.back().period);
    EXPECT_EQ(code(j.direction), row.at("direction")) << row.at("case");
    EXPECT_EQ(direction_words(j), row.at("said")) << row.at("case");
  });
  EXPECT_GE(rows, 7);
}

TEST(OwnCases, OfIntervals) {
  const int rows = for_each_row("interval.csv", [](const Row& row) {
    indicator::Definition d;
    d.unit = row.at("unit");
    d.decimals = 1;
    d.aggregation = indicator::Aggregation::ratio;
    d.multiplier = kit::Decimal::whole(100);
    collect::Figure figure;
    figure.numerator = kit::Decimal::parse(row.at("found"));
    figure.denominator = kit::Decimal::parse(row.at("of"));
    const auto interval = interval_of(figure, d);
    EXPECT_EQ(interval ? interval_words(*interval, d) : "", row.at("interval")) << row.at("case");
    EXPECT_EQ(small_numbers(figure, d), row.at("small")) << row.at("case");
  });
  EXPECT_GE(rows, 10);
}

}  // namespace
}  // namespace assess
