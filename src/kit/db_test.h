// A small database of two tables on each engine, for the tests of kit/db.
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "../../tests/support/on_both.h"
#include "kit/db.h"

namespace kit {

inline constexpr const char* schema = R"(
create table record (id bigint not null primary key, moves bigint not null default 1, what text not null);
create table thing (
  code text not null, edition bigint not null check (edition > 0), record bigint not null references record (id),
  size double precision, note text,
  primary key (code, edition)
) -- sqlite: without rowid
;
)";
inline const std::vector<Migration> one{{1, "0001_start.sql", schema}};
inline const std::vector<Migration> two{
    one[0], {2, "0002_more.sql", "alter table thing add column more text; create table other (id bigint);"}};

inline constexpr Query add_record{"test: record", "insert into record (id, what) values (:id, :what)", ""};
inline constexpr Query add_thing{
    "test: thing",
    "insert into thing (code, edition, record, size, note) values (:code, :edition, :record, :size, :note)", ""};
inline constexpr Query things{"test: things",
                       "select code, edition, size, note, edition + 1 from thing order by code, edition", ""};
inline constexpr Query how_many{"test: count", "select count(*) from thing", ""};
inline constexpr Query change_notes{"test: change", "update thing set note = :note where code = :code", ""};

inline Values thing(std::string code, std::int64_t edition, Bound size = 1.5, Bound note = nullptr, std::int64_t record = 1) {
  return {{"code", code}, {"edition", edition}, {"record", record}, {"size", size}, {"note", note}};
}

class TheDatabase : public tests::OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    db = Database::open(address, one);
    auto tx = db->write();
    tx.run(add_record, {{"id", std::int64_t(1)}, {"what", std::string("start")}});
    tx.commit();
  }
  void keep(const Values& values) {
    auto tx = db->write();
    tx.run(add_thing, values);
    tx.commit();
  }
  std::int64_t count() { return db->read().number(how_many).value(); }
  std::unique_ptr<Database> db;
};

}  // namespace kit
