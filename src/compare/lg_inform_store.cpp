#include "compare/lg_inform_store.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "compare/lg_inform.sql.h"
#include "indicator/columns.h"

namespace compare {
namespace {

namespace sql = lg_inform_sql;
constexpr std::string_view purpose = "lg inform plus";
constexpr std::int64_t claimed_for = 30 * 60;
constexpr std::array<std::string_view, 4> states = {"waiting", "fetching", "done", "failed"};

std::string in_lines(const std::vector<std::string>& all) {
  std::string made;
  for (const auto& each : all) made += (made.empty() ? "" : "\n") + each;
  return made;
}
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.push_back(line);
  return all;
}

LgFetch read_fetch(const kit::Row& row) {
  const auto state = static_cast<LgFetch::State>(std::ranges::find(states, row.text(3)) - states.begin());
  const auto ended = row.maybe_integer(9);
  return {.id = row.integer(0),
          .data_set = row.text(1),
          .due = {row.integer(2)},
          .state = state,
          .tries = static_cast<int>(row.integer(4)),
          .next_try = {row.integer(5)},
          .problem = row.text(6),
          .load = row.maybe_integer(7),
          .by = row.text(8),
          .ended = ended ? std::optional(kit::Moment{*ended}) : std::nullopt};
}
constexpr std::string_view fetch_columns = "ititiititi";

}  // namespace

std::optional<LgKey> KeptLgKey::opened(const kit::ServerKey& with) const {
  if (!is_there()) return std::nullopt;
  auto secret = with.unsealed(purpose, sealed_secret);
  return secret ? std::optional(LgKey{application_key, std::move(*secret)}) : std::nullopt;
}

KeptLgKey load_lg_key(kit::Transaction& tx) {
  KeptLgKey found;
  tx.each(sql::key, {}, "tti", [&](const kit::Row& row) { found = {row.text(0), row.text(1), {row.integer(2)}}; });
  return found;
}

void add_lg_key(kit::Transaction& tx, const kit::ServerKey& with, const std::optional<LgKey>& key,
                const std::string& by, kit::Moment at, council::RecordId record) {
  tx.run(sql::add_key, {{"application_key", key ? key->application_key : std::string()},
                        {"sealed_secret", key ? with.sealed(purpose, key->secret) : std::string()},
                        {"by_person", by},
                        {"at", at.seconds},
                        {"record", record}});
}

std::vector<LgChoice> lg_choices(kit::Transaction& tx) {
  std::vector<LgChoice> all;
  tx.each(sql::choices, {}, "tiittittti", [&](const kit::Row& row) {
    all.push_back({.data_set = row.text(0),
                   .edition = row.integer(1),
                   .gone = row.integer(2) == 1,
                   .metric_types = lines_of(row.text(3)),
                   .areas = row.text(4),
                   .periods = static_cast<int>(row.integer(5)),
                   .licence = row.text(6),
                   .every = indicator::known(read_fetched_every(row.text(7)), row.text(7)),
                   .by = row.text(8),
                   .at = {row.integer(9)}});
  });
  return all;
}

const LgChoice* choice_of(const std::vector<LgChoice>& all, std::string_view data_set) {
  const auto found = std::ranges::find(all, data_set, &LgChoice::data_set);
  return found == all.end() ? nullptr : &*found;
}

void add_lg_choice(kit::Transaction& tx, const LgChoice& choice, council::RecordId record) {
  tx.run(sql::add_choice, {{"data_set", choice.data_set},
                           {"edition", choice.edition},
                           {"gone", std::int64_t{choice.gone}},
                           {"metric_types", in_lines(choice.metric_types)},
                           {"areas", choice.areas},
                           {"periods", std::int64_t{choice.periods}},
                           {"licence", choice.licence},
                           {"fetched_every", std::string(code(choice.every))},
                           {"by_person", choice.by},
                           {"at", choice.at.seconds},
                           {"record", record}});
}

std::vector<LgFetch> lg_fetches(kit::Transaction& tx) {
  std::vector<LgFetch> all;
  tx.each(sql::fetches, {}, fetch_columns, [&](const kit::Row& row) { all.push_back(read_fetch(row)); });
  return all;
}

const LgFetch* fetch_of(const std::vector<LgFetch>& all, std::string_view data_set) {
  const auto found = std::ranges::find(all, data_set, &LgFetch::data_set);
  return found == all.end() ? nullptr : &*found;
}

void ask_for_fetch(kit::Transaction& tx, const std::string& data_set, const std::string& by, kit::Moment now) {
  const auto all = lg_fetches(tx);
  const auto* before = fetch_of(all, data_set);
  if (before && before->is_open()) {
    tx.run(sql::try_now, {{"id", before->id}, {"now", now.seconds}, {"by_person", by}});
    return;
  }
  const auto due = before ? std::max(now.seconds, before->due.seconds + 1) : now.seconds;
  tx.run(sql::add_fetch, {{"id", tx.number(sql::next_fetch).value_or(1)},
                          {"data_set", data_set},
                          {"due", due},
                          {"now", now.seconds},
                          {"by_person", by}});
}

std::optional<LgFetch> claim_fetch(kit::Transaction& tx, kit::Moment now) {
  std::optional<LgFetch> found;
  tx.each(sql::fetch_due, {{"now", now.seconds}}, fetch_columns, [&](const kit::Row& row) { found = read_fetch(row); });
  if (!found ||
      tx.run(sql::claim, {{"id", found->id}, {"now", now.seconds}, {"until", now.seconds + claimed_for}}) != 1)
    return std::nullopt;
  ++found->tries;
  return found;
}

void settle_fetch(kit::Transaction& tx, const LgFetch& fetch) {
  tx.run(sql::settle, {{"id", fetch.id},
                       {"state", std::string(states[static_cast<std::size_t>(fetch.state)])},
                       {"problem", fetch.problem},
                       {"next_try", fetch.next_try.seconds},
                       {"load", kit::nullable(fetch.load)},
                       {"ended", fetch.ended ? kit::Bound(fetch.ended->seconds) : kit::Bound(nullptr)}});
}

MetricTypes metric_types(kit::Transaction& tx) {
  MetricTypes all;
  tx.each(sql::metric_types, {}, "tttt", [&](const kit::Row& row) {
    all.emplace(row.text(0), MetricType{row.text(0), row.text(1), row.text(2), row.text(3)});
  });
  return all;
}

void keep_metric_types(kit::Transaction& tx, const MetricTypes& all) {
  tx.run(sql::forget_metric_types);
  auto next = all.begin();
  tx.run_many(sql::add_metric_type, [&](std::vector<kit::Bound>& row) {
    if (next == all.end()) return false;
    row = {next->second.number, next->second.label, next->second.polarity, next->second.security};
    return ++next, true;
  });
}

}  // namespace compare
