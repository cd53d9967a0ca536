#include "assess/distributions.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>
#include <numbers>

namespace assess {
namespace {

constexpr double no_end = std::numeric_limits<double>::infinity();

// Overflow and arguments that make no sense answer with an infinity or NaN; a rule throws nothing.
using Quiet =
    boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::pole_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
                                  boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

// One tail of Student's t beyond |t|, by the incomplete beta function; the form that loses no digits near its end.
double t_tail(double t, double freedom) {
  const double square = t * t;
  if (std::isinf(square)) return 0;
  if (square > freedom) return boost::math::ibeta(freedom / 2, 0.5, freedom / (freedom + square), Quiet()) / 2;
  return boost::math::ibetac(0.5, freedom / 2, square / (freedom + square), Quiet()) / 2;
}

}  // namespace

double normal_below(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

double normal_quantile(double share) { return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * share, Quiet()); }

double chi_squared_quantile(double share, double freedom) {
  return 2 * boost::math::gamma_p_inv(freedom / 2, share, Quiet());
}

double t_below(double t, double freedom) { return t < 0 ? t_tail(t, freedom) : 1 - t_tail(t, freedom); }
double t_beyond(double t, double freedom) { return 2 * t_tail(t, freedom); }

double t_quantile(double share, double freedom) {
  if (share == 0.5) return 0;
  const double tail = std::min(share, 1 - share);
  double rest = 0;  // 1 - x, kept apart: beyond the quantile x is all but 1 when the tail is small
  const double x = boost::math::ibeta_inv(freedom / 2, 0.5, 2 * tail, &rest, Quiet());
  const double size = x > 0 ? std::sqrt(freedom * rest / x) : no_end;
  return share < 0.5 ? -size : size;
}

double poisson_at_most(double count, double mean) {
  if (count < 0) return 0;
  return mean > 0 ? boost::math::gamma_q(std::floor(count) + 1, mean, Quiet()) : 1;
}

double poisson_at_least(double count, double mean) {
  if (count <= 0) return 1;
  return mean > 0 ? boost::math::gamma_p(std::ceil(count), mean, Quiet()) : 0;
}

double binomial_at_most(double successes, double trials, double chance) {
  const double whole = std::floor(successes);
  if (whole < 0) return 0;
  return whole < trials ? boost::math::ibetac(whole + 1, trials - whole, chance, Quiet()) : 1;
}

}  // namespace assess
