// What the council fetches from LG Inform Plus, in the database: its key (the secret sealed under the server's own),
// what is fetched as which data set in editions, and each fetch: waiting, under way, done or failed.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "compare/lg_inform.h"
#include "council/record.h"
#include "kit/db.h"
#include "kit/secret.h"

namespace compare {

struct KeptLgKey {
  std::string application_key;  // empty: there is none, or it was taken away
  std::string sealed_secret;
  kit::Moment at;
  bool is_there() const { return !application_key.empty(); }
  std::optional<LgKey> opened(const kit::ServerKey& with) const;  // none: there is none, or another server's key sealed it
};
KeptLgKey load_lg_key(kit::Transaction& tx);
void add_lg_key(kit::Transaction& tx, const kit::ServerKey& with, const std::optional<LgKey>& key,
                const std::string& by, kit::Moment at, council::RecordId record);

std::vector<LgChoice> lg_choices(kit::Transaction& tx);  // also those that are gone
const LgChoice* choice_of(const std::vector<LgChoice>& all, std::string_view data_set);
void add_lg_choice(kit::Transaction& tx, const LgChoice& choice, council::RecordId record);

struct LgFetch {
  std::int64_t id = 0;
  std::string data_set;  // empty: the list of metric types
  kit::Moment due;
  enum class State : std::uint8_t { waiting, fetching, done, failed } state = State::waiting;
  int tries = 0;
  kit::Moment next_try;
  std::string problem;
  std::optional<std::int64_t> load;  // that it brought
  std::string by;                    // who asked; "goldenthread": the clock
  std::optional<kit::Moment> ended;
  bool is_open() const { return state == State::waiting || state == State::fetching; }
};
std::vector<LgFetch> lg_fetches(kit::Transaction& tx);  // the newest of each data set
const LgFetch* fetch_of(const std::vector<LgFetch>& all, std::string_view data_set);
// From now on; one that waits already is tried now.
void ask_for_fetch(kit::Transaction& tx, const std::string& data_set, const std::string& by, kit::Moment now);
// The one that has waited longest, for this server alone for half an hour.
std::optional<LgFetch> claim_fetch(kit::Transaction& tx, kit::Moment now);
void settle_fetch(kit::Transaction& tx, const LgFetch& fetch);

MetricTypes metric_types(kit::Transaction& tx);
void keep_metric_types(kit::Transaction& tx, const MetricTypes& all);  // in place of those that were known

}  // namespace compare
