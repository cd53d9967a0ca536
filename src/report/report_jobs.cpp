#include "report/report_jobs.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "report/edition.sql.h"
#include "report/pack_store.h"
#include "report/run_store.h"

namespace report {
namespace {

// What waits, and the packs that it points into.
struct Waiting {
  std::vector<Pack> packs;
  std::vector<DueRun> runs;
};

std::optional<kit::Moment> began(kit::Transaction& tx) {
  const auto at = tx.number(edition_sql::began);
  return at ? std::optional(kit::Moment{*at}) : std::nullopt;
}

// Of two servers that come first at once, one is refused and both go on from the same moment.
void begin(kit::Database& db, kit::Moment now) {
  {
    auto tx = db.read();
    if (began(tx)) return;
  }
  auto tx = db.write();
  tx.run(edition_sql::begin, {{"at", now.seconds}});
  tx.commit();
}

Waiting waiting(kit::Database& db, kit::Moment now) {
  auto tx = db.read();
  Waiting found{load_packs(tx), {}};
  found.runs = due_runs(found.packs, collect::load_cycles(tx), began(tx).value_or(now), now);
  const auto editions = load_keys(tx);
  std::erase_if(found.runs, [&](const DueRun& run) {
    return std::ranges::find(editions, EditionKey{run.pack->code, run.period, 1}) != editions.end();
  });
  return found;
}

}  // namespace

std::vector<Edition> run_what_is_due(kit::Database& db, kit::Moment now, const std::string& data_folder) {
  std::vector<Edition> made;
  begin(db, now);
  const auto due = waiting(db, now);
  std::shared_ptr<const assess::Picture> picture;
  for (const auto& run : due.runs) {
    if (!picture || picture->as_at != run.at) picture = assess::load_picture(db, run.at, assess::Seen::from_the_past);
    if (picture->empty()) continue;
    Edition edition{{run.pack->code, run.period, 1}, run.pack->edition, run.at, "", "", "", now, {}};
    const auto frozen = composed(db, *run.pack, picture, run.period, data_folder);

    auto tx = db.write();
    if (!keep(tx, edition, frozen, "goldenthread", now)) continue;
    tx.commit();
    made.push_back(std::move(edition));
  }
  return made;
}

}  // namespace report
