#include "money/money_store.h"

#include "indicator/columns.h"
#include "money/money.sql.h"

namespace money {

Months load_months(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto) {
  Months all;
  tx.each(money_sql::months, {{"as_at", as_at.seconds}, {"upto", upto}}, "ttiiiiiti", [&](const kit::Row& row) {
    indicator::NextColumn next(row);
    auto& one = all.emplace_back();
    one.unit = next.text();
    const auto& month = next.text();
    one.month = indicator::known(calendar::Period::parse(month), month);
    one.edition = static_cast<std::int32_t>(next.integer());
    one.budget = next.maybe_decimal();
    one.actual = next.maybe_decimal();
    one.committed = next.maybe_decimal();
    one.forecast = next.maybe_decimal();
    one.reason = next.text();
    one.at = next.moment();
  });
  return all;
}

void add_months(kit::Transaction& tx, std::span<const Month> months, council::RecordId record) {
  using indicator::bound;
  for (const auto& one : months)
    tx.run(money_sql::add_month, {{"unit", one.unit},
                                  {"month", one.month.iso()},
                                  {"edition", std::int64_t(one.edition)},
                                  {"budget", bound(one.budget)},
                                  {"actual", bound(one.actual)},
                                  {"committed", bound(one.committed)},
                                  {"forecast", bound(one.forecast)},
                                  {"reason", one.reason},
                                  {"at", one.at.seconds},
                                  {"record", record}});
}

}  // namespace money
