#include "work/hand_over_store.h"

#include "work/hand_over.sql.h"

namespace work {
namespace {

std::string_view waits_for(std::string_view stage) {
  if (stage == "entered") return "to be checked";
  return stage == "returned" ? "came back" : "checked";
}

}  // namespace

SignIns load_sign_ins(kit::Transaction& tx) {
  SignIns all;
  tx.each(hand_over_sql::sign_ins, {}, "tti", [&](const kit::Row& row) {
    const auto at = row.maybe_integer(2);
    all[row.text(0)] = {row.text(1), at ? std::optional(kit::Moment{*at}) : std::nullopt};
  });
  return all;
}

std::vector<std::string> open_work(kit::Transaction& tx, indicator::IndicatorId indicator) {
  std::vector<std::string> all;
  tx.each(hand_over_sql::open_entries, {{"indicator", indicator}}, "tt", [&](const kit::Row& row) {
    const auto period = calendar::Period::parse(row.text(0));
    if (period) all.push_back(period->words() + ": " + std::string(waits_for(row.text(1))));
  });
  return all;
}

}  // namespace work
