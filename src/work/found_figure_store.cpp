#include "work/found_figure_store.h"

#include "assess/picture_store.h"
#include "collect/entry.h"

namespace work {

std::optional<FoundFigure> find_figure(const kit::Request& asked, council::Desk& desk, council::May may) {
  const kit::Request now;
  FoundFigure found{assess::picture_for(now, desk), nullptr, {}};
  found.kept = found.picture->find(asked.value("indicator"));
  const auto period = calendar::read_slug(asked.value("period"));
  if (!found.kept || !period) return std::nullopt;
  found.period = *period;
  if (council::why_not(may, desk.asker, collect::subject_of(found.definition())).any()) return std::nullopt;
  return found;
}

}  // namespace work
