#include "assess/rule_form.h"

#include <algorithm>
#include <charconv>

#include "kit/number.h"
#include "kit/quote.h"
#include "parts/form.h"
#include "parts/step_fields.h"
#include "parts/text.h"

namespace assess {
namespace {

using kit::Html;
using kit::Refusals;

constexpr std::size_t most_steps = 12, most_conditions = 4;

std::string field_of(std::size_t step) { return "step_" + std::to_string(step + 1); }
std::string field_of(std::size_t step, std::string_view what) { return field_of(step) + "_" + std::string(what); }
std::string field_of(std::size_t step, std::string_view what, std::size_t place) {
  return field_of(step, what) + "_" + std::to_string(place + 1);
}

std::size_t whole(std::string_view text) {
  std::size_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<Condition> condition_of(const TypedCondition& typed, std::size_t step, Refusals& no) {
  for (std::size_t i = 0; i < condition_kinds; ++i) {
    const auto& kind = kind_of(static_cast<Condition::Kind>(i));
    if (kind.code != typed.kind) continue;
    if (!takes_number(kind)) return Condition{kind.kind, {}};
    const auto number = kit::read_number(typed.number);
    no.unless(static_cast<bool>(number), field_of(step),
              "Step " + std::to_string(step + 1) +
                  (typed.number.empty() ? ": type the number beside the condition"
                                        : ": found " + kit::quoted(typed.number) + ". Type a number") +
                  ", such as 5.");
    return number ? std::optional(Condition{kind.kind, number->number}) : std::nullopt;
  }
  return std::nullopt;
}

std::vector<parts::Choice> rating_choices() {
  return {{"blue", "Better than target"}, {"green", "On target"}, {"amber", "Close"}, {"red", "Off target"}, {"not_rated", "Not rated"}};
}

std::vector<parts::StepChoice> condition_choices(bool first) {
  using Takes = parts::StepChoice::Takes;
  std::vector<parts::StepChoice> all = {{{"", first ? "in every other case" : "(no more conditions)"}, Takes::nothing}};
  for (std::size_t i = 0; i < condition_kinds; ++i) {
    const auto& kind = kind_of(static_cast<Condition::Kind>(i));
    all.push_back({{std::string(kind.code), std::string(kind.words)}, takes_number(kind) ? Takes::a_number : Takes::nothing});
  }
  return all;
}

void one_step(Html& html, const TypedRule& typed, std::size_t i, const Refusals& no) {
  const auto& step = typed.steps[i];
  const auto number = std::to_string(i + 1), id = field_of(i);
  parts::step(html, id, "Step " + number, parts::error_of(id, no), [&] {
    parts::step_choice(html, field_of(i, "rating"), "Status", rating_choices(), step.rating);
    const auto lines = std::min(step.when.size() + 1, most_conditions);
    for (std::size_t c = 0; c < lines; ++c) {
      const auto condition = c < step.when.size() ? step.when[c] : TypedCondition{};
      const auto number_name = field_of(i, "number", c);
      parts::step_choice(html, field_of(i, "when", c), c == 0 ? "when" : "and", condition_choices(c == 0),
                         condition.kind, {number_name, "… is", condition.number});
    }
    parts::buttons(html, [&] {
      const auto move = "Move step " + number + " ";
      if (i > 0) parts::step_button(html, "up_" + number, move, "Up", {});
      if (i + 1 < typed.steps.size()) parts::step_button(html, "down_" + number, move, "Down", {});
      if (typed.steps.size() > 1) parts::step_button(html, "remove_" + number, {}, "Remove", " step " + number);
    });
  });
}

}  // namespace

TypedRule typed_of(Scope scope, const RatingRule& rule) {
  TypedRule typed{scope, rule.name, {}};
  for (const auto& step : rule.steps) {
    TypedStep one{std::string(code(step.rating)), {}};
    for (const auto& condition : step.when)
      one.when.push_back({std::string(kind_of(condition).code), takes_number(kind_of(condition)) ? condition.by.text() : ""});
    typed.steps.push_back(std::move(one));
  }
  return typed;
}

TypedRule typed_in(const kit::Request& asked) {
  TypedRule typed{read_scope(asked.typed("for")).value_or(Scope()), asked.typed("name"), {}};
  const auto count = std::min(whole(asked.typed("step_count")), most_steps);
  for (std::size_t i = 0; i < count; ++i) {
    TypedStep step{asked.typed(field_of(i, "rating")), {}};
    for (std::size_t c = 0; c < most_conditions; ++c)
      if (auto kind = asked.typed(field_of(i, "when", c)); !kind.empty())
        step.when.push_back({std::move(kind), asked.typed(field_of(i, "number", c))});
    typed.steps.push_back(std::move(step));
  }
  return typed;
}

kit::Verdict<RatingRule> read(const TypedRule& typed) {
  Refusals no;
  RatingRule rule{typed.name, {}};
  for (std::size_t i = 0; i < typed.steps.size(); ++i) {
    RuleStep step;
    for (const auto rating : ratings_of_steps)
      if (typed.steps[i].rating == code(rating)) step.rating = rating;
    for (const auto& one : typed.steps[i].when)
      if (const auto condition = condition_of(one, i, no)) step.when.push_back(*condition);
    rule.steps.push_back(std::move(step));
  }
  if (no.any()) return no;
  return rule;
}

void edit(TypedRule& typed, std::string_view deed) {
  auto& steps = typed.steps;
  const auto mark = deed.find('_');
  const auto what = deed.substr(0, mark);
  const auto at = mark == deed.npos ? 0 : whole(deed.substr(mark + 1));
  const auto first = steps.begin() + static_cast<std::ptrdiff_t>(at);
  if (what == "add" && steps.size() < most_steps)
    steps.insert(steps.end() - (steps.empty() || !steps.back().when.empty() ? 0 : 1),
                 TypedStep{"amber", {{"off_target", ""}}});
  if (what == "up" && at > 1 && at <= steps.size()) std::swap(steps[at - 2], steps[at - 1]);
  if (what == "down" && at > 0 && at < steps.size()) std::swap(steps[at - 1], steps[at]);
  if (what == "remove" && at > 0 && at <= steps.size() && steps.size() > 1) steps.erase(first - 1);
}

void rule_form(Html& html, const council::Desk& desk, const TypedRule& typed, const Refusals& no) {
  parts::form(html, "/rules/change/steps", desk.token, parts::Carries::fields, [&] {
    parts::usual_button(html, "do", "look", "See what would change");
    parts::carried(html, "for", code(typed.scope));
    parts::carried(html, "step_count", std::to_string(typed.steps.size()));
    parts::input(html,
                 {"name", "Name of the rule", "By which people will speak of it, such as “Two strikes”.",
                  parts::error_of("name", no)},
                 typed.name);
    parts::step_list(html, "steps", parts::error_of("steps", no), [&] {
      for (std::size_t i = 0; i < typed.steps.size(); ++i) one_step(html, typed, i, no);
    });
    parts::buttons(html, [&] {
      if (typed.steps.size() < most_steps) parts::button_named(html, "do", "add", "Add a step");
      parts::button(html, "See what would change");
    });
  });
}

}  // namespace assess
