#include "parts/prose.h"

#include <string>
#include <vector>

namespace parts {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool is_safe_link(std::string_view to) {
  return (to.starts_with('/') && !to.starts_with("//")) || to.starts_with('#') || to.starts_with("https://");
}

// Writes up to `end` and moves past it; false when the closing mark is missing.
bool between(std::string_view& text, std::string_view mark, std::string_view& inside) {
  const auto end = text.find(mark, mark.size());
  if (!text.starts_with(mark) || end == std::string_view::npos) return false;
  inside = text.substr(mark.size(), end - mark.size());
  text.remove_prefix(end + mark.size());
  return true;
}

bool link(std::string_view& text, std::string_view& words, std::string_view& to) {
  const auto middle = text.find("]("), end = text.find(')', middle);
  if (!text.starts_with('[') || middle == std::string_view::npos || end == std::string_view::npos) return false;
  words = text.substr(1, middle - 1);
  to = text.substr(middle + 2, end - middle - 2);
  if (!is_safe_link(to)) return false;
  text.remove_prefix(end + 1);
  return true;
}

void inline_text(kit::Html& html, std::string_view text) {
  while (!text.empty()) {
    std::string_view inside, to;
    if (between(text, "**", inside)) html.el("strong", inside);
    else if (between(text, "`", inside)) html.el("code", inside);
    else if (link(text, inside, to)) html.el("a", {{"href", to}}, inside);
    else {
      const auto next = text.find_first_of("*`[", 1);
      html.text(text.substr(0, next));
      text.remove_prefix(next == std::string_view::npos ? text.size() : next);
    }
  }
}

std::string anchor(std::string_view heading) {
  std::string name;
  for (char c : heading) {
    if (c >= 'A' && c <= 'Z') name += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) name += c;
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name;
}

Lines cells_of(std::string_view line) {
  Lines cells;
  line = trimmed(line);
  line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  for (;;) {
    const auto bar = line.find('|');
    cells.push_back(trimmed(line.substr(0, bar)));
    if (bar == std::string_view::npos) return cells;
    line.remove_prefix(bar + 1);
  }
}

void head_row(kit::Html& html, std::string_view line) {
  html.open("thead", {{"class", "govuk-table__head"}}).open("tr", {{"class", "govuk-table__row"}});
  for (auto cell : cells_of(line))
    html.el("th", {{"scope", "col"}, {"class", "govuk-table__header"}}, [&] { inline_text(html, cell); });
  html.close("tr").close("thead");
}

std::size_t table(kit::Html& html, const Lines& lines, std::size_t at) {
  html.open("table", {{"class", "govuk-table"}});
  head_row(html, lines[at]);
  html.open("tbody", {{"class", "govuk-table__body"}});
  for (at += 2; at < lines.size() && lines[at].starts_with('|'); ++at)
    html.el("tr", {{"class", "govuk-table__row"}}, [&] {
      for (auto cell : cells_of(lines[at]))
        html.el("td", {{"class", "govuk-table__cell"}}, [&] { inline_text(html, cell); });
    });
  html.close("tbody").close("table");
  return at;
}

std::size_t list(kit::Html& html, const Lines& lines, std::size_t at) {
  html.open("ul", {{"class", "govuk-list govuk-list--bullet"}});
  for (; at < lines.size() && lines[at].starts_with("- "); ++at)
    html.el("li", [&] { inline_text(html, lines[at].substr(2)); });
  html.close("ul");
  return at;
}

bool begins_block(std::string_view line) {
  return line.empty() || line.starts_with('#') || line.starts_with("- ") || line.starts_with('|');
}

std::size_t paragraph(kit::Html& html, const Lines& lines, std::size_t at) {
  std::string text(lines[at]);
  for (++at; at < lines.size() && !begins_block(lines[at]); ++at) text += ' ' + std::string(lines[at]);
  html.el("p", [&] { inline_text(html, text); });
  return at;
}

std::size_t heading(kit::Html& html, const Lines& lines, std::size_t at) {
  const auto line = lines[at];
  const auto words = trimmed(line.substr(line.find_first_not_of('#')));
  if (line.starts_with("### ")) html.el("h3", {{"id", anchor(words)}}, words);
  else if (line.starts_with("## ")) html.el("h2", {{"id", anchor(words)}}, words);
  else html.el("h1", words);
  return at + 1;
}

}  // namespace

void prose(kit::Html& html, std::string_view markdown) {
  const auto lines = lines_of(markdown);
  for (std::size_t at = 0; at < lines.size();) {
    if (lines[at].empty()) ++at;
    else if (lines[at].starts_with('#')) at = heading(html, lines, at);
    else if (lines[at].starts_with("- ")) at = list(html, lines, at);
    else if (lines[at].starts_with('|') && at + 1 < lines.size()) at = table(html, lines, at);
    else at = paragraph(html, lines, at);
  }
}

}  // namespace parts
