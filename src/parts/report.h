// What a report is made of on a screen and on paper: its parts, which may begin on a new page, and the list of what is in it.
#pragma once
#include <concepts>
#include <string_view>
#include <vector>

#include "kit/html.h"
#include "parts/line.h"
#include "parts/text.h"

namespace parts {

enum class Begins : std::uint8_t { where_it_falls, on_a_new_page };

template <std::invocable Inside>
void report_part(kit::Html& html, std::string_view id, Begins begins, Inside inside) {
  html.open("section", {{"class", begins == Begins::on_a_new_page ? "report-part new-page" : "report-part"}, {"aria-labelledby", id}});
  inside();
  html.close("section");
}

void minor_heading(kit::Html& html, std::string_view text);  // <h4>: a section within one of a covering paper
void contents(kit::Html& html, std::string_view label, const std::vector<Link>& parts);  // leads to each part; not on paper

// A wide table that keeps its form: notes are read beside figures.
template <std::invocable Inside>
void wide(kit::Html& html, Inside inside) { html.el("div", {{"class", "report-table"}}, inside); }

// One thing a screen, in a meeting: larger, and moved through by the arrow keys where scripts run.
template <std::invocable Inside>
void screen(kit::Html& html, Inside inside) { html.el("div", {{"class", "screen"}}, inside); }
void screen_line(kit::Html& html, const Line& line);  // the small line, large

}  // namespace parts
