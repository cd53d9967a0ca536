#include "compare/lg_inform.h"

#include <gtest/gtest.h>

#include <sstream>

#include "compare/published.h"

namespace compare {
namespace {

const LgKey key{"AbCd1234", "wxyz-secret"};

std::string answer_of(std::string_view values) {
  return R"({"columns":[{"valueType":{"identifier":"raw","label":"Raw value"}}],"rows":[{"metricType":{"identifier":"46","label":"Waste"},"period":{"identifier":"fi_2023","label":"2023/24"},"area":{"identifier":"E06000061","label":"North Northamptonshire"},"values":[)" +
         std::string(values) + "]}]}";
}

// The one row of figures that an answer makes, without what it is of.
std::string figures_of_answer(std::string_view value) {
  std::ostringstream csv;
  const MetricTypes known;
  LgFile file(csv, known);
  const auto no = file.add(answer_of(value));
  if (no.any()) return no.all().front().sentence;
  const auto text = csv.str();
  const auto row = text.substr(text.find("\r\n") + 2);
  return row.substr(row.find("Waste,") + 6);
}

std::string said(const kit::Refusals& no, std::string_view field) {
  for (const auto& each : no.all())
    if (each.field == field) return each.sentence;
  return {};
}

TEST(AskingLgInformPlus, SignsTheWholeAddressWithTheSecretThatIsNeverSent) {
  const auto address = signed_address("https://webservices.esd.org.uk", "metricTypes", key);
  EXPECT_EQ(address, "https://webservices.esd.org.uk/metricTypes?ApplicationKey=AbCd1234&Signature=Ar0xpdXRAqLZRYUPvK5AcrJFz2Y%3D");
  EXPECT_EQ(address.find("wxyz"), std::string::npos);
  EXPECT_NE(signed_address("https://webservices.esd.org.uk", "data?metricType=1", key)
                .find("metricType=1&ApplicationKey=AbCd1234&Signature="),
            std::string::npos);
}

TEST(AskingLgInformPlus, TakesOneMetricTypeAndAtMostSixtyCouncilsAtATime) {
  LgChoice choice{.data_set = "Waste", .metric_types = {"46", "47"}, .areas = std::string(all_of_england), .periods = 8};
  const auto england = data_requests(choice, {});
  ASSERT_EQ(england.size(), 2u);
  EXPECT_EQ(
      england[0],
      "data?value.valueType=raw&metricType=46&area=AllLaInCountry_England&period=latest:8&columnGrouping=valueType&rowGrouping=metricType&rowGrouping=period&rowGrouping=area");
  choice.areas = "list:Near";
  EXPECT_EQ(data_requests(choice, std::vector<std::string>(61, "E06000061")).size(), 4u);
}

TEST(AKeyToLgInformPlus, IsRefusedWhereItCannotHaveBeenCopiedWhole) {
  EXPECT_TRUE(lg_key("AbCd1234", "xyz"));
  const auto no = lg_key("my key", "");
  ASSERT_FALSE(no);
  EXPECT_EQ(no.refusals().all().size(), 2u);
  EXPECT_FALSE(lg_key("a&Signature=b?", "xyz"));
}

TEST(WhatIsFetched, IsRefusedWithASentenceForEachField) {
  const std::vector<std::string> areas = {"england"};
  const auto good = lg_choice({"Waste", {"46"}, "47, 46;48", "england", "8", "OGL", "week"}, areas);
  ASSERT_TRUE(good);
  EXPECT_EQ(good->metric_types, (std::vector<std::string>{"46", "47", "48"}));
  const auto bad = lg_choice({"", {}, "46&area=E1", "list:Gone", "0", "", "hourly"}, areas);
  ASSERT_FALSE(bad);
  for (const std::string field : {"data_set", "others", "areas", "periods", "licence", "every"})
    EXPECT_NE(said(bad.refusals(), field), "") << field;
}

TEST(WhatIsFetched, FallsDueAgainAfterItsWeeksOrOnlyWhenAsked) {
  EXPECT_EQ(next_due(FetchedEvery::week, {1000}), (kit::Moment{1000 + 7 * 86400}));
  EXPECT_EQ(next_due(FetchedEvery::quarter, {0}), (kit::Moment{91 * 86400}));
  EXPECT_FALSE(next_due(FetchedEvery::asked, {1000}));
}

TEST(AnAnswerOfLgInformPlus, KeepsEachDigitMarkAndStatus) {
  EXPECT_EQ(figures_of_answer(R"({"value":51.50,"formatted":"51.5%"})"), "51.50,,,,\r\n");
  EXPECT_EQ(
      figures_of_answer(
          R"({"value":51.5,"publicationStatus":"Provisional","confidenceIntervalLower":50,"confidenceIntervalUpper":53})"),
      "51.5,50,53,p,\r\n");
  EXPECT_EQ(figures_of_answer(R"({"value":null,"formatted":"Suppressed","publicationStatus":"Provisional"})"), "[c],,,,\r\n");
  EXPECT_EQ(figures_of_answer(R"({"value":null,"formatted":"Missing"})"), "[x],,,,\r\n");
  EXPECT_EQ(figures_of_answer(R"({"formatted":"Not applicable"})"), "[z],,,,\r\n");
  EXPECT_EQ(figures_of_answer(R"({"value":0})"), "0,,,,\r\n") << "zero is a number";
  EXPECT_EQ(figures_of_answer(R"({"value":null,"formatted":"see notes"})"), "see notes,,,,\r\n")
      << "left to the reader, who counts it as left out";
}

TEST(AnAnswerOfLgInformPlus, SaysTheKindOfItsYear) {
  std::ostringstream csv;
  const MetricTypes known = {{"9", {"9", "Pupils", "High is good", ""}}};
  LgFile file(csv, known);
  EXPECT_FALSE(
      file.add(
              R"j({"rows":[{"metricType":{"identifier":"9","label":"x"},"period":{"label":"2022/23 (academic)"},"area":{"identifier":"E06000061","label":"N"},"values":[{"value":1,"source":"DfE"}]}]})j")
          .any());
  EXPECT_NE(csv.str().find("2022/23,academic year,Pupils,1,,,,High is good"), std::string::npos) << csv.str();
  EXPECT_EQ(file.sources(), (std::set<std::string>{"DfE"}));
}

TEST(AnAnswerOfLgInformPlus, IsRefusedWhereItIsNotUnderstood) {
  for (const std::string odd :
       {"", "<html>", "{", "[]", R"({"rows":5})", R"({"rows":[{}]})", R"({"rows":[{"values":[{"value":1}]}]})",
        R"({"rows":[{"area":{"identifier":"E1"},"metricType":{"label":"a"},"values":[{"value":1}]}]})"}) {
    std::ostringstream csv;
    const MetricTypes known;
    LgFile file(csv, known);
    const auto no = file.add(odd);
    ASSERT_TRUE(no.any()) << odd;
    EXPECT_TRUE(no.all().front().sentence.starts_with("LG Inform Plus answered in a form that is not understood.")) << odd;
  }
}

TEST(TheListOfMetricTypes, IsReadAsItIsPublished) {
  const auto all = read_metric_types(
      R"({"metricType-array":[{"identifier":"46","label":"Waste","polarity":"High is good","isAggregatableAreaOrDimension":true,"securityType":"Public"},{"identifier":47,"label":"Costs","polarity":{"label":"Low is good"},"securityType":"Restricted"}]})");
  ASSERT_TRUE(all);
  EXPECT_EQ(all->at("46").label, "Waste");
  EXPECT_EQ(all->at("47").polarity, "Low is good");
  EXPECT_TRUE(all->at("46").is_open());
  EXPECT_FALSE(all->at("47").is_open());
  EXPECT_FALSE(read_metric_types("{}"));
  EXPECT_FALSE(read_metric_types(R"({"metricType-array":[]})"));
}

}  // namespace
}  // namespace compare
