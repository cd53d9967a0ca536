// Many small charts side by side, one for each council, all on the same axes, so that their lines can be held against each other.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kit/html.h"

namespace parts {

struct Multiple {
  std::string name, written;                   // "Ambleford", "41.8%": its last figure
  std::vector<std::optional<double>> values;   // a missing one is a gap
  bool is_own = false;
};

struct SmallMultiples {
  std::string id = "many";
  std::string finding, summary;
  std::string first, last;                     // names of the ends of the axis: "2019/20"
  std::vector<std::optional<double>> middles;  // of the group, dashed in each
  std::vector<Multiple> all;
  std::function<std::string(double)> axis_number;
};
void small_multiples(kit::Html& html, const SmallMultiples& many);

}  // namespace parts
