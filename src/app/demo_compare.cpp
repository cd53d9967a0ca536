#include "app/demo_compare.h"

#include <sstream>

#include "compare/authority_table.h"
#include "compare/group_store.h"
#include "compare/published_store.h"
#include "council/record_store.h"
#include "kit/carried.h"

namespace app {
namespace {

std::istringstream seed(const std::string& name) { return std::istringstream{std::string(kit::carried("seeds/ambleford/" + name))}; }

template <class Read>
const Read& must(const kit::Verdict<Read>& read) {
  if (!read) throw kit::Failure("The demo's own file cannot be read: " + read.refusals().all().front().sentence);
  return *read;
}

}  // namespace

void begin_demo_compare(kit::Database& db, const std::string& data_folder, kit::Moment now) {
  auto areas_in = seed("authorities.csv"), figures_in = seed("published.csv"), neighbours_in = seed("neighbours.csv");
  auto all = must(compare::read_authorities(areas_in));
  const compare::Authorities authorities(all);
  const auto published = must(compare::read_published(figures_in, authorities));
  const auto neighbours = must(compare::read_neighbours(neighbours_in, ""));
  compare::Load load{.data_set = "Ambleford’s invented neighbours", .publisher = "The demo", .licence = "Invented: free to use", .published = kit::Date::of(2025, 9, 30), .file = "published.csv", .at = now};
  compare::keep_figures(compare::duck_in(data_folder), published, authorities, load);

  auto tx = db.write();
  const auto of_areas = council::record(tx, {.at = now, .who = "goldenthread demo", .what = "areas", .subject = "authorities.csv", .detail = std::to_string(all.size()) + " authorities", .key = "demo areas"});
  compare::add_authorities(tx, all, now, of_areas.id);
  const auto of_figures = council::record(tx, {.at = now, .who = "goldenthread demo", .what = "published figures", .subject = load.data_set, .detail = std::to_string(published.figures.size()) + " values of published.csv", .key = "demo published figures"});
  compare::add_load(tx, load, published, of_figures.id);
  const auto of_neighbours = council::record(tx, {.at = now, .who = "goldenthread demo", .what = "neighbours", .subject = "Most like Ambleford", .detail = "the neighbours of 1 council", .key = "demo neighbours"});
  compare::add_neighbours(tx, {.name = "Most like Ambleford", .source = "Invented", .at = now}, neighbours, of_neighbours.id);
  tx.commit();
}

}  // namespace app
