// What a method says after each figure of a series, with the parameters that it has now: a row for each number of
// figures known, a column for each step ahead. The last row is the forecast; the others show how far off it would have
// been.
#pragma once
#include <span>
#include <vector>

namespace assess {

class Hindcast {
 public:
  Hindcast(std::size_t figures, int steps)
      : figures_(figures), steps_(static_cast<std::size_t>(steps)), said_((figures + 1) * steps_, 0) {}

  std::size_t figures() const { return figures_; }
  int steps() const { return static_cast<int>(steps_); }
  std::span<double> after(std::size_t known) { return {said_.data() + known * steps_, steps_}; }
  std::span<const double> after(std::size_t known) const { return {said_.data() + known * steps_, steps_}; }
  std::span<const double> forecast() const { return after(figures_); }

  void add(const Hindcast& other, double weight) {
    for (std::size_t i = 0; i < said_.size(); ++i) said_[i] += weight * other.said_[i];
  }

 private:
  std::size_t figures_, steps_;
  std::vector<double> said_;
};

}  // namespace assess
