#include "app/demo_compare.h"

#include <sstream>

#include "assess/picture_store.h"
#include "compare/authority_table.h"
#include "compare/group_store.h"
#include "compare/mapping_store.h"
#include "compare/published_copy_store.h"
#include "compare/published_store.h"
#include "compare/series_notes_store.h"
#include "council/record_store.h"
#include "explore/boundary_store.h"
#include "kit/carried.h"

namespace app {
namespace {

// So that the reports of October already know them.
const kit::Moment brought_in = *kit::Moment::parse("2025-10-02T09:00:00Z");

std::istringstream seed(const std::string& name) { return std::istringstream{std::string(kit::carried("seeds/ambleford/" + name))}; }

template <class Read>
Read must(const kit::Verdict<Read>& read) {
  if (!read) throw kit::Failure("The demo's own file cannot be read: " + read.refusals().all().front().sentence);
  return *read;
}

struct Pair {
  std::string_view code, title, compare_with;
  compare::Alike definition = compare::Alike::same;
  std::string_view differs = {};
};
constexpr Pair pairs[] = {
    {"GSE01", "Household waste recycled, reused and composted", "list:Most like Ambleford"},
    {"SAT07", "Major planning applications decided in time", "tier"},
    {"BBF07", "Education, health and care plans issued within 20 weeks", "list:Most like Ambleford"},
    {"AFL10", "Adults with a learning disability in their own home or with family", "tier", compare::Alike::differs, "The published figure counts adults of every age; ours counts those of working age."},
};

void map_indicators(kit::Transaction& tx, const assess::Picture& picture, const std::string& data_set, kit::Moment now) {
  const auto record = council::record(tx, {.at = now, .who = "goldenthread demo", .what = "mapping", .subject = data_set, .detail = "indicators beside published ones", .key = "demo mapping"});
  for (const auto& each : pairs)
    if (const auto* kept = picture.find(each.code))
      compare::add_mapping(tx, {.indicator = kept->id, .series = {data_set, std::string(each.title)}, .definition = each.definition, .differs = std::string(each.differs), .compare_with = std::string(each.compare_with), .by = "i.greaves", .at = brought_in}, record.id);
}

void add_demo_boundaries(kit::Transaction& tx, const compare::Authorities& authorities, kit::Moment now) {
  const auto boundaries = must(explore::boundaries_of(must(explore::read_geo_file(kit::carried("seeds/ambleford/boundaries.topojson"))), "", authorities));
  const explore::BoundarySet set{.name = "Authorities of an invented country", .source = "The demo", .licence = "Invented: free to use", .dated = kit::Date::of(2025, 4, 1), .file = "boundaries.topojson", .at = brought_in};
  const auto recorded = council::record(tx, {.at = now, .who = "goldenthread demo", .what = "boundaries", .subject = set.name, .detail = std::to_string(boundaries.areas.size()) + " areas", .key = "demo boundaries"});
  explore::add_boundaries(tx, set, boundaries, recorded.id);
}

constexpr std::string_view planning = "Major planning applications decided in time";

void say_what_lies_behind(kit::Transaction& tx, const std::string& data_set, kit::Moment now) {
  const auto record = council::record(tx, {.at = now, .who = "goldenthread demo", .what = "comparison words", .subject = data_set, .detail = "the story of two figures, and the counts behind one", .key = "demo comparison words"});
  compare::add_counts(tx, {.series = {data_set, std::string(planning)}, .edition = 1, .measure = compare::Counts::Measure::share, .cases = std::string(planning) + ", number", .out_of = "Major planning applications decided, number", .multiplier = 100, .by = "i.greaves", .at = brought_in}, record.id);
  const auto year = calendar::Period::year({2024});
  compare::add_story(tx, {{data_set, std::string(planning)}, year, 1, "Extensions of time are agreed in writing with most applicants, and then count as in time. Two posts were filled in October; what the figure does not show is how long the longest cases took.", "s.haddad", brought_in}, record.id);
  compare::add_story(tx, {{data_set, "Household waste recycled, reused and composted"}, year, 1, "Food waste is collected from half of our homes only; the neighbours above the middle collect it from all. The round reaches every home by March 2026.", "l.arkwright", brought_in}, record.id);
}

}  // namespace

void begin_demo_compare(kit::Database& db, const std::string& data_folder, kit::Moment now) {
  auto areas_in = seed("authorities.csv"), figures_in = seed("published.csv"), neighbours_in = seed("neighbours.csv");
  auto all = must(compare::read_authorities(areas_in));
  const compare::Authorities authorities(all);
  const auto published = must(compare::read_published(figures_in, authorities));
  const auto neighbours = must(compare::read_neighbours(neighbours_in, "", authorities, brought_in.date()));
  compare::Load load{.data_set = "Ambleford’s invented neighbours", .publisher = "The demo", .licence = "Invented: free to use", .published = kit::Date::of(2025, 9, 30), .file = "published.csv", .at = brought_in};
  compare::keep_figures(compare::duck_in(data_folder), published, authorities, load);

  const auto picture = assess::load_picture(db, now);

  auto tx = db.write();
  const auto of_areas = council::record(tx, {.at = now, .who = "goldenthread demo", .what = "areas", .subject = "authorities.csv", .detail = std::to_string(all.size()) + " authorities", .key = "demo areas"});
  compare::add_authorities(tx, all, brought_in, of_areas.id);
  const auto of_figures = council::record(tx, {.at = now, .who = "goldenthread demo", .what = "published figures", .subject = load.data_set, .detail = std::to_string(published.taken) + " values of published.csv", .key = "demo published figures"});
  compare::add_load(tx, load, published, of_figures.id);
  compare::keep_copy(tx, data_folder, load);
  const auto of_neighbours = council::record(tx, {.at = now, .who = "goldenthread demo", .what = "neighbours", .subject = "Most like Ambleford", .detail = "the neighbours of 1 council", .key = "demo neighbours"});
  compare::add_neighbours(tx, {.name = "Most like Ambleford", .source = "Invented", .at = brought_in}, neighbours.of, of_neighbours.id);
  map_indicators(tx, *picture, load.data_set, now);
  add_demo_boundaries(tx, authorities, now);
  say_what_lies_behind(tx, load.data_set, now);
  tx.commit();
}

}  // namespace app
