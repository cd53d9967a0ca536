#include "compare/group_store.h"

#include "compare/group.sql.h"

namespace compare {
namespace {

namespace sql = group_sql;

std::optional<kit::Date> maybe_day(const kit::Row& row, std::size_t column) {
  return row.is_null(column) ? std::nullopt : kit::Date::parse(row.text(column));
}

kit::Bound iso_or_null(const std::optional<kit::Date>& day) {
  if (!day) return nullptr;
  return day->iso();
}

std::vector<Feature> features_of(kit::Transaction& tx, const NeighbourList& list) {
  std::vector<Feature> all;
  tx.each(sql::features, {{"name", list.name}, {"edition", list.edition}}, "ttit", [&](const kit::Row& row) {
    all.push_back({{row.text(0), row.text(1)},
                   kit::Decimal::of_units(row.integer(2)),
                   row.text(3) == "logarithm" ? Feature::Scale::logarithm : Feature::Scale::as_is});
  });
  return all;
}

void add_members(kit::Transaction& tx, const std::string& name, std::int64_t edition, const Neighbours& neighbours) {
  auto subject = neighbours.begin();
  std::size_t place = 0;
  tx.run_many(sql::add_member, [&](std::vector<kit::Bound>& row) {
    while (subject != neighbours.end() && place == subject->second.size()) ++subject, place = 0;
    if (subject == neighbours.end()) return false;
    const auto& near = subject->second[place];
    row = {name, edition, subject->first, static_cast<std::int64_t>(++place), near.area, near.because};
    return true;
  });
}

}  // namespace

void read_days(const std::string& starts, const std::string& last, NeighbourList& list, kit::Refusals& no) {
  const auto first_day = kit::Date::parse(starts), last_day = kit::Date::parse(last);
  no.unless(starts.empty() || first_day, "starts", "Type a date such as 2025-04-01, or leave it empty.");
  no.unless(last.empty() || last_day, "ends", "Type a date such as 2026-03-31, or leave it empty.");
  no.unless(!first_day || !last_day || *first_day <= *last_day, "ends", "The last day comes before the first. Type a later one.");
  list.starts = first_day;
  if (last_day) list.ends = last_day->plus(1);
}

std::vector<NeighbourList> neighbour_lists(kit::Transaction& tx, kit::Moment as_at) {
  std::vector<NeighbourList> all;
  tx.each(sql::groups, {{"as_at", as_at.seconds}}, "tititt", [&](const kit::Row& row) {
    all.push_back({.name = row.text(0),
                   .source = row.text(2),
                   .edition = row.integer(1),
                   .at = {row.integer(3)},
                   .starts = maybe_day(row, 4),
                   .ends = maybe_day(row, 5)});
  });
  for (auto& each : all) {
    each.subjects = tx.number(sql::subjects, {{"name", each.name}, {"edition", each.edition}}).value_or(0);
    each.features = features_of(tx, each);
  }
  return all;
}

std::vector<Near> near_of(kit::Transaction& tx, const NeighbourList& list, const std::string& subject) {
  std::vector<Near> all;
  tx.each(sql::members, {{"name", list.name}, {"edition", list.edition}, {"subject", subject}}, "tt",
          [&](const kit::Row& row) {
            all.push_back({row.text(0), row.text(1)});
          });
  return all;
}

std::vector<std::string> neighbours_of(kit::Transaction& tx, const NeighbourList& list, const std::string& subject) {
  return codes_of(near_of(tx, list, subject));
}

void add_neighbours(kit::Transaction& tx, const NeighbourList& list, const Neighbours& neighbours, council::RecordId record) {
  tx.run(sql::add_group, {{"name", list.name},
                          {"source", list.source},
                          {"at", list.at.seconds},
                          {"record", record},
                          {"starts", iso_or_null(list.starts)},
                          {"ends", iso_or_null(list.ends)}});
  const auto edition = tx.number(sql::edition_of, {{"name", list.name}}).value_or(1);
  add_members(tx, list.name, edition, neighbours);
  std::int64_t place = 0;
  for (const auto& each : list.features)
    tx.run(sql::add_feature, {{"name", list.name},
                              {"edition", edition},
                              {"place", ++place},
                              {"data_set", each.series.data_set},
                              {"title", each.series.title},
                              {"weight", each.weight.units()},
                              {"scale", each.scale == Feature::Scale::logarithm ? "logarithm" : "as_is"}});
}

}  // namespace compare
