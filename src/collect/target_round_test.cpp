#include "collect/target_round.h"

#include <gtest/gtest.h>

namespace collect {
namespace {

using calendar::FinancialYear;
using council::Asker;
using kit::Decimal;
using kit::Moment;
using Stage = ProposedTarget::Stage;

constexpr FinancialYear year{2026};
const calendar::RoundDates dates = calendar::round_dates({}, year);
Moment on(const char* day) { return {Moment::start_of(*kit::Date::parse(day)).seconds + 10 * 3600}; }
const Moment december = on("2025-12-08"), january = on("2026-01-12");

Asker somebody(const char* person, council::Role role, std::vector<std::string> units = {}) {
  Asker asker;
  asker.person = person;
  asker.has_people = true;
  asker.role = role;
  asker.units = std::move(units);
  return asker;
}
const auto officer = somebody("f.aziz", council::Role::officer), analyst = somebody("k.benali", council::Role::performance_team);
const auto manager = somebody("p.shah", council::Role::service_manager, {"SEND"}),
           head = somebody("e.thorne", council::Role::head_of_service, {"SEND"});
const auto stranger = somebody("n.tebbutt", council::Role::officer);

class ARoundOfTargets : public testing::Test {
 protected:
  void SetUp() override {
    definition.indicator = 7;
    definition.code = "BBF07";
    definition.title = "Plans within 20 weeks";
    definition.unit = "%";
    definition.least = Decimal::whole(0);
    definition.most = Decimal::whole(100);
    definition.applies_from = kit::Date::of(2023, 4, 1);
    before.year = {2025};
    before.value = Decimal::whole(60);
    of.definition = &definition;
    of.year = year;
    of.dates = dates;
    of.year_before = &before;
    of.subject = {"f.aziz", "p.shah", "", "SEND", ""};
  }
  TypedTarget flat(const std::string& value) const {
    TypedTarget typed;
    typed.kind = "flat";
    typed.value = value;
    typed.because = "trend";
    typed.rationale = "A little better than the last three years.";
    return typed;
  }
  kit::Refusal refused(const TypedTarget& typed, const Asker& by = officer, Moment now = december) const {
    const auto made = propose_target(of, typed, by, now);
    return made ? kit::Refusal{} : made.refusals().all().front();
  }
  void proposed(const std::string& value = "62", const Asker& by = officer, Moment now = december) {
    const auto made = propose_target(of, flat(value), by, now);
    ASSERT_TRUE(made) << made.refusals().all().front().sentence;
    of.editions.push_back(*made);
  }
  void challenged(const Asker& by, Moment now = january) {
    const auto made = challenge(of, "Why not 65, as in Trafford?", by, now);
    ASSERT_TRUE(made) << made.refusals().all().front().sentence;
    of.challenges.push_back(*made);
  }
  kit::Verdict<ProposedTarget> step(TargetStep step, const Asker& by, std::string_view said = "", Moment now = january) const {
    return decide_target(of, step, of.editions.empty() ? 0 : of.editions.back().edition, said, by, now);
  }
  static std::string why(const kit::Verdict<ProposedTarget>& verdict) { return verdict ? "" : verdict.refusals().all().front().sentence; }

  indicator::Definition definition;
  indicator::Target before;
  InRound of;
};

TEST_F(ARoundOfTargets, RunsFromDecemberToTheFirstOfApril) {
  const auto stage = [](const char* day) { return std::string(code(round_stage(dates, false, on(day)))); };
  EXPECT_EQ(stage("2025-11-30"), "not_open");
  EXPECT_EQ(stage("2025-12-01"), "proposing");
  EXPECT_EQ(stage("2026-01-01"), "challenging");
  EXPECT_EQ(stage("2026-02-28"), "challenging");
  EXPECT_EQ(stage("2026-03-01"), "overdue");
  EXPECT_EQ(stage("2026-04-01"), "sealed");
  EXPECT_EQ(round_stage(dates, true, on("2026-03-10")), RoundStage::sealed);
  EXPECT_EQ(words(RoundStage::challenging, dates), "Proposals are challenged and agreed until 28 February 2026.");
}

TEST_F(ARoundOfTargets, TakesAProposalWithItsRationaleFromWhoeverMayProposeIt) {
  proposed();
  EXPECT_EQ(of.standing()->target.value, Decimal::whole(62));
  EXPECT_EQ(of.standing()->because, Rationale::trend);
  EXPECT_EQ(of.standing()->proposed_by, "f.aziz");
  EXPECT_TRUE(propose_target(of, flat("63"), manager, december));
  EXPECT_TRUE(propose_target(of, flat("63"), analyst, december));
  EXPECT_TRUE(refused(flat("63"), stranger).sentence.starts_with("The indicator's owner and checker"));
  auto typed = flat("63");
  typed.because.clear();
  EXPECT_EQ(refused(typed), (kit::Refusal{"because", "Choose on what the target rests."}));
  typed = flat("63");
  typed.rationale.clear();
  EXPECT_EQ(refused(typed).field, "rationale");
}

TEST_F(ARoundOfTargets, IsClosedBeforeItOpensAndOnceItIsSealed) {
  EXPECT_EQ(refused(flat("62"), officer, on("2025-11-24")).sentence,
            "The round for 2026/27 opens on 1 December 2025. Prepare your proposal until then.");
  EXPECT_TRUE(refused(flat("62"), officer, on("2026-04-01")).sentence.starts_with("The targets for 2026/27 are sealed."));
  of.is_sealed = true;
  EXPECT_TRUE(refused(flat("62")).sentence.starts_with("The targets for 2026/27 are sealed."));
}

TEST_F(ARoundOfTargets, HoldsWhatLooksMistypedUntilSomebodyIsSure) {
  definition.most.reset();
  before.value = Decimal::whole(9);
  EXPECT_EQ(
      refused(flat("95")),
      (kit::Refusal{
          "sure",
          "95% is ten times the target of 2025/26, 9%, or further off. Put it right, or tick that it is meant so."}));
  EXPECT_EQ(refused(flat("90")).sentence, "90% is ten times the target of 2025/26, 9%. Put it right, or tick that it is meant so.");
  EXPECT_EQ(refused(flat("0.9")).field, "sure");
  EXPECT_EQ(refused(flat("89")).field, "");
  auto typed = flat("95");
  typed.is_sure = true;
  EXPECT_TRUE(propose_target(of, typed, officer, december));
  of.year_before = nullptr;
  EXPECT_TRUE(propose_target(of, flat("95"), officer, december)) << "nothing to compare it with";
}

TEST_F(ARoundOfTargets, RefusesWhatNoFigureCanBe) {
  EXPECT_EQ(refused(flat("110")), (kit::Refusal{"value", "No figure of this indicator can be above 100%, so 110% is no target."}));
  EXPECT_EQ(refused(flat("-1")).field, "value");
  EXPECT_EQ(refused(flat("62 or so")).sentence, "Found ‘62 or so’. Type a number with at most four decimals, such as 92.5.");
}

TEST_F(ARoundOfTargets, AsksForAnAbsoluteToleranceWhereTheTargetIsZero) {
  definition.polarity = indicator::Polarity::low_good;
  auto typed = flat("0");
  EXPECT_EQ(refused(typed).field, "tolerance");
  typed.tolerance = "relative 5";
  EXPECT_EQ(refused(typed).field, "tolerance");
  typed.tolerance = "absolute 2";
  const auto made = propose_target(of, typed, officer, december);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->target.value, Decimal::whole(0));
  typed.tolerance.clear();
  of.tolerance = {indicator::Tolerance::Kind::absolute, Decimal::whole(1), {}};
  EXPECT_TRUE(propose_target(of, typed, officer, december)) << "the indicator's own tolerance counts";
}

TEST_F(ARoundOfTargets, KnowsEveryKindOfTarget) {
  using Kind = indicator::TargetKind;
  definition.frequency = calendar::Frequency::quarterly;
  auto typed = flat("");
  typed.kind = "explicit";
  typed.periods = "60 61, 62\n63";
  ASSERT_TRUE(propose_target(of, typed, officer, december));
  EXPECT_EQ(propose_target(of, typed, officer, december)->target.periods.size(), 4u);
  typed.periods = "60 61 62";
  EXPECT_EQ(refused(typed).field, "periods");
  typed = flat("70");
  typed.kind = "trajectory";
  EXPECT_EQ(refused(typed).field, "baseline");
  typed.baseline = "58";
  EXPECT_TRUE(propose_target(of, typed, officer, december));
  definition.aggregation = indicator::Aggregation::sum;
  definition.judged = indicator::Judged::year_to_date;
  EXPECT_EQ(kinds_for(definition), (std::vector{Kind::linear, Kind::profile, Kind::by_period}));
  typed = flat("420");
  typed.kind = "linear";
  EXPECT_TRUE(propose_target(of, typed, officer, december)) << "bounds are those of a period, and the year is more";
  definition.polarity = indicator::Polarity::in_range;
  EXPECT_EQ(kinds_for(definition), std::vector{Kind::range});
}

TEST_F(ARoundOfTargets, LeavesAgreementToAnotherPersonWithThatRight) {
  proposed();
  EXPECT_EQ(why(step(TargetStep::agree, officer)).substr(0, 16), "Heads of service");
  EXPECT_EQ(why(step(TargetStep::agree, manager)).substr(0, 16), "Heads of service");
  const auto agreed = step(TargetStep::agree, head);
  ASSERT_TRUE(agreed);
  EXPECT_EQ(agreed->edition, 2);
  EXPECT_TRUE(agreed->is_agreed());
  EXPECT_EQ(agreed->decided_by, "e.thorne");
  of.editions.clear();
  proposed("62", head);
  EXPECT_EQ(why(step(TargetStep::agree, head)), "You proposed it yourself, so somebody else agrees.");
  EXPECT_EQ(why(decide_target(of, TargetStep::agree, 2, "", analyst, january)),
            "It was proposed anew since you opened the page. Read the new proposal first.");
}

TEST_F(ARoundOfTargets, IsChallengedByThoseWithinReachAndAnsweredBeforeItIsAgreed) {
  EXPECT_EQ(challenge(of, "Why?", manager, january).refusals().all().front().field, "words") << "nothing has been proposed";
  proposed();
  EXPECT_FALSE(challenge(of, "Why?", stranger, january));
  challenged(head);
  EXPECT_TRUE(of.has_open_challenge());
  EXPECT_EQ(why(step(TargetStep::agree, head)),
            "A challenge has not been answered. Wait for the answer, or say why you agree all the same.");
  EXPECT_TRUE(step(TargetStep::agree, head, "There is no money for more."));
  challenged(officer);
  EXPECT_FALSE(of.has_open_challenge());
  EXPECT_TRUE(step(TargetStep::agree, head));
  challenged(head, {january.seconds + 1});
  proposed("65", officer, {january.seconds + 60});
  EXPECT_FALSE(of.has_open_challenge()) << "a new proposal is an answer";
  EXPECT_EQ(of.challenges.back().number, 3);
}

TEST_F(ARoundOfTargets, ComesBackWithAReasonAndIsWithdrawnByWhoeverProposedIt) {
  proposed();
  EXPECT_EQ(why(step(TargetStep::give_back, head)), "Say what is missing: whoever proposed it reads it.");
  const auto back = step(TargetStep::give_back, head, "The trend says more.");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->stage, Stage::returned);
  EXPECT_EQ(why(step(TargetStep::withdraw, analyst)), "Only the person who proposed it can withdraw it.");
  ASSERT_TRUE(step(TargetStep::withdraw, officer));
  of.editions.push_back(*back);
  EXPECT_EQ(why(step(TargetStep::agree, head)), "No proposal waits for agreement.");
  proposed("64");
  EXPECT_EQ(of.standing()->edition, 3);
  EXPECT_TRUE(step(TargetStep::agree, head));
}

TEST_F(ARoundOfTargets, SealsWhatIsAgreedAndNothingElse) {
  const Moment april = dates.seals;
  EXPECT_FALSE(sealed_target(of, april));
  proposed();
  EXPECT_FALSE(sealed_target(of, april)) << "proposed is not agreed";
  of.editions.push_back(*step(TargetStep::agree, head));
  const auto sealed = sealed_target(of, april);
  ASSERT_TRUE(sealed);
  EXPECT_EQ(sealed->edition, 1);
  EXPECT_EQ(sealed->at, april);
  EXPECT_EQ(sealed->rationale, "Trend: A little better than the last three years.");
  indicator::Target brought_in = *sealed;
  of.in_force = &brought_in;
  EXPECT_EQ(sealed_target(of, april)->edition, 2);
  proposed("65", officer, january);
  EXPECT_FALSE(sealed_target(of, april)) << "proposed anew, it waits again";
  of.editions.pop_back();
  definition.kind = indicator::Kind::contextual;
  EXPECT_FALSE(sealed_target(of, april)) << "the definition has changed meanwhile";
}

TEST_F(ARoundOfTargets, IsSealedByHandOnceAllAreAgreedOrFromMarchOn) {
  RoundTally tally;
  tally.count(of);
  EXPECT_EQ(tally.words(), "0 agreed, 1 missing");
  const auto no = [&](RoundStage stage, const Asker& by = analyst) { return why_not_sealed(tally, dates, stage, by).any(); };
  EXPECT_TRUE(no(RoundStage::not_open));
  EXPECT_TRUE(no(RoundStage::challenging));
  EXPECT_FALSE(no(RoundStage::overdue));
  EXPECT_TRUE(no(RoundStage::sealed));
  EXPECT_TRUE(no(RoundStage::overdue, head));
  proposed();
  of.editions.push_back(*step(TargetStep::agree, head));
  tally = {};
  tally.count(of);
  EXPECT_FALSE(no(RoundStage::challenging));
}

}  // namespace
}  // namespace collect
