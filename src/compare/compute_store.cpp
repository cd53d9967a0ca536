#include "compare/compute_store.h"

#include <algorithm>

namespace compare {
namespace {

using council::Desk;
using kit::Request;

constexpr std::size_t most_offered = 30, most_read = 80;

TypedGroup typed_group(const Said& said) {
  TypedGroup typed;
  for (std::size_t i = 1; i <= most_read; ++i) {
    const auto n = std::to_string(i);
    if (auto title = said("t" + n); !title.empty())
      typed.features.push_back({{said("s" + n), std::move(title)}, said("w" + n), said("g" + n) == "yes"});
  }
  std::erase_if(typed.features, [](const auto& each) { return each.weight.empty(); });
  typed.most = said("most");
  return typed;
}

void offer(ComputeView& view, Desk& desk, const std::vector<std::string>& pool) {
  auto tx = desk.db.read();
  view.offered = offered(tx, desk.data_folder, view.country, pool, view.set, view.words, desk.end_of_today());
  std::erase_if(view.offered, [&](const auto& each) {
    return std::ranges::find(view.typed.features, each.series, &TypedFeature::series) != view.typed.features.end();
  });
  if (view.offered.size() <= most_offered) return;
  view.more = view.offered.size() - most_offered;
  view.offered.resize(most_offered);
}

}  // namespace

ComputeView compute_view(const Request& asked, Desk& desk, const Said& said) {
  ComputeView view{.country = country_for(asked, desk),
                   .typed = typed_group(said),
                   .set = said("set"),
                   .words = said("words"),
                   .name = said("name"),
                   .starts = said("starts"),
                   .ends = said("ends")};
  if (!view.country.own) return view;
  const auto pool = pool_of(view.country.authorities, *view.country.own, desk.now.date());
  view.pool = pool.size();
  auto found = recipe(view.typed);
  if (!found) view.no = found.refusals();
  else if (!found->features.empty()) {
    view.recipe = *found;
    view.all = computed_group(*found, values_of(desk.data_folder, view.country, found->features), pool);
    if (const auto near = view.all.find(view.country.asked); near != view.all.end()) view.near = near->second;
  }
  offer(view, desk, pool);
  return view;
}

}  // namespace compare
