#include "compare/published_store.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "compare/figures.duck.sql.h"
#include "compare/published.sql.h"
#include "compare/published_copy_store.h"
#include "indicator/columns.h"
#include "kit/failure.h"
#include "kit/lines.h"
#include "kit/secret.h"

namespace compare {
namespace {

namespace sql = published_sql;

std::optional<kit::Date> maybe_day(const kit::Row& row, std::size_t column) {
  return row.is_null(column) ? std::nullopt : kit::Date::parse(row.text(column));
}

kit::Bound iso_or_null(const std::optional<kit::Date>& day) {
  if (!day) return nullptr;
  return day->iso();
}

Authority read_authority(const kit::Row& row) {
  return {.code = row.text(0),
          .name = row.text(1),
          .tier = read_tier(row.text(2)).value_or(Tier::district),
          .nation = row.text(3),
          .region = row.text(4),
          .starts = maybe_day(row, 5),
          .ends = maybe_day(row, 6),
          .successors = kit::lines_in(row.text(7)),
          .names = kit::lines_in(row.text(8)),
          .codes = kit::lines_in(row.text(9))};
}

Load read_load(const kit::Row& row) {
  return {.number = row.integer(0),
          .data_set = row.text(1),
          .publisher = row.text(2),
          .licence = row.text(3),
          .published = maybe_day(row, 4),
          .file = row.text(5),
          .kept = row.text(6),
          .fingerprint = row.text(7),
          .found = row.integer(8),
          .taken = row.integer(9),
          .remarks = kit::lines_in(row.text(10)),
          .years = read_years(row.text(13)).value_or(Years::as_written),
          .whole = calendar::Period::parse(row.text(14)),
          .dictionary = row.text(15),
          .plain_year = row.text(16),
          .are_small = row.integer(17) == 1,
          .at = {row.integer(11)},
          .record = row.integer(12)};
}

// Never closed: when a program ends, what the engine keeps for each thread is gone before what is static, and closing reads it. Nothing is
// lost, for a file is whole once it is written.
struct Engines {
  struct Engine {
    std::size_t megabytes = kit::DuckSettings().memory_megabytes;
    std::unique_ptr<kit::Duck> duck;
  };
  std::mutex guard;
  std::map<std::string, Engine> open;
};
Engines& engines() {
  static auto& one = *new Engines;
  return one;
}

}  // namespace

Authorities load_authorities(kit::Transaction& tx, kit::Moment as_at) {
  std::vector<Authority> all;
  tx.each(sql::authorities, {{"as_at", as_at.seconds}}, "tttttttttt", [&](const kit::Row& row) { all.push_back(read_authority(row)); });
  tx.each(sql::small_areas, {{"as_at", as_at.seconds}}, "ttttt", [&](const kit::Row& row) {
    all.push_back({.code = row.text(0),
                   .name = row.text(1),
                   .tier = Tier::small,
                   .nation = {},
                   .region = {},
                   .starts = maybe_day(row, 3),
                   .ends = maybe_day(row, 4),
                   .successors = {},
                   .names = {},
                   .codes = {},
                   .within = row.text(2)});
  });
  return Authorities(std::move(all));
}

std::int64_t add_authorities(kit::Transaction& tx, const std::vector<Authority>& all, kit::Moment at, council::RecordId record) {
  const auto known = load_authorities(tx, at);
  std::int64_t added = 0;
  for (const auto& each : all) {
    const auto* before = known.find(each.code);
    if (before && *before == each) continue;
    if (each.is_small()) {
      tx.run(sql::add_small_area, {{"code", each.code},
                                   {"name", each.name},
                                   {"within", each.within},
                                   {"starts", iso_or_null(each.starts)},
                                   {"ends", iso_or_null(each.ends)},
                                   {"at", at.seconds},
                                   {"record", record}});
      ++added;
      continue;
    }
    tx.run(sql::add_authority, {{"code", each.code},
                                {"name", each.name},
                                {"tier", std::string(code(each.tier))},
                                {"nation", each.nation},
                                {"region", each.region},
                                {"starts", iso_or_null(each.starts)},
                                {"ends", iso_or_null(each.ends)},
                                {"successors", kit::joined_lines(each.successors)},
                                {"names", kit::joined_lines(each.names)},
                                {"codes", kit::joined_lines(each.codes)},
                                {"at", at.seconds},
                                {"record", record}});
    ++added;
  }
  return added;
}

std::vector<Load> loads(kit::Transaction& tx, kit::Moment as_at) {
  std::vector<Load> all;
  tx.each(sql::loads, {{"as_at", as_at.seconds}}, "ittttttt" "iitiitttti", [&](const kit::Row& row) { all.push_back(read_load(row)); });
  return all;
}

std::vector<Load> newest_loads(const std::vector<Load>& all) {
  std::vector<Load> newest;
  std::set<std::string> seen;
  for (const auto& each : all)
    if (seen.insert(each.data_set).second) newest.push_back(each);
  std::ranges::sort(newest, {}, &Load::data_set);
  return newest;
}

std::vector<const Load*> meant_by(const std::vector<Load>& newest, const std::string& data_set, First first) {
  std::vector<const Load*> all;
  for (const auto& each : newest)
    if (data_set.empty() || each.data_set == data_set) all.push_back(&each);
  std::ranges::stable_partition(all, [&](const Load* each) { return each->are_small == (first == First::small_areas); });
  return all;
}

std::vector<PublishedIndicator> indicators_of(kit::Transaction& tx, std::int64_t load) {
  std::vector<PublishedIndicator> all;
  tx.each(sql::indicators, {{"load", load}}, "ttt", [&](const kit::Row& row) {
    all.push_back({row.text(0), row.text(1), row.is_null(2) ? std::nullopt : indicator::read_polarity(row.text(2))});
  });
  return all;
}

std::vector<LeftOut> left_out_of(kit::Transaction& tx, std::int64_t load) {
  std::vector<LeftOut> all;
  tx.each(sql::left_out, {{"load", load}}, "tiittt", [&](const kit::Row& row) {
    all.push_back({row.text(0), row.integer(1), static_cast<std::size_t>(row.integer(2)), row.text(3), row.text(4), row.text(5)});
  });
  return all;
}

std::int64_t add_load(kit::Transaction& tx, const Load& load, const PublishedFile& file, council::RecordId record) {
  const auto number = tx.number(sql::next_load).value_or(1);
  tx.run(sql::add_load, {{"number", number},
                         {"data_set", load.data_set},
                         {"publisher", load.publisher},
                         {"licence", load.licence},
                         {"published", iso_or_null(load.published)},
                         {"file", load.file},
                         {"kept", load.kept},
                         {"fingerprint", load.fingerprint},
                         {"found", file.found},
                         {"taken", file.taken},
                         {"remarks", kit::joined_lines(file.remarks)},
                         {"at", load.at.seconds},
                         {"record", record},
                         {"years", std::string(code(load.years))},
                         {"whole_period", load.whole ? load.whole->iso() : std::string()},
                         {"dictionary", load.dictionary},
                         {"plain_year", file.plain_year},
                         {"small", std::int64_t{file.are_small}}});
  std::int64_t place = 0;
  for (const auto& each : file.indicators)
    tx.run(sql::add_indicator, {{"load", number},
                                {"place", ++place},
                                {"title", each.title},
                                {"unit", each.unit},
                                {"polarity", each.polarity ? kit::Bound(std::string(indicator::code(*each.polarity)))
                                                           : kit::Bound(nullptr)}});
  for (const auto& each : file.left_out)
    tx.run(sql::add_left_out, {{"load", number},
                               {"reason", each.reason},
                               {"found", each.values},
                               {"first_row", static_cast<std::int64_t>(each.first_row)},
                               {"example", each.example},
                               {"first_column", each.first_column},
                               {"to_do", each.to_do}});
  return number;
}

std::vector<AreaFigure> figures_of(kit::Duck& duck, const Load& load, const std::string& title) {
  std::vector<AreaFigure> all;
  duck.each(figures_duck_sql::of_one, {{"file", duck.path(load.kept)}, {"title", title}}, "ttrrrt",
            [&](const kit::Row& row) {
              all.push_back({row.text(0), indicator::known(calendar::Period::parse(row.text(1)), row.text(1)),
                             row.maybe_real(2), row.maybe_real(3), row.maybe_real(4), row.text(5)});
            });
  return all;
}

std::vector<Place> places_of(kit::Duck& duck, const Load& load, const std::string& own, const std::vector<std::string>& areas) {
  std::vector<Place> all;
  duck.each(figures_duck_sql::newest, {{"file", duck.path(load.kept)}, {"own", own}, {"areas", areas}}, "ttrirriir",
            [&](const kit::Row& row) {
              all.push_back({row.text(0), indicator::known(calendar::Period::parse(row.text(1)), row.text(1)),
                             row.real(2), static_cast<int>(row.integer(3)), row.real(4), row.real(5), row.real(8),
                             static_cast<int>(row.integer(6)), static_cast<int>(row.integer(7))});
            });
  return all;
}

kit::Duck& duck_in(const std::string& data_folder) {
  const std::scoped_lock lock(engines().guard);
  auto& [megabytes, one] = engines().open[data_folder];
  if (!one)
    one = std::make_unique<kit::Duck>(kit::DuckSettings{
        .folder = data_folder + "/comparators",
        .memory_megabytes = megabytes,
        .fetch = [data_folder](const std::string& file) { FiguresAtHand::fetch(data_folder, file); }});
  return *one;
}

void give_duck_memory(const std::string& data_folder, std::size_t megabytes) {
  const std::scoped_lock lock(engines().guard);
  auto& engine = engines().open[data_folder];
  kit::demand(!engine.duck, "The engine of published figures is open already, with the memory that it has.");
  engine.megabytes = megabytes;
}

}  // namespace compare
