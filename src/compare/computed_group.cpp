#include "compare/computed_group.h"

#include <algorithm>
#include <cmath>

#include "assess/neighbours.h"
#include "kit/number.h"

namespace compare {
namespace {

constexpr std::size_t worth_telling = 3;

bool is_upper(Tier tier) { return tier == Tier::unitary || tier == Tier::metropolitan || tier == Tier::london || tier == Tier::county; }
bool is_same_work(Tier one, Tier other) { return one == other || (is_upper(one) && is_upper(other)); }

std::optional<double> value_of(const Feature& feature, const Values& values, const std::string& area) {
  const auto found = values.find(area);
  if (found == values.end()) return std::nullopt;
  if (feature.scale == Feature::Scale::as_is) return found->second;
  return found->second > 0 ? std::optional(std::log(found->second)) : std::nullopt;
}

// Most first; at most three.
std::vector<std::string> titles(const Recipe& recipe, std::vector<std::size_t> places) {
  if (places.size() > worth_telling) places.resize(worth_telling);
  std::vector<std::string> all;
  for (const auto place : places) all.push_back(recipe.features[place].series.title);
  return all;
}

std::optional<std::size_t> how_many(const std::string& typed) {
  if (typed.empty()) return usual_near;
  const auto read = kit::Decimal::parse(typed);
  if (!read || read->units() % 10000 != 0) return std::nullopt;
  const auto many = static_cast<std::size_t>(read->units() / 10000);
  return read->units() > 0 && many >= fewest_near && many <= most_near ? std::optional(many) : std::nullopt;
}

}  // namespace

kit::Verdict<Recipe> recipe(const TypedGroup& typed) {
  kit::Refusals no;
  Recipe made;
  const auto most = how_many(typed.most);
  no.unless(most.has_value(), "most", "Type how many neighbours: a whole number from 3 to 30.");
  for (std::size_t i = 0; i < typed.features.size(); ++i) {
    const auto& each = typed.features[i];
    if (each.weight.empty()) continue;
    const auto weight = kit::Decimal::parse(each.weight);
    const bool is_weight = weight && weight->units() > 0 && *weight <= kit::Decimal::whole(100);
    no.unless(is_weight, "w" + std::to_string(i + 1), "Type a weight above 0 and up to 100, such as 1 or 0.5.");
    if (is_weight) made.features.push_back({each.series, *weight, each.is_log ? Feature::Scale::logarithm : Feature::Scale::as_is});
  }
  no.unless(made.features.size() <= most_features, "", "Choose at most 40 features.");
  if (no.any()) return no;
  made.most = *most;
  return made;
}

std::vector<std::string> pool_of(const Authorities& authorities, const Authority& own, kit::Date day) {
  std::vector<std::string> codes;
  for (const auto& each : authorities.all())
    if (each.was_on(day) && each.nation == own.nation && is_same_work(own.tier, each.tier)) codes.push_back(each.code);
  return codes;
}

NearByAll computed_group(const Recipe& recipe, const std::vector<Values>& values, const std::vector<std::string>& pool) {
  std::vector<assess::FeaturedArea> areas;
  for (const auto& code : pool) {
    auto& area = areas.emplace_back(assess::FeaturedArea{code, {}});
    for (std::size_t i = 0; i < recipe.features.size(); ++i) area.features.push_back(value_of(recipe.features[i], values[i], code));
  }
  std::vector<double> weights;
  for (const auto& each : recipe.features) weights.push_back(each.weight.number());
  const assess::Likeness likeness(areas, std::move(weights));
  NearByAll all;
  for (std::size_t i = 0; i < areas.size(); ++i)
    for (const auto& each : likeness.nearest(i, recipe.most)) {
      const auto alike = likeness.what_agrees(i, each.area);
      auto unlike = likeness.what_differs(i, each.area);
      std::erase_if(unlike, [&](std::size_t feature) { return std::ranges::find(alike, feature) != alike.end(); });
      all[areas[i].code].push_back({areas[each.area].code, each.similarity, titles(recipe, alike), titles(recipe, unlike)});
    }
  return all;
}

Neighbours neighbours(const NearByAll& all) {
  Neighbours made;
  for (const auto& [subject, near] : all)
    for (const auto& each : near) {
      std::string because;
      for (const auto& title : each.alike) because += (because.empty() ? "" : "\n") + title;
      made[subject].push_back({each.area, std::move(because)});
    }
  return made;
}

std::string in_words(const std::vector<Feature>& features) {
  std::string all;
  for (const auto& each : features) {
    all += (all.empty() ? "" : "; ") + each.series.title;
    if (each.weight != kit::Decimal::whole(1)) all += " (weight " + each.weight.text() + ")";
    if (each.scale == Feature::Scale::logarithm) all += ", as a logarithm";
  }
  return all;
}

}  // namespace compare
