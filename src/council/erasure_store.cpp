#include "council/erasure_store.h"

#include <algorithm>

#include "council/erasure.sql.h"
#include "council/record_store.h"
#include "kit/decimal.h"
#include "kit/number.h"
#include "kit/secret.h"

namespace council {
namespace {

// The same day so many years ago; of 29 February the 28th.
kit::Moment years_before(kit::Moment now, const std::string& years) {
  const auto today = now.date();
  const auto number = kit::Decimal::parse(years);
  const int back = number ? static_cast<int>(number->number()) : 6;
  const auto day = today.month() == 2 ? std::min(today.day_of_month(), 28u) : today.day_of_month();
  return kit::Moment::start_of(kit::Date::of(today.year() - back, today.month(), day));
}

std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
  return kit::with_commas(static_cast<double>(count), 0) + " " + (count == 1 ? one : many);
}

}  // namespace

Retention retention(const Council& council, kit::Moment now) {
  return {years_before(now, council.setting("keep_particulars")), years_before(now, council.setting("keep_people"))};
}

std::string Erased::words() const {
  return "particulars of " + counted(particulars, "record", "records") + ", " +
         counted(people, "person who left", "people who left") + " and " + counted(letters, "letter", "letters") +
         (lists > 0 ? ", and outside addresses of " + counted(lists, "earlier list", "earlier lists") : "");
}

Erased erase(kit::Transaction& tx, const Retention& retention, const std::string& who, kit::Moment now) {
  const kit::Values left = {{"before", retention.people_before.seconds}};
  const kit::Values left_names = {{"before", retention.people_before.seconds}, {"former", std::string(former_officer)}};
  const kit::Values old = {{"before", retention.particulars_before.seconds}};
  Erased erased;
  erased.people = tx.number(erasure_sql::people, left_names).value_or(0);
  for (const auto* query : {&erasure_sql::accounts_codes, &erasure_sql::accounts, &erasure_sql::sessions,
                            &erasure_sql::tokens, &erasure_sql::links, &erasure_sql::preferences})
    tx.run(*query, left);
  tx.run(erasure_sql::names, left_names);
  erased.particulars = tx.run(erasure_sql::particulars, {{"now", now.seconds}, {"before", retention.particulars_before.seconds}});
  erased.letters = tx.run(erasure_sql::letters, old);
  erased.lists = tx.run(erasure_sql::outside_addresses, old);
  tx.run(erasure_sql::attempts, old);
  if (erased.any()) record(tx, Deed{now, who, "erasure", "", erased.words(), kit::random_name()});
  return erased;
}

}  // namespace council
