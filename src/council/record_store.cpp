#include "council/record_store.h"

#include "council/record.sql.h"

namespace council {
namespace {

constexpr kit::Columns columns = "iittttttt";

Record read(const kit::Row& row) {
  return {row.integer(0),
          {{row.integer(1)}, row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)},
          row.text(7),
          row.text(8)};
}

}  // namespace

Recorded record(kit::Transaction& tx, Deed deed) {
  if (const auto done = find_record(tx, deed.key)) return {*done, Recorded::How::already_done};

  std::optional<Record> newest;
  tx.each(record_sql::newest, {}, columns, [&](const kit::Row& row) { newest = read(row); });
  const Record next = next_record(newest ? &*newest : nullptr, std::move(deed));
  const Deed& d = next.deed;
  tx.run(record_sql::add, {{"id", next.id},
                           {"at", d.at.seconds},
                           {"who", d.who},
                           {"what", d.what},
                           {"subject", d.subject},
                           {"detail", d.detail},
                           {"key", d.key},
                           {"previous", next.previous},
                           {"hash", next.hash}});
  return {next.id, Recorded::How::written};
}

std::optional<RecordId> find_record(kit::Transaction& tx, const std::string& key) {
  return tx.number(record_sql::by_key, {{"key", key}});
}

std::optional<kit::Moment> newest_moment(kit::Transaction& tx) {
  const auto seconds = tx.number(record_sql::newest_moment);
  return seconds ? std::optional(kit::Moment{*seconds}) : std::nullopt;
}

void each_record(kit::Transaction& tx, const std::function<void(const Record&)>& each) {
  tx.each(record_sql::all, {}, columns, [&](const kit::Row& row) { each(read(row)); });
}

}  // namespace council
