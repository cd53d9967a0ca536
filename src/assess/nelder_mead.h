// The lowest point of a function of a few numbers, without derivatives (Nelder and Mead 1965; with the steps of Gao and
// Han 2012 for many numbers). No memory is asked for while it runs. A cost of infinity keeps out of forbidden places.
#pragma once
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace assess {

inline constexpr std::size_t most_numbers = 32;

struct Search {
  int most_costs = 1000;    // evaluations, about
  double agreement = 1e-8;  // relative: stop when all corners cost the same but for this
};

template <class Cost>
class NelderMead {
 public:
  NelderMead(const Cost& cost, const Search& search) : cost_(cost), search_(search) {}

  // From `start`, with a first step in each direction; the lowest point found replaces it, and its cost is answered.
  double minimise(std::span<double> start, std::span<const double> steps) {
    size_ = start.size();
    shape();
    place(start, steps);
    while (costs_so_far_ < search_.most_costs && !agreed()) move_worst();
    const auto best = lowest();
    std::copy_n(corners_[best].begin(), size_, start.begin());
    return costs_[best];
  }

 private:
  using Corner = std::array<double, most_numbers>;

  void shape() {
    const double n = std::max<double>(2, static_cast<double>(size_));
    expand_ = 1 + 2 / n, contract_ = 0.75 - 0.5 / n, shrink_ = 1 - 1 / n;
  }

  void place(std::span<const double> start, std::span<const double> steps) {
    for (std::size_t corner = 0; corner <= size_; ++corner) {
      std::copy(start.begin(), start.end(), corners_[corner].begin());
      if (corner > 0) corners_[corner][corner - 1] += steps[corner - 1];
      costs_[corner] = cost(corners_[corner]);
    }
    add_up();
  }

  void add_up() {
    sums_.fill(0);
    for (std::size_t corner = 0; corner <= size_; ++corner)
      for (std::size_t i = 0; i < size_; ++i) sums_[i] += corners_[corner][i];
  }

  std::size_t lowest() const {
    return static_cast<std::size_t>(std::min_element(costs_.begin(), costs_.begin() + size_ + 1) - costs_.begin());
  }
  std::size_t highest() const {
    return static_cast<std::size_t>(std::max_element(costs_.begin(), costs_.begin() + size_ + 1) - costs_.begin());
  }

  bool agreed() const {
    const double low = costs_[lowest()];
    return costs_[highest()] - low <= search_.agreement * (std::fabs(low) + search_.agreement);
  }

  void move_worst() {
    const auto worst = highest(), best = lowest();
    double next = costs_[best];
    for (std::size_t corner = 0; corner <= size_; ++corner)
      if (corner != worst) next = std::max(next, costs_[corner]);

    const double reflected = try_at(worst, -1, first_);
    if (reflected < costs_[best]) {
      const double further = try_at(worst, -expand_, second_);
      return further < reflected ? take(worst, second_, further) : take(worst, first_, reflected);
    }
    if (reflected < next) return take(worst, first_, reflected);
    const bool outside = reflected < costs_[worst];
    const double nearer = try_at(worst, outside ? -contract_ : contract_, second_);
    if (nearer <= (outside ? reflected : costs_[worst])) return take(worst, second_, nearer);
    draw_in(best);
  }

  // On the line from the middle of the others through the worst corner: 1 is the corner itself, -1 its reflection.
  double try_at(std::size_t worst, double where, Corner& made) {
    for (std::size_t i = 0; i < size_; ++i) {
      const double middle = (sums_[i] - corners_[worst][i]) / static_cast<double>(size_);
      made[i] = middle + where * (corners_[worst][i] - middle);
    }
    return cost(made);
  }

  void take(std::size_t worst, const Corner& better, double its_cost) {
    for (std::size_t i = 0; i < size_; ++i) sums_[i] += better[i] - corners_[worst][i];
    corners_[worst] = better;
    costs_[worst] = its_cost;
  }

  void draw_in(std::size_t best) {
    for (std::size_t corner = 0; corner <= size_; ++corner) {
      if (corner == best) continue;
      for (std::size_t i = 0; i < size_; ++i)
        corners_[corner][i] = corners_[best][i] + shrink_ * (corners_[corner][i] - corners_[best][i]);
      costs_[corner] = cost(corners_[corner]);
    }
    add_up();
  }

  double cost(const Corner& corner) {
    ++costs_so_far_;
    return cost_(std::span(corner.data(), size_));
  }

  const Cost& cost_;
  Search search_;
  std::size_t size_ = 0;
  int costs_so_far_ = 0;
  double expand_ = 2, contract_ = 0.5, shrink_ = 0.5;
  std::array<Corner, most_numbers + 1> corners_{};
  std::array<double, most_numbers + 1> costs_{};
  Corner sums_{}, first_{}, second_{};
};

template <class Cost>
double nelder_mead(const Cost& cost, std::span<double> start, std::span<const double> steps, const Search& search) {
  return NelderMead<Cost>(cost, search).minimise(start, steps);
}

}  // namespace assess
