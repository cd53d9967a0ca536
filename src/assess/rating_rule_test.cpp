#include "assess/rating_rule.h"

#include <gtest/gtest.h>

#include <fstream>

#include "assess/cases_test.h"
#include "assess/rating_decision.h"
#include "assess/rating_faults.h"
#include "assess/rule_editions.h"
#include "assess/shipped_rules.h"

namespace assess {
namespace {

std::vector<RuleStep> steps(std::string_view text) {
  const auto read = read_steps(text);
  EXPECT_TRUE(read) << text;
  return read ? *read : std::vector<RuleStep>();
}

// All its faults, a line each.
std::string wrong(std::string_view text, std::string name = "Ours") {
  std::string all;
  const auto no = faults(RatingRule{std::move(name), steps(text)});
  for (const auto& one : no.all()) all += one.field + ": " + one.sentence + "\n";
  return all;
}

std::optional<double> maybe(const CaseRow& row, const std::string& column) { return kit::read_double(row.at(column)); }

// Each practice of the published rules is a case; a performance officer can read and extend the table.
TEST(RatingRules, OfThePublishedPracticesRateAsTheySay) {
  std::ifstream file(SOURCE_ROOT "/src/assess/cases/rating_rules.csv", std::ios::binary);
  const auto rows = rows_of(file);
  EXPECT_GE(rows.size(), 50u);
  for (const auto& row : rows) {
    const RatingRule rule{row.at("practice"), steps(row.at("rule"))};
    EXPECT_EQ(wrong(row.at("rule")), "") << row.at("case");
    const auto polarity = *indicator::read_polarity(row.at("good_direction"));
    const int decimals = std::stoi(row.at("decimals"));
    Beside beside;
    beside.minimum = maybe(row, "minimum");
    beside.stretch = maybe(row, "stretch");
    const auto than = [&](const char* column) {
      return compared({maybe(row, "figure"), maybe(row, column), maybe(row, "low"), maybe(row, "high")}, polarity, {},
                      decimals);
    };
    beside.before = than("before");
    beside.year = than("year_before");
    beside.off_in_a_row = row.at("off_in_a_row").empty() ? 0 : std::stoi(row.at("off_in_a_row"));
    beside.provisional = row.at("standing") == "provisional";
    const auto wanted = standard({maybe(row, "target"), maybe(row, "low"), maybe(row, "high")},
                                 *indicator::read_tolerance(row.at("tolerance")));
    const auto rated = rate(maybe(row, "figure"), wanted, polarity, decimals, rule, beside);
    EXPECT_EQ(code(rated.rating), row.at("status")) << row.at("practice") << ": " << row.at("case");
    EXPECT_EQ(rated.step < 0 ? "" : std::to_string(rated.step + 1), row.at("step")) << row.at("practice") << ": " << row.at("case");
  }
}

TEST(RatingRules, ThatAreShippedAreSoundAndReadBackTheSame) {
  for (const auto& one : shipped_rules()) {
    EXPECT_EQ(wrong(written(one.rule.steps), one.rule.name), "") << one.code;
    EXPECT_EQ(steps(written(one.rule.steps)), one.rule.steps) << one.code;
    EXPECT_FALSE(one.about.empty());
  }
  EXPECT_EQ(usual_rule().name, "Usual rule");
}

TEST(Conditions, StandInTheOrderOfTheirNamesAndReadBackTheSame) {
  for (std::size_t i = 0; i < condition_kinds; ++i) {
    const auto& kind = kind_of(static_cast<Condition::Kind>(i));
    EXPECT_EQ(static_cast<std::size_t>(kind.kind), i);
    EXPECT_EQ(takes_number(kind), kind.words.find("…") != kind.words.npos) << kind.code;
    const std::vector<RuleStep> one = {{Rating::amber, {{kind.kind, takes_number(kind) ? kit::Decimal::whole(5) : kit::Decimal()}}}};
    EXPECT_EQ(steps(written(one)), one) << kind.code;
  }
}

TEST(AStep, SaysItselfInWords) {
  const auto rule = steps("red if off_in_a_row 3 and worse_than_year; amber if within_percent 2.5; red");
  EXPECT_EQ(words(rule[0]), "it is worse than target for 3 periods in a row and is worse than a year before");
  EXPECT_EQ(words(rule[1]), "it is within 2.5% of the target");
  EXPECT_EQ(words(rule[2]), "in every other case");
}

TEST(ARuleThatCannotBeRead, IsRefusedWithWhatWasFound) {
  const auto said = [](std::string_view text) {
    const auto read = read_steps(text);
    return read ? std::string() : read.refusals().all().front().sentence;
  };
  EXPECT_EQ(
      said("purple if on_target"),
      "Found ‘purple if on_target’. Begin a step with blue, green, amber, red or not_rated, then if and its conditions.");
  EXPECT_EQ(said("green if near"), "Found ‘near’. Type a condition such as on_target, within_percent 5 or worse_than_year.");
  EXPECT_EQ(said("green if within_percent"),
            "Found ‘within_percent’. Type a condition such as on_target, within_percent 5 or worse_than_year.");
  EXPECT_EQ(said("green if on_target 5"), "Found ‘on_target 5’. Type a condition such as on_target, within_percent 5 or worse_than_year.");
  EXPECT_EQ(said(" ; "), "Give the rule at least one step.");
}

TEST(ARule, IsRefusedAStepThatCanNeverBeReached) {
  const std::string never =
      " can never be reached: earlier steps take every figure for which it would hold, or its conditions exclude each other. Move it up, change it or remove it.\n";
  EXPECT_EQ(wrong("green if on_target; red; amber if within_percent 5"), "step_3: Step 3" + never);
  EXPECT_EQ(wrong("green if on_target; amber if within_percent 10; amber if within_percent 5; red"), "step_3: Step 3" + never);
  EXPECT_EQ(wrong("green if on_target; amber if on_target and off_target; red"), "step_2: Step 2" + never);
  EXPECT_EQ(wrong("green if on_target; amber if off_target and better_than_year and worse_than_year; red"), "step_2: Step 2" + never);
  EXPECT_EQ(wrong("green if on_target; red if off_in_a_row 2; amber if off_in_a_row 3; amber"), "step_3: Step 3" + never);
  EXPECT_EQ(wrong("green if on_target; amber if within_percent 5; amber if within_amount 2; red"), "")
      << "of a small target 2 is more than 5%";
}

TEST(ARule, IsRefusedWhenSomeFigureWouldGetNoStatus) {
  EXPECT_EQ(
      wrong("green if on_target; red if off_target and worse_than_year"),
      "steps: Some figures would get no status, such as one that is worse than target, without a year before to compare with. Add a last step that counts in every other case.\n");
  EXPECT_EQ(wrong("green if on_target; red if off_target"), "");
}

TEST(ARule, IsRefusedWhenItsWordsWouldNotBeTrue) {
  EXPECT_EQ(wrong("green if on_target; amber"),
            "steps: No step says Off target. Add one: a rule that cannot say it hides what needs attention.\n");
  EXPECT_EQ(wrong("amber if within_percent 5; red"), "steps: No step says On target. Add one for a target that is met.\n");
  EXPECT_EQ(
      wrong("red if worse_than_year; green if on_target; amber"),
      "step_1: Step 1 would say Off target of a figure that is on target. Add the condition that it is worse than target, or move the step below the one for On target.\n");
  EXPECT_EQ(
      wrong("blue if better_than_year; green if on_target; red"),
      "step_1: Step 1 would say Better than target of a figure that is not. Add the condition that it is on or better than target.\n");
}

TEST(ARule, IsRefusedNumbersThatMeanNothing) {
  EXPECT_EQ(wrong("green if on_target; amber if within_percent 0; red"),
            "step_2: Step 2: type a percentage above 0 and up to 100, such as 5.\n");
  EXPECT_EQ(wrong("green if on_target; amber if within_amount -1; red"), "step_2: Step 2: type an amount above 0, such as 2.\n");
  EXPECT_EQ(wrong("green if on_target; red if off_in_a_row 2.5; amber"), "step_2: Step 2: type a whole number of periods from 2 to 12.\n");
  EXPECT_EQ(wrong("green if on_target; red", ""), "name: Give the rule a name by which people will speak of it.\n");
}

TEST(ARule, IsRefusedWhenItAsksMoreThanAnybodyCanFollow) {
  const std::string all = "well_above and stretch_met", mixed = "off_target and better_than_before and better_than_year";
  EXPECT_EQ(
      wrong(
          "blue if " + all +
          "; green if on_target; amber if within_percent 1 and within_amount 1; amber if within_percent 2 and within_amount 2; "
          "amber if within_percent 3 and within_amount 3; amber if within_percent 4 and within_amount 4; amber if within_percent 5 and within_amount 5; "
          "amber if minimum_met and within_tolerance; amber if " +
          mixed +
          " and provisional; amber if near_year 1 and off_in_a_row 3; amber if near_year 2 and off_in_a_row 2; red"),
      "steps: The rule asks too many different things at once for anybody to follow. Use fewer conditions.\n");
}

TEST(ARule, SpeaksOfWhatIsOverdueAloneAndNeverWell) {
  EXPECT_EQ(wrong("red if overdue; green if on_target; red"), "");
  EXPECT_EQ(wrong("red if overdue and provisional; green if on_target; red"),
            "step_1: Step 1 asks for something of a figure that has not come. Keep only the condition that it is overdue.\n");
  EXPECT_EQ(wrong("green if overdue; green if on_target; red"),
            "step_1: Step 1 would say that a target is met without a figure. A missing figure can be off target, close or not rated.\n");
}

RuleEdition edition(Scope scope, std::string name, const char* from, bool gone = false) {
  RuleEdition made{scope};
  made.rule = {std::move(name), steps("green if on_target; red")};
  made.applies_from = *kit::Date::parse(from);
  made.gone = gone;
  return made;
}

TEST(TheRuleForAPeriod, IsTheNewestThatCountsByItsEndAndTheKindsBeforeTheCouncils) {
  using indicator::Kind;
  const auto period = [](int year) { return calendar::Period::year({year}); };
  const auto name = [&](const RuleEditions& all, Kind kind, int year) { return rule_for(all, kind, period(year)).name; };
  EXPECT_EQ(name({}, Kind::core, 2025), "Usual rule");
  const RuleEditions all = {edition({}, "First", "2025-04-01"), edition({}, "Second", "2027-04-01"),
                            edition(Kind::core, "Core’s own", "2026-04-01"),
                            edition(Kind::core, "Core’s own", "2028-04-01", true)};
  EXPECT_EQ(name(all, Kind::service, 2024), "Usual rule");
  EXPECT_EQ(name(all, Kind::service, 2025), "First");
  EXPECT_EQ(name(all, Kind::service, 2027), "Second");
  EXPECT_EQ(name(all, Kind::core, 2025), "First");
  EXPECT_EQ(name(all, Kind::core, 2026), "Core’s own");
  EXPECT_EQ(name(all, Kind::core, 2028), "Second");
}

TEST(AnEdition, NeedsAReasonAndAnAuthority) {
  auto one = edition({}, "Ours", "2026-04-01");
  std::string said;
  const auto no = faults(one);
  for (const auto& refusal : no.all()) said += refusal.field + " ";
  EXPECT_EQ(said, "reason authority ");
  one.reason = "Cabinet asked.";
  one.authority = "Cabinet";
  EXPECT_FALSE(faults(one).any());
}

}  // namespace
}  // namespace assess
