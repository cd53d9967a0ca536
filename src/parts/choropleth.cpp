#include "parts/choropleth.h"

#include <algorithm>

namespace parts {
namespace {

constexpr std::string_view shades[] = {"map-0", "map-1", "map-2", "map-3", "map-4"};

class Drawing {
 public:
  Drawing(kit::Html& html, const Choropleth& map) : html_(html), map_(map), hatch_(map.id + "-none"), hatched_("url(#" + hatch_ + ")") {}

  void draw() {
    const auto box = "0 0 " + std::to_string(static_cast<int>(map_.wide)) + ' ' + std::to_string(static_cast<int>(map_.high));
    html_.open("svg", {{"class", map_.high > map_.wide * 1.05 ? "map-sheet map-tall" : "map-sheet"},
                       {"viewBox", box},
                       {"role", "group"},
                       {"aria-labelledby", map_.id + "-title"},
                       {"aria-describedby", map_.id + "-words"}});
    html_.open("defs").open("pattern", {{"id", hatch_},
                                        {"width", "44"},
                                        {"height", "44"},
                                        {"patternUnits", "userSpaceOnUse"},
                                        {"patternTransform", "rotate(45)"}});
    html_
        .literal(
            "<rect width=\"44\" height=\"44\" fill=\"#fff\"/><line x1=\"0\" x2=\"0\" y1=\"0\" y2=\"44\" stroke=\"#767f84\" stroke-width=\"16\"/>")
        .close("pattern")
        .close("defs");
    for (const auto& area : map_.areas)
      if (area.holds == MapArea::Holds::nothing) shape(area, "map-land");
    for (const auto& area : map_.areas)
      if (area.holds != MapArea::Holds::nothing) one(area);
    for (const auto& area : map_.areas)
      if (area.is_own) outline(area);
    html_.close("svg");
  }

  void legend() {
    html_.open("div", {{"class", "map-legend"}}).open("ul");
    for (std::size_t i = map_.classes.size(); i-- > 0;) {
      const auto& each = map_.classes[i];
      html_.open("li");
      swatch(shades[place(i)], {});
      html_.el("span", each.words + " ").el("span", {{"class", "muted"}}, counted(each.areas)).close("li");
    }
    if (map_.without > 0) {
      html_.open("li");
      swatch("map-none", hatched_);
      html_.el("span", "No figure ").el("span", {{"class", "muted"}}, counted(map_.without)).close("li");
    }
    if (std::ranges::any_of(map_.areas, &MapArea::is_own)) {
      html_.open("li");
      swatch("map-own-swatch", {});
      const auto own = std::ranges::find(map_.areas, true, &MapArea::is_own);
      html_.el("span", own->name + (own->written.empty() ? "" : ": " + own->written)).close("li");
    }
    html_.close("ul");
    if (!map_.classes_words.empty()) html_.el("p", {{"class", "small muted"}}, map_.classes_words);
    html_.close("div");
  }

 private:
  std::string counted(int count) const { return std::to_string(count) + ' ' + (count == 1 ? map_.one : map_.many); }
  // Few classes are spread over the shades, so that the darkest is always the highest.
  std::size_t place(std::size_t of) const { return map_.classes.size() < 2 ? 2 : of * 4 / (map_.classes.size() - 1); }

  void swatch(std::string_view css, std::string_view fill) {
    html_.open("svg", {{"class", "map-swatch"}, {"viewBox", "0 0 260 180"}, {"aria-hidden", "true"}})
        .literal("<path d=\"M10 10h240v160h-240z\"");
    html_.literal(" class=\"").text(css).literal("\"");
    if (!fill.empty()) html_.literal(" fill=\"").text(fill).literal("\"");
    html_.literal("/>").close("svg");
  }

  void shape(const MapArea& area, std::string_view css) {
    html_.literal("<path class=\"").text(css).literal("\"");
    if (area.holds == MapArea::Holds::no_figure) html_.literal(" fill=\"").text(hatched_).literal("\"");
    html_.literal(" d=\"").text(area.path).literal("\"/>");
  }

  void one(const MapArea& area) {
    const bool has_figure = area.holds == MapArea::Holds::figure;
    const auto said = area.name + ": " + area.written;
    html_.open("a", {{"href", area.address}, {"aria-label", said}}).el("title", said);
    shape(area, has_figure ? shades[place(static_cast<std::size_t>(area.shade))] : "map-none");
    if (!area.letters.empty()) {
      html_.literal("<text class=\"")
          .text(has_figure && place(static_cast<std::size_t>(area.shade)) > 2 ? "map-letters map-letters-light"
                                                                              : "map-letters")
          .literal("\" font-size=\"")
          .number(map_.letters_high)
          .literal("\" x=\"")
          .number(area.x)
          .literal("\" y=\"")
          .number(area.y)
          .literal("\">");
      html_.text(area.letters).literal("</text>");
    }
    html_.close("a");
  }

  void outline(const MapArea& area) {
    html_.literal("<path class=\"map-halo\" d=\"")
        .text(area.path)
        .literal("\"/><path class=\"map-own\" d=\"")
        .text(area.path)
        .literal("\"/>");
    if (!area.letters.empty()) return;
    html_.literal("<text class=\"map-name\" x=\"")
        .number(area.x)
        .literal("\" y=\"")
        .number(area.y)
        .literal("\">")
        .text(area.name)
        .literal("</text>");
  }

  kit::Html& html_;
  const Choropleth& map_;
  std::string hatch_, hatched_;
};

void row_of_links(kit::Html& html, std::string_view label, const std::vector<Link>& all) {
  if (all.size() > 1) views(html, label, all);
}

}  // namespace

void choropleth(kit::Html& html, const Choropleth& map) {
  if (map.areas.empty()) return;
  html.open("figure", {{"class", "chart map"}});
  heading(html, map.finding, map.id + "-title");
  row_of_links(html, "Part of the map", map.zooms);
  if (!map.after.empty()) html.el("a", {{"class", "govuk-link map-leap"}, {"href", "#" + map.after}}, "Leap over the map to its table");
  html.open("div", {{"class", "map-and-legend"}});
  Drawing drawing(html, map);
  drawing.draw();
  drawing.legend();
  html.close("div");
  html.el("figcaption", {{"id", map.id + "-words"}}, map.summary);
  row_of_links(html, "Other ways to draw it", map.ways);
  html.close("figure");
  if (!map.after.empty()) html.el("div", {{"id", map.after}, {"tabindex", "-1"}}, "");
}

}  // namespace parts
