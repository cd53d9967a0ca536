#include "explore/explorer_map.h"

#include <algorithm>

#include "assess/narrowing.h"
#include "explore/map_sheet.h"

namespace explore {
namespace {

using assess::with_value;
using parts::MapArea;

constexpr std::size_t most_letters = 90;

Reach joined(const Reach& a, const Reach& b) {
  return {std::min(a.least_x, b.least_x), std::max(a.most_x, b.most_x), std::min(a.least_y, b.least_y),
          std::max(a.most_y, b.most_y)};
}

// Round it, with a third as much again on each side.
Reach around(const Reach& of) {
  const double across = std::max({of.most_x - of.least_x, of.most_y - of.least_y, 8000.0});
  const double beside = 0.35 * across;
  return {of.least_x - beside, of.most_x + beside, of.least_y - beside, of.most_y + beside};
}

// "Ynys" of "Ynys Môn": the first letters of a name, never half a letter.
std::string first_letters(const std::string& name, int most) {
  std::string made;
  for (const char c : name) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins && most-- == 0) break;
    made += c;
  }
  return made;
}

class Mapping {
 public:
  Mapping(const kit::Request& asked, const ExplorerView& view, const compare::Authority& own,
          const std::vector<DrawnArea>& drawn, const MapChoice& choice)
      : asked_(asked), view_(view), own_(own), drawn_(drawn), choice_(choice) {
    std::vector<double> values;
    for (const auto& each : drawn)
      if (each.member && each.member->has_value()) values.push_back(*each.member->figure->value);
    classes_ = classes_of(values, choice.classing);
  }

  parts::Choropleth made() {
    if (choice_.as_hexes) draw_hexes();
    else draw_areas();
    map_.finding = finding();
    map_.summary = summary();
    for (const auto& each : classes_.all) map_.classes.push_back({class_words(each), each.areas});
    map_.classes_words = choice_.classing == Classing::quantile
                             ? "Each class has about as many " + std::string(many_of(view_)) + "."
                             : "Each class is as wide, from the least to the most.";
    map_.without = static_cast<int>(
        std::ranges::count_if(drawn_, [](const DrawnArea& each) { return each.member && !each.member->has_value(); }));
    map_.after = "figures";
    map_.one = one_of(view_), map_.many = many_of(view_);
    if (!choice_.as_hexes) zooms();
    ways();
    return std::move(map_);
  }

 private:
  std::string number(double value) const { return view_.writing.number(value); }
  std::string class_words(const ValueClass& each) const {
    return number(each.least) == number(each.most) ? number(each.least)
                                                   : number(each.least) + " to " + number(each.most);
  }

  MapArea area(const DrawnArea& each, std::string path) const {
    MapArea made{.name = each.outline->name, .path = std::move(path), .holds = MapArea::Holds::nothing};
    if (!each.member) return made;
    made.name = each.member->authority->name;
    made.is_own = each.member->is_own;
    made.holds = each.member->has_value() ? MapArea::Holds::figure : MapArea::Holds::no_figure;
    made.written = each.member->has_value() ? number(*each.member->figure->value)
                                            : "no figure" + (each.member->figure && !each.member->figure->mark.empty()
                                                                 ? ", marked " + each.member->figure->mark
                                                                 : std::string());
    if (each.member->has_value()) made.shade = classes_.of(*each.member->figure->value);
    made.address = with_value(asked_, "zoom", each.outline->code);
    return made;
  }

  Reach shown() const {
    Reach all{1e300, -1e300, 1e300, -1e300}, part = all;
    for (const auto& each : drawn_) {
      if (!each.member) continue;
      const auto reach = reach_of(*each.outline);
      all = joined(all, reach);
      if ((choice_.zoom == "own" && each.member->is_own) || choice_.zoom == each.outline->code) return around(reach);
      if (choice_.zoom == "region" && each.member->authority->region == own_.region) part = joined(part, reach);
    }
    return part.least_x < part.most_x ? part : all;
  }

  void draw_areas() {
    const MapSheet sheet(shown());
    map_.wide = sheet.wide(), map_.high = sheet.high();
    for (const auto& each : drawn_) {
      if (!sheet.shows(reach_of(*each.outline))) continue;
      map_.areas.push_back(area(each, sheet.path(*each.outline)));
      const auto middle = middle_of(*each.outline);
      if (name_within(sheet, each, middle)) continue;
      map_.areas.back().x = std::clamp(sheet.x(middle.x), 500.0, sheet.wide() - 500),
      map_.areas.back().y = sheet.y(reach_of(*each.outline).most_y) - 40;
    }
  }

  // Few wards know where they lie without their names: each carries its own, where it has room.
  bool name_within(const MapSheet& sheet, const DrawnArea& each, const Spot& middle) {
    if (!view_.are_small || drawn_.size() > most_letters) return false;
    auto& area = map_.areas.back();
    map_.letters_high = sheet.wide() / 42;
    const double room = sheet.x(room_beside(*each.outline, middle)) - sheet.x(0),
                 needed = 0.66 * map_.letters_high * static_cast<double>(area.name.size());
    if (room < needed) return true;
    area.letters = area.name;
    area.x = sheet.x(middle.x), area.y = sheet.y(middle.y);
    return true;
  }

  void draw_hexes() {
    std::vector<Spot> middles;
    std::vector<const DrawnArea*> all;
    for (const auto& each : drawn_)
      if (each.member) middles.push_back(middle_of(*each.outline)), all.push_back(&each);
    const auto hexes = hexes_of(middles);
    const HexSheet sheet(hexes);
    map_.wide = sheet.wide(), map_.high = sheet.high(), map_.letters_high = sheet.size() * 0.27;
    for (std::size_t i = 0; i < all.size(); ++i) {
      auto made = area(*all[i], sheet.path(hexes[i]));
      const auto middle = sheet.middle(hexes[i]);
      made.x = middle.x, made.y = middle.y;
      if (all.size() <= most_letters) made.letters = first_letters(made.name, 4);
      else if (made.is_own) made.y -= sheet.size() * 0.6;
      map_.areas.push_back(std::move(made));
    }
  }

  std::string finding() const {
    const auto& members = view_.series.members;
    const auto highest = std::ranges::max_element(
        members, {}, [](const Member& each) { return each.has_value() ? *each.figure->value : -1e300; });
    const auto lowest = std::ranges::min_element(
        members, {}, [](const Member& each) { return each.has_value() ? *each.figure->value : 1e300; });
    if (classes_.all.size() < 2) return "The same everywhere: " + number(*highest->figure->value);
    return "From " + number(*lowest->figure->value) + " in " + lowest->authority->name + " to " +
           number(*highest->figure->value) + " in " + highest->authority->name;
  }

  std::string summary() const {
    const auto shown = std::to_string(std::ranges::count_if(drawn_, [](const DrawnArea& each) { return each.member != nullptr; }));
    const auto missing = std::ranges::count_if(view_.series.members, [&](const Member& member) {
      return member.figure &&
             std::ranges::none_of(drawn_, [&](const DrawnArea& each) { return each.member == &member; });
    });
    std::string said =
        "A map of " + shown + " " + view_.group + " in " + view_.series.period.words() +
        (choice_.as_hexes ? ", each a hex of the same size near where it lies" : "") +
        ": the darker, the higher. Each is a link that says its figure; every figure stands in the table.";
    if (missing > 0)
      said +=
          " " + std::to_string(missing) + std::string(" ") +
          std::string(missing == 1 ? one_of(view_) : many_of(view_)) + (missing == 1 ? " is" : " are") +
          " not on the map: the boundaries do not have them as they were then, or they cover others that are drawn.";
    return said;
  }

  void zooms() {
    const auto to = [&](const std::string& words, std::string_view zoom) {
      map_.zooms.push_back({words, choice_.zoom == zoom ? std::string() : with_value(asked_, "zoom", zoom)});
    };
    to(view_.are_small ? "All of " + own_.name : "Everywhere", "");
    if (!own_.region.empty() && !view_.are_small) to(own_.region, "region");
    if (!view_.are_small) to("Around " + own_.name, "own");
    for (const auto& each : drawn_)
      if (each.outline->code == choice_.zoom) to("Around " + each.outline->name, choice_.zoom);
  }

  void ways() {
    map_.ways = {{"As the land lies", choice_.as_hexes ? with_value(asked_, "layout", "") : std::string()},
                 {"A hex for each " + std::string(one_of(view_)),
                  choice_.as_hexes ? std::string() : with_value(asked_, "layout", "hex")}};
  }

  const kit::Request& asked_;
  const ExplorerView& view_;
  const compare::Authority& own_;
  const std::vector<DrawnArea>& drawn_;
  const MapChoice& choice_;
  Classes classes_;
  parts::Choropleth map_;
};

}  // namespace

MapChoice map_choice(const kit::Request& asked) {
  return {read_classing(asked.asked("classes")).value_or(Classing::quantile), asked.asked("layout") == "hex",
          asked.asked("zoom")};
}

parts::Choropleth map_of(const kit::Request& asked, const ExplorerView& view, const compare::Authority& own,
                         const std::vector<DrawnArea>& drawn, const MapChoice& choice) {
  return Mapping(asked, view, own, drawn, choice).made();
}

}  // namespace explore
