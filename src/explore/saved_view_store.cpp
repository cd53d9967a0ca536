#include "explore/saved_view_store.h"

#include "explore/saved_view.sql.h"

namespace explore {

namespace sql = saved_view_sql;

std::vector<SavedView> saved_views(kit::Transaction& tx, kit::Moment as_at) {
  std::vector<SavedView> all;
  tx.each(sql::all, {{"as_at", as_at.seconds}},
          "itttt"
          "ii",
          [&](const kit::Row& row) {
            all.push_back({row.integer(0),
                           row.text(1),
                           row.text(2),
                           row.text(3),
                           read_seen_by(row.text(4)).value_or(SeenBy::nobody),
                           row.integer(5),
                           {row.integer(6)}});
          });
  return all;
}

std::int64_t add_saved_view(kit::Transaction& tx, const SavedView& view, council::RecordId record) {
  const auto number = view.number > 0 ? view.number : tx.number(sql::next_number).value_or(1);
  tx.run(sql::add, {{"number", number}, {"edition", view.edition}, {"name", view.name}, {"address", view.address}, {"person", view.person},
                    {"seen_by", std::string(code(view.seen_by))}, {"at", view.at.seconds}, {"record", record}});
  return number;
}

}  // namespace explore
