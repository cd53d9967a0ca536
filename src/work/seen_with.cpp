#include "work/seen_with.h"

namespace work {
namespace {

assess::Kept with_figure(const assess::Kept& kept, const collect::Entry& entry) {
  auto with = kept;
  auto figure = collect::figure_of(entry);
  figure.indicator = kept.id;
  figure.edition = 1;
  auto place = with.figures.begin();
  for (; place != with.figures.end() && place->period <= figure.period; ++place)
    if (place->period == figure.period) figure.edition = place->edition + 1;
  with.figures.insert(place, std::move(figure));
  return with;
}

}  // namespace

SeenWith::SeenWith(const assess::Picture& picture, const assess::Kept& kept, const collect::Entry& entry)
    : with(with_figure(kept, entry)), judgement(assess::judge(picture, with, entry.period)) {}

}  // namespace work
