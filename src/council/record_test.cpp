#include "council/record.h"

#include <gtest/gtest.h>

#include <vector>

namespace council {
namespace {

Deed deed(const std::string& what) { return {{1000}, "p.shah", what, "BBF07", "92.5", "key of " + what}; }

std::vector<Record> chain() {
  std::vector<Record> all{next_record(nullptr, deed("first"))};
  for (const char* what : {"second", "third", "fourth"}) all.push_back(next_record(&all.back(), deed(what)));
  return all;
}

// The number of the first record that does not hold, 0 when all do.
RecordId first_broken(const std::vector<Record>& all) {
  const Record* before = nullptr;
  for (const auto& record : all) {
    if (broken_link(before, record)) return record.id;
    before = &record;
  }
  return 0;
}

TEST(TheRecord, HoldsWhenNobodyTouchedIt) { EXPECT_EQ(first_broken(chain()), 0); }

TEST(TheRecord, NamesTheFirstRowOfWhichAnythingWasChanged) {
  const std::vector<void (*)(Record&)> changes{
      [](Record& r) { r.deed.at.seconds = 999; }, [](Record& r) { r.deed.who = "someone"; },
      [](Record& r) { r.deed.what += "x"; },      [](Record& r) { r.deed.subject = ""; },
      [](Record& r) { r.deed.detail = "95"; },    [](Record& r) { r.deed.key = "k"; },
      [](Record& r) { r.previous[0] ^= 1; },      [](Record& r) { r.hash[0] ^= 1; },
  };
  for (const auto& change : changes) {
    auto all = chain();
    change(all[2]);
    EXPECT_EQ(first_broken(all), 3);
  }
}

TEST(TheRecord, NoticesTextMovedFromOneFieldToTheNext) {
  auto all = chain();
  all[1].deed.subject = "BBF0";
  all[1].deed.detail = "792.5";
  EXPECT_EQ(first_broken(all), 2);
}

TEST(TheRecord, NoticesARowThatWasRemovedAddedOrMoved) {
  auto removed = chain(), added = chain(), moved = chain();
  removed.erase(removed.begin() + 1);
  added.insert(added.begin() + 1, added[0]);
  std::swap(moved[1], moved[2]);
  EXPECT_EQ(first_broken(removed), 3);
  EXPECT_EQ(first_broken(added), 1);
  EXPECT_EQ(first_broken(moved), 3);
}

TEST(TheRecord, NoticesARowThatWasRewrittenWithAFreshHash) {
  auto all = chain();
  all[1].deed.detail = "95";
  all[1].hash = hash_of(all[1]);
  EXPECT_EQ(first_broken(all), 3);
}

}  // namespace
}  // namespace council
