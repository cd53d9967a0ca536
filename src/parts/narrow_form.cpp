#include "parts/narrow_form.h"

#include <string>

namespace parts {

void day_input(kit::Html& html, const Field& field, std::string_view value) {
  html.open("div", {{"class", field.error.empty() ? "govuk-form-group" : "govuk-form-group govuk-form-group--error"}});
  html.el("label", {{"class", "govuk-label"}, {"for", field.name}}, field.label);
  const std::string hint = std::string(field.name) + "-hint", error = std::string(field.name) + "-error";
  std::string described;
  if (!field.hint.empty()) {
    html.el("div", {{"id", hint}, {"class", "govuk-hint"}}, field.hint);
    described = hint;
  }
  if (!field.error.empty()) {
    html.open("p", {{"id", error}, {"class", "govuk-error-message"}});
    html.el("span", {{"class", "govuk-visually-hidden"}}, "Error: ").text(field.error).close("p");
    described += (described.empty() ? "" : " ") + error;
  }
  html.empty("input", {{"class", field.error.empty() ? "govuk-input govuk-input--width-10"
                                                     : "govuk-input govuk-input--width-10 govuk-input--error"},
                       {"id", field.name},
                       {"name", field.name},
                       {"type", "date"},
                       {"value", value, !value.empty()},
                       {"aria-describedby", described, !described.empty()}});
  html.close("div");
}

void narrow_form_end(kit::Html& html, std::string_view go, std::string_view clear) {
  html.open("div", {{"class", "filter-go"}});
  second_button(html, go);
  if (!clear.empty()) link(html, clear, "Clear");
  html.close("div").close("form");
}

}  // namespace parts
