// A form above a list that narrows it: its fields stand side by side where there is room, and become the address.
#pragma once
#include <concepts>
#include <string_view>

#include "kit/html.h"
#include "parts/form.h"
#include "parts/text.h"

namespace parts {

// A day of the calendar, "2025-07-31".
void day_input(kit::Html& html, const Field& field, std::string_view value);

// `clear` leads back to the whole list; empty when nothing is narrowed.
void narrow_form_end(kit::Html& html, std::string_view go, std::string_view clear);
template <std::invocable Inside>
void narrow_form(kit::Html& html, std::string_view action, std::string_view what, std::string_view go,
                 std::string_view clear, Inside inside) {
  html.open("form", {{"method", "get"}, {"action", action}, {"role", "search"}, {"aria-label", what}, {"class", "filter-form"}});
  inside();
  narrow_form_end(html, go, clear);
}

}  // namespace parts
