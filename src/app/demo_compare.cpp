#include "app/demo_compare.h"

#include <algorithm>
#include <sstream>

#include "assess/picture_store.h"
#include "compare/authority_table.h"
#include "compare/group_store.h"
#include "compare/mapping_store.h"
#include "compare/published_copy_store.h"
#include "compare/published_store.h"
#include "compare/series_notes_store.h"
#include "compare/small_area_table.h"
#include "council/record_store.h"
#include "explore/boundary_store.h"
#include "kit/carried.h"
#include "report/pack_store.h"

namespace app {
namespace {

// So that the reports of October already know them.
const kit::Moment brought_in = *kit::Moment::parse("2025-10-02T09:00:00Z");
// And those of April the register, the neighbours, and what was published about the district until then.
const kit::Moment in_spring = *kit::Moment::parse("2025-04-02T09:00:00Z");

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
    {"SAT07", "Major planning applications decided in time", "list:Most like Ambleford"},
    {"BBF07", "Education, health and care plans issued within 20 weeks", "list:Most like Ambleford"},
    {"AFL10", "Adults with a learning disability in their own home or with family", "tier", compare::Alike::differs,
     "The published figure counts adults of every age; ours counts those of working age."},
};

void map_indicators(kit::Transaction& tx, const assess::Picture& picture, const std::string& data_set, kit::Moment now) {
  const auto record = council::record(tx, {.at = now,
                                           .who = "goldenthread demo",
                                           .what = "mapping",
                                           .subject = data_set,
                                           .detail = "indicators beside published ones",
                                           .key = "demo mapping"});
  for (const auto& each : pairs)
    if (const auto* kept = picture.find(each.code))
      compare::add_mapping(tx,
                           {.indicator = kept->id,
                            .series = {data_set, std::string(each.title)},
                            .definition = each.definition,
                            .differs = std::string(each.differs),
                            .compare_with = std::string(each.compare_with),
                            .by = "i.greaves",
                            .at = brought_in},
                           record.id);
}

void add_demo_boundaries(kit::Transaction& tx, const compare::Authorities& authorities, const explore::BoundarySet& set, kit::Moment now) {
  const auto boundaries = must(explore::boundaries_of(
      must(explore::read_geo_file(kit::carried("seeds/ambleford/" + set.file))), "", authorities));
  const auto recorded = council::record(tx, {.at = now,
                                             .who = "goldenthread demo",
                                             .what = "boundaries",
                                             .subject = set.name,
                                             .detail = std::to_string(boundaries.areas.size()) + " areas",
                                             .key = "demo " + set.file});
  explore::add_boundaries(tx, set, boundaries, recorded.id);
}

constexpr std::string_view planning = "Major planning applications decided in time";

void say_what_lies_behind(kit::Transaction& tx, const std::string& data_set, kit::Moment now) {
  const auto record = council::record(tx, {.at = now,
                                           .who = "goldenthread demo",
                                           .what = "comparison words",
                                           .subject = data_set,
                                           .detail = "the story of two figures, and the counts behind one",
                                           .key = "demo comparison words"});
  compare::add_counts(tx,
                      {.series = {data_set, std::string(planning)},
                       .edition = 1,
                       .measure = compare::Counts::Measure::share,
                       .cases = std::string(planning) + ", number",
                       .out_of = "Major planning applications decided, number",
                       .multiplier = 100,
                       .by = "i.greaves",
                       .at = brought_in},
                      record.id);
  const auto year = calendar::Period::year({2024});
  compare::add_story(
      tx,
      {{data_set, std::string(planning)},
       year,
       1,
       "Extensions of time are agreed in writing with most applicants, and then count as in time. Two posts were filled in October; what the figure does not show is how long the longest cases took.",
       "s.haddad",
       brought_in},
      record.id);
  compare::add_story(
      tx,
      {{data_set, "Household waste recycled, reused and composted"},
       year,
       1,
       "Food waste is collected from half of our homes only; the neighbours above the middle collect it from all. The round reaches every home by March 2026.",
       "l.arkwright",
       brought_in},
      record.id);
}

// Brings in a file of published figures, as anybody would.
void bring_in(kit::Transaction& tx, const std::string& data_folder, const compare::Authorities& authorities,
              compare::Load load, kit::Moment now) {
  auto in = seed(load.file);
  const auto file = must(compare::read_published(in, authorities));
  compare::keep_figures(compare::duck_in(data_folder), file, authorities, load);
  const auto recorded = council::record(tx, {.at = now,
                                             .who = "goldenthread demo",
                                             .what = "published figures",
                                             .subject = load.data_set,
                                             .detail = std::to_string(file.taken) + " values of " + load.file,
                                             .key = "demo published figures " + load.file});
  compare::add_load(tx, load, file, recorded.id);
  compare::keep_copy(tx, data_folder, load);
}

compare::Load load_of(std::string data_set, std::string file, kit::Date published, kit::Moment at) {
  return {.data_set = std::move(data_set),
          .publisher = "The demo",
          .licence = "Invented: free to use",
          .published = published,
          .file = std::move(file),
          .at = at};
}

constexpr std::string_view neighbours_set = "Ambleford’s invented neighbours",
                           district_set = "The invented country in figures", wards_set = "Ambleford by ward";

struct Shown {
  report::Theme theme;
  std::string_view data_set, title;
};
using enum report::Theme;
constexpr Shown shown[] = {
    {people, district_set, "Residents"},
    {people, district_set, "Residents aged under 16"},
    {people, neighbours_set, "Residents aged 65 and over"},
    {people, district_set, "Households of one person"},
    {deprivation, district_set, "Children in low-income families"},
    {deprivation, district_set, "Residents of the most deprived tenth of neighbourhoods"},
    {deprivation, district_set, "Households in fuel poverty"},
    {economy, district_set, "Residents aged 16 to 64 in work"},
    {economy, district_set, "Weekly pay of full-time residents, median"},
    {economy, district_set, "Residents who claim because they are out of work"},
    {economy, district_set, "New businesses for each 10,000 residents"},
    {health, district_set, "Life expectancy of men"},
    {health, district_set, "Life expectancy of women"},
    {health, district_set, "Adults who are active"},
    {health, district_set, "Adults who smoke"},
    {health, district_set, "Children overweight when they leave primary school"},
    {housing, district_set, "House price in years of pay"},
    {education, district_set, "Residents with a degree or the like"},
    {environment, neighbours_set, "Residual household waste"},
};

// What the state of the district shows, chosen in spring.
void choose_published(kit::Transaction& tx, kit::Moment now) {
  const auto packs = report::load_packs(tx);
  auto pack = *report::find(packs, "state-of-the-district");
  auto& section = *std::ranges::find(pack.sections, report::Shows::published, &report::Section::shows);
  for (const auto& each : shown) section.published.push_back({each.theme, {std::string(each.data_set), std::string(each.title)}});
  section.compare_with = "list:Most like Ambleford";
  ++pack.edition, pack.by = "i.greaves", pack.at = in_spring;
  const auto recorded = council::record(tx, {.at = now,
                                             .who = "goldenthread demo",
                                             .what = "report pack changed",
                                             .subject = pack.code,
                                             .detail = section.title,
                                             .key = "demo report pack"});
  report::add_pack(tx, pack, recorded.id);
}

std::vector<compare::Authority> wards(const compare::Authorities& authorities) {
  auto in = seed("wards.csv");
  return must(compare::read_small_areas(in, authorities, "E06000999")).all;
}

// Every council and ward of the invented country.
compare::Authorities areas() {
  auto in = seed("authorities.csv");
  auto all = must(compare::read_authorities(in));
  std::ranges::move(wards(compare::Authorities(all)), std::back_inserter(all));
  return compare::Authorities(std::move(all));
}

void add_areas(kit::Transaction& tx, const compare::Authorities& authorities, kit::Moment now) {
  const auto& all = authorities.all();
  const auto recorded = council::record(tx, {.at = now,
                                             .who = "goldenthread demo",
                                             .what = "areas",
                                             .subject = "authorities.csv",
                                             .detail = std::to_string(all.size()) + " authorities and wards",
                                             .key = "demo areas"});
  compare::add_authorities(tx, all, in_spring, recorded.id);
}

void add_neighbours(kit::Transaction& tx, const compare::Authorities& authorities, kit::Moment now) {
  auto in = seed("neighbours.csv");
  const auto neighbours = must(compare::read_neighbours(in, "", authorities, brought_in.date()));
  const auto recorded = council::record(tx, {.at = now,
                                             .who = "goldenthread demo",
                                             .what = "neighbours",
                                             .subject = "Most like Ambleford",
                                             .detail = "the neighbours of 1 council",
                                             .key = "demo neighbours"});
  compare::add_neighbours(tx, {.name = "Most like Ambleford", .source = "Invented", .at = in_spring}, neighbours.of, recorded.id);
}

void bring_in_figures(kit::Transaction& tx, const std::string& data_folder, const compare::Authorities& authorities, kit::Moment now) {
  const auto bring = [&](std::string_view set, const char* file, kit::Date published_on, kit::Moment at) {
    bring_in(tx, data_folder, authorities, load_of(std::string(set), file, published_on, at), now);
  };
  bring(neighbours_set, "published.csv", kit::Date::of(2025, 9, 30), brought_in);
  bring(district_set, "district-2024.csv", kit::Date::of(2024, 11, 28), in_spring);
  bring(district_set, "district-2025.csv", kit::Date::of(2025, 9, 25), brought_in);
  bring(wards_set, "ward-figures.csv", kit::Date::of(2025, 9, 26), brought_in);
}

void add_boundaries(kit::Transaction& tx, const compare::Authorities& authorities, kit::Moment now) {
  for (const auto& [name, file] :
       {std::pair("Authorities of an invented country", "boundaries.topojson"), {"Wards of Ambleford", "wards.topojson"}})
    add_demo_boundaries(tx, authorities,
                        {.name = name,
                         .source = "The demo",
                         .licence = "Invented: free to use",
                         .dated = kit::Date::of(2025, 4, 1),
                         .file = file,
                         .at = brought_in},
                        now);
}

}  // namespace

void begin_demo_compare(kit::Database& db, const std::string& data_folder, kit::Moment now) {
  const auto authorities = areas();
  const auto picture = assess::load_picture(db, now);

  auto tx = db.write();
  add_areas(tx, authorities, now);
  bring_in_figures(tx, data_folder, authorities, now);
  add_neighbours(tx, authorities, now);
  map_indicators(tx, *picture, std::string(neighbours_set), now);
  add_boundaries(tx, authorities, now);
  say_what_lies_behind(tx, std::string(neighbours_set), now);
  choose_published(tx, now);
  tx.commit();
}

}  // namespace app
