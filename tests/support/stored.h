// For tests of stores: an open database on either engine, a recorded change in one line, and an indicator to hang facts
// on.
#pragma once
#include <memory>
#include <string>

#include "council/record_store.h"
#include "indicator/indicator_store.h"
#include "on_both.h"

namespace tests {

class Stored : public OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (!IsSkipped()) db = kit::Database::open(address);
  }

  // Runs `add(tx, record)` in a transaction with its own record.
  template <class Add>
  council::RecordId save(const Add& add) {
    auto tx = db->write();
    const auto done = council::record(tx, {{100}, "tests", "import", "x.csv", "", "key " + std::to_string(++keys_)});
    add(tx, done.id);
    tx.commit();
    return done.id;
  }

  indicator::IndicatorId new_indicator() {
    indicator::IndicatorId id = 0;
    save([&](kit::Transaction& tx, council::RecordId record) { id = indicator::add_indicator(tx, {50}, record); });
    return id;
  }

  std::unique_ptr<kit::Database> db;

 private:
  int keys_ = 0;
};

inline constexpr council::RecordId every_record = 1'000'000;

}  // namespace tests
