// How something went, beside how it went elsewhere: one's own line with its points, the middle of the group dashed, and
// the band in which half of the group lies. Told apart by shape as well as shade; it always brings its sentence and its
// table.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kit/html.h"

namespace parts {

struct BesidePoint {
  std::string name;                        // "2023/24"
  double place = 0;                        // in time
  std::optional<double> own, middle, low, high;
  std::string where;                       // "in the second quarter of 36"; empty: not said
};

struct TrendBeside {
  enum class Under { page, section };      // its title is a heading of level 2 or 3
  std::string id = "trend";
  Under under = Under::page;
  std::string finding, summary;
  std::string own_name, middle_name;       // "Here", "Middle of the others"
  std::vector<BesidePoint> points;         // oldest first
  std::function<std::string(double)> written, axis_number;
  double finest = 0;
};
void trend_beside(kit::Html& html, const TrendBeside& trend);

}  // namespace parts
