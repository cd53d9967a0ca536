// The signs of early warning, from a table that performance officers can read and extend: cases/early_warning.csv. Months are from
// April 2024 on; "76p" is provisional, "69>75" was revised on 1 November 2025.
#include "assess/early_warning.h"

#include <fstream>
#include <set>
#include <sstream>

#include "assess/cases_test.h"
#include "assess/told.h"
#include "assess/warning_signs.h"

namespace assess {
namespace {

using namespace told;

const Period second_quarter = Period::quarter({2025}, 2);

void add(Story& story, const Period& month, std::string written) {
  const bool provisional = written.ends_with('p');
  if (provisional) written.pop_back();
  const auto arrow = written.find('>');
  auto& first = story.figure(month, kit::read_double(written.substr(0, arrow)));
  first.at = kit::Moment::end_of(month.last().plus(20));
  first.at.seconds -= 1;
  if (provisional) first.standing = collect::Standing::provisional;
  if (arrow == written.npos) return;
  auto& second = story.figure(month, kit::read_double(written.substr(arrow + 1)));
  second.edition = 2;
  second.standing = collect::Standing::revised;
  second.at = kit::Moment::start_of(kit::Date::of(2025, 11, 1));
}

Story story_of(const CaseRow& row) {
  Story story(row.at("today").c_str());
  auto& d = story.definition();
  d.frequency = Frequency::monthly;
  d.polarity = *indicator::read_polarity(row.at("good_direction"));
  d.aggregation = *indicator::read_aggregation(row.at("adds_up"));
  d.unit = row.at("unit");
  d.decimals = d.unit == "%" ? 1 : 0;
  if (d.aggregation == indicator::Aggregation::sum) d.judged = indicator::Judged::year_to_date;
  for (const auto& [year, column] : {std::pair(2024, "target"), std::pair(2025, "target_next")})
    if (const auto target = kit::read_double(row.at(column))) {
      auto& made = story.target(year, *target);
      if (d.aggregation == indicator::Aggregation::sum) made.kind = indicator::TargetKind::linear;
    }
  Period month{2024 * 12 + 3, 1};
  std::istringstream months(row.at("months"));
  for (std::string each; std::getline(months, each, ';'); month = month.next()) add(story, month, each);
  return story;
}

std::optional<AmongOthers> others_of(const CaseRow& row) {
  if (row.at("quartile").empty()) return std::nullopt;
  return AmongOthers{Period::year({2024}), 34, std::stoi(row.at("quartile")), std::stoi(row.at("quartile_before")),
                     number_in(row, "spreads")};
}

std::string codes(const std::vector<Warning>& warnings) {
  std::string all;
  for (const auto& each : warnings) all += (all.empty() ? "" : " ") + std::string(sign(each.trigger).code);
  return all;
}

std::string said(const std::vector<Warning>& warnings) {
  std::string all;
  for (const auto& each : warnings) all += each.said + '\n';
  return all;
}

std::vector<CaseRow> cases() {
  std::ifstream in(SOURCE_ROOT "/src/assess/cases/early_warning.csv", std::ios::binary);
  return rows_of(in);
}

TEST(EarlyWarning, WarnsAsTheTableSays) {
  std::set<std::string> seen;
  for (const auto& row : cases()) {
    auto story = story_of(row);
    const auto judged = story.judged(second_quarter);
    auto found = find_signs(story.picture, judged, second_quarter);
    found.signs.others = others_of(row);
    const auto all = warnings(found.signs);
    EXPECT_EQ(codes(all), row.at("warns")) << row.at("case") << '\n' << said(all);
    EXPECT_NE(said(all).find(row.at("says")), std::string::npos) << row.at("case") << '\n' << said(all);
    for (const auto& each : all) seen.insert(std::string(sign(each.trigger).code));
  }
  EXPECT_EQ(seen.size(), all_signs().size()) << "each sign has a case in which it holds";
}

TEST(EarlyWarning, StandsInTheOrderOfItsSigns) {
  for (std::size_t i = 0; i < all_signs().size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(all_signs()[i].trigger), i);
    EXPECT_EQ(read_trigger(all_signs()[i].code), all_signs()[i].trigger);
  }
  EXPECT_EQ(read_trigger("something"), std::nullopt);
}

TEST(EarlyWarning, SpeaksOfNoStatusWhereTheCouncilShowsNone) {
  for (const auto& row : cases()) {
    auto story = story_of(row);
    const auto judged = story.judged(second_quarter);
    const auto found = find_signs(story.picture, judged, second_quarter);
    for (const auto& each : warnings(found.signs, Speaks::not_of_ratings)) EXPECT_FALSE(sign(each.trigger).rates) << row.at("case");
  }
}

TEST(Exceptions, ListAnIndicatorOnceUnderItsWorstWarning) {
  for (const auto& row : cases()) {
    auto story = story_of(row);
    index(story.picture);
    Judged judged{std::make_shared<Picture>(story.picture), second_quarter, {}};
    judged.all = judge_all(*judged.picture, second_quarter);
    const auto listed = exceptions(judged, {});
    EXPECT_LE(listed.size(), 1U) << row.at("case");
    for (const auto& each : listed) EXPECT_EQ(each.worst(), each.warnings.front().trigger);
  }
}

}  // namespace
}  // namespace assess
