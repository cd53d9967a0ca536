// For tests of computed figures against both databases: four indicators, two of them computed, and the steps of their entries.
#pragma once
#include "../../tests/support/stored.h"
#include "assess/picture_store.h"
#include "collect/entry_store.h"
#include "collect/figure_store.h"
#include "council/council_store.h"
#include "indicator/target_store.h"
#include "kit/memory.h"
#include "work/check_store.h"
#include "work/follow_store.h"
#include "work/gather_store.h"
#include "work/run_store.h"

namespace work::tests {

using calendar::Frequency;
using calendar::Period;
using indicator::Aggregation;

inline const Period q1 = Period::quarter({2025}, 1);
inline kit::Moment at(std::string_view iso) { return *kit::Moment::parse(iso); }
inline const kit::Moment july = at("2025-07-10T09:00:00Z"), check_week = at("2025-07-24T09:00:00Z"),
                         the_run = at("2025-07-31T23:00:00Z"), august = at("2025-08-20T09:00:00Z");

// A and B are entered; SHARE is A of B, and DOUBLE comes of SHARE's upper part: a computed one of a computed one.
class StoredFormulas : public ::tests::Stored {
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

}  // namespace work::tests
