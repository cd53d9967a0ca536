#include "report/exceptions_store.h"

#include "assess/judged_store.h"
#include "compare/mapped_store.h"

namespace report {
namespace {

std::shared_ptr<const Exceptions> found(std::shared_ptr<const assess::Judged> judged, const council::Desk& desk) {
  const auto& picture = *judged->picture;
  assess::Others others;
  {
    auto tx = desk.db.read();
    others = compare::others_among(tx, desk.data_folder, picture, judged->period);
  }
  auto made = std::make_shared<Exceptions>();
  made->all = assess::exceptions(*judged, others);
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
  return desk.memory.get<Exceptions>(judged->picture->version, name, [&] { return found(judged, desk); }, bytes);
}

}  // namespace report
