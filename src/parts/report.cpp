#include "parts/report.h"

namespace parts {

void minor_heading(kit::Html& html, std::string_view text) { html.el("h4", text); }

void contents(kit::Html& html, std::string_view label, const std::vector<Link>& all) {
  html.open("nav", {{"class", "contents on-screen"}, {"aria-label", label}}).open("ul", {{"class", "govuk-list"}});
  for (const auto& one : all) item(html, [&] { link(html, one); });
  html.close("ul").close("nav");
}

void screen_line(kit::Html& html, const Line& line) {
  html.open("div", {{"class", "screen-line"}});
  small_line(html, line);
  html.close("div");
}

}  // namespace parts
