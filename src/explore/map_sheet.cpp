#include "explore/map_sheet.h"

#include <algorithm>
#include <cmath>

namespace explore {
namespace {

constexpr double sheet_wide = 4000, tallest = 1.75, finest = 5;  // `finest`: units that a reader can still tell apart

Reach reach_of(const OutlineRing& ring) {
  Reach reach{1e300, -1e300, 1e300, -1e300};
  for (const auto& [at, detail] : ring)
    reach = {std::min<double>(reach.least_x, at.east), std::max<double>(reach.most_x, at.east),
             std::min<double>(reach.least_y, at.north), std::max<double>(reach.most_y, at.north)};
  return reach;
}

double size_of(const Reach& reach) { return (reach.most_x - reach.least_x) * (reach.most_y - reach.least_y); }

const OutlineRing& largest(const Outline& outline) {
  return *std::ranges::max_element(outline.rings, {}, [](const OutlineRing& ring) { return size_of(reach_of(ring)); });
}

// Steps from one point to the next, without those that lead nowhere.
void draw(std::string& path, const std::vector<std::pair<int, int>>& points) {
  path += 'M' + std::to_string(points[0].first) + ' ' + std::to_string(points[0].second) + 'l';
  bool is_first = true;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const int x = points[i].first - points[i - 1].first, y = points[i].second - points[i - 1].second;
    if (!is_first && x >= 0) path += ' ';
    path += std::to_string(x) + (y >= 0 ? " " : "") + std::to_string(y);
    is_first = false;
  }
  path += 'z';
}

}  // namespace

Reach reach_of(const Outline& outline) {
  Reach all{1e300, -1e300, 1e300, -1e300};
  for (const auto& ring : outline.rings) {
    const auto one = reach_of(ring);
    all = {std::min(all.least_x, one.least_x), std::max(all.most_x, one.most_x), std::min(all.least_y, one.least_y),
           std::max(all.most_y, one.most_y)};
  }
  return all;
}

Spot middle_of(const Outline& outline) {
  const auto& ring = largest(outline);
  double twice = 0, x = 0, y = 0;
  const double x0 = ring[0].at.east, y0 = ring[0].at.north;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto &a = ring[i].at, &b = ring[(i + 1) % ring.size()].at;
    const double cross = (a.east - x0) * (b.north - y0) - (b.east - x0) * (a.north - y0);
    twice += cross, x += (a.east + b.east - 2 * x0) * cross, y += (a.north + b.north - 2 * y0) * cross;
  }
  if (std::fabs(twice) < 1) return {x0, y0};
  return {x0 + x / (3 * twice), y0 + y / (3 * twice)};
}

double room_beside(const Outline& outline, Spot at) {
  const auto& ring = largest(outline);
  double left = 1e300, right = 1e300;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const auto &a = ring[i].at, &b = ring[(i + 1) % ring.size()].at;
    if ((a.north > at.y) == (b.north > at.y)) continue;
    const double x = a.east + (at.y - a.north) * (b.east - a.east) / (b.north - a.north);
    if (x < at.x) left = std::min(left, at.x - x);
    else right = std::min(right, x - at.x);
  }
  return left > 1e299 || right > 1e299 ? 0 : 2 * std::min(left, right);
}

MapSheet::MapSheet(const Reach& shown) {
  const double across = std::max(1.0, shown.most_x - shown.least_x), up = std::max(1.0, shown.most_y - shown.least_y);
  const double margin = 0.02 * std::max(across, up);
  const double high = up + 2 * margin, wide = std::max(across + 2 * margin, high / tallest);
  metres_ = wide / sheet_wide;
  left_ = (shown.least_x + shown.most_x - wide) / 2, top_ = shown.most_y + margin;
  wide_ = sheet_wide, high_ = std::ceil(high / metres_);
}

bool MapSheet::shows(const Reach& reach) const {
  return x(reach.most_x) > 0 && x(reach.least_x) < wide_ && y(reach.least_y) > 0 && y(reach.most_y) < high_;
}

// An island too small to be seen is left out, unless it is all that the area has.
std::string MapSheet::path(const Outline& outline) const {
  std::string path;
  const auto least = finest * metres_;
  const auto* main = &largest(outline);
  for (const auto& ring : outline.rings) {
    if (&ring != main && size_of(reach_of(ring)) < 4 * least * least) continue;
    std::vector<std::pair<int, int>> points;
    for (const auto& [at, detail] : ring) {
      if (detail < least && ring.size() > 4) continue;
      const std::pair point{static_cast<int>(std::lround(x(at.east))), static_cast<int>(std::lround(y(at.north)))};
      if (points.empty() || points.back() != point) points.push_back(point);
    }
    if (points.size() < 3 && &ring == main)
      points = {points[0], {points[0].first + 8, points[0].second}, {points[0].first, points[0].second + 8}};
    if (points.size() > 2) draw(path, points);
  }
  return path;
}

HexSheet::HexSheet(const std::vector<Hex>& all) {
  Reach reach{1e300, -1e300, 1e300, -1e300};
  for (const auto& each : all) {
    const auto at = middle_of(each);
    reach = {std::min(reach.least_x, at.x), std::max(reach.most_x, at.x), std::min(reach.least_y, at.y), std::max(reach.most_y, at.y)};
  }
  const double across = reach.most_x - reach.least_x + 1.1, up = reach.most_y - reach.least_y + 1.25;
  const double shown = std::max({across, up / tallest, 6.0});
  size_ = sheet_wide / shown;
  least_ = {reach.least_x - 0.5 - (shown - (across - 0.1)) / 2, reach.least_y};
  top_ = reach.most_y + 0.62;
  wide_ = sheet_wide, high_ = std::ceil(up * size_);
}

Spot HexSheet::middle(Hex hex) const {
  const auto at = middle_of(hex);
  return {(at.x - least_.x) * size_, (top_ - at.y) * size_};
}

std::string HexSheet::path(Hex hex) const {
  const auto at = middle(hex);
  std::vector<std::pair<int, int>> points;
  for (int corner = 0; corner < 6; ++corner) {
    const double turn = (60.0 * corner + 30) * 3.14159265358979 / 180, reach = size_ / std::sqrt(3) * 0.98;
    points.emplace_back(static_cast<int>(std::lround(at.x + reach * std::cos(turn))),
                        static_cast<int>(std::lround(at.y + reach * std::sin(turn))));
  }
  std::string path;
  draw(path, points);
  return path;
}

}  // namespace explore
