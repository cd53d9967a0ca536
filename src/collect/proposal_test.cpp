#include "collect/proposal.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "../../tests/support/stored.h"
#include "collect/proposal_store.h"

namespace collect {
namespace {

const kit::Moment now = *kit::Moment::parse("2025-11-24T09:00:00Z");

council::Asker somebody(const char* person, council::Role role) {
  council::Asker asker;
  asker.person = person;
  asker.has_people = true;
  asker.role = role;
  return asker;
}
const auto officer = somebody("f.aziz", council::Role::officer);
const auto analyst = somebody("k.benali", council::Role::performance_team);

class AProposal : public testing::Test {
 protected:
  void SetUp() override {
    definition.indicator = 7;
    definition.code = "BBF07";
    definition.title = "Plans within 20 weeks";
    definition.unit = "%";
    definition.aggregation = indicator::Aggregation::ratio;
    definition.multiplier = kit::Decimal::whole(100);
    definition.numerator_label = "Plans in time";
    definition.denominator_label = "Plans";
    definition.owner = "f.aziz";
    definition.applies_from = kit::Date::of(2023, 4, 1);
    of.definition = &definition;
    of.subject = {"f.aziz", "p.shah", "", "SEND", ""};
  }
  Proposal target(const std::string& value) const {
    Proposal typed;
    typed.kind = Proposal::Kind::target;
    typed.year = calendar::FinancialYear{2025};
    typed.content = {{"value", value}, {"rationale", "The best quarter of councils alike."}};
    typed.answers = {"Plans", "The case system", "Two more psychologists", "Others do", "March 2027"};
    typed.reason = "The target of this year was reached in June.";
    return typed;
  }
  std::string refused(const Proposal& typed, const council::Asker& by = officer) const {
    const auto made = propose(of, typed, by, now);
    return made ? "" : made.refusals().all().front().sentence;
  }
  indicator::Definition definition;
  ChangeOf of;
};

TEST_F(AProposal, OfATargetBecomesOneWhenSomebodyElseAgrees) {
  const auto made = propose(of, target("70"), officer, now);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->proposed_by, "f.aziz");

  const auto own = decide(*made, of, ProposalStep::agree, "", officer, now);
  EXPECT_FALSE(own);
  const auto agreed = decide(*made, of, ProposalStep::agree, "", analyst, now);
  ASSERT_TRUE(agreed);
  const auto added = target_of(*agreed, of, now);
  ASSERT_TRUE(added);
  EXPECT_EQ(added->value, kit::Decimal::whole(70));
  EXPECT_EQ(added->kind, indicator::TargetKind::flat);
  EXPECT_EQ(added->reason, "The target of this year was reached in June.");
}

TEST_F(AProposal, NeedsAReasonTheAnswersAndSomethingDifferent) {
  auto typed = target("70");
  typed.reason.clear();
  EXPECT_EQ(refused(typed), "Say why it should change: the person who agrees reads it, and it stays with the change.");
  typed = target("70");
  typed.answers[4].clear();
  EXPECT_EQ(refused(typed), "By when? Answer in a few words.");
  EXPECT_EQ(refused(target("seventy")), "Found ‘seventy’. Type a number with at most four decimals.");
  indicator::Target before;
  before.indicator = 7;
  before.year = {2025};
  before.value = kit::Decimal::whole(70);
  before.rationale = "The best quarter of councils alike.";
  of.target = &before;
  EXPECT_EQ(refused(target("70")), "Nothing is different from what stands now. Change a field, or leave the page.");
}

TEST_F(AProposal, OfATargetForAYearToComeIsSentToItsRound) {
  auto typed = target("70");
  typed.year = calendar::FinancialYear{2026};
  of.round = RoundStage::challenging;
  EXPECT_EQ(
      refused(typed),
      "The targets for 2026/27 are set in their round. Propose this one on the page Targets, or choose a year that has begun.");
  of.round = RoundStage::sealed;
  EXPECT_EQ(refused(typed), "");
}

TEST_F(AProposal, OfADefinitionIsANewEditionFromADay) {
  Proposal typed;
  for (const auto& field : fields_of(definition)) typed.content.emplace_back(field.name, field.now);
  typed.content[0].second = "Plans finished within 20 weeks";
  typed.content.emplace_back("applies_from", "2026-04-01");
  typed.answers = target("1").answers;
  typed.reason = "“Within” was read in two ways.";
  const auto made = propose(of, typed, officer, now);
  ASSERT_TRUE(made) << made.refusals().all().front().sentence;
  const auto added = definition_of(*made, definition, now);
  ASSERT_TRUE(added);
  EXPECT_EQ(added->edition, 2);
  EXPECT_EQ(added->title, "Plans finished within 20 weeks");
  EXPECT_EQ(added->applies_from, kit::Date::of(2026, 4, 1));
  EXPECT_FALSE(added->breaks_series);
}

TEST_F(AProposal, OfAFormulaSaysWhatIsWrongWithIt) {
  Proposal typed;
  for (const auto& field : fields_of(definition)) typed.content.emplace_back(field.name, field.now);
  typed.content.emplace_back("applies_from", "2026-04-01");
  typed.answers = target("1").answers;
  typed.reason = "Two teams now issue plans.";
  auto& formula = std::ranges::find(typed.content, std::string("computed_from"), &std::pair<std::string, std::string>::first)->second;
  indicator::Definition other = definition;
  other.indicator = 8;
  other.code = "BBF08";
  of.others = [&](std::string_view code) -> const indicator::Definition* {
    return code == "BBF08" ? &other : code == "BBF07" ? &definition : nullptr;
  };
  formula = "[BBF08].numerator / [BBF09].denominator";
  EXPECT_EQ(refused(typed), "There is no indicator ‘BBF09’. Correct the reference.");
  formula = "[BBF08].numerator / (";
  EXPECT_EQ(refused(typed), "At character 22: The formula stops here. Write what comes next, or take the last sign out.");
  formula = "[BBF08].numerator / [BBF08].denominator";
  const auto made = propose(of, typed, officer, now);
  ASSERT_TRUE(made) << made.refusals().all().front().sentence;
  EXPECT_EQ(definition_of(*made, definition, now)->computed_from, formula);
  other.computed_from = "[BBF07].numerator / [BBF07].denominator";
  const auto agreed = decide(*made, of, ProposalStep::agree, "", analyst, now);
  ASSERT_FALSE(agreed);
  EXPECT_EQ(agreed.refusals().all().front().sentence,
            "The formulas go round: BBF07 needs BBF08, which needs BBF07. Take one of these references out.");
}

TEST_F(AProposal, ChangesHowADirectionIsFoundToAWayThatSuitsTheFigures) {
  Proposal typed;
  for (const auto& field : fields_of(definition))
    typed.content.emplace_back(field.name, field.name == "direction_method" ? "spc" : field.now);
  typed.content.emplace_back("applies_from", "2026-04-01");
  typed.answers = target("1").answers;
  typed.reason = "Members asked for the process chart.";
  const auto made = propose(of, typed, officer, now);
  ASSERT_TRUE(made) << made.refusals().all().front().sentence;
  EXPECT_EQ(definition_of(*made, definition, now)->direction_method, indicator::DirectionMethod::spc);
  for (auto& [field, text] : typed.content)
    if (field == "direction_method") text = "trend_marker";
  EXPECT_EQ(refused(typed), "The trend over five years needs yearly figures. Choose two_point, spc or regression.");
}

TEST_F(AProposal, MadeBeforeTheWayOfADirectionCouldBeProposedIsAgreedToAllTheSame) {
  Proposal old;
  for (const auto& field : fields_of(definition)) {
    if (field.name == "direction_method") continue;
    old.content.emplace_back(field.name, field.name == "title" ? "Another title" : field.now);
    old.content.emplace_back(was_before(field.name), field.now);
  }
  old.content.emplace_back("applies_from", "2026-04-01");
  old.proposed_by = officer.person;
  old.reason = "It was misread.";
  definition.direction_method = indicator::DirectionMethod::spc;
  const auto agreed = decide(old, of, ProposalStep::agree, "", analyst, now);
  ASSERT_TRUE(agreed) << agreed.refusals().all().front().sentence;
  EXPECT_EQ(definition_of(*agreed, definition, now)->direction_method, indicator::DirectionMethod::spc) << "which stays as it is";
}

TEST_F(AProposal, IsNotAgreedToWhenWhatItChangesHasChangedMeanwhile) {
  const auto made = propose(of, target("70"), officer, now);
  ASSERT_TRUE(made);
  indicator::Target meanwhile;
  meanwhile.indicator = 7;
  meanwhile.year = {2025};
  meanwhile.value = kit::Decimal::whole(65);
  of.target = &meanwhile;
  const auto agreed = decide(*made, of, ProposalStep::agree, "", analyst, now);
  ASSERT_FALSE(agreed);
  EXPECT_EQ(agreed.refusals().all().front().sentence,
            "“Target for the year” has been changed since this was proposed. Refuse it, and let it be proposed again.");
}

TEST_F(AProposal, IsWithdrawnOnlyByWhoeverMadeIt) {
  const auto made = propose(of, target("70"), officer, now);
  EXPECT_FALSE(decide(*made, of, ProposalStep::withdraw, "", analyst, now));
  const auto withdrawn = decide(*made, of, ProposalStep::withdraw, "", officer, now);
  ASSERT_TRUE(withdrawn);
  EXPECT_FALSE(decide(*withdrawn, of, ProposalStep::agree, "", analyst, now));
}

class ProposalsStored : public tests::Stored {};

TEST_P(ProposalsStored, ComeBackAsTheyWereMade) {
  Proposal made;
  made.kind = Proposal::Kind::target;
  made.indicator = new_indicator();
  made.year = calendar::FinancialYear{2026};
  made.content = {{"value", "70"}, {"rationale", "two\nlines, and a % sign"}};
  made.answers = {"a", "b", "", "d", "e"};
  made.reason = "Because.";
  made.proposed_by = "f.aziz";
  made.at = {60};
  save([&](auto& tx, auto record) { made.id = add_proposal(tx, made, record); });
  made.stage = Proposal::Stage::agreed;
  made.decided_by = "k.benali";
  save([&](auto& tx, auto record) { add_proposal(tx, made, record); });
  auto tx = db->read();
  const auto all = all_proposals(tx);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].edition, 2);
  EXPECT_EQ(all[0].text("rationale"), "two\nlines, and a % sign");
  EXPECT_EQ(all[0].answers, made.answers);
  EXPECT_EQ(all[0].year, calendar::FinancialYear{2026});
  EXPECT_EQ(all[0].stage, Proposal::Stage::agreed);
}

INSTANTIATE_TEST_SUITE_P(On, ProposalsStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

}  // namespace
}  // namespace collect
