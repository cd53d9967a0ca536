#include "assess/theta.h"

#include "assess/seasonality.h"

namespace assess {
namespace {

// Half the slope of the straight line by least squares, as the figures come in one by one.
class HalfSlope {
 public:
  void add(double figure) {
    together_ += count_ * figure;
    sum_ += figure;
    ++count_;
  }
  double value() const {
    if (count_ < 2) return 0;
    const double middle = (count_ - 1) / 2;
    return (together_ - middle * sum_) / (count_ * (count_ * count_ - 1) / 12) / 2;
  }

 private:
  double count_ = 0, sum_ = 0, together_ = 0;
};

}  // namespace

double share_at(std::span<const double> seasons, std::size_t place) {
  return seasons.empty() ? 1 : seasons[place % seasons.size()];
}

void times_shares(Hindcast& table, std::span<const double> seasons) {
  if (seasons.empty()) return;
  for (std::size_t known = 0; known <= table.figures(); ++known) {
    std::size_t place = known;
    for (double& step : table.after(known)) step *= share_at(seasons, place++);
  }
}

Theta theta(std::span<const double> figures, int season) {
  Theta made;
  made.plain.assign(figures.begin(), figures.end());
  if (is_seasonal_for_theta(figures, season)) {
    made.seasons = season_shares(figures, season);
    if (!can_divide(made.seasons)) made.seasons.clear();
    for (std::size_t i = 0; i < figures.size(); ++i) made.plain[i] = figures[i] / share_at(made.seasons, i);
  }
  made.level = smooth(made.plain, Slope::none, Lean::none);
  return made;
}

Hindcast hindcast(const Theta& theta, int steps) {
  auto table = hindcast(theta.level, theta.plain, steps);
  const double alpha = theta.level.how.alpha;
  HalfSlope slope;
  double left = 1;  // (1 - alpha)^n
  for (std::size_t known = 0; known <= theta.plain.size(); ++known) {
    double ahead = (1 - left) / alpha;
    for (double& step : table.after(known)) step += slope.value() * ahead++;
    left *= 1 - alpha;
    if (known < theta.plain.size()) slope.add(theta.plain[known]);
  }
  times_shares(table, theta.seasons);
  return table;
}

}  // namespace assess
