#include "parts/form.h"

namespace parts {
namespace {

// Label, hint and error in their order; answers what the field is described by.
std::string open_group(kit::Html& html, const Field& field) {
  html.open("div", {{"class", field.error.empty() ? "govuk-form-group" : "govuk-form-group govuk-form-group--error"}});
  html.el("label", {{"class", "govuk-label"}, {"for", field.name}}, field.label);
  std::string described;
  const auto add = [&](std::string_view what) {
    const std::string id = std::string(field.name).append(what);
    described += described.empty() ? id : " " + id;
    return id;
  };
  if (!field.hint.empty()) html.el("div", {{"id", add("-hint")}, {"class", "govuk-hint"}}, field.hint);
  if (!field.error.empty()) {
    html.open("p", {{"id", add("-error")}, {"class", "govuk-error-message"}});
    html.el("span", {{"class", "govuk-visually-hidden"}}, "Error: ").text(field.error).close("p");
  }
  return described;
}

}  // namespace

void form_open(kit::Html& html, std::string_view action, std::string_view token, Carries carries) {
  html.open("form", {{"method", "post"}, {"action", action}, {"novalidate", ""},
                     {"enctype", "multipart/form-data", carries == Carries::files}});
  carried(html, "token", token);
}

void drafted_form_open(kit::Html& html, std::string_view action, std::string_view token) {
  html.open("form", {{"method", "post"}, {"action", action}, {"novalidate", ""}, {"class", "drafted"}});
  carried(html, "token", token);
}

void live_text(kit::Html& html, std::string_view id, std::string_view text) {
  html.el("span", {{"class", "small muted"}, {"id", id}, {"role", "status"}}, text);
}

void advice(kit::Html& html, std::string_view id, std::string_view heading, const std::vector<std::string>& sentences) {
  html.open("div", {{"id", id}, {"class", sentences.empty() ? "" : "advice"}, {"aria-live", "polite"}});
  if (!sentences.empty()) {
    html.el("p", {{"class", "advice-head"}}, heading).open("ul", {{"class", "govuk-list govuk-list--bullet"}});
    for (const auto& sentence : sentences) html.el("li", sentence);
    html.close("ul");
  }
  html.close("div");
}

void button_named(kit::Html& html, std::string_view name, std::string_view value, std::string_view text) {
  html.el("button", {{"type", "submit"}, {"name", name}, {"value", value}, {"class", "govuk-button govuk-button--secondary"}}, text);
}

void quiet_link(kit::Html& html, std::string_view address, std::string_view text) {
  html.el("a", {{"class", "govuk-link quiet"}, {"href", address}}, text);
}

void button(kit::Html& html, std::string_view text) {
  html.el("button", {{"type", "submit"}, {"class", "govuk-button"}}, text);
}

void second_button(kit::Html& html, std::string_view text) {
  html.el("button", {{"type", "submit"}, {"class", "govuk-button govuk-button--secondary"}}, text);
}

void link_button(kit::Html& html, std::string_view text) {
  html.el("button", {{"type", "submit"}, {"class", "link-button"}}, text);
}

void button_link(kit::Html& html, std::string_view address, std::string_view text) {
  html.el("a", {{"href", address}, {"role", "button"}, {"draggable", "false"}, {"class", "govuk-button"}}, text);
}

void carried(kit::Html& html, std::string_view name, std::string_view value) {
  html.empty("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

void error_summary(kit::Html& html, const kit::Refusals& refusals) {
  if (!refusals.any()) return;
  html.open("div", {{"class", "govuk-error-summary"}, {"tabindex", "-1"}}).open("div", {{"role", "alert"}});
  html.el("h2", {{"class", "govuk-error-summary__title"}}, "There is a problem");
  html.open("div", {{"class", "govuk-error-summary__body"}}).open("ul", {{"class", "govuk-list govuk-error-summary__list"}});
  for (const auto& refusal : refusals.all()) {
    html.open("li");
    if (refusal.field.empty()) html.text(refusal.sentence);
    else html.el("a", {{"href", "#" + refusal.field}}, refusal.sentence);
    html.close("li");
  }
  html.close("ul").close("div").close("div").close("div");
}

std::string_view error_of(std::string_view field, const kit::Refusals& refusals) {
  for (const auto& refusal : refusals.all())
    if (refusal.field == field) return refusal.sentence;
  return {};
}

void input(kit::Html& html, const Field& field, std::string_view value, Keyboard keyboard) {
  const auto described = open_group(html, field);
  html.empty("input", {{"class", field.error.empty() ? "govuk-input" : "govuk-input govuk-input--error"}, {"id", field.name},
                       {"name", field.name}, {"type", "text"}, {"value", value, !value.empty()},
                       {"inputmode", "decimal", keyboard == Keyboard::number}, {"spellcheck", "false"},
                       {"aria-describedby", described, !described.empty()}});
  html.close("div");
}

void account_input(kit::Html& html, const Field& field, std::string_view value, std::string_view autocomplete) {
  const auto described = open_group(html, field);
  html.empty("input", {{"class", field.error.empty() ? "govuk-input" : "govuk-input govuk-input--error"},
                       {"id", field.name},
                       {"name", field.name},
                       {"type", autocomplete == "one-time-code" ? "text" : "email"},
                       {"value", value, !value.empty()},
                       {"autocomplete", autocomplete},
                       {"inputmode", "numeric", autocomplete == "one-time-code"},
                       {"spellcheck", "false"},
                       {"autocapitalize", "none"},
                       {"aria-describedby", described, !described.empty()}});
  html.close("div");
}

void secret_input(kit::Html& html, const Field& field, std::string_view autocomplete) {
  const auto described = open_group(html, field);
  html.empty("input", {{"class", field.error.empty() ? "govuk-input" : "govuk-input govuk-input--error"},
                       {"id", field.name},
                       {"name", field.name},
                       {"type", "password"},
                       {"autocomplete", autocomplete},
                       {"spellcheck", "false"},
                       {"aria-describedby", described, !described.empty()}});
  html.close("div");
}

void short_input(kit::Html& html, const Field& field, std::string_view value, Keyboard keyboard) {
  const auto described = open_group(html, field);
  html.empty("input", {{"class", field.error.empty() ? "govuk-input govuk-input--width-10"
                                                     : "govuk-input govuk-input--width-10 govuk-input--error"},
                       {"id", field.name},
                       {"name", field.name},
                       {"type", "text"},
                       {"value", value, !value.empty()},
                       {"inputmode", "decimal", keyboard == Keyboard::number},
                       {"spellcheck", "false"},
                       {"autocomplete", "off"},
                       {"aria-describedby", described, !described.empty()}});
  html.close("div");
}

void textarea(kit::Html& html, const Field& field, std::string_view value, Rows rows) {
  const auto described = open_group(html, field);
  html.open("textarea", {{"class", field.error.empty() ? "govuk-textarea" : "govuk-textarea govuk-textarea--error"},
                         {"id", field.name},
                         {"name", field.name},
                         {"rows", rows == Rows::few ? "4" : "8"},
                         {"aria-describedby", described, !described.empty()}});
  html.text(value).close("textarea").close("div");
}

void date_input(kit::Html& html, const Field& field, std::string_view iso) {
  const auto described = open_group(html, field);
  html.empty("input", {{"class", field.error.empty() ? "govuk-input govuk-input--width-10"
                                                     : "govuk-input govuk-input--width-10 govuk-input--error"},
                       {"id", field.name},
                       {"name", field.name},
                       {"type", "date"},
                       {"value", iso, !iso.empty()},
                       {"aria-describedby", described, !described.empty()}});
  html.close("div");
}

void file_upload(kit::Html& html, const Field& field, std::string_view accepts) {
  const auto described = open_group(html, field);
  html.empty("input", {{"class", field.error.empty() ? "govuk-file-upload" : "govuk-file-upload govuk-file-upload--error"},
                       {"id", field.name}, {"name", field.name}, {"type", "file"}, {"multiple", ""}, {"accept", accepts},
                       {"aria-describedby", described, !described.empty()}});
  html.close("div");
}

void select(kit::Html& html, const Field& field, const std::vector<Choice>& choices, std::string_view chosen) {
  const auto described = open_group(html, field);
  html.open("select", {{"class", field.error.empty() ? "govuk-select" : "govuk-select govuk-select--error"}, {"id", field.name},
                       {"name", field.name}, {"aria-describedby", described, !described.empty()}});
  for (const auto& choice : choices)
    html.el("option", {{"value", choice.value}, {"selected", "", choice.value == chosen}}, choice.text);
  html.close("select").close("div");
}

void tick(kit::Html& html, std::string_view name, std::string_view value, std::string_view label) {
  html.open("label", {{"class", "tick"}});
  html.empty("input", {{"type", "checkbox"}, {"name", name}, {"value", value}});
  html.el("span", {{"class", "govuk-visually-hidden"}}, label).close("label");
}

void checkbox(kit::Html& html, const Field& field, bool ticked) {
  html.open("div", {{"class", "govuk-form-group"}}).open("div", {{"class", "govuk-checkboxes govuk-checkboxes--small"}});
  html.open("div", {{"class", "govuk-checkboxes__item"}});
  html.empty("input", {{"class", "govuk-checkboxes__input"}, {"id", field.name}, {"name", field.name}, {"type", "checkbox"},
                       {"value", "yes"}, {"checked", "", ticked}});
  html.el("label", {{"class", "govuk-label govuk-checkboxes__label"}, {"for", field.name}}, field.label);
  html.close("div").close("div").close("div");
}

void checkboxes(kit::Html& html, std::string_view name, std::string_view legend, const std::vector<Tick>& ticks) {
  html.open("div", {{"class", "govuk-form-group"}}).open("fieldset", {{"class", "govuk-fieldset"}});
  html.el("legend", {{"class", "govuk-fieldset__legend"}}, legend);
  html.open("div", {{"class", "govuk-checkboxes govuk-checkboxes--small"}});
  for (const auto& each : ticks) {
    const auto id = std::string(name) + '-' + each.value, hint = id + "-hint";
    html.open("div", {{"class", "govuk-checkboxes__item"}});
    html.empty("input", {{"class", "govuk-checkboxes__input"},
                         {"id", id},
                         {"name", name},
                         {"type", "checkbox"},
                         {"value", each.value},
                         {"checked", "", each.ticked},
                         {"aria-describedby", hint, !each.hint.empty()}});
    html.el("label", {{"class", "govuk-label govuk-checkboxes__label"}, {"for", id}}, each.text);
    if (!each.hint.empty()) html.el("div", {{"class", "govuk-hint govuk-checkboxes__hint"}, {"id", hint}}, each.hint);
    html.close("div");
  }
  html.close("div").close("fieldset").close("div");
}

}  // namespace parts
