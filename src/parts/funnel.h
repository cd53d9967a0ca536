// A funnel: everybody by how many are counted and what it comes to, between the limits of chance, which are wide where few are counted.
// One's own is marked by shape, colour and word. It always brings its sentence; its table stands beside it.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "kit/html.h"

namespace parts {

struct FunnelPoint {
  double counted = 0, value = 0;
  std::string name, written;
  bool is_own = false;
};
struct FunnelLimit {
  double counted = 0;
  double low = 0, high = 0, far_low = 0, far_high = 0;  // 95%, and 99.8%
};

struct Funnel {
  std::string id = "funnel";
  std::string finding, summary;
  std::vector<FunnelPoint> points;
  std::vector<FunnelLimit> limits;  // by how many are counted
  double average = 0;
  std::string average_written, counted_what;  // "All of them 78.1%", "Applications decided"
  std::function<std::string(double)> axis_number;
};
void funnel(kit::Html& html, const Funnel& funnel);

}  // namespace parts
