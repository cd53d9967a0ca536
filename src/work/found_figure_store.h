// What stands behind an address of one figure, "/…/{indicator}/{period}".
#pragma once
#include <memory>
#include <optional>

#include "assess/picture.h"
#include "council/desk.h"
#include "kit/http.h"

namespace work {

struct FoundFigure {
  std::shared_ptr<const assess::Picture> picture;
  const assess::Kept* kept = nullptr;
  calendar::Period period;
  const indicator::Definition& definition() const { return kept->in(period); }
};
// None when there is no such figure, or it is not for whoever asks: both look the same.
std::optional<FoundFigure> find_figure(const kit::Request& asked, council::Desk& desk, council::May may);

}  // namespace work
