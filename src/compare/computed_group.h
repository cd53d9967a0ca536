// Neighbours worked out from what the council finds important: published indicators, each with a weight. Those councils
// are near that differ least in all of them together (rules.md 8). Three features say of each why it is near.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compare/authority.h"
#include "compare/neighbour_list.h"
#include "compare/series.h"
#include "kit/decimal.h"
#include "kit/verdict.h"

namespace compare {

struct Feature {
  enum class Scale : std::uint8_t { as_is, logarithm };  // logarithm: for numbers that differ by many times, such as population
  Series series;
  kit::Decimal weight = kit::Decimal::whole(1);
  Scale scale = Scale::as_is;
  bool operator==(const Feature&) const = default;
};

struct TypedFeature {
  Series series;
  std::string weight;  // empty: not wanted
  bool is_log = false;
};
inline constexpr std::size_t most_features = 40, fewest_near = 3, most_near = 30, usual_near = 15;
// Refusals name the fields w1, w2 … of the features given, and `most`.
struct TypedGroup {
  std::vector<TypedFeature> features;
  std::string most;
};
struct Recipe {
  std::vector<Feature> features;
  std::size_t most = usual_near;
};
kit::Verdict<Recipe> recipe(const TypedGroup& typed);

using Values = std::map<std::string, double>;  // by code of an area: a feature

struct NearBy {
  std::string area;
  double similarity;  // 1 is the same; 0 is the farthest of all
  std::vector<std::string> alike, unlike;  // titles of features: most first, at most three
};
using NearByAll = std::map<std::string, std::vector<NearBy>>;  // by code of the council whose neighbours they are

// Whom a council is compared with: those that do the same work, in its nation, as they are today.
std::vector<std::string> pool_of(const Authorities& authorities, const Authority& own, kit::Date day);

// Of every council of the pool. `values`: of each feature.
NearByAll computed_group(const Recipe& recipe, const std::vector<Values>& values, const std::vector<std::string>& pool);
Neighbours neighbours(const NearByAll& all);
std::string in_words(const std::vector<Feature>& features);  // "Residents aged 65 and over (2), Fly-tipping incidents"

}  // namespace compare
