#include "report/edition_store.h"

#include <algorithm>

#include "indicator/columns.h"
#include "kit/secret.h"
#include "report/edition.sql.h"

namespace report {
namespace {

using indicator::known;
using indicator::NextColumn;

EditionKey read_key(NextColumn& next) {
  EditionKey key;
  key.pack = next.text();
  const auto& period = next.text();
  key.period = known(calendar::Period::parse(period), period);
  key.number = static_cast<int>(next.integer());
  return key;
}

Edition read_edition(const kit::Row& row) {
  NextColumn next(row);
  Edition edition;
  edition.key = read_key(next);
  edition.pack_edition = static_cast<int>(next.integer());
  edition.as_at = next.moment();
  edition.reason = next.text();
  edition.asked_by = next.text();
  edition.approved_by = next.text();
  edition.at = next.moment();
  return edition;
}

Edition* place_of(std::vector<Edition>& editions, const EditionKey& key) {
  const auto found = std::ranges::find(editions, key, &Edition::key);
  return found == editions.end() ? nullptr : &*found;
}

std::vector<Edition> load(kit::Transaction& tx, const kit::Query& editions, const kit::Query& steps, const kit::Values& values) {
  std::vector<Edition> all;
  tx.each(editions, values, "ttiiittti", [&](const kit::Row& row) { all.push_back(read_edition(row)); });
  tx.each(steps, values, "ttittti", [&](const kit::Row& row) {
    NextColumn next(row);
    auto* edition = place_of(all, read_key(next));
    if (!edition) return;
    Step step;
    const auto& doing = next.text();
    step.doing = known(read_doing(doing), doing);
    step.person = next.text();
    step.words = next.text();
    step.at = next.moment();
    edition->steps.push_back(std::move(step));
  });
  return all;
}

kit::Values values_of(const EditionKey& key) {
  return {{"pack", key.pack}, {"period", key.period.iso()}, {"edition", std::int64_t(key.number)}};
}

kit::Values with(kit::Values values, std::initializer_list<kit::Value> more) {
  values.insert(values.end(), more);
  return values;
}

std::optional<Kept> load_document(kit::Transaction& tx, const kit::Query& query, const EditionKey& key, Form form) {
  std::optional<Kept> kept;
  tx.each(query, with(values_of(key), {{"form", std::string(code(form))}}), "ttt", [&](const kit::Row& row) {
    kept = Kept{row.text(0), row.text(1), row.text(2) == "run" ? Stage::run : Stage::signed_off};
  });
  if (kept && kit::fingerprint(kept->json) != kept->fingerprint)
    throw kit::Failure("The report " + key.path() + " is no longer what was kept. Run goldenthread check.");
  return kept;
}

void add_document(kit::Transaction& tx, const EditionKey& key, Form form, Stage stage, const std::string& json, council::RecordId record) {
  tx.run(edition_sql::add_document, with(values_of(key), {{"form", std::string(code(form))},
                                                          {"stage", stage == Stage::run ? std::string("run") : std::string("signed_off")},
                                                          {"document", json},
                                                          {"fingerprint", kit::fingerprint(json)},
                                                          {"record", record}}));
}

Rerun read_rerun(NextColumn& next, EditionKey key) {
  Rerun rerun;
  rerun.key = std::move(key);
  rerun.step = static_cast<int>(next.integer());
  const auto& stage = next.text();
  rerun.stage = known(read_rerun_stage(stage), stage);
  rerun.reason = next.text();
  rerun.asked_by = next.text();
  rerun.decided_by = next.text();
  rerun.said = next.text();
  rerun.at = next.moment();
  return rerun;
}

}  // namespace

std::vector<Edition> load_editions(kit::Transaction& tx) { return load(tx, edition_sql::editions, edition_sql::steps, {}); }
std::vector<Edition> load_editions_of(kit::Transaction& tx, const std::string& pack) {
  return load(tx, edition_sql::editions_of, edition_sql::steps_of, {{"pack", pack}});
}

std::vector<EditionKey> load_keys(kit::Transaction& tx) {
  std::vector<EditionKey> keys;
  tx.each(edition_sql::keys, {}, "tti", [&](const kit::Row& row) {
    NextColumn next(row);
    keys.push_back(read_key(next));
  });
  return keys;
}

const Edition* newest(const std::vector<Edition>& editions, const std::string& pack, const calendar::Period& period) {
  const Edition* found = nullptr;
  for (const auto& one : editions)
    if (one.key.pack == pack && one.key.period == period && (!found || one.key.number > found->key.number)) found = &one;
  return found;
}

const Edition* find(const std::vector<Edition>& editions, const EditionKey& key) {
  const auto found = std::ranges::find(editions, key, &Edition::key);
  return found == editions.end() ? nullptr : &*found;
}

std::optional<Kept> load_document(kit::Transaction& tx, const EditionKey& key, Form form) {
  return load_document(tx, edition_sql::document, key, form);
}
std::optional<Kept> load_document_as_it_ran(kit::Transaction& tx, const EditionKey& key, Form form) {
  return load_document(tx, edition_sql::document_as_it_ran, key, form);
}

void add_edition(kit::Transaction& tx, const Edition& e, const Frozen& frozen, council::RecordId record) {
  tx.run(edition_sql::add_edition, with(values_of(e.key), {{"pack_edition", std::int64_t(e.pack_edition)},
                                                           {"as_at", e.as_at.seconds},
                                                           {"reason", e.reason},
                                                           {"asked_by", e.asked_by},
                                                           {"approved_by", e.approved_by},
                                                           {"at", e.at.seconds},
                                                           {"record", record}}));
  add_document(tx, e.key, Form::full, Stage::run, frozen.full, record);
  add_document(tx, e.key, Form::open, Stage::run, frozen.open, record);
}

void add_signed(kit::Transaction& tx, const EditionKey& key, const Frozen& frozen, council::RecordId record) {
  add_document(tx, key, Form::full, Stage::signed_off, frozen.full, record);
  add_document(tx, key, Form::open, Stage::signed_off, frozen.open, record);
}

void add_step(kit::Transaction& tx, const Edition& edition, const Step& step, council::RecordId record) {
  tx.run(edition_sql::add_step, with(values_of(edition.key), {{"number", std::int64_t(edition.steps.size() + 1)},
                                                              {"step", std::string(code(step.doing))},
                                                              {"person", step.person},
                                                              {"words", step.words},
                                                              {"at", step.at.seconds},
                                                              {"record", record}}));
}

std::vector<Words> load_words(kit::Transaction& tx, const std::string& pack, const calendar::Period& period) {
  std::vector<Words> all;
  tx.each(edition_sql::words_of, {{"pack", pack}, {"period", period.iso()}}, "tititi", [&](const kit::Row& row) {
    all.push_back({row.text(0),
                   static_cast<int>(row.integer(1)),
                   row.text(2),
                   static_cast<int>(row.integer(3)),
                   row.text(4),
                   {row.integer(5)}});
  });
  return all;
}

void add_words(kit::Transaction& tx, const std::string& pack, const calendar::Period& period, const Words& words,
               council::RecordId record) {
  tx.run(edition_sql::add_words, {{"pack", pack},
                                  {"period", period.iso()},
                                  {"slot", words.slot},
                                  {"words", words.words},
                                  {"exempt", std::int64_t(words.exempt)},
                                  {"by", words.by},
                                  {"at", words.at.seconds},
                                  {"record", record}});
}

std::optional<Rerun> load_rerun(kit::Transaction& tx, const std::string& pack, const calendar::Period& period) {
  std::optional<Rerun> found;
  tx.each(edition_sql::rerun, {{"pack", pack}, {"period", period.iso()}}, "iittttti", [&](const kit::Row& row) {
    NextColumn next(row);
    EditionKey key{pack, period, static_cast<int>(next.integer())};
    found = read_rerun(next, std::move(key));
  });
  return found;
}

std::vector<Rerun> load_reruns_asked(kit::Transaction& tx) {
  std::vector<Rerun> all;
  tx.each(edition_sql::reruns_asked, {}, "ttiittttti", [&](const kit::Row& row) {
    NextColumn next(row);
    auto key = read_key(next);
    all.push_back(read_rerun(next, std::move(key)));
  });
  return all;
}

void add_rerun(kit::Transaction& tx, const Rerun& r, council::RecordId record) {
  tx.run(edition_sql::add_rerun, with(values_of(r.key), {{"step", std::int64_t(r.step)},
                                                         {"stage", std::string(code(r.stage))},
                                                         {"reason", r.reason},
                                                         {"asked_by", r.asked_by},
                                                         {"decided_by", r.decided_by},
                                                         {"said", r.said},
                                                         {"at", r.at.seconds},
                                                         {"record", record}}));
}

}  // namespace report
