#include "indicator/rebase_store.h"

#include "indicator/columns.h"
#include "indicator/rebase.sql.h"

namespace indicator {

std::vector<Rebase> load_rebases(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto) {
  std::vector<Rebase> all;
  tx.each(rebase_sql::rebases, {{"as_at", as_at.seconds}, {"upto", upto}}, "itiitti", [&](const kit::Row& row) {
    NextColumn next(row);
    auto& rebase = all.emplace_back();
    rebase.indicator = next.integer();
    rebase.starts_on = next.date();
    rebase.edition = static_cast<std::int32_t>(next.integer());
    rebase.gone = next.yes();
    rebase.reason = next.text();
    rebase.by = next.text();
    rebase.at = next.moment();
  });
  return all;
}

void add_rebases(kit::Transaction& tx, std::span<const Rebase> rebases, council::RecordId record) {
  for (const auto& rebase : rebases)
    tx.run(rebase_sql::add_rebase, {{"indicator", rebase.indicator},
                                    {"starts_on", rebase.starts_on.iso()},
                                    {"edition", std::int64_t(rebase.edition)},
                                    {"gone", std::int64_t(rebase.gone)},
                                    {"reason", rebase.reason},
                                    {"by_person", rebase.by},
                                    {"at", rebase.at.seconds},
                                    {"record", record}});
}

}  // namespace indicator
