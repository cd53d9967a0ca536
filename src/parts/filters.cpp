#include "parts/filters.h"

namespace parts {
namespace {

constexpr kit::Literal cross =
    R"(<svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><path d="M1 1l8 8M9 1 1 9" stroke="currentColor" stroke-width="2"/></svg>)";

void chip(kit::Html& html, const Chip& chip) {
  html.open("li");
  if (chip.without.empty()) html.open("span", {{"class", "chip"}});
  else html.open("a", {{"class", "chip chip-off"}, {"href", chip.without}});
  html.text(chip.label).text(" ").el("b", chip.value);
  if (chip.without.empty()) html.close("span");
  else html.el("span", {{"class", "govuk-visually-hidden"}}, ": take this filter off").literal(cross).close("a");
  html.close("li");
}

void chips(kit::Html& html, const Filters& all) {
  html.open("ul", {{"class", "chips"}, {"aria-label", "What this page shows"}});
  for (const auto& each : all.chips) chip(html, each);
  if (!all.clear.empty()) html.el("li", [&] { link(html, all.clear, "Clear all filters"); });
  if (!all.csv.empty()) html.el("li", [&] { data_links(html, all.csv, all.json); });
  html.close("ul");
}

void search_field(kit::Html& html, const Filters& all) {
  if (!all.search_name.empty()) input(html, {.name = all.search_name, .label = all.search_label}, all.search_text);
}

void as_at_field(kit::Html& html, const Filters& all) {
  if (!all.asks_as_at) return;
  html.open("div", {{"class", "govuk-form-group"}});
  html.el("label", {{"class", "govuk-label"}, {"for", "as-at"}}, "As at the end of");
  html.empty("input", {{"class", "govuk-input"}, {"id", "as-at"}, {"name", "as-at"}, {"type", "date"}, {"value", all.as_at}});
  html.close("div");
}

}  // namespace

void filters(kit::Html& html, const Filters& all) {
  chips(html, all);
  html.open("details", {{"class", "govuk-details filter"}}).open("summary", {{"class", "govuk-details__summary"}});
  html.el("span", {{"class", "govuk-details__summary-text"}}, "Change what this page shows").close("summary");
  html.open("form", {{"method", "get"}, {"action", all.action}, {"class", "filter-form"}});
  for (const auto& kept : all.carried) carried(html, kept.value, kept.text);
  search_field(html, all);
  for (const auto& filter : all.filters)
    select(html, {.name = filter.name, .label = filter.label}, filter.choices, filter.chosen);
  as_at_field(html, all);
  html.open("div", {{"class", "filter-go"}});
  button(html, "Show");
  if (!all.clear.empty()) link(html, all.clear, "Clear all filters");
  html.close("div").close("form").close("details");
}

void past_banner(kit::Html& html, std::string_view moment, std::string_view now_address) {
  html.open("div", {{"class", "past"}, {"role", "region"}, {"aria-label", "As at a past moment"}}).open("p", {{"class", "wrap"}});
  html.text("You see the council as at ").el("strong", moment).text(". ");
  link(html, now_address, "Back to now");
  html.close("p").close("div");
}

void notice_banner(kit::Html& html, std::string_view sentence) {
  html.open("div", {{"class", "past"}, {"role", "region"}, {"aria-label", "About this address"}});
  html.el("p", {{"class", "wrap"}}, sentence).close("div");
}

}  // namespace parts
