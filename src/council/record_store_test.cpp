#include "council/record_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/on_both.h"
#include "council/record_view.h"

namespace council {
namespace {

class TheRecordStored : public tests::OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    db = kit::Database::open(address);
    add("2025-07-01T10:00:00Z", "p.shah", "entry", "BBF07 2025-04-01/P3M", {"10.0.0.7", "owner", "", "92.5"});
    add("2025-07-02T10:00:00Z", "p.shah", "entry", "BBF070 2025-04-01/P3M", {});
    add("2025-07-03T10:00:00Z", "d.lyle", "check", "BBF07 2025-04-01/P3M", {"10.0.0.8", "checker", "", ""});
    add("2025-07-04T23:30:00Z", "d.lyle", "cover", "o.madeley", {});
  }
  void add(const char* at, std::string who, std::string what, std::string subject, Particulars particulars) {
    auto tx = db->write();
    Deed deed{*kit::Moment::parse(at), std::move(who), std::move(what), std::move(subject), "", kit::Moment::parse(at)->iso()};
    deed.particulars = std::move(particulars);
    record(tx, std::move(deed));
    tx.commit();
  }
  std::vector<RecordId> found(const RecordSearch& search, std::int64_t most = 10) {
    auto tx = db->read();
    std::vector<RecordId> ids;
    for (const auto& one : find_records(tx, search, most)) ids.push_back(one.record.id);
    return ids;
  }
  using Ids = std::vector<RecordId>;
  std::unique_ptr<kit::Database> db;
};
INSTANTIATE_TEST_SUITE_P(On, TheRecordStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(TheRecordStored, IsFoundNewestFirstAPageAtATime) {
  EXPECT_EQ(found({}), (Ids{4, 3, 2, 1}));
  EXPECT_EQ(found({}, 2), (Ids{4, 3}));
  EXPECT_EQ(found({.before = 3}), (Ids{2, 1}));
}

TEST_P(TheRecordStored, IsFoundByPersonSortAndSubject) {
  EXPECT_EQ(found({.who = "p.shah"}), (Ids{2, 1}));
  EXPECT_EQ(found({.who = "p.shah", .what = "check"}), (Ids{}));
  EXPECT_EQ(found({.what = "check"}), (Ids{3}));
  EXPECT_EQ(found({.subject = "BBF07"}), (Ids{3, 1}));
  EXPECT_EQ(found({.who = "d.lyle", .subject = "BBF07"}), (Ids{3}));
  EXPECT_EQ(found({.subject = "o.madeley"}), (Ids{4}));
  EXPECT_EQ(found({.subject = "%"}), (Ids{}));
}

TEST_P(TheRecordStored, IsFoundByDaysInLondon) {
  const auto day = [](unsigned number) { return kit::Date::of(2025, 7, number); };
  EXPECT_EQ(found({.from = day(2), .to = day(3)}), (Ids{3, 2}));
  EXPECT_EQ(found({.what = "cover", .from = day(5)}), (Ids{4}));  // half past eleven in universal time is the next day there
  EXPECT_EQ(found({.what = "cover", .to = day(4)}), (Ids{}));
}

TEST_P(TheRecordStored, KnowsWhoAndWhatIsInIt) {
  auto tx = db->read();
  EXPECT_EQ(people_in_record(tx), (std::vector<std::string>{"d.lyle", "p.shah"}));
  EXPECT_EQ(sorts_in_record(tx), (std::vector<std::string>{"check", "cover", "entry"}));
}

TEST_P(TheRecordStored, ComesWithItsParticulars) {
  auto tx = db->read();
  const auto one = find_one_record(tx, 1);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->kept.particulars.place, "10.0.0.7");
  EXPECT_EQ(one->kept.particulars.became, "92.5");
  EXPECT_EQ(one->record.deed.subject, "BBF07 2025-04-01/P3M");
  EXPECT_FALSE(find_one_record(tx, 4)->kept.are_there);
  EXPECT_FALSE(find_one_record(tx, 5));
}

TEST_P(TheRecordStored, SaysOfEachRowWhetherItHolds) {
  auto write = db->write();
  write.run({"damage", "update particulars set was = '95' where record = 3", ""});
  write.commit();
  auto tx = db->read();
  const auto one = find_one_record(tx, 1), two = find_one_record(tx, 2), three = find_one_record(tx, 3);
  const auto second = record_view(two->record, two->kept, &one->record, &three->record, {}, {});
  EXPECT_TRUE(second.holds) << second.why_not;
  EXPECT_EQ(second.before, 1);
  const auto third = record_view(three->record, three->kept, &two->record, nullptr, {}, {});
  EXPECT_FALSE(third.holds);
  EXPECT_EQ(third.why_not, "The particulars of record 3 were changed after it was written: its seal no longer fits.");
}

}  // namespace
}  // namespace council
