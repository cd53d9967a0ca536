#include "parts/paper.h"

#include <algorithm>

#include "kit/carried.h"

namespace parts {
namespace {

using kit::Html;

void head(Html& html, std::string_view title) {
  html.literal("<!doctype html>").open("html", {{"lang", "en-GB"}}).literal("<head><meta charset=\"utf-8\">");
  html.literal("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
  html.el("title", title);
}

// The style is ours, and no text of a style: it travels inside the program.
std::string styled(Html before, const Html& body) {
  const auto style = kit::carried("static/goldenthread.css");
  std::string all = std::move(before).take();
  all.reserve(all.size() + style.size() + body.written().size() + 64);
  all.append("<style>").append(style).append("</style></head>").append(body.written()).append("</html>");
  return all;
}

void margin(Html& html, std::string_view left, std::string_view right) { html.el("span", left).el("span", right); }

std::string above(const Paper& paper) {
  Html html;
  html.literal(
      "<div style=\"font:8px 'DejaVu Sans',Arial,sans-serif;color:#333;width:100%;margin:0 14mm;display:flex;justify-content:space-between\">");
  margin(html, paper.council, paper.title);
  html.close("div");
  return std::move(html).take();
}

std::string below(const Paper& paper) {
  Html html;
  html.literal(
      "<div style=\"font:8px 'DejaVu Sans',Arial,sans-serif;color:#333;width:100%;margin:0 14mm;display:flex;justify-content:space-between\">");
  html.el("span", paper.below);
  html.literal("<span>Page <span class=\"pageNumber\"></span> of <span class=\"totalPages\"></span></span>").close("div");
  return std::move(html).take();
}

}  // namespace

kit::PrintedPage printed_page(const Paper& paper, const Html& body) {
  Html before, within;
  head(before, paper.title + " – " + paper.council);
  within.open("body", {{"class", "sheet"}}).open("main").append(body).close("main").close("body");
  return {styled(std::move(before), within), above(paper), below(paper)};
}

std::string plain_page(std::string_view title, const Html& body) {
  Html html;
  head(html, title);
  html.literal("</head>").open("body").append(body).close("body").close("html");
  return std::move(html).take();
}

PlainTable::PlainTable(Html& html, std::string_view caption, const std::vector<PlainColumn>& columns) : html_(html) {
  int all = 0;
  for (const auto& column : columns) all += column.share, stands_.push_back(column.stands);
  html_.open("table").el("caption", caption).open("colgroup");
  for (const auto& column : columns) html_.empty("col", {{"width", std::to_string(column.share * 100 / std::max(all, 1)) + "%"}});
  html_.close("colgroup").open("thead").open("tr");
  for (const auto& column : columns)
    html_.el("th", {{"scope", "col"}, {"align", "right", column.stands == PlainColumn::Stands::right}}, column.title);
  html_.close("tr").close("thead").open("tbody");
}

PlainTable::~PlainTable() { html_.close("tbody").close("table"); }

void picture(Html& html, std::string_view file, std::string_view words, int wide) {
  html.empty("img", {{"src", file}, {"alt", words}, {"width", std::to_string(wide)}});
}

std::size_t PictureSheet::add(kit::Box box, const Html& drawing) {
  const auto [there, is_new] = numbers_.try_emplace(drawing.written(), boxes_.size() + 1);
  if (!is_new) return there->second;
  if (!boxes_.empty()) box.top = boxes_.back().top + boxes_.back().height;
  boxes_.push_back(box);
  const auto place = "position:absolute;left:0;top:" + std::to_string(box.top) +
                     "px;width:" + std::to_string(box.width) + "px;height:" + std::to_string(box.height) +
                     "px;overflow:hidden";
  body_.open("div", {{"style", place}}).append(drawing).close("div");
  return there->second;
}

std::size_t PictureSheet::add(const Chart& chart) {
  Html drawing;
  chart_drawing(drawing, chart);
  return add({0, 0, 720, 330}, drawing);
}

std::size_t PictureSheet::add(const Line& line) {
  Html drawing;
  small_line(drawing, line);
  return add({0, 0, 220, 58}, drawing);
}

std::string PictureSheet::html() const {
  Html before, within;
  head(before, "Drawings");
  within.open("body", {{"class", "sheet"}}).append(body_).close("body");
  return styled(std::move(before), within);
}

}  // namespace parts
