#include "council/erasure_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/on_both.h"
#include "council/council_store.h"
#include "council/record_store.h"

namespace council {
namespace {

const kit::Moment now = *kit::Moment::parse("2032-02-29T09:00:00Z");

class AnErasure : public tests::OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    db = kit::Database::open(address);
    auto tx = db->write();
    const auto done = record(tx, {{100}, "tests", "import", "", "", "k"});
    const auto person = [](const char* code, std::int64_t at, bool gone) {
      return Person{code, "Lee Left", "Clerk", "l@a.example", Role::officer, "", {at}, gone};
    };
    add_people(tx,
               std::vector<Person>{person("long.gone", 50, false), person("lately.gone", 50, false),
                                   person("here", 50, false)},
               done.id);
    add_people(tx, std::vector<Person>{person("long.gone", 100, true), person("lately.gone", 900, true)}, done.id);
    for (const char* code : {"long.gone", "here"})
      tx.run(
          {"account",
           "insert into account (person, email, password, factor, factor_step, state, at, record) values (:code, :code, '', '', 0, 'active', 1, 1)",
           ""},
          {{"code", std::string(code)}});
    tx.run(
        {"mail",
         "insert into mail (id, key, person, address, subject, plain, html, state, tries, next_try, problem, at, sent_at) values (1, 'a', 'here', 'a@a', 's', 'p', 'h', 'sent', 1, 0, '', 100, 100), (2, 'b', 'here', 'a@a', 's', 'p', 'h', 'waiting', 1, 0, '', 100, null), "
         "(3, 'c', 'here', 'a@a', 's', 'p', 'h', 'sent', 1, 0, '', 900, 900)",
         ""});
    tx.commit();
  }
  Erased run() {
    auto tx = db->write();
    const auto erased = erase(tx, {{500}, {500}}, "goldenthread erase", now);
    tx.commit();
    return erased;
  }
  std::int64_t count(const std::string& query) {
    auto tx = db->read();
    return tx.number({"count", query, ""}).value_or(-1);
  }
  std::unique_ptr<kit::Database> db;
};
INSTANTIATE_TEST_SUITE_P(On, AnErasure, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(AnErasure, TakesAwayTheNamesOfThoseWhoLeftLongAgoAndNobodyElses) {
  EXPECT_EQ(run().people, 1);
  auto tx = db->read();
  const auto council = load_council(tx, now, 100);
  EXPECT_EQ(council.person("long.gone")->name, "Former officer");
  EXPECT_EQ(council.person("long.gone")->email, "");
  EXPECT_EQ(council.person("lately.gone")->name, "Lee Left");
  EXPECT_EQ(council.person("here")->name, "Lee Left");
  EXPECT_EQ(load_council(tx, {60}, 100).person("long.gone")->name, "Former officer");
}

TEST_P(AnErasure, EndsTheAccountOfWhoeverLeftLongAgo) {
  run();
  EXPECT_EQ(count("select count(*) from account"), 1);
  EXPECT_EQ(count("select count(*) from account where person = 'here'"), 1);
}

TEST_P(AnErasure, EmptiesOldLettersThatWereSentAndKeepsTheirKeys) {
  EXPECT_EQ(run().letters, 1);
  EXPECT_EQ(count("select count(*) from mail where address = ''"), 1);
  EXPECT_EQ(count("select count(*) from mail"), 3);
}

TEST_P(AnErasure, EmptiesOutsideAddressesOfListsThatWereChangedLongAgo) {
  {
    auto tx = db->write();
    tx.run(
        {"lists",
         "insert into distribution_list values (1, 1, 'Replaced long ago', '', 'a@out', 0, '', 100, 1), (1, 2, 'Replaced lately', '', 'b@out', 0, '', 200, 1), "
         "(1, 3, 'In force', '', 'c@out', 0, '', 800, 1), (2, 1, 'In force for long', '', 'd@out', 0, '', 100, 1)",
         ""});
    tx.commit();
  }
  const auto erased = run();
  EXPECT_EQ(erased.lists, 1);
  EXPECT_NE(erased.words().find("1 earlier list"), std::string::npos) << erased.words();
  EXPECT_EQ(count("select count(*) from distribution_list where outside = ''"), 1);
  EXPECT_EQ(count("select count(*) from distribution_list where number = 1 and edition = 1 and outside = ''"), 1);
}

TEST_P(AnErasure, IsRecordedOnceAndDoesNothingTheSecondTime) {
  EXPECT_TRUE(run().any());
  EXPECT_FALSE(run().any());
  EXPECT_EQ(count("select count(*) from record where what = 'erasure'"), 1);
}

TEST(Retention, IsSixYearsUnlessTheCouncilSaysOtherwise) {
  Council council;
  EXPECT_EQ(retention(council, now).particulars_before, kit::Moment::start_of(kit::Date::of(2026, 2, 28)));
  council.settings = {{"keep_people", "2"}};
  EXPECT_EQ(retention(council, now).people_before, kit::Moment::start_of(kit::Date::of(2030, 2, 28)));
}

}  // namespace
}  // namespace council
