#include "assess/quantile.h"

#include <gtest/gtest.h>

#include "assess/cases_test.h"

namespace assess {
namespace {

class Quantiles : public CaseFiles {};

TEST_F(Quantiles, AndRanksAgree) {
  std::map<std::string, std::vector<CaseRow>> groups;
  for (const auto& row : case_rows("rates/quantiles.csv"))
    groups[row.at("set") + '/' + row.at("nquantiles") + '/' + row.at("invert")].push_back(row);
  for (const auto& [name, rows] : groups) {
    std::vector<std::optional<double>> figures;
    for (const auto& row : rows) figures.push_back(kit::read_double(row.at("value")));
    const auto first = rows[0].at("invert") == "TRUE" ? First::highest : First::lowest;
    const auto found = places(figures, std::stoi(rows[0].at("nquantiles")), first);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(found[i] ? std::to_string(found[i]->rank) : "NA", rows[i].at("rank")) << name << ", " << i;
      const auto quantile = found[i] ? found[i]->quantile : std::nullopt;
      EXPECT_EQ(quantile ? std::to_string(*quantile) : "NA", rows[i].at("quantile")) << name << ", " << i;
    }
  }
}

TEST(Quarters, AreTwoEachOfEight) {
  const std::vector<std::optional<double>> figures = {8, 7, 6, 5, 4, 3, 2, 1};
  const auto found = places(figures, 4, First::highest);
  for (std::size_t i = 0; i < figures.size(); ++i) EXPECT_EQ(found[i]->quantile, static_cast<int>(i / 2 + 1));
  EXPECT_EQ(places(figures, 4, First::lowest)[0]->quantile, 4);
}

TEST(Quarters, ShareTheBetterRankInATie) {
  const auto found = places(std::vector<std::optional<double>>{5, 9, 9, 1}, 4, First::highest);
  EXPECT_EQ(found[1]->rank, 1);
  EXPECT_EQ(found[2]->rank, 1);
  EXPECT_EQ(found[0]->rank, 3);
}

TEST(Quarters, AreNotGivenInAGroupOfThreeAndNeverToAMissingFigure) {
  const auto found = places(std::vector<std::optional<double>>{5, {}, 9, 1}, 4, First::highest);
  EXPECT_EQ(found[0]->rank, 2);
  EXPECT_FALSE(found[0]->quantile);
  EXPECT_FALSE(found[1]);
}

}  // namespace
}  // namespace assess
