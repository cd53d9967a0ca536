// Nearest neighbours (rules.md 8): which areas are most like each other, by features that somebody chose and weighed.
// The relation goes one way: A may be among the nearest of B, and B not among those of A.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace assess {

struct FeaturedArea {
  std::string code;
  std::vector<std::optional<double>> features;  // as many for each area
};

struct Neighbour {
  std::size_t area;   // in the list given
  double distance;
  double similarity;  // 1 is the same; 0 is the farthest of all
};

class Likeness {
 public:
  // `weights`: one for each feature.
  Likeness(std::span<const FeaturedArea> areas, std::vector<double> weights);

  // Nearest first; those that share too few features with it are left out, so there may be none.
  std::vector<Neighbour> nearest(std::size_t area, std::size_t most = 15) const;

  // The features that add most to the distance of two areas, most first: their places, at most three.
  std::vector<std::size_t> what_differs(std::size_t a, std::size_t b) const;
  // The features in which two areas are most alike, of those that both have and that weigh something.
  std::vector<std::size_t> what_agrees(std::size_t a, std::size_t b) const;

 private:
  std::optional<double> distance(std::size_t a, std::size_t b) const;
  std::vector<std::size_t> by_share(std::size_t a, std::size_t b) const;

  std::span<const FeaturedArea> areas_;
  std::vector<double> weights_;
  double weight_ = 0;                                           // of all features: squares added
  std::vector<std::vector<std::optional<double>>> standard_;    // of each area: its features with mean 0 and deviation 1
};

}  // namespace assess
