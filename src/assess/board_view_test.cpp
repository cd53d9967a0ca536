#include "assess/board_view.h"

#include <gtest/gtest.h>

#include "assess/indicator_list.h"
#include "assess/indicator_view.h"
#include "assess/series_line.h"
#include "kit/tell.h"
#include "parts/text.h"

namespace assess {
namespace {

using kit::Decimal;

kit::Moment on(int year, unsigned month, unsigned day) { return kit::Moment::end_of(kit::Date::of(year, month, day)); }

indicator::Definition definition(indicator::IndicatorId id, std::string code, std::string title, std::string service) {
  indicator::Definition d;
  d.indicator = id;
  d.at = on(2023, 3, 1);
  d.applies_from = kit::Date::of(2023, 4, 1);
  d.code = std::move(code);
  d.title = std::move(title);
  d.service = std::move(service);
  d.owner = "p.shah";
  d.unit = "%";
  d.decimals = 1;
  d.frequency = calendar::Frequency::quarterly;
  return d;
}

collect::Figure figure(indicator::IndicatorId id, int quarter, double value, int edition = 1) {
  collect::Figure f;
  f.indicator = id;
  f.period = calendar::Period::quarter({2025}, quarter);
  f.edition = edition;
  f.value = Decimal::nearest(value);
  f.note = "Two crews short.";
  f.at = {f.period.last().plus(20 + edition).day.time_since_epoch().count() * 86400};
  return f;
}

Kept kept(const indicator::Definition& d, std::vector<double> values, double target) {
  Kept k;
  k.id = d.indicator;
  k.definitions = {d};
  indicator::Target t;
  t.indicator = d.indicator;
  t.year = {2025};
  t.value = Decimal::nearest(target);
  t.at = on(2025, 3, 31);
  k.targets = k.target_history = {t};
  for (std::size_t i = 0; i < values.size(); ++i) k.figures.push_back(figure(d.indicator, static_cast<int>(i) + 1, values[i]));
  return k;
}

// Bins are off target and worsening, plans on target, of two services.
std::shared_ptr<Picture> council() {
  auto picture = std::make_shared<Picture>();
  picture->as_at = on(2025, 10, 25);
  picture->council.units = {{council::Unit::Kind::directorate, "PLACE", "Place"},
                            {council::Unit::Kind::service, "WASTE", "Waste", "PLACE"},
                            {council::Unit::Kind::directorate, "CHILD", "Children"},
                            {council::Unit::Kind::service, "SEND", "SEND", "CHILD"}};
  council::Person shah;
  shah.code = "p.shah";
  shah.job = "Data officer";
  picture->council.people = {shah};
  picture->plan.frameworks.push_back({"PLAN", "Council plan", {"commitment"}});
  picture->plan.priorities.push_back({"G", "PLAN", "commitment", "Greener"});
  picture->plan.priorities.push_back({"B", "PLAN", "commitment", "Brighter"});
  picture->plan.lines = {{1, "G"}, {2, "B"}};
  picture->indicators = {kept(definition(1, "GSE01", "Bins emptied", "WASTE"), {90, 60}, 95),
                         kept(definition(2, "BBF07", "Plans in time", "SEND"), {70, 80}, 75)};
  index(*picture);
  return picture;
}

Judged judged() {
  Judged all;
  all.picture = council();
  all.period = calendar::Period::quarter({2025}, 2);
  all.all = judge_all(*all.picture, all.period);
  return all;
}

std::vector<std::string> codes(const std::vector<const Judgement*>& judgements) {
  std::vector<std::string> found;
  for (const auto* judgement : judgements) found.push_back(judgement->definition->code);
  return found;
}

TEST(ABoard, CountsUnderEachPriorityAndPutsTheWorstFirst) {
  const auto all = judged();
  const auto view = board_view(all, narrowed(all, {}), under(*all.picture));
  ASSERT_EQ(view.priorities.size(), 2u);
  EXPECT_EQ(view.priorities[0].priority->code, "G");
  EXPECT_EQ(view.priorities[0].standing[parts::Status::off_target], 1);
  EXPECT_EQ(view.priorities[1].standing[parts::Status::on_target], 1);
  ASSERT_EQ(view.attention.size(), 1u);
  EXPECT_EQ(view.attention[0].judgement->definition->code, "GSE01");
  EXPECT_EQ(view.attention[0].owner(), "Data officer");
}

TEST(ABoard, TellsEveryIndicatorAsARowOfItsCsv) {
  const auto all = judged();
  const auto csv = kit::told_as_csv(board_view(all, narrowed(all, {}), under(*all.picture)));
  EXPECT_TRUE(csv.starts_with("indicator,title,kind,priority,directorate,"));
  EXPECT_NE(csv.find("\r\nGSE01,Bins emptied,service,G,PLACE,"), std::string::npos);
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
}

TEST(ABoard, NamesItsColumnsWhenNothingMatches) {
  const auto all = judged();
  const auto csv = kit::told_as_csv(board_view(all, {}, under(*all.picture)));
  EXPECT_TRUE(csv.starts_with("indicator,title,kind,"));
}

TEST(Narrowing, KeepsWhatEveryFilterLetsThrough) {
  const auto all = judged();
  EXPECT_EQ(codes(narrowed(all, {.directorate = "PLACE"})), std::vector<std::string>{"GSE01"});
  EXPECT_EQ(codes(narrowed(all, {.status = "green"})), std::vector<std::string>{"BBF07"});
  EXPECT_EQ(codes(narrowed(all, {.priority = "G"})), std::vector<std::string>{"GSE01"});
  EXPECT_EQ(codes(narrowed(all, {.words = "PLANS time"})), std::vector<std::string>{"BBF07"});
  EXPECT_EQ(narrowed(all, {.owner = "p.shah"}).size(), 2u);
  EXPECT_TRUE(narrowed(all, {.directorate = "PLACE", .status = "green"}).empty());
  EXPECT_TRUE(narrowed(all, {.kind = "no such kind"}).empty());
}

TEST(Narrowing, LeavesOutWhatHasLeftTheSet) {
  auto picture = council();
  picture->indicators[0].definitions[0].ends = kit::Date::of(2025, 3, 31);
  Judged all{picture, calendar::Period::quarter({2025}, 2), {}};
  all.all = judge_all(*picture, all.period);
  EXPECT_EQ(narrowed(all, {}).size(), 1u);
}

TEST(AFilter, IsAnAddressThatKeepsTheOthers) {
  kit::Request asked;
  asked.path = "/";
  asked.query = {{"status", "red"}, {"directorate", "PLACE"}, {"as-at", "2025-07-31"}};
  EXPECT_EQ(with_value(asked, "status", ""), "/?directorate=PLACE&as-at=2025-07-31");
  EXPECT_EQ(with_value(asked, "priority", "A & B"), "/?status=red&directorate=PLACE&as-at=2025-07-31&priority=A%20%26%20B");
}

TEST(AnIndicatorsData, HasTheColumnsOfOpenData) {
  auto picture = council();
  const auto view = indicator_view(picture, picture->indicators[0], std::nullopt);
  const auto csv = kit::told_as_csv(view);
  EXPECT_TRUE(csv.starts_with(
      "areacd,areanm,indicator,period,value,numerator,denominator,deviation,added_up,measure,unit,lci,uci,status,polarity,notes\r\n"));
}

TEST(ARevisedFigure, KeepsItsTrace) {
  auto picture = council();
  auto& bins = picture->indicators[picture->codes.at("GSE01")];
  auto second = figure(1, 2, 61.5, 2);
  second.reason = "Three late rounds added.";
  bins.figures.push_back(second);
  const auto view = indicator_view(picture, bins, std::nullopt);
  ASSERT_EQ(view.figures.front().before.size(), 1u);
  EXPECT_EQ(view.figures.front().before.front()->edition, 1);
  EXPECT_EQ(view.figures.front().marks(), "[r]");
  EXPECT_DOUBLE_EQ(*view.figures.front().in_period(), 61.5);
}

TEST(ADefinitionThatChanged, SaysWhat) {
  auto picture = council();
  auto& bins = picture->indicators[picture->codes.at("GSE01")];
  auto second = bins.definitions[0];
  second.edition = 2;
  second.formula = "Bins emptied on their day ÷ bins due";
  second.source = "Crew tablets";
  bins.definitions.push_back(second);
  const auto view = indicator_view(picture, bins, std::nullopt);
  ASSERT_EQ(view.editions.size(), 2u);
  EXPECT_EQ(view.editions[0].changed, "Formula, source");
  EXPECT_EQ(view.editions[1].changed, "First definition");
}

TEST(ASplitIndicator, KnowsWhatCameOfIt) {
  auto picture = council();
  picture->indicators[picture->codes.at("BBF07")].lineage = {
      {2, 1, indicator::LineageKind::split_from, kit::Date::of(2025, 4, 1), "Too wide."}};
  const auto parent = indicator_view(picture, picture->indicators[picture->codes.at("GSE01")], std::nullopt);
  ASSERT_EQ(parent.kin.size(), 1u);
  EXPECT_EQ(parent.kin[0].relation, "Split into");
  EXPECT_EQ(parent.kin[0].code, "BBF07");
  const auto child = indicator_view(picture, picture->indicators[picture->codes.at("BBF07")], std::nullopt);
  EXPECT_EQ(child.kin[0].relation, "Split from");
}

TEST(AChartOfAnIndicator, SaysItsRangeInASentence) {
  auto picture = council();
  const auto& bins = picture->indicators[picture->codes.at("GSE01")];
  const auto chart = series_chart(*picture, bins, points(*picture, bins));
  EXPECT_NE(chart.summary.find("from 90.0% in 2025/26 Q1 to 60.0% in 2025/26 Q2"), std::string::npos) << chart.summary;
  EXPECT_EQ(chart.points.size(), 2u);
  EXPECT_EQ(chart.axis_number(60), "60%");
}

}  // namespace
}  // namespace assess
