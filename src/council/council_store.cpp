#include "council/council_store.h"

#include <algorithm>

#include "council/council.sql.h"
#include "kit/editions.h"

namespace council {
namespace {

std::string_view code(Unit::Kind kind) { return kind == Unit::Kind::directorate ? "directorate" : "service"; }

Role role_of(const std::string& text) {
  const auto role = read_role(text);
  if (!role) throw kit::Failure("The database holds a role that is not known: " + text);
  return *role;
}

Unit read_unit(const kit::Row& row) {
  return {.kind = row.text(0) == "directorate" ? Unit::Kind::directorate : Unit::Kind::service,
          .code = row.text(1),
          .name = row.text(2),
          .part_of = row.text(3),
          .head = row.text(4),
          .order = static_cast<int>(row.integer(5)),
          .at = {row.integer(6)},
          .gone = row.integer(7) != 0};
}

Person read_person(const kit::Row& row) {
  return {.code = row.text(0),
          .name = row.text(1),
          .job = row.text(2),
          .email = row.text(3),
          .role = role_of(row.text(4)),
          .unit = row.text(5),
          .at = {row.integer(6)},
          .gone = row.integer(7) != 0};
}

const auto same_code = [](const auto& a, const auto& b) { return a.code == b.code; };

}  // namespace

// Sorted here and not by the database, since the order of letters is each database's own.
Council load_council(kit::Transaction& tx, kit::Moment as_at, RecordId upto) {
  const kit::Values known{{"as_at", as_at.seconds}, {"upto", upto}};
  Council all;
  tx.each(council_sql::settings, known, "tti", [&](const kit::Row& row) {
    kit::keep_newest(all.settings, Setting{row.text(0), row.text(1), {row.integer(2)}},
                     [](const Setting& a, const Setting& b) { return a.name == b.name; });
  });
  tx.each(council_sql::units, known, "tttttiii",
          [&](const kit::Row& row) { kit::keep_newest(all.units, read_unit(row), same_code); });
  tx.each(council_sql::people, known, "ttttttii",
          [&](const kit::Row& row) { kit::keep_newest(all.people, read_person(row), same_code); });

  std::ranges::sort(all.settings, {}, &Setting::name);
  std::ranges::sort(all.units,
                    [](const Unit& a, const Unit& b) { return std::tie(a.order, a.code) < std::tie(b.order, b.code); });
  std::ranges::sort(all.people, {}, &Person::code);
  return all;
}

void add_settings(kit::Transaction& tx, std::span<const Setting> settings, RecordId record) {
  for (const auto& s : settings)
    tx.run(council_sql::add_setting, {{"name", s.name}, {"value", s.value}, {"at", s.at.seconds}, {"record", record}});
}

void add_units(kit::Transaction& tx, std::span<const Unit> units, RecordId record) {
  for (const auto& u : units)
    tx.run(council_sql::add_unit, {{"code", u.code},
                                   {"kind", std::string(code(u.kind))},
                                   {"name", u.name},
                                   {"part_of", u.part_of},
                                   {"head", u.head},
                                   {"place", std::int64_t(u.order)},
                                   {"gone", std::int64_t(u.gone)},
                                   {"at", u.at.seconds},
                                   {"record", record}});
}

void add_people(kit::Transaction& tx, std::span<const Person> people, RecordId record) {
  for (const auto& p : people)
    tx.run(council_sql::add_person, {{"code", p.code},
                                     {"name", p.name},
                                     {"job", p.job},
                                     {"email", p.email},
                                     {"role", std::string(code(p.role))},
                                     {"unit", p.unit},
                                     {"gone", std::int64_t(p.gone)},
                                     {"at", p.at.seconds},
                                     {"record", record}});
}

}  // namespace council
