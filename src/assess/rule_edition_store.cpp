#include "assess/rule_edition_store.h"

#include "assess/rule_edition.sql.h"

namespace assess {
namespace {

RuleEdition read_edition(const kit::Row& row) {
  const auto scope = read_scope(row.text(0));
  const auto steps = read_steps(row.text(3));
  const auto from = kit::Date::parse(row.text(4));
  if (!scope || !steps || !from) throw kit::Failure("The database holds a rating rule that cannot be read, of " + row.text(0) + ".");
  return {*scope, static_cast<std::int32_t>(row.integer(1)), {row.text(2), *steps}, *from, row.integer(5) != 0,
          row.text(6), row.text(7), row.text(8), {row.integer(9)}};
}

}  // namespace

RuleEditions load_rules(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto) {
  RuleEditions all;
  tx.each(rule_edition_sql::editions, {{"as_at", as_at.seconds}, {"upto", upto}}, "titttittti",
          [&](const kit::Row& row) { all.push_back(read_edition(row)); });
  return all;
}

void add_rules(kit::Transaction& tx, std::span<const RuleEdition> editions, council::RecordId record) {
  for (const auto& one : editions)
    tx.run(rule_edition_sql::add, {{"scope", code(one.scope)},
                                   {"name", one.rule.name},
                                   {"steps", written(one.rule.steps)},
                                   {"applies_from", one.applies_from.iso()},
                                   {"gone", std::int64_t(one.gone)},
                                   {"reason", one.reason},
                                   {"authority", one.authority},
                                   {"by_person", one.by},
                                   {"at", one.at.seconds},
                                   {"record", record}});
}

}  // namespace assess
