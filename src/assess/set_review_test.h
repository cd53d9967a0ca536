// A small council whose set is reviewed, and the changes that its people propose.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "assess/picture.h"
#include "assess/set_review.h"

namespace assess {

using calendar::FinancialYear;
using indicator::Kind;
using kit::Date;
using Change = ReviewChange;
using What = SetChangeKind;
using Content = std::vector<std::pair<std::string, std::string>>;

inline const kit::Moment now = *kit::Moment::parse("2026-01-20T09:00:00Z");

inline council::Asker somebody(const char* person, council::Role role) {
  council::Asker asker;
  asker.person = person;
  asker.has_people = true;
  asker.role = role;
  return asker;
}
inline const auto analyst = somebody("k.benali", council::Role::performance_team);
inline const auto lead = somebody("i.greaves", council::Role::performance_team);

inline Kept kept(indicator::IndicatorId id, const std::string& code, const std::string& title, const std::string& unit, Kind kind) {
  Kept one;
  one.id = id;
  indicator::Definition d;
  d.indicator = id, d.code = code, d.title = title, d.unit = unit, d.kind = kind;
  d.meaning = "What " + title + " counts.";
  d.service = id % 2 == 0 ? "WASTE" : "HOUSING";
  d.applies_from = Date::of(2022, 4, 1);
  d.owner = "f.aziz", d.checker = "p.shah";
  one.definitions.push_back(d);
  return one;
}

inline Picture council_of(const std::vector<Kept>& indicators) {
  Picture picture;
  picture.council.units = {{council::Unit::Kind::service, "WASTE", "Waste"}, {council::Unit::Kind::service, "HOUSING", "Housing"}};
  picture.council.people = {{"f.aziz", "Farah Aziz", "", "", council::Role::officer, "WASTE"},
                            {"p.shah", "Priya Shah", "", "", council::Role::service_manager, "WASTE"}};
  picture.plan.frameworks.push_back({"PLAN", "Council plan", {"commitment"}});
  picture.plan.priorities.push_back({"A", "PLAN", "commitment", "Active lives"});
  picture.plan.priorities.push_back({"B", "PLAN", "commitment", "Better futures"});
  picture.plan.priorities.push_back({"C", "PLAN", "commitment", "Connected places"});
  picture.indicators = indicators;
  for (const auto& one : indicators) picture.plan.lines.push_back({one.id, one.id == 4 ? "C" : one.id % 2 == 0 ? "A" : "B"});
  index(picture);
  return picture;
}

// B01 and A02 are shares, B03 counts, C04 alone stands on its line, B05 left two years ago.
inline Picture small_council() {
  auto gone = kept(5, "B05", "Old leaflets", "%", Kind::service);
  gone.definitions.back().ends = Date::of(2024, 3, 31);
  auto picture =
      council_of({kept(1, "B01", "Plans in time", "%", Kind::core), kept(2, "A02", "Bins missed", "%", Kind::service),
                  kept(3, "B03", "Families helped", "", Kind::service),
                  kept(4, "C04", "Bus stops in repair", "%", Kind::organisational_health), gone,
                  kept(6, "A06", "Graffiti removed in five days", "%", Kind::service)});
  return picture;
}

inline Change change(What kind, indicator::IndicatorId indicator, Content content, std::int64_t id = 0) {
  Change made;
  made.id = id;
  made.year = {2026};
  made.kind = kind;
  made.indicator = indicator;
  made.content = std::move(content);
  made.reason = "It says more.";
  made.proposed_by = "k.benali";
  made.at = now;
  return made;
}
inline Change agreed(Change change) {
  change.stage = Change::Stage::agreed;
  change.decided_by = "i.greaves";
  return change;
}

inline std::string all_said(const kit::Refusals& no) {
  std::string all;
  for (const auto& refusal : no.all()) all += (all.empty() ? "" : " ") + refusal.sentence;
  return all;
}

inline Content of_definition(const indicator::Definition& d, Content differently) {
  for (const auto& field : collect::fields_of(d))
    if (std::ranges::find(differently, field.name, &std::pair<std::string, std::string>::first) == differently.end())
      differently.emplace_back(field.name, field.now);
  return differently;
}

// A table that a performance officer can read and extend: "field=text; field=text".
inline Content read_content(const std::string& cell) {
  Content content;
  std::size_t from = 0;
  while (from < cell.size()) {
    const auto end = std::min(cell.find("; ", from), cell.size());
    const auto part = cell.substr(from, end - from);
    content.emplace_back(part.substr(0, part.find('=')), part.substr(part.find('=') + 1));
    from = end + 2;
  }
  return content;
}

}  // namespace assess
