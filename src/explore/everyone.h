// How every council of a group stands in everything that a load counts: in each indicator the newest period in which
// any of them has a figure. Reckoned by the rules of a benchmark, as on the page of one comparison.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "assess/benchmark.h"
#include "calendar/period.h"

namespace explore {

// One indicator in one period: of each council, by its place among those asked for, its figure.
struct NewestFigures {
  std::string title;
  calendar::Period period;
  std::vector<std::pair<std::uint32_t, double>> figures;
};

struct StandsAt {
  std::uint32_t council = 0;
  double figure = 0;
  int rank = 0;
  std::optional<int> quartile;  // 1 is best, or highest where neither way is known to be better; none of fewer than five
  std::optional<double> others_median, mads;
};

struct EveryoneAt {
  double median = 0, mad = 0;  // of all of them
  std::vector<StandsAt> councils;
};

// Of all of them, or of one alone.
EveryoneAt standings(const NewestFigures& of, indicator::Polarity polarity, std::optional<std::uint32_t> only = std::nullopt);

}  // namespace explore
