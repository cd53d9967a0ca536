#include "parts/attention.h"

namespace parts {
namespace {

void reasons(kit::Html& html, const std::vector<Reason>& all) {
  if (all.empty()) return;
  html.open("ul", {{"class", "reasons"}});
  for (const auto& each : all) {
    html.open("li");
    if (!each.name.empty()) html.el("b", each.name).text(". ");
    html.text(each.said).close("li");
  }
  html.close("ul");
}

void thread_line(kit::Html& html, const std::vector<Link>& levels) {
  if (levels.empty()) return;
  html.open("p", {{"class", "on-thread"}}).el("span", {{"class", "govuk-visually-hidden"}}, "Golden thread: ");
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (i > 0) html.el("span", {{"class", "govuk-visually-hidden"}}, ", then ").literal("<i aria-hidden=\"true\"></i>");
    link(html, levels[i]);
  }
  html.close("p");
}

}  // namespace

void attention(kit::Html& html, const Attention& a) {
  html.open("li", {{"class", "card"}}).open("div", {{"class", "about"}});
  html.el("p", {{"class", "ref"}}, a.ref).open("h3");
  link(html, Link{std::string(a.title), std::string(a.address)});
  html.close("h3");
  if (!a.why.empty()) html.el("p", {{"class", "why"}}, a.why);
  reasons(html, a.reasons);
  if (!a.said.empty()) html.el("p", {{"class", "said"}}, a.said);
  thread_line(html, a.thread);
  html.close("div").open("div", {{"class", "lined"}});
  small_line(html, a.line);
  html.close("div").open("div", {{"class", "stand"}}).open("span");
  large_figure(html, a.value);
  html.close("span");
  if (!a.beside.empty()) html.el("span", {{"class", "small muted"}}, a.beside);
  if (a.status) status(html, *a.status, a.status_words);
  if (a.direction != Direction::not_known) direction(html, a.direction, a.direction_words);
  html.close("div").close("li");
}

std::string shortened(std::string_view text, std::size_t length) {
  if (text.size() <= length) return std::string(text);
  const auto space = text.rfind(' ', length);
  auto cut = space == std::string_view::npos ? length : space;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;  // never within a letter
  while (cut > 0 && (text[cut - 1] == ',' || text[cut - 1] == ' ' || text[cut - 1] == ';')) --cut;
  return std::string(text.substr(0, cut)) + "…";
}

}  // namespace parts
