#include "explore/hexes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace explore {
namespace {

const double row_high = std::sqrt(3) / 2;
constexpr int pushes = 160, rounds = 40;

double distance2(Spot a, Spot b) { return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y); }

// In widths of a hex: so large that the areas would fill about three quarters of where they lie.
std::vector<Spot> scaled(const std::vector<Spot>& middles) {
  const auto [left, right] = std::ranges::minmax(middles, {}, &Spot::x);
  const auto [low, high] = std::ranges::minmax(middles, {}, &Spot::y);
  const double wide = std::max(1.0, right.x - left.x), tall = std::max(1.0, high.y - low.y);
  const double scale = std::sqrt(static_cast<double>(middles.size()) * row_high / (0.76 * wide * tall));
  std::vector<Spot> all;
  for (const auto& at : middles) all.push_back({(at.x - left.x) * scale, (at.y - low.y) * scale});
  return all;
}

// Those closer than a hex push each other away; each is drawn back a little to where it belongs.
void spread(std::vector<Spot>& at) {
  const auto home = at;
  for (int push = 0; push < pushes; ++push) {
    std::vector<Spot> moves(at.size());
    for (std::size_t i = 0; i < at.size(); ++i)
      for (std::size_t j = i + 1; j < at.size(); ++j) {
        const double d2 = distance2(at[i], at[j]);
        if (d2 >= 1) continue;
        const double d = std::sqrt(d2), by = (1 - d) / 2 * 0.6;
        const Spot way = d > 1e-9 ? Spot{(at[i].x - at[j].x) / d, (at[i].y - at[j].y) / d}
                                  : Spot{std::cos(static_cast<double>(i)), std::sin(static_cast<double>(i))};
        moves[i] = {moves[i].x + way.x * by, moves[i].y + way.y * by};
        moves[j] = {moves[j].x - way.x * by, moves[j].y - way.y * by};
      }
    for (std::size_t i = 0; i < at.size(); ++i)
      at[i] = {at[i].x + moves[i].x + (home[i].x - at[i].x) * 0.01,
               at[i].y + moves[i].y + (home[i].y - at[i].y) * 0.01};
  }
}

Hex nearest(Spot at) {
  Hex best;
  double least = 1e300;
  const int row = static_cast<int>(std::lround(at.y / row_high)), column = static_cast<int>(std::lround(at.x));
  for (int y = row - 1; y <= row + 1; ++y)
    for (int x = column - 1; x <= column + 1; ++x)
      if (const double d = distance2(middle_of({x, y}), at); d < least) least = d, best = {x, y};
  return best;
}

std::vector<Hex> around(Hex hex, int reach) {
  std::vector<Hex> all;
  for (int y = hex.row - reach; y <= hex.row + reach; ++y)
    for (int x = hex.column - reach; x <= hex.column + reach; ++x) all.push_back({x, y});
  return all;
}

// From the middle of the crowd outwards, so that what is left over lies at the edge.
std::vector<std::size_t> order_of(const std::vector<Spot>& at) {
  Spot middle;
  for (const auto& each : at)
    middle = {middle.x + each.x / static_cast<double>(at.size()), middle.y + each.y / static_cast<double>(at.size())};
  std::vector<std::size_t> order(at.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return distance2(at[i], middle); });
  return order;
}

std::vector<Hex> settled(const std::vector<Spot>& at) {
  std::vector<Hex> all(at.size());
  std::set<Hex> taken;
  for (const auto i : order_of(at)) {
    const auto wished = nearest(at[i]);
    for (int reach = 0;; ++reach) {
      const Hex* best = nullptr;
      const auto near = around(wished, reach);
      for (const auto& each : near)
        if (!taken.contains(each) && (!best || distance2(middle_of(each), at[i]) < distance2(middle_of(*best), at[i]))) best = &each;
      if (!best) continue;
      taken.insert(all[i] = *best);
      break;
    }
  }
  return all;
}

// While two that change places, or one that moves to a free place, come nearer to where they belong.
void improve(std::vector<Hex>& all, const std::vector<Spot>& at) {
  std::map<Hex, std::size_t> who;
  for (std::size_t i = 0; i < all.size(); ++i) who[all[i]] = i;
  bool moved = true;
  for (int round = 0; round < rounds && moved; ++round) {
    moved = false;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (const auto& to : around(all[i], 2)) {
        const auto other = who.find(to);
        const double now = distance2(middle_of(all[i]), at[i]), then = distance2(middle_of(to), at[i]);
        const double now_other = other == who.end() ? 0 : distance2(middle_of(to), at[other->second]),
                     then_other = other == who.end() ? 0 : distance2(middle_of(all[i]), at[other->second]);
        if (to == all[i] || then + then_other >= now + now_other - 1e-9) continue;
        const auto from = all[i];
        if (other == who.end()) who.erase(from);
        else who[from] = other->second, all[other->second] = from;
        who[to] = i, all[i] = to;
        moved = true;
      }
  }
}

}  // namespace

Spot middle_of(Hex hex) { return {hex.column + (hex.row % 2 != 0 ? 0.5 : 0.0), hex.row * row_high}; }

std::vector<Hex> hexes_of(const std::vector<Spot>& middles) {
  if (middles.empty()) return {};
  auto at = scaled(middles);
  spread(at);
  auto all = settled(at);
  improve(all, at);
  return all;
}

}  // namespace explore
