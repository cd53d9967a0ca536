#include "council/cover_store.h"

#include "council/cover.sql.h"

namespace council {
namespace {

kit::Date date_of(const std::string& text) {
  const auto date = kit::Date::parse(text);
  if (!date) throw kit::Failure("The database holds a day that is none: " + text);
  return *date;
}

Cover read_cover(const kit::Row& row) {
  return {.id = row.integer(0),
          .edition = static_cast<std::int32_t>(row.integer(1)),
          .person = row.text(2),
          .deputy = row.text(3),
          .first_day = date_of(row.text(4)),
          .last_day = date_of(row.text(5)),
          .reason = row.text(6),
          .gone = row.integer(7) != 0,
          .at = {row.integer(8)}};
}

}  // namespace

std::vector<Cover> load_covers(kit::Transaction& tx) {
  std::vector<Cover> all;
  tx.each(cover_sql::covers, {}, "iitttttii", [&](const kit::Row& row) { all.push_back(read_cover(row)); });
  return all;
}

std::vector<std::string> covered_by(kit::Transaction& tx, const std::string& deputy, kit::Date today) {
  std::vector<std::string> people;
  tx.each(cover_sql::covered_by, {{"deputy", deputy}, {"today", today.iso()}}, "t",
          [&](const kit::Row& row) { people.push_back(row.text(0)); });
  return people;
}

std::int64_t add_cover(kit::Transaction& tx, const Cover& cover, RecordId record) {
  const auto id = cover.id > 0 ? cover.id : tx.number(cover_sql::next_id).value_or(1);
  tx.run(cover_sql::add, {{"id", id},
                          {"person", cover.person},
                          {"deputy", cover.deputy},
                          {"first_day", cover.first_day.iso()},
                          {"last_day", cover.last_day.iso()},
                          {"reason", cover.reason},
                          {"gone", std::int64_t(cover.gone)},
                          {"at", cover.at.seconds},
                          {"record", record}});
  return id;
}

std::vector<Reach> load_reach(kit::Transaction& tx, const std::string& person) {
  std::vector<Reach> all;
  tx.each(cover_sql::reach, {{"person", person}}, "ttii", [&](const kit::Row& row) {
    all.push_back({row.text(0) == "unit" ? Reach::Kind::unit : Reach::Kind::portfolio,
                   person,
                   row.text(1),
                   row.integer(2) != 0,
                   {row.integer(3)}});
  });
  return all;
}

void add_reach(kit::Transaction& tx, const Reach& reach, RecordId record) {
  tx.run(cover_sql::add_reach, {{"person", reach.person},
                                {"kind", std::string(reach.kind == Reach::Kind::unit ? "unit" : "portfolio")},
                                {"code", reach.code},
                                {"gone", std::int64_t(reach.gone)},
                                {"at", reach.at.seconds},
                                {"record", record}});
}

}  // namespace council
