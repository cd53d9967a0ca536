#include "explore/ring_fault.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "kit/number.h"

namespace explore {
namespace {

constexpr std::size_t most_crossings = 100;

struct Stretch {
  Spot from, to;
};

bool is_same(Spot a, Spot b) { return a.x == b.x && a.y == b.y; }
double turn(Spot a, Spot b, Spot c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

// Each lies on both sides of the other. What only touches does no harm.
bool do_cross(const Stretch& one, const Stretch& other) {
  if (is_same(one.from, other.from) || is_same(one.from, other.to) || is_same(one.to, other.from) ||
      is_same(one.to, other.to))
    return false;
  const double a = turn(one.from, one.to, other.from), b = turn(one.from, one.to, other.to);
  const double c = turn(other.from, other.to, one.from), d = turn(other.from, other.to, one.to);
  return ((a > 0 && b < 0) || (a < 0 && b > 0)) && ((c > 0 && d < 0) || (c < 0 && d > 0));
}

// The stretches of a ring in the cells of a net over it, so that only those that are near are held against each other.
class Net {
 public:
  Net(const Ring& ring, std::size_t& looks) : looks_(looks) {
    const auto [left, right] = std::ranges::minmax(ring, {}, &Spot::x);
    const auto [low, high] = std::ranges::minmax(ring, {}, &Spot::y);
    from_ = {left.x, low.y};
    cells_ = std::max(1.0, std::sqrt(static_cast<double>(ring.size())));
    cell_ = {std::max(1e-12, (right.x - left.x) / cells_), std::max(1e-12, (high.y - low.y) / cells_)};
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) all_.push_back({ring[i], ring[i + 1]});
  }

  // Those that cross, each the later first; given up when `looks` is 0 afterwards.
  std::vector<std::pair<std::size_t, std::size_t>> crossings() {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t i = 0; i < all_.size() && looks_ > 0 && found.size() < most_crossings; ++i) {
      const auto &a = all_[i].from, &b = all_[i].to;
      const int left = column(std::min(a.x, b.x)), right = column(std::max(a.x, b.x)), low = row(std::min(a.y, b.y)),
                high = row(std::max(a.y, b.y));
      for (int x = left; x <= right; ++x)
        for (int y = low; y <= high; ++y) {
          auto& near = in_cell_[static_cast<std::int64_t>(x) << 32 | y];
          for (const auto other : near) {
            if (looks_ == 0) return found;
            --looks_;
            if (do_cross(all_[i], all_[other])) found.emplace_back(i, other);
          }
          near.push_back(static_cast<std::uint32_t>(i));
          if (looks_ == 0) return found;
          --looks_;
        }
    }
    return found;
  }

 private:
  int column(double x) const { return static_cast<int>((x - from_.x) / cell_.x); }
  int row(double y) const { return static_cast<int>((y - from_.y) / cell_.y); }

  std::size_t& looks_;
  Spot from_, cell_;
  double cells_ = 1;
  std::vector<Stretch> all_;
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> in_cell_;
};

// What the points from one to another enclose, with the straight way back.
double enclosed(const Ring& ring, std::size_t from, std::size_t to) {
  double twice = 0;
  for (auto i = from; i <= to; ++i) {
    const auto &a = ring[i], &b = i == to ? ring[from] : ring[i + 1];
    twice += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
  }
  return std::fabs(twice) / 2;
}

std::string said(double number) { return kit::with_commas(number, std::fabs(number) < 1000 ? 4 : 0); }

std::optional<std::string> plain_fault(const Ring& ring) {
  if (ring.size() < 4)
    return "A ring has " + std::to_string(ring.size()) + (ring.size() == 1 ? " point" : " points") +
           "; an area needs at least four, the last the same as the first.";
  for (const auto& at : ring)
    if (!std::isfinite(at.x) || !std::isfinite(at.y) || std::fabs(at.x) > 1e8 || std::fabs(at.y) > 1e8)
      return "A point has a number that is no place.";
  if (!is_same(ring.front(), ring.back()))
    return "A ring is not closed: it begins at " + said(ring.front().x) + ", " + said(ring.front().y) +
           " and ends elsewhere.";
  if (std::ranges::all_of(ring, [&](const Spot& at) { return at.x == ring.front().x; }) ||
      std::ranges::all_of(ring, [&](const Spot& at) { return at.y == ring.front().y; }))
    return "A ring encloses nothing: all its points lie on one line.";
  return std::nullopt;
}

}  // namespace

std::optional<RingFault> fault_of(const Ring& ring, std::size_t& looks) {
  if (const auto fault = plain_fault(ring)) return RingFault{*fault};
  const auto crossings = Net(ring, looks).crossings();
  if (looks == 0) return RingFault{"Its outline is too intricate to be checked. Choose an edition that is simplified more."};
  if (crossings.empty()) return std::nullopt;
  const double whole = enclosed(ring, 0, ring.size() - 1);
  const auto loop = [&](const auto& each) {
    return std::min(enclosed(ring, each.second + 1, each.first),
                    std::fabs(whole - enclosed(ring, each.second + 1, each.first)));
  };
  const auto& worst = *std::ranges::max_element(crossings, {}, loop);
  const bool is_slight = crossings.size() < most_crossings && loop(worst) < whole / 100;
  const auto& at = ring[worst.first];
  return RingFault{"A ring crosses itself near " + said(at.x) + ", " + said(at.y) + ".",
                   is_slight ? RingFault::Weight::slight : RingFault::Weight::spoils};
}

}  // namespace explore
