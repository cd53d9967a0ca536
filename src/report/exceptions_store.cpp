#include "report/exceptions_store.h"

#include "assess/judged_store.h"
#include "compare/among_others.h"
#include "compare/comparator_store.h"

namespace report {
namespace {

std::shared_ptr<const Exceptions> found(std::shared_ptr<const assess::Judged> judged, kit::Database& db) {
  const auto& picture = *judged->picture;
  std::vector<compare::ComparatorFigure> others;
  {
    auto tx = db.read();
    others = compare::load_comparator_figures(tx, picture.as_at, picture.version);
  }
  auto made = std::make_shared<Exceptions>();
  made->all = assess::exceptions(*judged, compare::among_others(others, picture, judged->period));
  made->judged = std::move(judged);
  return made;
}

std::size_t bytes(const Exceptions& exceptions) {
  std::size_t all = sizeof(Exceptions);
  for (const auto& each : exceptions.all) {
    all += sizeof each;
    for (const auto& warning : each.warnings) all += sizeof warning + warning.said.capacity();
  }
  return all;
}

}  // namespace

std::shared_ptr<const Exceptions> exceptions_for(const kit::Request& asked, council::Desk& desk) {
  auto judged = assess::judged_for(asked, desk);
  if (!judged) return nullptr;
  const auto name = judged->picture->as_at.iso() + ' ' + judged->period.iso();
  return desk.memory.get<Exceptions>(judged->picture->version, name, [&] { return found(judged, desk.db); }, bytes);
}

}  // namespace report
