// A strip: everybody's figure as a dot on one line, so that the spread is seen and nobody is first or last. One's own is marked by shape,
// colour and word; the middle of the group is a line. It always brings its sentence; names are in the table beside it.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "kit/html.h"

namespace parts {

struct StripDot {
  enum class Of { group, others, own };
  double value = 0;
  std::string name, written;
  Of of = Of::group;
};

struct Strip {
  enum class Under { page, section };  // what it belongs to: its title is a heading of level 2 or 3
  std::string id = "strip";
  Under under = Under::page;
  std::string finding, summary;  // the title, and one sentence for whoever does not see the drawing
  std::vector<StripDot> dots;
  double middle = 0;
  std::string middle_written;
  std::function<std::string(double)> axis_number;
  double finest = 0;
};
void strip(kit::Html& html, const Strip& strip);

}  // namespace parts
