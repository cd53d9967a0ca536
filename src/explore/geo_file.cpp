#include "explore/geo_file.h"

#include <charconv>
#include <cmath>

#include "kit/json.h"

namespace explore {
namespace {

using kit::Json;
using kit::NumberNest;

constexpr std::string_view too_detailed =
    "The boundaries have more than two million points. Choose an edition that is simplified more, such as one called ultra generalised.";

const std::string& text_of(const Json* value) {
  static const std::string none;
  return value && value->is_plain() ? value->text : none;
}

const Json* within(const Json* value, std::string_view name) { return value ? value->find(name) : nullptr; }

double number_of(const std::string& digits) {
  double number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// Rings from the lists of coordinates, or of the numbers of arcs, that stand in a feature.
class Reader {
 public:
  explicit Reader(const kit::PackedJson& json) : json_(json) {}

  kit::Verdict<GeoFile> read() {
    GeoFile file;
    const auto& type = text_of(json_.tree.find("type"));
    file.crs = text_of(within(within(json_.tree.find("crs"), "properties"), "name"));
    if (type == "FeatureCollection") read_features(file);
    else if (type == "Topology") read_topology(file);
    else
      no_.add(
          "file",
          "This is JSON, but neither GeoJSON with a list of features nor TopoJSON. Choose a file of boundaries in one of these.");
    if (!no_.any() && spots_ > most_spots) no_.add("file", std::string(too_detailed));
    if (no_.any()) return no_;
    return file;
  }

 private:
  const NumberNest* nest_of(const Json* place) const {
    if (!place || place->kind != Json::Kind::number) return nullptr;
    return &json_.nests[static_cast<std::size_t>(number_of(place->text))];
  }

  void read_features(GeoFile& file) {
    const auto* features = json_.tree.find("features");
    auto& layer = file.layers.emplace_back();
    if (features)
      for (const auto& each : features->items) add(layer, each, within(&each, "geometry"));
  }

  void read_topology(GeoFile& file) {
    if (!read_arcs()) return no_.add("file", "The TopoJSON has no arcs that can be read: each should be a list of points of two numbers.");
    const auto* objects = json_.tree.find("objects");
    if (!objects) return;
    for (const auto& [name, object] : objects->fields) {
      auto& layer = file.layers.emplace_back();
      layer.name = name;
      const auto* all = object.find("geometries");
      if (!all) add(layer, object, &object);
      else
        for (const auto& each : all->items) add(layer, each, &each);
    }
  }

  void add(GeoLayer& layer, const Json& feature, const Json* geometry) {
    if (no_.any() || spots_ > most_spots) return;
    if (layer.features.size() == most_features) return no_.add("file", "The file has more than 20,000 areas. Choose a layer with fewer.");
    auto& made = layer.features.emplace_back();
    made.place = layer.features.size();
    made.id = text_of(feature.find("id"));
    if (const auto* properties = feature.find("properties"))
      for (const auto& [name, value] : properties->fields)
        if (value.is_plain()) made.facts.emplace_back(name, value.text);
    made.fault = read_rings(made, geometry);
  }

  std::string read_rings(GeoFeature& made, const Json* geometry) {
    const auto& type = text_of(within(geometry, "type"));
    if (!geometry || geometry->kind == Json::Kind::nothing || type.empty()) return "It has no shape.";
    if (type != "Polygon" && type != "MultiPolygon")
      return "It is a " + type.substr(0, 40) + ", and only a Polygon or MultiPolygon encloses an area.";
    const bool of_arcs = geometry->find("arcs") != nullptr;
    const auto* nest = nest_of(geometry->find(of_arcs ? "arcs" : "coordinates"));
    const std::size_t depth = (type == "Polygon" ? 2 : 3) + (of_arcs ? 0 : 1);
    if (!nest || nest->depth() != depth || nest->numbers.empty()) return "Its coordinates are not nested as those of a " + type + " are.";
    return of_arcs ? rings_of_arcs(made, *nest) : rings_of_points(made, *nest);
  }

  std::string rings_of_points(GeoFeature& made, const NumberNest& nest) {
    const auto &rings = nest.ends[nest.depth() - 2], &points = nest.ends.back();
    std::size_t point = 0;
    for (const auto end : rings) {
      auto& ring = made.rings.emplace_back();
      for (; point < end; ++point) {
        const std::size_t from = point == 0 ? 0 : points[point - 1];
        if (points[point] - from < 2) return "One of its points has fewer than two numbers.";
        ring.push_back({nest.numbers[from], nest.numbers[from + 1]});
      }
      spots_ += ring.size();
    }
    return {};
  }

  // One's complement: arc ~i is arc i run backwards. Where arcs meet, the point stands in both.
  std::string rings_of_arcs(GeoFeature& made, const NumberNest& nest) {
    std::size_t next = 0;
    for (const auto end : nest.ends.back()) {
      auto& ring = made.rings.emplace_back();
      for (; next < end; ++next) {
        const auto number = nest.numbers[next];
        const auto arc = static_cast<std::size_t>(number < 0 ? -1 - number : number);
        if (number != std::floor(number) || arc >= arcs_.size()) return "It names a line that the file does not have.";
        join(ring, arcs_[arc], number < 0);
        if (spots_ + ring.size() > most_spots) return spots_ = most_spots + 1, std::string(too_detailed);
      }
      spots_ += ring.size();
    }
    return {};
  }

  static void join(Ring& ring, const Ring& arc, bool backwards) {
    const auto skip = ring.empty() ? 0 : 1;
    if (arc.empty()) return;
    if (backwards) ring.insert(ring.end(), arc.rbegin() + skip, arc.rend());
    else ring.insert(ring.end(), arc.begin() + skip, arc.end());
  }

  // With a transform, each point is a step from the one before, in whole units of a scale.
  bool read_arcs() {
    const auto* nest = nest_of(json_.tree.find("arcs"));
    if (!nest || nest->depth() != 3) return false;
    const auto* transform = json_.tree.find("transform");
    const Spot scale = pair_of(within(transform, "scale"), {1, 1}), from = pair_of(within(transform, "translate"), {0, 0});
    std::size_t point = 0;
    for (const auto end : nest->ends[1]) {
      auto& arc = arcs_.emplace_back();
      Spot at;
      for (; point < end; ++point) {
        const std::size_t first = point == 0 ? 0 : nest->ends[2][point - 1];
        if (nest->ends[2][point] - first < 2) return false;
        const Spot step{nest->numbers[first], nest->numbers[first + 1]};
        at = transform ? Spot{at.x + step.x, at.y + step.y} : step;
        arc.push_back({at.x * scale.x + from.x, at.y * scale.y + from.y});
      }
    }
    return true;
  }

  static Spot pair_of(const Json* list, Spot otherwise) {
    return list && list->items.size() == 2 ? Spot{number_of(list->items[0].text), number_of(list->items[1].text)} : otherwise;
  }

  const kit::PackedJson& json_;
  std::vector<Ring> arcs_;
  std::size_t spots_ = 0;
  kit::Refusals no_;
};

}  // namespace

kit::Verdict<GeoFile> read_geo_file(std::string_view text) {
  kit::Refusals no;
  no.unless(
      text.size() <= most_boundary_bytes, "file",
      "The file is larger than 32 MB. Choose an edition that is simplified more, such as one called ultra generalised.");
  if (no.any()) return no;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto json = kit::read_json(text, {"coordinates", "arcs"});
  if (!json) {
    for (const auto& each : json.refusals().all()) no.add("file", each.sentence);
    return no;
  }
  return Reader(*json).read();
}

}  // namespace explore
