// A change of the set as its form has it: what was typed, or how things stand before anybody types.
#include "work/set_review_form.h"

namespace work {
namespace {

using assess::Kept;
using assess::Review;
using assess::ReviewChange;
using Kind = assess::SetChangeKind;

// In the order of the forms: what a request of a kind may carry.
std::vector<std::string> field_names(Kind kind, const Kept* kept) {
  switch (kind) {
    case Kind::added:
      return {"code",        "title",           "meaning",           "why_it_matters", "kind",
              "priority",    "frequency",       "polarity",          "unit",           "decimals",
              "aggregation", "numerator_label", "denominator_label", "source",         "service",
              "owner",       "checker"};
    case Kind::renumbered: return {"code"};
    case Kind::moved: return {"service", "priority", "kind"};
    case Kind::merged: return {"others", "code", "title", "meaning"};
    default: break;
  }
  std::vector<std::string> names;
  if (kind == Kind::redefined && kept) {
    for (const auto& field : collect::fields_of(kept->now())) names.push_back(field.name);
    names.insert(names.end(), {"unit", "breaks_series"});
  }
  if (kind == Kind::split)
    for (int part = 1; part <= assess::most_parts; ++part)
      for (const auto* field : {"code", "title", "meaning"}) names.push_back(assess::part_field(part, field));
  return names;
}

}  // namespace

ReviewChange change_in(const kit::Request& asked, const Review& review, Kind kind) {
  ReviewChange change;
  change.year = review.year;
  change.kind = kind;
  const auto* kept = kind == Kind::added ? nullptr : review.picture.find(asked.typed("indicator"));
  if (kept) change.indicator = kept->id;
  for (const auto& name : field_names(kind, kept)) change.content.emplace_back(name, asked.typed(name));
  if (kind == Kind::redefined && kept)
    for (const auto& field : collect::fields_of(kept->now()))
      for (auto& [name, text] : change.content)
        if (name == field.name && !field.choices.empty() && text.empty()) text = field.now;
  change.reason = asked.typed("reason");
  return change;
}

ReviewChange change_of(const Review& review, Kind kind, const Kept* kept, const std::string& with) {
  ReviewChange change;
  change.year = review.year;
  change.kind = kind;
  if (!kept) return change;
  const auto& now = kept->now();
  change.indicator = kept->id;
  if (kind == Kind::redefined) {
    for (const auto& field : collect::fields_of(now)) change.content.emplace_back(field.name, field.now);
    change.content.emplace_back("unit", now.unit);
  }
  if (kind == Kind::moved) {
    const auto stands_on = review.picture.plan.of(kept->id);
    change.content = {{"service", now.service},
                      {"kind", std::string(indicator::code(now.kind))},
                      {"priority", stands_on.empty() ? "" : stands_on.front()->code}};
  }
  if (kind == Kind::split)
    change.content = {{assess::part_field(1, "code"), now.code},
                      {assess::part_field(1, "title"), now.title},
                      {assess::part_field(1, "meaning"), now.meaning}};
  if (kind == Kind::merged) change.content = {{"others", with}, {"code", now.code}, {"title", now.title}, {"meaning", now.meaning}};
  return change;
}

}  // namespace work
