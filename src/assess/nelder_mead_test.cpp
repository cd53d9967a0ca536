#include "assess/nelder_mead.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace assess {
namespace {

constexpr Search thorough = {5000, 1e-14};

TEST(TheSearch, FindsTheBottomOfABentValley) {
  const auto valley = [](std::span<const double> x) {  // Rosenbrock (1960): lowest at (1, 1)
    return 100 * std::pow(x[1] - x[0] * x[0], 2) + std::pow(1 - x[0], 2);
  };
  std::array<double, 2> x = {-1.2, 1};
  const double lowest = nelder_mead(valley, x, std::array{0.5, 0.5}, thorough);
  EXPECT_NEAR(lowest, 0, 1e-10);
  EXPECT_NEAR(x[0], 1, 1e-4);
  EXPECT_NEAR(x[1], 1, 1e-4);
}

TEST(TheSearch, FindsTheBottomInManyDirections) {
  const auto bowl = [](std::span<const double> x) {
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += std::pow(x[i] - static_cast<double>(i), 2);
    return sum;
  };
  std::vector<double> x(10, 3), steps(10, 1);
  EXPECT_NEAR(nelder_mead(bowl, x, steps, thorough), 0, 1e-6);
  EXPECT_NEAR(x[9], 9, 1e-3);
}

TEST(TheSearch, KeepsOutOfForbiddenPlaces) {
  const auto fenced = [](std::span<const double> x) {
    return x[0] < 2 ? std::numeric_limits<double>::infinity() : x[0] * x[0];
  };
  std::array<double, 1> x = {5};
  EXPECT_NEAR(nelder_mead(fenced, x, std::array{-1.0}, thorough), 4, 1e-4);
  EXPECT_GE(x[0], 2);
}

TEST(TheSearch, StopsWhenItHasBeenPatientEnough) {
  int asked = 0;
  const auto slope = [&](std::span<const double> x) { return ++asked, x[0]; };
  std::array<double, 1> x = {0};
  nelder_mead(slope, x, std::array{1.0}, Search{40, 0});
  EXPECT_LE(asked, 44);
  EXPECT_LT(x[0], -1000);
}

}  // namespace
}  // namespace assess
