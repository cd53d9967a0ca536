#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "parts/attention.h"
#include "parts/chart.h"
#include "parts/filters.h"
#include "parts/form.h"
#include "parts/line.h"
#include "parts/scale.h"
#include "parts/signal.h"
#include "parts/status.h"
#include "parts/table.h"
#include "parts/text.h"

namespace {

using kit::Html;

template <class Write>
std::string written(Write write) {
  Html html;
  write(html);
  return std::move(html).take();
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

parts::ChartPoint month(int number, std::optional<double> value) {
  parts::ChartPoint point;
  point.start = 12 * 2025 + 3 + number;
  point.end = point.start + 1;
  point.when = "Month " + std::to_string(number + 1);
  point.value = value;
  point.written = value ? std::to_string(static_cast<int>(*value)) + "%" : "Delayed";
  point.target = 75;
  point.target_written = "75%";
  return point;
}

parts::Chart six_months() {
  parts::Chart chart;
  chart.finding = "Below target for three months";
  chart.summary = "Six months, from 80% to 61%.";
  chart.points = {month(0, 80), month(1, 78), month(2, std::nullopt), month(3, 66), month(4, 63), month(5, 61)};
  chart.axis_number = [](double value) { return std::to_string(static_cast<int>(value)) + "%"; };
  chart.csv = "/indicators/BBF07.csv";
  return chart;
}

parts::Chart with_signals() {
  auto chart = six_months();
  chart.points[2] = month(2, 77);
  for (auto& point : chart.points) point.signal_written = "Ordinary variation";
  for (const int at : {3, 4, 5}) {
    chart.points[at].signal = {parts::Signal::Means::worse, 'L'};
    chart.points[at].signal_written = "Below the lower limit: getting worse";
  }
  const int april = 12 * 2025 + 3;
  chart.usual = {{april, april + 3, 78, 74, 82, "78%", "74%", "82%"}, {april + 3, april + 6, 63, 58, 68, "63%", "58%", ""}};
  chart.breaks = {{april + 3, "Afresh: a team left", parts::ChartBreak::Line::goes_on}};
  chart.cautions = {"Trial limits: fewer than 13 points."};
  chart.help = "/help/process";
  return chart;
}

TEST(AProcessChart, HasABandAndAnAverageForEachStretch) {
  const auto html = written([](Html& h) { parts::chart(h, with_signals()); });
  EXPECT_EQ(count(html, "<rect class=\"usual\""), 4u) << "two stretches on two sheets";
  EXPECT_EQ(count(html, "<line class=\"mean\""), 4u);
  EXPECT_TRUE(holds(html, ">Average 63%</text>")) << "of the newest stretch";
  EXPECT_TRUE(holds(html, ">Lower 58%</text>"));
  EXPECT_FALSE(holds(html, ">Upper")) << "where no figure can lie so far out";
}

TEST(AProcessChart, SaysEachSignalByLetterColourAndWord) {
  const auto html = written([](Html& h) { parts::chart(h, with_signals()); });
  EXPECT_EQ(count(html, "class=\"pt pt-worse\""), 6u);
  EXPECT_EQ(count(html, "class=\"pt pt-usual\""), 6u);
  EXPECT_GE(count(html, ">L</text>"), 4u);
  EXPECT_TRUE(holds(html, "scope=\"col\">Signal</th>") || holds(html, ">Signal</th>"));
  EXPECT_EQ(count(html, "Below the lower limit: getting worse</td>"), 3u);
  EXPECT_TRUE(holds(html, "Trial limits: fewer than 13 points."));
  EXPECT_TRUE(holds(html, "href=\"/help/process\""));
}

TEST(AProcessChart, GoesOnAcrossAFreshStartAndIsCutAtABreak) {
  auto chart = with_signals();
  const auto lines = [&] {
    const auto html = written([&](Html& h) { parts::chart(h, chart); });
    const auto from = html.find("<path class=\"run\" d=\"");
    return count(html.substr(from, html.find("\"/>", from) - from), "M");
  };
  EXPECT_EQ(lines(), 1u);
  chart.breaks[0].line = parts::ChartBreak::Line::is_cut;
  EXPECT_EQ(lines(), 2u);
}

TEST(AProcessChart, DrawsTheYearBeforeWhereFiguresFollowTheSeasons) {
  auto chart = with_signals();
  for (int i = 0; i < 6; ++i) chart.points.insert(chart.points.begin() + i, month(i - 12, 70 + i));
  chart.year_before = parts::Chart::YearBefore::shown;
  const auto html = written([&](Html& h) { parts::chart(h, chart); });
  EXPECT_EQ(count(html, "<path class=\"before\""), 2u);
  EXPECT_EQ(count(html, ">Year before</text>"), 2u);
}

TEST(ASignal, IsALetterInARingAndAWord) {
  const auto html = written([](Html& h) {
    parts::signal(h, {parts::Signal::Means::better, 'H'}, "Improving");
    parts::assurance(h, parts::Assured::by_chance, "Hit and miss, by chance");
  });
  EXPECT_TRUE(holds(html, "si-better"));
  EXPECT_TRUE(holds(html, ">H</text></svg>Improving</span>"));
  EXPECT_TRUE(holds(html, ">?</text></svg>Hit and miss, by chance</span>"));
}

TEST(AStatus, IsAWordAShapeAndAColour) {
  for (const auto status : parts::all_statuses) {
    const auto html = written([&](Html& h) { parts::status(h, status); });
    EXPECT_TRUE(holds(html, parts::words(status)));
    EXPECT_TRUE(holds(html, "<svg"));
    EXPECT_TRUE(holds(html, "class=\"st st-"));
  }
}

TEST(AStatus, HasAShapeOfItsOwn) {
  std::vector<std::string> shapes;
  for (const auto status : parts::all_statuses) {
    const auto html = written([&](Html& h) { parts::status(h, status, "same"); });
    shapes.push_back(html.substr(html.find("<svg")));
  }
  std::sort(shapes.begin(), shapes.end());
  EXPECT_EQ(std::unique(shapes.begin(), shapes.end()), shapes.end());
}

TEST(AStatusBar, SaysItsCountsInWords) {
  parts::StatusCounts counts;
  counts[parts::Status::on_target] = 14;
  counts[parts::Status::off_target] = 3;
  const auto html = written([&](Html& h) { parts::status_bar(h, counts); });
  EXPECT_TRUE(holds(html, "aria-label=\"14 on target, 3 off target\""));
  EXPECT_EQ(count(html, "<rect"), 2u);
}

TEST(AStatusBar, OfNothingSaysNone) {
  EXPECT_TRUE(holds(written([](Html& h) { parts::status_bar(h, {}); }), "none"));
}

TEST(ATable, NamesItsColumnsRowsAndCaption) {
  const auto html = written([](Html& h) {
    parts::Table table(h, "Figures", {{"Period"}, {"Figure", parts::Column::Holds::number}});
    table.row().head("June 2025").cell("61.2%");
  });
  EXPECT_TRUE(holds(html, ">Figures</caption>"));
  EXPECT_EQ(count(html, "scope=\"col\""), 2u);
  EXPECT_TRUE(holds(html, "scope=\"row\""));
  EXPECT_TRUE(holds(html, "data-label=\"Figure\">61.2%</td>"));
  EXPECT_TRUE(html.ends_with("</tr></tbody></table>"));
}

TEST(AnError, StandsInTheSummaryAndBesideItsField) {
  kit::Refusals no;
  no.add("file", "Choose a file.");
  const auto html = written([&](Html& h) {
    parts::error_summary(h, no);
    parts::file_upload(h, {.name = "file", .label = "File", .hint = "XLSX or CSV", .error = parts::error_of("file", no)}, ".xlsx");
  });
  EXPECT_TRUE(holds(html, "<a href=\"#file\">Choose a file.</a>"));
  EXPECT_TRUE(holds(html, "aria-describedby=\"file-hint file-error\""));
  EXPECT_TRUE(holds(html, "id=\"file-error\""));
}

TEST(AForm, CarriesItsToken) {
  const auto html = written([](Html& h) { parts::form(h, "/import", "abc\"", parts::Carries::files, [] {}); });
  EXPECT_TRUE(holds(html, "name=\"token\" value=\"abc&quot;\""));
  EXPECT_TRUE(holds(html, "multipart/form-data"));
}

TEST(AChart, BringsItsSentenceItsTableAndItsData) {
  const auto html = written([](Html& h) { parts::chart(h, six_months()); });
  EXPECT_TRUE(holds(html, "<h2 id=\"chart\">Below target for three months</h2>"));
  EXPECT_TRUE(holds(html, "<figcaption>Six months, from 80% to 61%."));
  EXPECT_TRUE(holds(html, "Show as table"));
  EXPECT_TRUE(holds(html, "href=\"/indicators/BBF07.csv\""));
  EXPECT_EQ(count(html, "role=\"img\""), 2u);
}

TEST(AChart, LeavesAGapWhereAFigureIsMissing) {
  const auto html = written([](Html& h) { parts::chart(h, six_months()); });
  const auto run = html.substr(html.find("class=\"run\""));
  EXPECT_EQ(count(run.substr(0, run.find("/>")), "M"), 2u);
  EXPECT_TRUE(holds(html, "Delayed"));
}

TEST(AChart, CutsItsLineWhereTheDefinitionChanged) {
  auto chart = six_months();
  chart.points[2] = month(2, 70);
  chart.breaks = {{chart.points[4].start, "Exceptions now counted"}};
  const auto html = written([&](Html& h) { parts::chart(h, chart); });
  const auto run = html.substr(html.find("class=\"run\""));
  EXPECT_EQ(count(run.substr(0, run.find("/>")), "M"), 2u);
  EXPECT_TRUE(holds(html, "Exceptions now counted"));
}

TEST(AChart, MarksWhatIsProvisionalWithALetter) {
  auto chart = six_months();
  chart.points[4].sureness = parts::Sureness::provisional;
  const auto html = written([&](Html& h) { parts::chart(h, chart); });
  EXPECT_TRUE(holds(html, "pt-open"));
  EXPECT_TRUE(holds(html, ">P</text>"));
  EXPECT_TRUE(holds(html, "63% [p]"));
}

TEST(AChart, WithoutAnyFigureIsASentence) {
  parts::Chart chart;
  chart.finding = "No figure yet";
  chart.summary = "The first is expected in July.";
  const auto html = written([&](Html& h) { parts::chart(h, chart); });
  EXPECT_FALSE(holds(html, "<svg"));
  EXPECT_TRUE(holds(html, "The first is expected in July."));
}

TEST(ASmallLine, IsNotDrawnWithoutFigures) {
  EXPECT_EQ(written([](Html& h) { parts::small_line(h, {}); }), "");
}

TEST(AnAxis, HasRoundNumbersAroundWhatItShows) {
  const auto axis = parts::axis_for(61.2, 78.9, 0);
  EXPECT_EQ(axis.ticks(), (std::vector<double>{60, 65, 70, 75, 80}));
}

TEST(AnAxis, KeepsToWholeNumbersForACount) {
  EXPECT_EQ(parts::axis_for(0, 2, 1).ticks(), (std::vector<double>{0, 1, 2}));
}

TEST(AnAxis, HasRoomWhenAllIsTheSame) {
  for (double same : {0.0, 5.0, -3.0, 100.0}) {
    const auto axis = parts::axis_for(same, same, 0);
    EXPECT_LT(axis.least, axis.most);
    EXPECT_LE(axis.least, same);
    EXPECT_GE(axis.most, same);
  }
}

TEST(ShortenedText, IsCutAtAWord) {
  EXPECT_EQ(parts::shortened("Eleven homes held for works", 15), "Eleven homes…");
  EXPECT_EQ(parts::shortened("Short", 15), "Short");
}

TEST(Text, FromAnOfficerIsNeverMarkup) {
  const auto html = written([](Html& h) {
    parts::note(h, "<b>", "<script>alert(1)</script>", "\"'");
    parts::status(h, parts::Status::on_target, "<i>");
    parts::link(h, "javascript\"><x>", "<a>");
  });
  EXPECT_FALSE(holds(html, "<script"));
  EXPECT_FALSE(holds(html, "<i>"));
  EXPECT_FALSE(holds(html, "<x>"));
}

}  // namespace
