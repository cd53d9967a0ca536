#include "assess/page_days_store.h"

#include "assess/page_days.sql.h"

namespace assess {
namespace {

std::string month_of(kit::Date day) { return day.iso().substr(0, 7); }
std::string a_year_before(kit::Date day) { return month_of(kit::Date::of(day.year() - 1, day.month(), 1)); }

}  // namespace

void add_page_days(kit::Transaction& tx, const std::vector<PageDay>& days) {
  for (const auto& one : days)
    tx.run(page_days_sql::count, {{"indicator", one.indicator}, {"month", month_of(one.day)}, {"day", one.day.iso()}});
}

PageDays load_page_days(kit::Transaction& tx, kit::Date today) {
  PageDays made;
  tx.each(page_days_sql::since, {}, "t", [&](const kit::Row& row) {
    if (!row.is_null(0)) made.since = kit::Date::parse(row.text(0) + "-01");
  });
  tx.each(page_days_sql::opened, {{"from_month", a_year_before(today)}}, "ii",
          [&](const kit::Row& row) { made.opened[row.integer(0)] = static_cast<int>(row.integer(1)); });
  return made;
}

void write_down(kit::Database& db, PageCounter& counter) {
  const auto days = counter.take();
  if (days.empty()) return;
  try {
    auto tx = db.write();
    add_page_days(tx, days);
    tx.commit();
  } catch (...) {
    counter.put_back(days);
    throw;
  }
}

}  // namespace assess
