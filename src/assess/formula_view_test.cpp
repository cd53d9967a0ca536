#include "assess/formula_view.h"

#include <gtest/gtest.h>

#include "assess/formulas.h"
#include "kit/tell.h"

namespace assess {
namespace {

using calendar::Period;
using indicator::Aggregation;

const Period q1 = Period::quarter({2025}, 1), q2 = Period::quarter({2025}, 2);

Kept kept(indicator::IndicatorId id, const char* code, Aggregation aggregation, const char* formula = "") {
  indicator::Definition d;
  d.indicator = id;
  d.code = code;
  d.title = std::string("Title of ") + code;
  d.aggregation = aggregation;
  d.computed_from = formula;
  if (aggregation == Aggregation::ratio) d.unit = "%", d.decimals = 1, d.multiplier = kit::Decimal::whole(100);
  return {id, {d}, {}, {}, {}, {}};
}

void tell(Kept& of, const Period& period, const char* value, const char* below = nullptr) {
  collect::Figure figure;
  figure.indicator = of.id;
  figure.period = period;
  (below ? figure.numerator : figure.value) = kit::Decimal::parse(value);
  if (below) figure.denominator = kit::Decimal::parse(below);
  of.figures.push_back(figure);
}

class Formulas : public testing::Test {
 protected:
  Formulas() {
    auto top = kept(1, "TOP", Aggregation::sum, "[SHARE].numerator * 2"), share = kept(2, "SHARE", Aggregation::ratio, "[A] / ([A] + [B])");
    auto a = kept(3, "A", Aggregation::sum), b = kept(4, "B", Aggregation::sum);
    tell(a, q1, "1200");
    tell(b, q1, "800");
    tell(share, q1, "1200", "2000");
    picture.indicators = {top, share, a, b};
    index(picture);
  }
  const Kept& of(const char* code) const { return *picture.find(code); }
  Picture picture;
};

TEST_F(Formulas, AreToldWithTheirInputsAndTheNewestFigureWorkedOut) {
  const auto view = formulas_view(picture);
  EXPECT_EQ(view.lede, "Two indicators are computed from others. Nobody enters their figures: they follow.");
  ASSERT_EQ(view.all.size(), 2u);
  const auto& share = view.all[0];
  EXPECT_EQ(share.code, "SHARE");
  EXPECT_EQ(share.period, "2025/26 Q1");
  EXPECT_EQ(share.value, "60.0%");
  EXPECT_EQ(share.arithmetic, "1,200 / (1,200 + 800) = 1,200 of 2,000 = 60.0%");
  ASSERT_EQ(share.inputs.size(), 2u);
  EXPECT_EQ(share.inputs[1].title, "Title of B");
  EXPECT_EQ(share.inputs[1].words, "800");
  EXPECT_EQ(view.all[1].period, "");
  EXPECT_EQ(view.all[1].inputs[0].code, "SHARE");
}

TEST_F(Formulas, AreTheSameAsData) {
  const auto view = formulas_view(picture);
  EXPECT_EQ(kit::told_as_csv(view, kit::For::machines),
            "indicator,title,computed_from,inputs,period,value,arithmetic\r\n"
            "SHARE,Title of SHARE,[A] / ([A] + [B]),\"A; B\",2025/26 Q1,60.0%,\"1,200 / (1,200 + 800) = 1,200 of 2,000 = 60.0%\"\r\n"
            "TOP,Title of TOP,[SHARE].numerator * 2,SHARE,,,\r\n");
}

TEST_F(Formulas, StandInTheOrderInWhichTheyAreWorkedOut) {
  const FormulaInputs inputs(picture);
  const auto all = computed_indicators(inputs);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].kept->now().code, "SHARE");
  EXPECT_EQ(all[1].kept->now().code, "TOP");
  ASSERT_EQ(used_in(picture, of("A")).size(), 1u);
  EXPECT_EQ(used_in(picture, of("A"))[0]->now().code, "SHARE");
  EXPECT_TRUE(used_in(picture, of("TOP")).empty());
}

TEST_F(Formulas, AreNoneWhereEverythingIsEntered) {
  std::erase_if(picture.indicators, [](const Kept& one) { return indicator::is_computed(one.now()); });
  index(picture);
  EXPECT_EQ(formulas_view(picture).lede, "Every figure is entered by somebody.");
  EXPECT_FALSE(computed_view(picture, of("A")));
}

// A formula of a year before still holds for that year.
TEST_F(Formulas, HoldForThePeriodsOfTheirOwnEdition) {
  auto& share = picture.indicators[picture.codes.at("SHARE")];
  auto later = share.now();
  later.edition = 2;
  later.applies_from = kit::Date::of(2025, 7, 1);
  later.computed_from.clear();
  share.definitions.push_back(later);
  EXPECT_EQ(computed_view(picture, share, q1)->arithmetic, "1,200 / (1,200 + 800) = 1,200 of 2,000 = 60.0%");
  tell(share, q2, "1", "2");
  EXPECT_FALSE(computed_view(picture, share, q2));
}

TEST_F(Formulas, NameMoneyInPlainWords) {
  picture.council.units = {{council::Unit::Kind::service, "WASTE", "Waste and recycling", "", "", 0, {50}, false}};
  auto cost = kept(5, "COST", Aggregation::ratio, "[spend waste] / [A]");
  cost.definitions[0].unit = "£", cost.definitions[0].decimals = 2, cost.definitions[0].multiplier = kit::Decimal::whole(1);
  tell(cost, q1, "3000.60", "1200");
  picture.indicators.push_back(cost);
  for (const int month : {4, 5, 6})
    picture.money.push_back(
        {"WASTE", Period::month(2025, month), 1, {}, kit::Decimal::parse("1000.20"), {}, {}, "", {60}});
  index(picture);
  const auto view = computed_view(picture, of("COST"), std::nullopt);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->inputs[0].title, "What Waste and recycling spent");
  EXPECT_EQ(view->inputs[0].code, "spend WASTE");
  EXPECT_EQ(view->inputs[0].words, "£3,000.60");
  EXPECT_EQ(view->arithmetic, "3,000.6 / 1,200 = 3,000.6 of 1,200 = £2.50");
  EXPECT_EQ(picture.find("spend WASTE"), nullptr) << "money is no indicator: it has no page";
}

}  // namespace
}  // namespace assess
