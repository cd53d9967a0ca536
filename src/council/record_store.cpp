#include "council/record_store.h"

#include <limits>

#include "council/record.sql.h"
#include "kit/secret.h"

namespace council {
namespace {

constexpr kit::Columns columns = "iitttttttit";

Record read(const kit::Row& row) {
  Deed deed{{row.integer(1)}, row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
  deed.moves = row.integer(9) == 1 ? Moves::what_is_read : Moves::nothing;
  return {row.integer(0), std::move(deed), row.text(7), row.text(8), row.text(10)};
}

// From the column on that says whether they are there.
KeptParticulars read_kept(const kit::Row& row, std::size_t from, RecordId record, std::string sealed) {
  KeptParticulars kept{record, std::move(sealed), !row.is_null(from), {}, "", std::nullopt};
  if (!kept.are_there) return kept;
  kept.salt = row.text(from + 1);
  kept.particulars = {row.text(from + 2), row.text(from + 3), row.text(from + 4), row.text(from + 5)};
  if (!row.is_null(from + 6)) kept.erased = kit::Moment{row.integer(from + 6)};
  return kept;
}

constexpr kit::Columns found_columns = "iitttttttittttttti";  // of the record, then of its particulars

FoundRecord read_found(const kit::Row& row) {
  auto record = read(row);
  auto kept = read_kept(row, columns.size(), record.id, record.sealed);
  return {std::move(record), std::move(kept)};
}

// By the narrowest thing that is named; each has an index.
const kit::Query& query_for(const RecordSearch& search) {
  if (!search.subject.empty()) return record_sql::found_of_subject;
  if (!search.who.empty()) return record_sql::found_of_person;
  if (!search.what.empty()) return record_sql::found_of_sort;
  return search.from || search.to ? record_sql::found_between : record_sql::newest_found;
}

}  // namespace

Recorded record(kit::Transaction& tx, Deed deed) {
  if (const auto done = find_record(tx, deed.key)) return {*done, Recorded::How::already_done};

  std::optional<Record> newest;
  tx.each(record_sql::newest, {}, columns, [&](const kit::Row& row) { newest = read(row); });
  const auto salt = deed.particulars.any() ? kit::random_name() : std::string();
  auto sealed = salt.empty() ? std::string() : seal_of(deed.particulars, salt);
  const Record next = next_record(newest ? &*newest : nullptr, std::move(deed), std::move(sealed));
  const Deed& d = next.deed;
  tx.run(record_sql::add, {{"id", next.id},
                           {"at", d.at.seconds},
                           {"who", d.who},
                           {"what", d.what},
                           {"subject", d.subject},
                           {"detail", d.detail},
                           {"key", d.key},
                           {"previous", next.previous},
                           {"hash", next.hash},
                           {"moves", std::int64_t(d.moves == Moves::what_is_read)},
                           {"sealed", next.sealed}});
  if (!salt.empty())
    tx.run(record_sql::add_particulars, {{"record", next.id},
                                         {"salt", salt},
                                         {"place", d.particulars.place},
                                         {"authority", d.particulars.authority},
                                         {"was", d.particulars.was},
                                         {"became", d.particulars.became}});
  return {next.id, Recorded::How::written};
}

std::optional<RecordId> find_record(kit::Transaction& tx, const std::string& key) {
  return tx.number(record_sql::by_key, {{"key", key}});
}

RecordId version(kit::Transaction& tx) { return tx.number(record_sql::version).value_or(0); }
RecordId newest_record(kit::Transaction& tx) { return tx.number(record_sql::newest_number).value_or(0); }

std::optional<kit::Moment> newest_moment(kit::Transaction& tx) {
  const auto seconds = tx.number(record_sql::newest_moment);
  return seconds ? std::optional(kit::Moment{*seconds}) : std::nullopt;
}

void each_record(kit::Transaction& tx, const std::function<void(const Record&)>& each) {
  tx.each(record_sql::all, {}, columns, [&](const kit::Row& row) { each(read(row)); });
}

void each_kept_particulars(kit::Transaction& tx, const std::function<void(const KeptParticulars&)>& each) {
  tx.each(record_sql::kept_particulars, {}, "ittttttti", [&](const kit::Row& row) {
    each(read_kept(row, 2, row.integer(0), row.text(1)));
  });
}

std::vector<kit::Moment> erasures(kit::Transaction& tx) {
  std::vector<kit::Moment> all;
  tx.each(record_sql::erasures, {}, "i", [&](const kit::Row& row) { all.push_back({row.integer(0)}); });
  return all;
}

std::vector<FoundRecord> find_records(kit::Transaction& tx, const RecordSearch& search, std::int64_t most) {
  constexpr auto ever = std::numeric_limits<std::int64_t>::max();
  const auto& query = query_for(search);
  kit::Values values = {{"before", search.before > 0 ? search.before : ever}, {"most", most}};
  if (&query != &record_sql::newest_found) {
    values.push_back({"since", search.from ? kit::Moment::start_of(*search.from).seconds : std::numeric_limits<std::int64_t>::min()});
    values.push_back({"until", search.to ? kit::Moment::end_of(*search.to).seconds : ever});
  }
  if (&query == &record_sql::found_of_sort || &query == &record_sql::found_of_person || &query == &record_sql::found_of_subject)
    values.push_back({"what", search.what});
  if (&query == &record_sql::found_of_person || &query == &record_sql::found_of_subject) values.push_back({"who", search.who});
  if (&query == &record_sql::found_of_subject) values.push_back({"subject", search.subject});
  std::vector<FoundRecord> all;
  tx.each(query, values, found_columns, [&](const kit::Row& row) { all.push_back(read_found(row)); });
  return all;
}

std::optional<FoundRecord> find_one_record(kit::Transaction& tx, RecordId id) {
  std::optional<FoundRecord> found;
  tx.each(record_sql::one, {{"id", id}}, found_columns, [&](const kit::Row& row) { found = read_found(row); });
  return found;
}

std::vector<std::string> people_in_record(kit::Transaction& tx) {
  std::vector<std::string> all;
  tx.each(record_sql::people, {}, "t", [&](const kit::Row& row) { all.push_back(row.text(0)); });
  return all;
}

std::vector<std::string> sorts_in_record(kit::Transaction& tx) {
  std::vector<std::string> all;
  tx.each(record_sql::sorts, {}, "t", [&](const kit::Row& row) { all.push_back(row.text(0)); });
  return all;
}

}  // namespace council
