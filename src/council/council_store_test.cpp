#include "council/council_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/on_both.h"
#include "council/record_store.h"

namespace council {
namespace {

class TheCouncilStored : public tests::OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (!IsSkipped()) db = kit::Database::open(address);
  }
  template <class Add>
  RecordId save(const std::string& key, const Add& add) {
    auto tx = db->write();
    const auto done = record(tx, {{100}, "tests", "import", "x.csv", "", key});
    if (done.is_new()) add(tx, done.id);
    tx.commit();
    return done.id;
  }
  Council known(std::int64_t as_at, RecordId upto = 1000) {
    auto tx = db->read();
    return load_council(tx, {as_at}, upto);
  }
  std::unique_ptr<kit::Database> db;
};
INSTANTIATE_TEST_SUITE_P(On, TheCouncilStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres),
                         tests::engine_name);

TEST_P(TheCouncilStored, ComesBackAsItWasSaved) {
  const Unit place{
      Unit::Kind::directorate, "PLACE", "Place – “and” environment", "", "Director of Place", 2, {50}, false};
  const Unit planning{Unit::Kind::service, "PLANNING", "Planning", "PLACE", "Head of Planning", 1, {50}, true};
  const Person shah{"p.shah", "Priya Shah", "SEND data officer", "priya@example.org", Role::service_manager, "PLANNING",
                    {50},     true};
  save("a", [&](auto& tx, RecordId id) {
    add_settings(tx, std::vector<Setting>{{"name", "Ambleford", {50}}, {"area_code", "E06000061", {50}}}, id);
    add_units(tx, std::vector<Unit>{place, planning}, id);
    add_people(tx, std::vector<Person>{shah}, id);
  });

  const Council all = known(60);
  ASSERT_EQ(all.settings.size(), 2u);
  EXPECT_EQ(all.settings[1].value, "Ambleford");
  ASSERT_EQ(all.units.size(), 2u);
  EXPECT_EQ(all.units[0].code, "PLANNING");
  EXPECT_TRUE(all.units[0].gone);
  EXPECT_EQ(all.units[1].name, place.name);
  EXPECT_EQ(all.units[1].kind, Unit::Kind::directorate);
  EXPECT_EQ(all.units[1].head, place.head);
  ASSERT_EQ(all.people.size(), 1u);
  EXPECT_EQ(all.people[0].name, shah.name);
  EXPECT_EQ(all.people[0].job, shah.job);
  EXPECT_EQ(all.people[0].email, shah.email);
  EXPECT_EQ(all.people[0].role, Role::service_manager);
  EXPECT_EQ(all.people[0].unit, "PLANNING");
  EXPECT_EQ(all.people[0].at.seconds, 50);
  EXPECT_TRUE(all.people[0].gone);
}

TEST_P(TheCouncilStored, IsSeenAsItWasKnownAtEachMomentAndRecord) {
  const auto name = [&](const char* key, const char* value, std::int64_t at) {
    return save(key, [&](auto& tx, RecordId id) { add_settings(tx, std::vector<Setting>{{"name", value, {at}}}, id); });
  };
  name("a", "Old", 50);
  const RecordId second = name("b", "New", 60);
  EXPECT_TRUE(known(49).settings.empty());
  EXPECT_EQ(known(59).settings.at(0).value, "Old");
  EXPECT_EQ(known(60).settings.at(0).value, "New");
  EXPECT_EQ(known(60, second - 1).settings.at(0).value, "Old");
}

TEST_P(TheCouncilStored, RecordsEachDeedOnce) {
  int times = 0;
  const auto once = [&](auto&, RecordId) { ++times; };
  const RecordId first = save("same key", once), again = save("same key", once), other = save("other key", once);
  EXPECT_EQ(first, again);
  EXPECT_EQ(other, first + 1);
  EXPECT_EQ(times, 2);
  auto tx = db->read();
  EXPECT_EQ(find_record(tx, "same key"), first);
  EXPECT_EQ(find_record(tx, "never"), std::nullopt);
  EXPECT_EQ(newest_moment(tx), kit::Moment{100});
}

TEST_P(TheCouncilStored, ChainsItsRecords) {
  for (const char* key : {"a", "b", "c"}) save(key, [](auto&, RecordId) {});
  std::vector<Record> all;
  auto tx = db->read();
  each_record(tx, [&](const Record& record) {
    EXPECT_EQ(broken_link(all.empty() ? nullptr : &all.back(), record), std::nullopt);
    all.push_back(record);
  });
  EXPECT_EQ(all.size(), 3u);
  EXPECT_EQ(db->version(), 3);
}

TEST_P(TheCouncilStored, KeepsNothingOfADeedThatWasNotCommitted) {
  {
    auto tx = db->write();
    record(tx, {{100}, "tests", "import", "x.csv", "", "k"});
  }
  EXPECT_EQ(db->version(), 0);
  auto tx = db->read();
  EXPECT_EQ(newest_moment(tx), std::nullopt);
}

}  // namespace
}  // namespace council
