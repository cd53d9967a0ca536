#include "collect/control_store.h"

#include "collect/control.sql.h"
#include "indicator/columns.h"

namespace collect {
namespace {

std::vector<ControlCheck> read_all(kit::Transaction& tx, const kit::Query& query, const kit::Values& values) {
  std::vector<ControlCheck> all;
  tx.each(query, values, "iitttti", [&](const kit::Row& row) {
    all.push_back({row.integer(0), static_cast<std::int32_t>(row.integer(1)), indicator::known(kit::Date::parse(row.text(2)), row.text(2)),
                   indicator::known(read_control_result(row.text(3)), row.text(3)), row.text(4), row.text(5), {row.integer(6)}});
  });
  return all;
}

}  // namespace

std::vector<ControlCheck> newest_controls(kit::Transaction& tx) { return read_all(tx, control_sql::newest, {}); }
std::vector<ControlCheck> controls_of(kit::Transaction& tx, indicator::IndicatorId indicator) {
  return read_all(tx, control_sql::of_indicator, {{"indicator", indicator}});
}

void add_control(kit::Transaction& tx, const ControlCheck& check, council::RecordId record) {
  tx.run(control_sql::add, {{"indicator", check.indicator},
                            {"checked_on", check.checked_on.iso()},
                            {"result", std::string(code(check.result))},
                            {"said", check.said},
                            {"by_person", check.by},
                            {"at", check.at.seconds},
                            {"record", record}});
}

}  // namespace collect
