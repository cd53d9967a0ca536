#include "assess/set_review_test.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "kit/csv.h"

namespace assess {
namespace {

TEST(AChangeOfTheSet, IsRefusedAsTheTableOfCasesSays) {
  const auto picture = small_council();
  const Review review{picture, {2026}, {change(What::removed, 3, {}, 7), change(What::added, 0, {{"code", "N01"}}, 8)}, {}};
  std::ifstream file(SOURCE_ROOT "/src/assess/cases/set_review.csv", std::ios::binary);
  std::map<std::string, std::size_t> place;
  int cases = 0;
  const auto no = kit::read_csv(file, [&](std::size_t line, const kit::Cells& cells) {
    if (place.empty()) {
      for (std::size_t i = 0; i < cells.size(); ++i) place[cells[i]] = i;
      return true;
    }
    const auto cell = [&](const char* name) { return cells[place.at(name)]; };
    const auto kind = read_set_change_kind(cell("change"));
    EXPECT_TRUE(kind) << "line " << line;
    if (!kind) return true;
    const auto* of = picture.find(cell("indicator"));
    auto content = read_content(cell("content"));
    if (*kind == What::redefined && of) content = of_definition(of->now(), content);
    const auto made = change(*kind, of ? of->id : 0, content);
    EXPECT_EQ(all_said(faults(review, made)), cell("refused")) << "line " << line << ": " << cell("case");
    std::string warned;
    if (cell("refused").empty())
      for (const auto& warning : warnings(review, made)) warned += (warned.empty() ? "" : " ") + warning;
    EXPECT_EQ(warned, cell("warned")) << "line " << line << ": " << cell("case");
    ++cases;
    return true;
  });
  EXPECT_FALSE(no.any());
  EXPECT_GE(cases, 25);
}

TEST(AChangeOfTheSet, NeedsAReasonAndSomebodyElseToAgree) {
  const auto picture = small_council();
  const Review review{picture, {2026}, {}, {}};
  auto typed = change(What::removed, 6, {});
  typed.reason.clear();
  EXPECT_EQ(all_said(propose(review, typed, analyst, now).refusals()),
            "Say why: the reason stands in the list of changes that members read.");
  typed.reason = "Nobody asks for it.";
  const auto made = propose(review, typed, analyst, now);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->proposed_by, "k.benali");
  EXPECT_EQ(all_said(decide(review, *made, collect::ProposalStep::agree, "", analyst, now).refusals()),
            "You proposed it yourself, so somebody else agrees.");
  EXPECT_EQ(all_said(decide(review, *made, collect::ProposalStep::refuse, "", lead, now).refusals()),
            "Say why not: whoever proposed it reads it.");
  const auto agreed_to = decide(review, *made, collect::ProposalStep::agree, "", lead, now);
  ASSERT_TRUE(agreed_to);
  EXPECT_TRUE(decide(review, *agreed_to, collect::ProposalStep::refuse, "The Executive wants to keep it.", lead, now));
  EXPECT_FALSE(decide(review, *agreed_to, collect::ProposalStep::agree, "", lead, now));
  EXPECT_FALSE(propose(review, typed, somebody("x.y", council::Role::scrutiny_member), now));
}

TEST(AChangeOfTheSet, IsNotAgreedToWhenItsDefinitionHasChangedMeanwhile) {
  auto picture = small_council();
  const Review review{picture, {2026}, {}, {}};
  const auto typed = change(What::redefined, 1, of_definition(picture.find(1)->now(), {{"title", "Plans within 20 weeks"}}));
  const auto made = propose(review, typed, analyst, now);
  ASSERT_TRUE(made) << all_said(made.refusals());
  ASSERT_TRUE(decide(review, *made, collect::ProposalStep::agree, "", lead, now));
  picture.indicators[picture.places.at(1)].definitions.back().source = "Another system";
  EXPECT_EQ(all_said(decide(review, *made, collect::ProposalStep::agree, "", lead, now).refusals()),
            "“Source” has been changed since this was proposed. Refuse it, and let it be proposed again.");
}

TEST(AChangeOfTheSet, WarnsWhenAnotherIndicatorIsComputedFromWhatWouldBeGone) {
  auto picture = small_council();
  picture.indicators[picture.places.at(6)].definitions.back().computed_from = "[A02] + [B01]";
  const Review review{picture, {2026}, {}, {}};
  const auto warned = warnings(review, change(What::removed, 2, {}));
  ASSERT_EQ(warned.size(), 1u);
  EXPECT_EQ(warned.front(), "A06 ‘Graffiti removed in five days’ is computed from A02, and would have no figures.");
  EXPECT_TRUE(warnings(review, change(What::removed, 6, {})).empty());
}

TEST(AChangeOfTheSet, TakesAFormulaOnlyOfIndicatorsThatAreThere) {
  const auto picture = small_council();
  const Review review{picture, {2026}, {}, {}};
  const auto typed =
      change(What::redefined, 6,
             of_definition(picture.find(6)->now(), {{"computed_from", "[Z99] + [B01]"}, {"breaks_series", "yes"}}));
  EXPECT_TRUE(faults(review, typed).any());
}

TEST(TheReview, SealsWhatIsAgreedOnceAndSaysOnWhoseAuthority) {
  const auto picture = small_council();
  Review review{picture, {2026}, {change(What::removed, 6, {}, 1)}, {}};
  EXPECT_EQ(all_said(seal(review, "Fewer, better.", "Executive", lead, now).refusals()),
            "Nothing has been agreed, so there is nothing to carry out.");
  review.changes[0] = agreed(review.changes[0]);
  EXPECT_EQ(all_said(seal(review, "", "", lead, now).refusals()),
            "Say in a sentence why the set changes. Say who approved the set, and when: Executive, 10 February 2026.");
  EXPECT_EQ(all_said(seal(review, "a", "b", somebody("t.donnelly", council::Role::head_of_service), now).refusals()),
            "The performance team and corporate leadership seal the set. Ask the performance team.");
  const auto sealed = seal(review, "Fewer, better.", "Executive, 10 February 2026", lead, now);
  ASSERT_TRUE(sealed);
  review.seal = *sealed;
  EXPECT_FALSE(seal(review, "Again.", "Executive", lead, now));
  EXPECT_EQ(all_said(decide(review, review.changes[0], collect::ProposalStep::refuse, "Late.", lead, now).refusals())
                .substr(0, 50),
            "The set for 2026/27 was sealed on 20 January 2026.");
}

TEST(TheReview, CountsASplitInTwoAsOneMoreAndAMergerOfTwoAsOneFewer) {
  const auto picture = small_council();
  const Review review{
      picture,
      {2026},
      {agreed(change(What::split, 6,
                     {{"part1_code", ""},
                      {"part1_title", "Graffiti"},
                      {"part1_meaning", "a"},
                      {"part2_code", "A07"},
                      {"part2_title", "Fly-posting"},
                      {"part2_meaning", "b"}},
                     1)),
       agreed(change(What::merged, 1,
                     {{"others", "A02"}, {"code", "B09"}, {"title", "Plans and bins"}, {"meaning", "Both"}}, 2)),
       agreed(change(What::removed, 3, {}, 3))},
      {}};
  const auto set = indicator_set(as_it_would_be(picture, outcome(review, Carried::agreed, now)), {2026});
  EXPECT_EQ(arithmetic(set.total.flow), "4 = 5 + 1 from splitting − 2 removed or merged");
  EXPECT_EQ(set.total.flow.removed, 1);
  EXPECT_EQ(set.total.flow.merged, 1);
  for (const auto& row : set.rows) EXPECT_TRUE(row.flow.closes());
}

TEST(TheReview, TellsEachChangeWithItsReasonInTheOrderOfAnAppendix) {
  const auto picture = small_council();
  const Review review{
      picture,
      {2026},
      {agreed(change(What::removed, 3, {}, 1)), agreed(change(What::renumbered, 1, {{"code", "B10"}}, 2)),
       agreed(change(What::moved, 1, {{"service", "WASTE"}, {"priority", "A"}}, 3)),
       agreed(change(What::redefined, 1,
                     of_definition(picture.find(1)->now(), {{"meaning", "Otherwise"}, {"breaks_series", "yes"}}), 4))},
      {}};
  const auto then = as_it_would_be(picture, outcome(review, Carried::agreed, now));
  const auto set = indicator_set(then, {2026});
  std::string told;
  for (const auto& one : set.changes) told += std::string(words(one.kind)) + " " + one.kept->now().code + " (" + one.detail + ") ";
  EXPECT_EQ(told, "Redefined B10 (A new line begins: earlier figures are not compared with later ones.) Renumbered B10 (Was B01.) "
                  "Moved B10 (From Housing to Waste. From ‘Better futures’ to ‘Active lives’.) Removed B03 () ");
  EXPECT_EQ(then.plan.of(1, Date::of(2026, 3, 31)).front()->code, "B");
  EXPECT_EQ(then.plan.of(1, Date::of(2026, 4, 1)).front()->code, "A");
  EXPECT_EQ(then.find(1)->definitions.size(), 4u);
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(then.find(1)->definitions[i].applies_from, Date::of(2026, 4, 1));
}

TEST(TheReview, LeavesWhatIsNotAgreedOut) {
  const auto picture = small_council();
  auto refused = change(What::removed, 1, {}, 3);
  refused.stage = Change::Stage::refused;
  const Review review{picture, {2026}, {agreed(change(What::removed, 3, {}, 1)), change(What::removed, 6, {}, 2), refused}, {}};
  EXPECT_EQ(indicator_set(as_it_would_be(picture, outcome(review, Carried::agreed, now)), {2026}).total.total(), 4);
  EXPECT_EQ(indicator_set(as_it_would_be(picture, outcome(review, Carried::agreed_and_proposed, now)), {2026}).total.total(), 3);
}

// Random reviews that the rule accepts: whatever is agreed, the arithmetic closes in every row, section and as a whole, and comes to
// what is counted by hand from the changes.
class RandomReview {
 public:
  explicit RandomReview(unsigned seed) : dice_(seed) {}

  Picture council() {
    std::vector<Kept> all;
    for (int id = 1; id <= 30; ++id) {
      auto one = kept(id, "I" + std::to_string(id), "Indicator " + std::to_string(id), "%", static_cast<Kind>(roll(6)));
      if (roll(8) == 0) one.definitions.back().ends = Date::of(2024 + roll(3), 3, 31);
      if (roll(10) == 0) one.definitions.back().applies_from = Date::of(2025 + roll(2), 4, 1);
      all.push_back(one);
    }
    return council_of(all);
  }
  Change change_of(std::int64_t number) {
    const int id = 1 + roll(30);
    const auto kind = static_cast<What>(roll(7));
    const auto code = "N" + std::to_string(number);
    Content content;
    if (kind == What::added)
      content = {{"code", code},
                 {"title", "New " + code},
                 {"meaning", "m"},
                 {"why_it_matters", "w"},
                 {"service", "WASTE"},
                 {"owner", "f.aziz"},
                 {"checker", "p.shah"},
                 {"kind", std::string(indicator::code(static_cast<Kind>(roll(6))))},
                 {"polarity", "high_good"},
                 {"frequency", "quarterly"},
                 {"aggregation", "snapshot"},
                 {"priority", roll(3) == 0 ? "" : std::string(1, static_cast<char>('A' + roll(3)))}};
    if (kind == What::renumbered) content = {{"code", code}};
    if (kind == What::moved)
      content = {{"service", "WASTE"},
                 {"priority", std::string(1, static_cast<char>('A' + roll(3)))},
                 {"kind", std::string(indicator::code(static_cast<Kind>(roll(6))))}};
    if (kind == What::redefined)
      content = {{"title", "Otherwise " + code}, {"meaning", "What Indicator " + std::to_string(id) + " counts."}};
    if (kind == What::split)
      for (int part = 1; part <= 2 + roll(2); ++part)
        content.insert(content.end(),
                       {{part_field(part, "code"), part == 1 && roll(2) == 0 ? "" : code + "-" + std::to_string(part)},
                        {part_field(part, "title"), "Part " + std::to_string(part)},
                        {part_field(part, "meaning"), "m"}});
    if (kind == What::merged)
      content = {{"others", "I" + std::to_string(1 + roll(30)) + ", I" + std::to_string(1 + roll(30))},
                 {"code", roll(2) == 0 ? "" : code},
                 {"title", "Whole"},
                 {"meaning", "m"}};
    auto made = change(kind, kind == What::added ? 0 : id, content, number);
    return roll(4) == 0 ? made : agreed(made);
  }

 private:
  int roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
  std::mt19937 dice_;
};

int by_hand(const Picture& picture, const Review& review) {
  const auto counts = [](const indicator::Definition& d) {
    return d.kind == Kind::core || d.kind == Kind::service || d.kind == Kind::organisational_health;
  };
  std::map<std::string, bool> there;  // by title, since titles stay distinct here
  int sum = 0;
  for (const auto& one : picture.indicators) sum += in_set(one, {2026}) && counts(one.now());
  for (const auto& one : review.changes) {
    if (one.stage != Change::Stage::agreed) continue;
    const auto* kept = picture.find(one.indicator);
    const bool was = kept && counts(kept->now());
    if (one.kind == What::added) sum += *indicator::read_kind(one.text("kind")) <= Kind::organisational_health;
    if (one.kind == What::removed) sum -= was;
    if (one.kind == What::moved) sum += static_cast<int>(*indicator::read_kind(one.text("kind")) <= Kind::organisational_health) - was;
    if (one.kind == What::split) sum += was ? (one.text("part3_title").empty() ? 1 : 2) : 0;
    if (one.kind == What::merged) {
      for (const auto* each : concerned(picture, one)) sum -= counts(each->now());
      sum += was;
    }
  }
  return sum;
}

TEST(TheReview, ClosesItsArithmeticWhateverIsAgreed) {
  int accepted = 0;
  std::set<What> kinds;
  for (unsigned seed = 1; seed <= 300; ++seed) {
    RandomReview random(seed);
    const auto picture = random.council();
    Review review{picture, {2026}, {}, {}};
    for (int number = 1; number <= 25; ++number) {
      auto one = random.change_of(number);
      if (faults(review, one).any()) continue;
      kinds.insert(one.kind);
      ++accepted;
      review.changes.push_back(one);
    }
    const auto set = indicator_set(as_it_would_be(picture, outcome(review, Carried::agreed, now)), {2026});
    ASSERT_TRUE(set.total.flow.closes()) << "seed " << seed << ": " << arithmetic(set.total.flow);
    ASSERT_EQ(set.total.flow.now, set.total.total()) << "seed " << seed;
    ASSERT_EQ(set.total.total(), by_hand(picture, review)) << "seed " << seed;
    SetFlow sum;
    for (const auto& row : set.rows) {
      ASSERT_TRUE(row.flow.closes()) << "seed " << seed;
      ASSERT_EQ(row.flow.now, row.total()) << "seed " << seed;
      sum.before += row.flow.before, sum.now += row.flow.now, sum.moved += row.flow.moved;
    }
    for (const auto& section : set.sections) ASSERT_TRUE(section.closes()) << "seed " << seed;
    ASSERT_EQ(sum.before, set.total.flow.before) << "seed " << seed;
    ASSERT_EQ(sum.now, set.total.flow.now) << "seed " << seed;
    ASSERT_EQ(sum.moved, set.total.flow.moved) << "seed " << seed;
    ASSERT_EQ(set.total.flow.before, indicator_set(picture, {2025}).total.total()) << "seed " << seed;
  }
  EXPECT_GT(accepted, 1500);
  EXPECT_EQ(kinds.size(), 7u);
}

}  // namespace
}  // namespace assess
