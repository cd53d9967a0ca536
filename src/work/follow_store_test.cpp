// Computed figures beside what they are computed from: entered, given back, checked, reported and corrected, on both databases.
#include "work/follow_store.h"

#include "../../tests/support/stored.h"
#include "assess/picture_store.h"
#include "collect/entry_store.h"
#include "collect/figure_store.h"
#include "council/council_store.h"
#include "council/letter_store.h"
#include "indicator/target_store.h"
#include "kit/memory.h"
#include "money/money_store.h"
#include "work/check_store.h"
#include "work/gather_store.h"
#include "work/run_store.h"

namespace work {
namespace {

using calendar::Frequency;
using calendar::Period;
using indicator::Aggregation;

const Period q1 = Period::quarter({2025}, 1);
kit::Moment at(std::string_view iso) { return *kit::Moment::parse(iso); }
const kit::Moment july = at("2025-07-10T09:00:00Z"), check_week = at("2025-07-24T09:00:00Z"),
                  the_run = at("2025-07-31T23:00:00Z"), august = at("2025-08-20T09:00:00Z");

// A and B are entered; SHARE is A of B, and DOUBLE comes of SHARE's upper part: a computed one of a computed one.
class AComputedFigureStored : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    save([&](auto& tx, auto record) {
      const auto person = [](const char* code, council::Role role) {
        return council::Person{code, code, "Post", std::string(code) + "@smallborough.example",
                               role, "S1", {50},   false};
      };
      council::add_units(
          tx, std::vector<council::Unit>{{council::Unit::Kind::service, "S1", "Service one", "", "", 0, {50}, false}},
          record);
      council::add_people(
          tx, std::vector{person("owner", council::Role::officer), person("checker", council::Role::service_manager)},
          record);
      add(tx, "DOUBLE", Aggregation::sum, "[SHARE].numerator * 2", record);
      add(tx, "SHARE", Aggregation::ratio, "[A] / [B]", record);
      add(tx, "A", Aggregation::sum, "", record);
      add(tx, "B", Aggregation::sum, "", record);
    });
  }

  void add(kit::Transaction& tx, const char* code, Aggregation aggregation, const char* formula, council::RecordId record) {
    indicator::Definition d;
    d.indicator = indicator::add_indicator(tx, {50}, record);
    d.at = {60};
    d.applies_from = kit::Date::of(2024, 4, 1);
    d.code = code;
    d.title = std::string("Title of ") + code;
    d.aggregation = aggregation;
    d.computed_from = formula;
    d.service = "S1";
    d.owner = "owner";
    d.checker = "checker";
    indicator::add_definitions(tx, std::span(&d, 1), record);
  }

  std::shared_ptr<const assess::Picture> picture() { return assess::load_picture(*db, kit::Moment::end_of(august.date())); }

  council::Asker person(const char* code, council::Role role) const {
    council::Asker asker;
    asker.has_people = true;
    asker.person = code;
    asker.role = role;
    asker.units = {"S1"};
    return asker;
  }

  // One transaction on one figure, as its page does it.
  template <class Step>
  void with(const char* code, kit::Moment now, const Step& step) {
    const auto seen = picture();
    const auto& kept = *seen->find(code);
    auto tx = db->write();
    const auto due = gather(tx, *seen, kept, q1, now);
    ASSERT_TRUE(due);
    step(tx, *seen, kept, *due);
    tx.commit();
  }

  void enter(const char* code, const char* value, kit::Moment now = july, const char* reason = "") {
    with(code, now, [&](auto& tx, const auto& seen, const auto&, const auto& due) {
      collect::Typed typed;
      typed.seen = due.entry.edition;
      typed.value = value;
      typed.note = "As planned for the quarter.";
      typed.reason = reason;
      const auto entered = collect::enter(due, typed, person("owner", council::Role::officer), now);
      ASSERT_TRUE(entered) << entered.refusals().all().front().sentence;
      const auto recorded = council::record(
          tx, {now, "owner", "entry", code, "", std::string("entry ") + code + std::to_string(entered->edition),
               council::Moves::nothing});
      collect::add_entries(tx, std::span(&*entered, 1), recorded.id);
      follow(tx, seen, {*entered}, now);
    });
  }

  enum class Then { approve, give_back };
  void check(const char* code, kit::Moment now = check_week, Then then = Then::approve) {
    with(code, now, [&](auto& tx, const auto& seen, const auto& kept, const auto& due) {
      kit::Memory memory(1 << 20);
      const council::Desk desk{*db, memory, now, person("checker", council::Role::service_manager), {}, {}};
      const auto next = then == Then::approve
                            ? collect::approve(due, due.entry.edition, desk.asker, now)
                            : collect::give_back(due, due.entry.edition, "Count again.", desk.asker, now);
      ASSERT_TRUE(next) << next.refusals().all().front().sentence;
      add_step(tx, desk, seen, kept, due, *next, std::string("check ") + code + std::to_string(next->edition));
    });
  }

  void run() {
    const auto seen = picture();
    auto tx = db->write();
    report_period(tx, *seen, Frequency::quarterly, q1, the_run, the_run);
    tx.commit();
  }

  static std::string number(const auto& one) {
    if (one.numerator) return one.numerator->text() + "/" + one.denominator->text();
    return one.value ? one.value->text() : std::string(collect::code(one.state));
  }

  // "entered 12/40 (Computed from A (12) and B (40).)"
  std::string entry(const char* code) {
    auto tx = db->read();
    const auto found = collect::newest_entry(tx, picture()->find(code)->id, q1);
    if (!found) return "none";
    EXPECT_TRUE(found->computed);
    EXPECT_EQ(found->entered_by, "");
    return std::string(collect::code(found->kind)) + " " + std::string(collect::code(found->stage)) + " " +
           number(*found) + " (" + found->note + ")";
  }

  std::string figures(const char* code) {
    std::string all;
    const auto seen = picture();
    for (const auto& figure : seen->find(code)->figures)
      all += (all.empty() ? "" : ", ") + number(figure) + " " + std::string(collect::code(figure.standing)) +
             (figure.reason.empty() ? "" : " (" + figure.reason + ")");
    return all;
  }

  std::size_t editions(const char* code) {
    auto tx = db->read();
    return collect::entry_history(tx, picture()->find(code)->id, q1).size();
  }
};
TEST_P(AComputedFigureStored, JoinsTheMoneyThatIsKnownWithTheActivityThatIsEntered) {
  save([&](auto& tx, auto record) {
    add(tx, "COST", Aggregation::ratio, "[spend S1] / [B]", record);
    std::vector<money::Month> months;
    for (const int month : {4, 5, 6})
      months.push_back({"S1", Period::month(2025, month), 1, {}, kit::Decimal::parse("100.10"), {}, {}, "", {70}});
    money::add_months(tx, months, record);
  });
  enter("B", "40");
  EXPECT_EQ(entry("COST"), "figure entered 300.3/40 (Computed from what Service one spent (£300.30) and B (40).)");
  enter("A", "12");
  check("A");
  check("B");
  run();
  EXPECT_NE(figures("COST").find("300.3/40"), std::string::npos) << figures("COST");
}

INSTANTIATE_TEST_SUITE_P(On, AComputedFigureStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(AComputedFigureStored, FollowsItsInputsFromEntryToReport) {
  EXPECT_EQ(entry("SHARE"), "none");
  enter("A", "12");
  EXPECT_EQ(entry("SHARE"), "figure entered delayed (Not available: B has not been entered.)");
  EXPECT_EQ(entry("DOUBLE"), "figure entered delayed (Not available: SHARE is not available yet.)");
  enter("B", "40");
  EXPECT_EQ(entry("SHARE"), "figure entered 12/40 (Computed from A (12) and B (40).)");
  EXPECT_EQ(entry("DOUBLE"), "figure entered 24 (Computed from SHARE (12 of 40).)");
  check("A");
  EXPECT_EQ(entry("SHARE"), "figure entered 12/40 (Computed from A (12) and B (40).)");
  check("B", check_week, Then::give_back);
  enter("B", "48", check_week);
  EXPECT_EQ(entry("SHARE"), "figure entered 12/48 (Computed from A (12) and B (48).)");
  check("B");
  EXPECT_EQ(entry("SHARE"), "figure checked 12/48 (Computed from A (12) and B (48).)");
  EXPECT_EQ(entry("DOUBLE"), "figure checked 24 (Computed from SHARE (12 of 48).)");
  EXPECT_EQ(figures("SHARE"), "");
  run();
  EXPECT_EQ(entry("SHARE"), "figure reported 12/48 (Computed from A (12) and B (48).)");
  EXPECT_EQ(figures("SHARE"), "12/48 final");
  EXPECT_EQ(figures("DOUBLE"), "24 final");
}

TEST_P(AComputedFigureStored, IsCorrectedWithItsInputsAndKeepsBothValues) {
  for (const auto* code : {"A", "B"}) enter(code, "40"), check(code);
  run();
  enter("A", "10", august, "A clerk counted twice.");
  EXPECT_EQ(entry("SHARE"), "correction entered 10/40 (Computed from A (10) and B (40).)");
  EXPECT_EQ(figures("SHARE"), "40/40 final");
  check("A", august);
  EXPECT_EQ(entry("SHARE"), "correction reported 10/40 (Computed from A (10) and B (40).)");
  EXPECT_EQ(figures("SHARE"), "40/40 final, 10/40 revised (A figure that it is computed from was corrected.)");
  EXPECT_EQ(figures("DOUBLE"), "80 final, 20 revised (A figure that it is computed from was corrected.)");
}

// Several ticked at once: each step finds what the one before it has written in the same transaction.
TEST_P(AComputedFigureStored, FollowsTwoCorrectionsOfOneTransaction) {
  for (const auto* code : {"A", "B"}) enter(code, "40"), check(code);
  run();
  enter("A", "10", august, "A clerk counted twice.");
  enter("B", "50", august, "A clerk counted twice.");
  const auto seen = picture();
  kit::Memory memory(1 << 20);
  const council::Desk desk{*db, memory, august, person("checker", council::Role::service_manager), {}, {}};
  auto tx = db->write();
  for (const auto* code : {"A", "B"}) {
    const auto due = gather(tx, *seen, *seen->find(code), q1, august);
    const auto next = collect::approve(*due, due->entry.edition, desk.asker, august);
    ASSERT_TRUE(next);
    add_step(tx, desk, *seen, *seen->find(code), *due, *next, std::string("both ") + code);
  }
  tx.commit();
  { auto done = std::move(tx); }
  EXPECT_EQ(figures("SHARE"), "40/40 final, 10/50 revised (A figure that it is computed from was corrected.)");
  EXPECT_EQ(figures("DOUBLE"), "80 final, 20 revised (A figure that it is computed from was corrected.)");
}

TEST_P(AComputedFigureStored, TellsWhoeverAnswersForItThatItsStatusChanged) {
  save([&](auto& tx, auto record) {
    indicator::Target target;
    target.indicator = picture()->find("SHARE")->id;
    target.year = {2025};
    target.at = {70};
    target.value = kit::Decimal::parse("0.9");
    indicator::add_targets(tx, std::span(&target, 1), record);
  });
  for (const auto* code : {"A", "B"}) enter(code, "40"), check(code);
  run();
  enter("A", "10", august, "A clerk counted twice.");
  check("A", august);
  auto tx = db->read();
  std::string subjects;
  for (const auto& letter : council::newest_letters(tx)) subjects += letter.subject + "\n";
  EXPECT_NE(subjects.find("Status changed: Title of SHARE, 2025/26 Q1\n"), std::string::npos) << subjects;
}

TEST_P(AComputedFigureStored, IsReportedAsNotAvailableWhenAnInputIsNotAndComesLateWithIt) {
  enter("A", "12");
  check("A");
  run();
  EXPECT_EQ(figures("SHARE"), "delayed final");
  EXPECT_EQ(figures("DOUBLE"), "delayed final");
  enter("B", "40", august);
  EXPECT_EQ(entry("SHARE"), "late entered 12/40 (Computed from A (12) and B (40).)");
  check("B", august);
  EXPECT_EQ(figures("SHARE"), "delayed final, 12/40 final");
  EXPECT_EQ(figures("DOUBLE"), "delayed final, 24 final");
}

TEST_P(AComputedFigureStored, IsNotThereWhereNothingIsAndIsAskedOfNobody) {
  run();
  EXPECT_EQ(entry("SHARE"), "none");
  EXPECT_EQ(figures("SHARE"), "");
  auto tx = db->read();
  const auto seen = picture();
  for (const auto& due : gather_all(tx, *seen, july)) {
    const auto waits = collect::waits(due, july);
    EXPECT_EQ(waits == collect::Waits::for_inputs, due.is_computed()) << due.definition->code;
  }
}

TEST_P(AComputedFigureStored, IsReportedUncheckedWhenAnInputIs) {
  enter("A", "12");
  enter("B", "40");
  run();
  EXPECT_EQ(figures("SHARE"), "12/40 unchecked");
}

TEST_P(AComputedFigureStored, TakesNoStepWhereNothingIsDifferent) {
  enter("A", "12");
  enter("B", "40");
  const auto before = editions("SHARE");
  enter("B", "40");
  EXPECT_EQ(editions("SHARE"), before);
}

TEST_P(AComputedFigureStored, IsRecordedInTheChainWithWhatItWasComputedFrom) {
  enter("A", "12");
  enter("B", "40");
  auto tx = db->read();
  std::string found;
  council::each_record(tx, [&](const council::Record& record) {
    if (record.deed.what == "computed") found += record.deed.who + " " + record.deed.subject + "\n";
  });
  EXPECT_EQ(
      found,
      "goldenthread SHARE 2025-04-01/P3M\ngoldenthread DOUBLE 2025-04-01/P3M\ngoldenthread SHARE 2025-04-01/P3M\ngoldenthread DOUBLE 2025-04-01/P3M\n");
}

}  // namespace
}  // namespace work
