// The councils nearest to ours by features of our own choice, gathered for the page: what was chosen, what else can be, who is near.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/computed_group_store.h"
#include "kit/http.h"

namespace compare {

using Said = std::function<std::string(std::string_view)>;  // what an address or a form says under a name

struct ComputeView {
  Country country;
  TypedGroup typed;
  std::string set, words;
  std::vector<Offered> offered;  // without those that are chosen
  std::size_t more = 0;          // that were found and not offered
  std::optional<Recipe> recipe;
  std::vector<NearBy> near;      // of the council
  NearByAll all;
  std::size_t pool = 0;
  std::string name, starts, ends;
  kit::Refusals no;
};

struct FeatureView {
  Feature feature;
};
template <class Teller>
void describe(Teller& t, const FeatureView& view) {
  t.field("data_set", view.feature.series.data_set);
  t.field("indicator", view.feature.series.title);
  t.field("weight", view.feature.weight.number());
  t.field("as_a_logarithm", view.feature.scale == Feature::Scale::logarithm);
}

struct NearView {
  int place = 0;
  NearBy near;
  std::string name;
};
template <class Teller>
void describe(Teller& t, const NearView& view) {
  t.field("place", view.place);
  t.field("area_code", view.near.area);
  t.field("area_name", view.name);
  t.field("likeness", 100 * view.near.similarity);
  t.list("near_in", view.near.alike);
  t.list("least_alike_in", view.near.unlike);
}

template <class Teller>
void describe(Teller& t, const ComputeView& view) {
  t.field("council", view.country.own ? view.country.own->name : view.country.asked);
  t.field("councils_that_do_the_same_work", static_cast<std::int64_t>(view.pool));
  std::vector<FeatureView> features;
  if (view.recipe)
    for (const auto& each : view.recipe->features) features.push_back({each});
  t.list("features", features);
  std::vector<std::string> faults;
  for (const auto& each : view.no.all()) faults.push_back(each.sentence);
  t.list("faults", faults);
  std::vector<NearView> near;
  for (const auto& each : view.near) {
    const auto* authority = view.country.authorities.find(each.area);
    near.push_back({static_cast<int>(near.size()) + 1, each, authority ? authority->name : std::string()});
  }
  t.rows("neighbours", near);
}

ComputeView compute_view(const kit::Request& asked, council::Desk& desk, const Said& said);

}  // namespace compare
