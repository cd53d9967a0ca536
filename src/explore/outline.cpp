#include "explore/outline.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <queue>
#include <unordered_map>

namespace explore {
namespace {

using Key = std::uint64_t;
Key key_of(GridPoint at) { return static_cast<Key>(static_cast<std::uint32_t>(at.east)) << 32 | static_cast<std::uint32_t>(at.north); }

double triangle(GridPoint a, GridPoint b, GridPoint c) {
  return std::fabs((b.east - a.east) * 1.0 * (c.north - a.north) - (b.north - a.north) * 1.0 * (c.east - a.east)) / 2;
}

// A point at which lines of three or more areas meet, or a line ends at the sea: there its two neighbours differ from ring to ring.
class Junctions {
 public:
  void add(const OutlineRing& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const auto before = key_of(ring[(i + ring.size() - 1) % ring.size()].at), after = key_of(ring[(i + 1) % ring.size()].at);
      const auto [seen, is_new] = seen_.try_emplace(key_of(ring[i].at), Beside{std::min(before, after), std::max(before, after), false});
      if (!is_new && (seen->second.one != std::min(before, after) || seen->second.other != std::max(before, after)))
        seen->second.is_junction = true;
    }
  }
  bool has(GridPoint at) const { return seen_.at(key_of(at)).is_junction; }

 private:
  struct Beside {
    Key one, other;
    bool is_junction;
  };
  std::unordered_map<Key, Beside> seen_;
};

// One line between two ends that stay. Worked out in the direction in which it reads smaller, so that both areas beside it find the same.
class Line {
 public:
  explicit Line(std::vector<OutlinePoint*> points) : points_(std::move(points)) {
    if (is_backwards()) std::ranges::reverse(points_);
    points_.front()->detail = points_.back()->detail = always_drawn;
  }

  void find_details() {
    const auto count = points_.size();
    before_.resize(count), after_.resize(count), stamp_.assign(count, 0);
    for (std::size_t i = 0; i < count; ++i) before_[i] = i - 1, after_[i] = i + 1;
    for (std::size_t i = 1; i + 1 < count; ++i) weigh(i);
    double least = 0;
    while (!heap_.empty()) {
      const auto [area, i, stamp] = heap_.top();
      heap_.pop();
      if (stamp != stamp_[i]) continue;
      least = std::max(least, area);
      points_[i]->detail = static_cast<std::uint32_t>(std::min<double>(always_drawn - 1, std::sqrt(least)));
      const auto left = before_[i], right = after_[i];
      after_[left] = right, before_[right] = left;
      if (left > 0) weigh(left);
      if (right + 1 < count) weigh(right);
    }
  }

 private:
  struct Weighed {
    double area;
    std::size_t point;
    std::uint32_t stamp;
    bool operator<(const Weighed& other) const { return area != other.area ? area > other.area : point > other.point; }
  };

  bool is_backwards() const {
    for (std::size_t i = 0, j = points_.size(); i < j--; ++i)
      if (points_[i]->at != points_[j]->at) return points_[j]->at < points_[i]->at;
    return false;
  }
  void weigh(std::size_t i) { heap_.push({triangle(points_[before_[i]]->at, points_[i]->at, points_[after_[i]]->at), i, ++stamp_[i]}); }

  std::vector<OutlinePoint*> points_;
  std::vector<std::size_t> before_, after_;
  std::vector<std::uint32_t> stamp_;
  std::priority_queue<Weighed> heap_;
};

std::vector<OutlinePoint*> stretch(OutlineRing& ring, std::size_t from, std::size_t to) {
  std::vector<OutlinePoint*> points;
  for (auto i = from; i <= to; ++i) points.push_back(&ring[i % ring.size()]);
  return points;
}

// Where a ring is cut into lines: at its junctions; one that has fewer than two, at the point that reads smallest and
// the one farthest from it.
std::vector<std::size_t> cuts(const OutlineRing& ring, const Junctions& junctions) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < ring.size(); ++i)
    if (junctions.has(ring[i].at)) at.push_back(i);
  if (at.size() > 1) return at;
  const auto first = at.empty() ? static_cast<std::size_t>(std::ranges::min_element(ring, {}, &OutlinePoint::at) - ring.begin()) : at[0];
  const auto distance = [&](const OutlinePoint& p) {
    return std::pair(std::hypot(p.at.east - ring[first].at.east, p.at.north - ring[first].at.north), p.at);
  };
  const auto far = static_cast<std::size_t>(std::ranges::max_element(ring, {}, distance) - ring.begin());
  return first < far ? std::vector{first, far} : std::vector{far, first};
}

template <class Number>
bool take(std::string_view& text, Number& number) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (wrong != std::errc()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

}  // namespace

void find_details(std::vector<Outline>& all) {
  Junctions junctions;
  for (const auto& each : all)
    for (const auto& ring : each.rings) junctions.add(ring);
  for (auto& each : all)
    for (auto& ring : each.rings) {
      const auto at = cuts(ring, junctions);
      for (std::size_t i = 0; i < at.size(); ++i)
        Line(stretch(ring, at[i], i + 1 < at.size() ? at[i + 1] : at[0] + ring.size())).find_details();
    }
}

std::string as_text(const std::vector<OutlineRing>& rings) {
  std::string text;
  for (const auto& ring : rings) {
    if (!text.empty()) text += '/';
    GridPoint before;
    for (const auto& [at, detail] : ring) {
      if (!text.empty() && text.back() != '/') text += ' ';
      text += std::to_string(at.east - before.east) + ' ' + std::to_string(at.north - before.north) + ' ' + std::to_string(detail);
      before = at;
    }
  }
  return text;
}

std::vector<OutlineRing> read_rings(std::string_view text) {
  std::vector<OutlineRing> rings;
  while (!text.empty()) {
    const auto end = std::min(text.find('/'), text.size());
    auto one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    auto& ring = rings.emplace_back();
    GridPoint at, step;
    std::uint32_t detail = 0;
    while (take(one, step.east) && take(one, step.north) && take(one, detail)) {
      at = {at.east + step.east, at.north + step.north};
      ring.push_back({at, detail});
    }
  }
  return rings;
}

}  // namespace explore
