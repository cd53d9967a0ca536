// Forms: one thing asked once, hints in the officer's words, errors beside the field and in a summary at the top.
#pragma once
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "kit/html.h"
#include "kit/verdict.h"

namespace parts {

// A form that changes something: POST, with the token that proves it came from our page (Desk.token).
enum class Carries { fields, files };
void form_open(kit::Html& html, std::string_view action, std::string_view token, Carries carries);
template <std::invocable Inside>
void form(kit::Html& html, std::string_view action, std::string_view token, Carries carries, Inside inside) {
  form_open(html, action, token, carries);
  inside();
  html.close("form");
}
// A form that only asks: its fields become the address.
template <std::invocable Inside>
void asking_form(kit::Html& html, std::string_view action, std::string_view what, Inside inside) {
  html.el("form", {{"method", "get"}, {"action", action}, {"role", "search"}, {"aria-label", what}}, inside);
}

void button(kit::Html& html, std::string_view text);                          // the one that goes on
void second_button(kit::Html& html, std::string_view text);                   // any other
void link_button(kit::Html& html, std::string_view text);                     // one that looks like a link, for lists of them
void button_link(kit::Html& html, std::string_view address, std::string_view text);
void carried(kit::Html& html, std::string_view name, std::string_view value);  // a hidden field

// A form whose fields are kept as a draft, and shown what they come to, while one types: the script asks ADDRESS/draft and
// ADDRESS/preview. Without a script it is a form like any other.
void drafted_form_open(kit::Html& html, std::string_view action, std::string_view token);
template <std::invocable Inside>
void drafted_form(kit::Html& html, std::string_view action, std::string_view token, Inside inside) {
  drafted_form_open(html, action, token);
  inside();
  html.close("form");
}
// A panel that the script fills again; read out when it changes.
template <std::invocable Inside>
void live_panel(kit::Html& html, std::string_view id, Inside inside) {
  html.el("div", {{"class", "panel"}, {"id", id}, {"aria-live", "polite"}}, inside);
}
void live_text(kit::Html& html, std::string_view id, std::string_view text);
// Remarks that help and never stop anyone.
void advice(kit::Html& html, std::string_view id, std::string_view heading, const std::vector<std::string>& sentences);
template <std::invocable Inside>
void buttons(kit::Html& html, Inside inside) { html.el("div", {{"class", "buttons"}}, inside); }
void button_named(kit::Html& html, std::string_view name, std::string_view value,
                  std::string_view text);  // a second button that says which it was
void quiet_link(kit::Html& html, std::string_view address, std::string_view text);                         // beside buttons

// Above everything else, when something was refused. Each sentence leads to its field.
void error_summary(kit::Html& html, const kit::Refusals& refusals);

struct Field {
  std::string_view name;
  std::string_view label;
  std::string_view hint = {};
  std::string_view error = {};  // a sentence that says what to do
};
std::string_view error_of(std::string_view field, const kit::Refusals& refusals);  // its first sentence, or empty

enum class Keyboard { text, number };
void input(kit::Html& html, const Field& field, std::string_view value, Keyboard keyboard = Keyboard::text);
// For a password manager to fill: "username", "current-password", "new-password", "one-time-code". What is secret is never shown again.
void account_input(kit::Html& html, const Field& field, std::string_view value, std::string_view autocomplete);
void secret_input(kit::Html& html, const Field& field, std::string_view autocomplete);
enum class Rows : std::uint8_t { few = 4, many = 8 };
void textarea(kit::Html& html, const Field& field, std::string_view value, Rows rows = Rows::few);
void date_input(kit::Html& html, const Field& field, std::string_view iso);  // one field: a browser's own calendar, or 2025-07-31
void short_input(kit::Html& html, const Field& field, std::string_view value, Keyboard keyboard);  // for a number
void file_upload(kit::Html& html, const Field& field, std::string_view accepts);

struct Choice {
  std::string value;
  std::string text;
};
void select(kit::Html& html, const Field& field, const std::vector<Choice>& choices, std::string_view chosen);
void tick(kit::Html& html, std::string_view name, std::string_view value,
          std::string_view label);  // in a table, the label for the ear only
void checkbox(kit::Html& html, const Field& field, bool ticked);
struct Tick {
  std::string value, text, hint;
  bool ticked = false;
};
void checkboxes(kit::Html& html, std::string_view name, std::string_view legend,
                const std::vector<Tick>& ticks);  // any of several, all by one name

}  // namespace parts
