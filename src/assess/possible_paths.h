// Possible futures: 5,000 ways in which the next periods may go, always the same ones for the same forecast. Months err
// together as the fitted model has it, and each by as much as the forecast's range allows.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "assess/forecast.h"

namespace assess {

class PossiblePaths {
 public:
  explicit PossiblePaths(const Forecast& forecast);

  std::size_t count() const { return deviations_.size() / steps_; }
  // One path. Of all together 80%, or 95%, stay within that range of the forecast.
  enum class Holding : std::uint8_t { likely, nearly_certain };
  void follow(std::size_t path, Holding holding, std::span<double> figures) const;

 private:
  void simulate();
  void standardise();

  const Forecast& forecast_;
  std::size_t steps_;
  std::vector<double> deviations_;  // path by path, in standard deviations of each step
};

}  // namespace assess
