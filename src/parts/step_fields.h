// A list of steps that one writes, changes, moves and removes: each a group of fields under its number, with its fault above it. For
// rules made of steps, without a script.
#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kit/html.h"
#include "parts/form.h"

namespace parts {

void step_list_open(kit::Html& html, std::string_view id, std::string_view error);
template <std::invocable Inside>
void step_list(kit::Html& html, std::string_view id, std::string_view error, Inside inside) {
  step_list_open(html, id, error);
  inside();
  html.close("div");
}

void step_open(kit::Html& html, std::string_view id, std::string_view legend, std::string_view error);
void step_close(kit::Html& html);
template <std::invocable Inside>
void step(kit::Html& html, std::string_view id, std::string_view legend, std::string_view error, Inside inside) {
  step_open(html, id, legend, error);
  inside();
  step_close(html);
}

// One line of a step: a choice, and beside it a number for those choices that take one. It shows only where the chosen one does; a
// browser too old for that shows it always.
void step_choice(kit::Html& html, std::string_view name, std::string_view label, const std::vector<Choice>& choices,
                 std::string_view chosen);
struct StepChoice {
  Choice choice;
  enum class Takes : std::uint8_t { nothing, a_number } takes = Takes::nothing;
};
struct StepNumber {
  std::string_view name, label, value, error = {};
};
void step_choice(kit::Html& html, std::string_view name, std::string_view label, const std::vector<StepChoice>& choices,
                 std::string_view chosen, const StepNumber& number);

// A button beside a step: one word to see, and for the ear what it does to which step, before or after the word.
void step_button(kit::Html& html, std::string_view value, std::string_view before, std::string_view word, std::string_view after);

// What the return key does in a form whose first visible button does something else.
void usual_button(kit::Html& html, std::string_view name, std::string_view value, std::string_view text);

// The same to read: `inside` writes an item for each, which carries its number.
template <std::invocable Inside>
void steps_told(kit::Html& html, Inside inside) { html.el("ol", {{"class", "steps"}}, inside); }

}  // namespace parts
