#include "work/set_review_choices.h"

#include <algorithm>
#include <array>

#include "work/set_review_view.h"

namespace work {
namespace {

template <class Word, std::size_t Count>
Choices of_words(const std::array<Word, Count>& all) {
  Choices choices = {{"", "Choose"}};
  for (const auto word : all) choices.push_back({std::string(code(word)), std::string(words(word))});
  return choices;
}

}  // namespace

Choices sections() {
  using enum indicator::Kind;
  return of_words(std::array{core, service, organisational_health, contextual, place_based, management});
}

Choices frequencies() {
  using enum calendar::Frequency;
  return of_words(std::array{monthly, quarterly, half_yearly, annual});
}

Choices polarities() {
  using enum indicator::Polarity;
  return of_words(std::array{high_good, low_good, in_range, neutral});
}

Choices aggregations() {
  using enum indicator::Aggregation;
  return of_words(std::array{sum, ratio, snapshot, mean_of_snapshots});
}

Choices services(const assess::Picture& picture) {
  Choices choices = {{"", "Choose"}};
  for (const auto& unit : picture.council.units)
    if (!unit.gone && unit.kind == council::Unit::Kind::service) choices.push_back({unit.code, unit.name});
  return choices;
}

Choices lines_of_plan(const assess::Picture& picture) {
  Choices choices = {{"", "None"}};
  const auto* main = picture.plan.main();
  for (const auto& priority : picture.plan.priorities)
    if (main && !priority.gone && priority.framework == main->code) choices.push_back({priority.code, line_name(picture, priority.code)});
  std::ranges::sort(choices.begin() + 1, choices.end(), {}, &parts::Choice::text);
  return choices;
}

Choices people(const assess::Picture& picture) {
  Choices choices = {{"", "Choose"}};
  for (const auto& person : picture.council.people)
    if (!person.gone) choices.push_back({person.code, person.name + ", " + person.job});
  return choices;
}

Choices of_field(const collect::ProposedField& field) {
  Choices choices;
  for (const auto& [code, words] : field.choices) choices.push_back({std::string(code), std::string(words)});
  return choices;
}

}  // namespace work
