#include "exchange/council_rows.h"

namespace exchange {

CouncilRow row_of(const council::Unit& unit) {
  CouncilRow row;
  row.what = unit.kind == council::Unit::Kind::directorate ? CouncilRow::What::directorate : CouncilRow::What::service;
  row.code = unit.code;
  row.name = unit.name;
  row.part_of = unit.part_of;
  row.head = unit.head;
  row.gone = unit.gone;
  return row;
}

PlanRow row_of(const plan::Framework& framework) {
  PlanRow row;
  row.what = PlanRow::What::framework;
  row.code = framework.code;
  row.title = framework.name;
  row.level = framework.levels;
  row.gone = framework.gone;
  return row;
}

PlanRow row_of(const plan::Priority& priority) {
  PlanRow row;
  row.code = priority.code;
  row.title = priority.title;
  row.framework = priority.framework;
  if (!priority.level.empty()) row.level = {priority.level};
  row.part_of = priority.part_of;
  row.director = priority.director;
  row.meaning = priority.meaning;
  row.gone = priority.gone;
  return row;
}

}  // namespace exchange
