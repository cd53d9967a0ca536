#include "compare/published.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "compare/published_reader.h"

namespace compare {
namespace {

// In the order in which they are asked for: what an indicator was stands together.
void put_in_order(PublishedFile& file) {
  const auto key = [&](const PublishedFigure& f) { return std::tuple(f.indicator, file.periods[f.period].end(), f.period, f.area, f.row); };
  if (!std::ranges::is_sorted(file.figures, {}, key)) std::ranges::sort(file.figures, {}, key);
}

}  // namespace

kit::Verdict<PublishedFile> read_published(std::istream& in, const Authorities& authorities, const Reading& reading,
                                           const PassedOn& pass_on) {
  return PublishedReader(authorities, reading, pass_on).read(in);
}

kit::Verdict<PublishedFile> read_published(std::istream& in, const Authorities& authorities, const Reading& reading) {
  std::vector<PublishedFigure> figures;
  auto read = read_published(in, authorities, reading,
                             [&](const PublishedFigure& figure, const PublishedFile&) { figures.push_back(figure); });
  if (!read) return read;
  (*read).figures = std::move(figures);
  put_in_order(*read);
  return read;
}

}  // namespace compare
