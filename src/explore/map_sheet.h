// The sheet that a map is drawn on: what part of the country it shows, and each outline as a path on it, no finer than can be seen.
#pragma once
#include "explore/hexes.h"
#include "explore/outline.h"

namespace explore {

Reach reach_of(const Outline& outline);
Spot middle_of(const Outline& outline);  // of its largest ring
double room_beside(const Outline& outline, Spot at);  // how far it reaches to both sides of a spot, without leaving the area

class MapSheet {
 public:
  explicit MapSheet(const Reach& shown);  // with a margin round it

  double wide() const { return wide_; }
  double high() const { return high_; }
  double x(double east) const { return (east - left_) / metres_; }
  double y(double north) const { return (top_ - north) / metres_; }
  bool shows(const Reach& reach) const;
  std::string path(const Outline& outline) const;  // of SVG, in whole units

 private:
  double left_ = 0, top_ = 0, metres_ = 1, wide_ = 0, high_ = 0;  // metres to a unit
};

// The same for hexes: how large one is, and its path.
class HexSheet {
 public:
  explicit HexSheet(const std::vector<Hex>& all);
  double wide() const { return wide_; }
  double high() const { return high_; }
  double size() const { return size_; }  // its width
  Spot middle(Hex hex) const;
  std::string path(Hex hex) const;

 private:
  Spot least_;
  double top_ = 0, size_ = 0, wide_ = 0, high_ = 0;
};

}  // namespace explore
