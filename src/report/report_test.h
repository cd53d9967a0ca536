// For tests of reports: a small council whose figures come out as they are asked for.
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "assess/picture.h"
#include "report/compose.h"

namespace report::tests {

struct Given {
  std::string code;
  indicator::Kind kind = indicator::Kind::core;
  std::string value;  // of June 2025; empty: it has not come
  std::string target = "80";
};

// Indicators in per cent, higher is better, judged in period; those of reference A… on the first priority, the others on the second.
class SmallCouncil {
 public:
  SmallCouncil() {
    picture = std::make_shared<assess::Picture>();
    picture->as_at = *kit::Moment::parse("2025-07-31T23:00:00Z");
    picture->version = 1;
    picture->council.settings = {{"name", "Smallborough Council", {50}}, {"area_code", "E06000998", {50}}};
    picture->council.units = {{council::Unit::Kind::directorate, "PLACE", "Place", "", "Director of Place", 0, {50}, false},
                              {council::Unit::Kind::service, "WASTE", "Waste", "PLACE", "", 0, {50}, false}};
    picture->council.people = {{"p.shah",
                                "Priya Shah-Canary",
                                "Waste officer",
                                "p.shah@smallborough.example",
                                council::Role::officer,
                                "WASTE",
                                {50},
                                false}};
    picture->plan.frameworks = {{"PLAN", "Council plan", {"priority"}, 0, {50}, false}};
    picture->plan.priorities = {{"CLEAN", "PLAN", "priority", "A clean place", "", "", "", 0, {50}, false},
                                {"SAFE", "PLAN", "priority", "A safe place", "", "", "", 1, {50}, false}};
  }

  assess::Kept& add(const Given& given) {
    auto& kept = picture->indicators.emplace_back();
    kept.id = static_cast<indicator::IndicatorId>(picture->indicators.size());
    kept.definitions.push_back(definition(kept.id, given));
    if (!given.value.empty()) kept.figures.push_back(figure(kept.id, given.value));
    if (!given.target.empty())
      kept.targets.push_back({.indicator = kept.id,
                              .year = {2025},
                              .edition = 1,
                              .at = {100},
                              .value = kit::Decimal::parse(given.target)});
    picture->plan.lines.push_back({kept.id, given.code.starts_with('A') ? "CLEAN" : "SAFE", {50}, false, std::nullopt});
    return kept;
  }

  static collect::Figure figure(indicator::IndicatorId id, const std::string& value) {
    collect::Figure f;
    f.indicator = id;
    f.period = june;
    f.value = kit::Decimal::parse(value);
    f.note = "It went as planned.";
    f.entered_by = "p.shah";
    f.at = *kit::Moment::parse("2025-07-20T10:00:00Z");
    return f;
  }

  Document compose(const Pack& pack, Form form = Form::full) {
    assess::index(*picture);
    return report::compose(
        {pack, picture, june,
         [&](const assess::Picture& one, const calendar::Period& until) { return elsewhere(one, until); }},
        form);
  }

  // What five others publish for June beside an indicator: 40, 50, 60, 70 and 80; the council's own records complete it.
  void map(const std::string& code, compare::Alike definition = compare::Alike::same) {
    assess::index(*picture);
    compare::Mapped one;
    one.mapping.indicator = picture->find(code)->id;
    one.mapping.series = {"Published figures", "Published beside " + code};
    one.mapping.definition = definition;
    if (definition == compare::Alike::differs) one.mapping.differs = "Theirs counts every age.";
    one.published = {one.mapping.series.title, "%", indicator::Polarity::high_good};
    for (int i = 0; i < 5; ++i) one.figures.push_back({"E0700000" + std::to_string(i), june, 40.0 + 10 * i, {}, {}, ""});
    mapped.push_back(std::move(one));
  }

  // As the store of what is mapped tells it, of whichever picture a document is made from.
  compare::Elsewhere elsewhere(const assess::Picture& of, const calendar::Period& until) const {
    std::vector<compare::Authority> all = {{"E06000998", "Smallborough"}};
    for (int i = 0; i < 5; ++i) all.push_back({"E0700000" + std::to_string(i), "Other " + std::to_string(i)});
    const compare::Authorities authorities(std::move(all));
    compare::Elsewhere made;
    for (auto each : mapped) {
      const auto* kept = of.find(each.mapping.indicator);
      if (!kept) continue;
      compare::complete(each.figures, compare::own_figures(*kept, "E06000998"));
      made.beside.push_back(compare::against_others(each, authorities, *authorities.find("E06000998"), *kept, until));
    }
    return made;
  }

  std::vector<compare::Mapped> mapped;
  static inline const auto june = calendar::Period::month(2025, 6);
  std::shared_ptr<assess::Picture> picture;

 private:
  static indicator::Definition definition(indicator::IndicatorId id, const Given& given) {
    indicator::Definition d;
    d.indicator = id;
    d.at = {60};
    d.applies_from = kit::Date::of(2024, 4, 1);
    d.code = given.code;
    d.title = "Title of " + given.code;
    d.meaning = "What it means.";
    d.unit = "%";
    d.decimals = 1;
    d.kind = given.kind;
    d.frequency = calendar::Frequency::monthly;
    d.service = "WASTE";
    d.owner = "p.shah";
    return d;
  }
};

// A pack of one section.
inline Pack pack_of(Shows shows, Choice choice = {}, Grouping by = Grouping::none) {
  Pack pack;
  pack.code = "test";
  pack.title = "Test";
  pack.audience = "All members";
  pack.frequency = calendar::Frequency::monthly;
  pack.sections = {{"one", shows, "Section one", std::move(choice), by, 0}};
  return pack;
}

// Each of its indicators but the first holds something that may not be published, by which it is known wherever it should turn up.
struct CouncilWithSecrets : SmallCouncil {
  CouncilWithSecrets() {
    using indicator::Kind;
    add({"A1", Kind::core, "85"});
    auto& unchecked = add({"A2", Kind::core, "47.125"});
    unchecked.figures[0].standing = collect::Standing::unchecked;
    unchecked.figures[0].note = "Canary of the unchecked.";
    auto& suppressed = add({"A3", Kind::core, "31.375"});
    suppressed.figures[0].note = "Canary of three children.";
    suppressed.figures.push_back(suppressed.figures[0]);
    suppressed.figures[1].edition = 2;
    suppressed.figures[1].value.reset();
    suppressed.figures[1].state = collect::State::suppressed;
    auto& secret = add({"A4", Kind::core, "23.625"});
    secret.definitions[0].published = false;
    secret.definitions[0].title = "Canary without licence";
    auto& follows = add({"A5", Kind::core, "23.875"});
    follows.definitions[0].computed_from = "[A4] + 0.25";
    for (const auto* code : {"A1", "A2", "A3", "A4", "A5"}) map(code);
  }

  // Everything that a section can show, and one that is exempt.
  static Pack whole() {
    Pack pack = pack_of(Shows::indicators, {}, Grouping::priority);
    for (const auto shows : all_shows())
      pack.sections.push_back({std::string(code(shows)), shows, "Section", {}, Grouping::directorate, 0});
    pack.sections.push_back({"exempt", Shows::indicators, "Canary of the exempt section", {}, Grouping::none, 3});
    return pack;
  }
};
inline const std::vector<std::string> canaries = {"47.125",
                                                  "47.1",
                                                  "Canary of the unchecked",
                                                  "31.375",
                                                  "31.4",
                                                  "Canary of three children",
                                                  "23.625",
                                                  "23.6",
                                                  "Canary without licence",
                                                  "23.875",
                                                  "A4",
                                                  "A5",
                                                  "Canary of the exempt",
                                                  "p.shah",
                                                  "Priya",
                                                  "Canary",
                                                  "Waste officer"};

template <class B>
std::vector<B> blocks_in(const Document& document) {
  std::vector<B> found;
  for (const auto& part : document.parts)
    for (const auto& block : part.blocks)
      if (const auto* one = std::get_if<B>(&block)) found.push_back(*one);
  return found;
}

}  // namespace report::tests
