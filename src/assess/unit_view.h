// What the page of a directorate or service tells: who answers for it, its people by their jobs, and its indicators.
#pragma once
#include <string>
#include <vector>

#include "assess/judged.h"
#include "assess/marks.h"
#include "parts/status.h"

namespace assess {

struct UnitIndicatorView {
  std::string code, title, service, period, value, target, status, direction, why;
  parts::Status mark = parts::Status::not_rated;
  parts::Direction heading = parts::Direction::not_known;
};
template <class Teller>
void describe(Teller& t, const UnitIndicatorView& indicator) {
  t.field("code", indicator.code);
  t.field("title", indicator.title);
  t.field("service", indicator.service);
  t.field("period", indicator.period);
  t.field("value", indicator.value);
  t.field("target", indicator.target);
  t.field("status", indicator.status);
  t.field("direction", indicator.direction);
  t.field("why", indicator.why);
}

struct UnitView {
  std::string code, name, head, part_of, part_of_name, period;
  bool is_directorate = false;
  Ratings ratings = Ratings::shown;
  parts::StatusCounts counts;
  std::string money;  // in a line; empty where there is none
  std::vector<std::string> jobs;
  std::vector<UnitIndicatorView> indicators;
};
template <class Teller>
void describe(Teller& t, const UnitView& unit) {
  t.field("code", unit.code);
  t.field("name", unit.name);
  t.field("head", unit.head);
  t.field("part_of", unit.part_of);
  t.field("period", unit.period);
  t.field("money", unit.money);
  t.rows("indicators", unit.indicators);
}

// One line of the list of all units: a directorate, then its services.
struct UnitLineView {
  std::string code, name, kind, part_of, head;
  parts::StatusCounts counts;
};
template <class Teller>
void describe(Teller& t, const UnitLineView& unit) {
  t.field("code", unit.code);
  t.field("name", unit.name);
  t.field("kind", unit.kind);
  t.field("part_of", unit.part_of);
  t.field("head", unit.head);
  t.field("on_target", unit.counts[parts::Status::on_target] + unit.counts[parts::Status::better]);
  t.field("close", unit.counts[parts::Status::close]);
  t.field("off_target", unit.counts[parts::Status::off_target]);
  t.field("not_rated", unit.counts[parts::Status::not_rated]);
}

struct UnitsView {
  std::string period;
  Ratings ratings = Ratings::shown;
  std::vector<UnitLineView> units;
};
template <class Teller>
void describe(Teller& t, const UnitsView& view) {
  t.field("period", view.period);
  t.rows("units", view.units);
}

UnitView unit_view(const Judged& judged, const council::Unit& unit);
UnitsView units_view(const Judged& judged);

}  // namespace assess
