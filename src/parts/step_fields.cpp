#include "parts/step_fields.h"

namespace parts {
namespace {

void open_line(kit::Html& html, std::string_view name, std::string_view label) {
  html.open("div", {{"class", "step-line"}}).el("label", {{"class", "step-word"}, {"for", name}}, label);
}

void fault(kit::Html& html, std::string_view id, std::string_view sentence) {
  html.open("p", {{"class", "govuk-error-message"}, {"id", id}})
      .el("span", {{"class", "govuk-visually-hidden"}}, "Error: ")
      .text(sentence)
      .close("p");
}

void choice(kit::Html& html, std::string_view name, const std::vector<Choice>& choices, std::string_view chosen) {
  html.open("select", {{"class", "govuk-select"}, {"id", name}, {"name", name}});
  for (const auto& one : choices) html.el("option", {{"value", one.value}, {"selected", "", one.value == chosen}}, one.text);
  html.close("select");
}

}  // namespace

void step_list_open(kit::Html& html, std::string_view id, std::string_view error) {
  html.open("div", {{"class", "step-list"}, {"id", id}, {"tabindex", "-1"}});
  if (!error.empty()) fault(html, std::string(id) + "-error", error);
}

void step_open(kit::Html& html, std::string_view id, std::string_view legend, std::string_view error) {
  const auto error_id = std::string(id) + "-error";
  html.open("fieldset", {{"class", error.empty() ? "step" : "step step-fault"},
                         {"id", id},
                         {"tabindex", "-1"},
                         {"aria-describedby", error_id, !error.empty()}});
  html.el("legend", legend);
  if (!error.empty()) fault(html, error_id, error);
}

void step_close(kit::Html& html) { html.close("fieldset"); }

void step_choice(kit::Html& html, std::string_view name, std::string_view label, const std::vector<Choice>& choices,
                 std::string_view chosen) {
  open_line(html, name, label);
  choice(html, name, choices, chosen);
  html.close("div");
}

void step_choice(kit::Html& html, std::string_view name, std::string_view label, const std::vector<StepChoice>& choices,
                 std::string_view chosen, const StepNumber& number) {
  open_line(html, name, label);
  html.open("select", {{"class", "govuk-select"}, {"id", name}, {"name", name}});
  for (const auto& [one, takes] : choices)
    html.el("option",
            {{"value", one.value},
             {"data-number", "", takes == StepChoice::Takes::a_number},
             {"selected", "", one.value == chosen}},
            one.text);
  html.close("select");
  html.open("span", {{"class", "step-number"}}).open("label", {{"for", number.name}}).text(number.label);
  html.el("span", {{"class", "govuk-visually-hidden"}}, " the number in the condition, where it has one").close("label");
  html.empty("input", {{"class", number.error.empty() ? "govuk-input" : "govuk-input govuk-input--error"},
                       {"id", number.name},
                       {"name", number.name},
                       {"type", "text"},
                       {"inputmode", "decimal"},
                       {"autocomplete", "off"},
                       {"value", number.value, !number.value.empty()}});
  html.close("span").close("div");
}

void step_button(kit::Html& html, std::string_view value, std::string_view before, std::string_view word, std::string_view after) {
  html.open("button", {{"type", "submit"}, {"name", "do"}, {"value", value}, {"class", "govuk-button govuk-button--secondary"}});
  if (!before.empty()) html.el("span", {{"class", "govuk-visually-hidden"}}, before);
  html.text(word);
  if (!after.empty()) html.el("span", {{"class", "govuk-visually-hidden"}}, after);
  html.close("button");
}

void usual_button(kit::Html& html, std::string_view name, std::string_view value, std::string_view text) {
  html.el("button",
          {{"type", "submit"},
           {"name", name},
           {"value", value},
           {"class", "govuk-visually-hidden"},
           {"tabindex", "-1"},
           {"aria-hidden", "true"}},
          text);
}

}  // namespace parts
