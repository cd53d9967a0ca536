#include "council/record_store.h"

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
    KeptParticulars kept{row.integer(0), row.text(1), !row.is_null(2), {}, "", std::nullopt};
    if (kept.are_there) {
      kept.salt = row.text(3);
      kept.particulars = {row.text(4), row.text(5), row.text(6), row.text(7)};
      if (!row.is_null(8)) kept.erased = kit::Moment{row.integer(8)};
    }
    each(kept);
  });
}

std::vector<kit::Moment> erasures(kit::Transaction& tx) {
  std::vector<kit::Moment> all;
  tx.each(record_sql::erasures, {}, "i", [&](const kit::Row& row) { all.push_back({row.integer(0)}); });
  return all;
}

}  // namespace council
