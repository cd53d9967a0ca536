// A published indicator, whichever file of its data set is the newest.
#pragma once
#include <compare>
#include <string>

namespace compare {

struct Series {
  std::string data_set, title;
  friend auto operator<=>(const Series&, const Series&) = default;
};

}  // namespace compare
