#include "explore/boundaries.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "explore/ring_fault.h"
#include "kit/quote.h"

namespace explore {
namespace {

constexpr std::size_t most_kept_points = 250'000, most_looks = 60'000'000;

// "E06000061": a letter and eight digits, as the statisticians of the four nations write them.
bool is_code(std::string_view text) {
  return text.size() == 9 && text[0] >= 'A' && text[0] <= 'Z' &&
         std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

// Wards, and the areas by which censuses count, in the four nations.
bool is_small(std::string_view code) {
  static constexpr std::string_view kinds[] = {"E00", "E01", "E02", "E05", "W00", "W01", "W02", "W05",
                                               "S00", "S01", "S02", "S13", "N00", "N08", "N20", "N21"};
  return std::ranges::find(kinds, code.substr(0, 3)) != std::end(kinds);
}

const std::string* fact(const GeoFeature& of, const std::string& name) {
  const auto found = std::ranges::find(of.facts, name, &std::pair<std::string, std::string>::first);
  return found == of.facts.end() ? nullptr : &found->second;
}

// How many of a layer's features have a code under a name, and how many different ones.
struct CodeFact {
  std::string name;
  std::set<std::string> codes;
};

std::vector<CodeFact> code_facts(const GeoLayer& layer) {
  std::map<std::string, std::set<std::string>> by_name;
  for (const auto& each : layer.features) {
    for (const auto& [name, value] : each.facts)
      if (is_code(value)) by_name[name].insert(value);
    if (is_code(each.id)) by_name[""].insert(each.id);
  }
  std::vector<CodeFact> all;
  for (auto& [name, codes] : by_name) all.push_back({name, std::move(codes)});
  std::ranges::stable_sort(all, std::greater(), [](const CodeFact& each) { return each.codes.size(); });
  return all;
}

std::size_t known(const CodeFact& of, const compare::Authorities& authorities) {
  return static_cast<std::size_t>(std::ranges::count_if(of.codes, [&](const auto& code) { return authorities.find(code) != nullptr; }));
}

// How many of them are authorities: within which the areas of a layer may lie.
std::size_t authorities_in(const CodeFact& of, const compare::Authorities& authorities) {
  return static_cast<std::size_t>(std::ranges::count_if(of.codes, [&](const auto& code) {
    const auto* found = authorities.find(code);
    return found && !found->is_small();
  }));
}

const GeoLayer* layer_for(const GeoFile& file, const std::string& asked, const compare::Authorities& authorities) {
  const GeoLayer* best = nullptr;
  std::pair<std::size_t, std::size_t> most;
  for (const auto& each : file.layers) {
    if (!asked.empty() && each.name == asked) return &each;
    if (!asked.empty() || each.features.empty()) continue;
    const auto facts = code_facts(each);
    const std::pair has = {facts.empty() ? 0 : known(facts[0], authorities), each.features.size()};
    if (!best || has > most) best = &each, most = has;
  }
  return best;
}

std::string layer_names(const GeoFile& file) {
  std::string all;
  for (const auto& each : file.layers) all += (all.empty() ? "" : ", ") + kit::quoted(each.name);
  return all;
}

// The name that stands with a code: ltla24_name beside ltla24_code, areanm beside areacd; failing that, whatever says that it is a name.
std::string name_fact(const GeoLayer& layer, const std::string& code) {
  std::string beside = code;
  for (const auto& [from, to] : {std::pair{"code", "name"}, {"CODE", "NAME"}, {"Code", "Name"}, {"cd", "nm"}, {"CD", "NM"}})
    if (const auto at = beside.rfind(from); at != beside.npos) {
      beside.replace(at, std::string_view(from).size(), to);
      break;
    }
  std::string likely;
  for (const auto& each : layer.features)
    for (const auto& [name, value] : each.facts) {
      if (name == beside && name != code) return name;
      const bool is_name = name.find("name") != name.npos || name.find("NAME") != name.npos ||
                           name.find("nm") != name.npos || name.find("NM") != name.npos || name == "Name";
      if (likely.empty() && is_name && !is_code(value)) likely = name;
    }
  return likely;
}

std::optional<int> year(const std::string* text) {
  if (!text || text->size() != 4 || !std::ranges::all_of(*text, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  return std::stoi(*text);
}

Reach reach_of(const GeoLayer& layer) {
  Reach reach{1e300, -1e300, 1e300, -1e300};
  for (const auto& each : layer.features)
    for (const auto& ring : each.rings)
      for (const auto& at : ring)
        if (std::isfinite(at.x) && std::isfinite(at.y))
          reach = {std::min(reach.least_x, at.x), std::max(reach.most_x, at.x), std::min(reach.least_y, at.y),
                   std::max(reach.most_y, at.y)};
  return reach;
}

class Understanding {
 public:
  Understanding(const GeoLayer& layer, Crs crs, const compare::Authorities& authorities)
      : layer_(layer), crs_(crs), authorities_(authorities) {
    const auto facts = code_facts(layer);
    if (!facts.empty()) code_ = facts[0].name;
    name_ = name_fact(layer, code_);
    made_.are_small = !facts.empty() && std::ranges::all_of(facts[0].codes, is_small);
    if (made_.are_small)
      for (const auto& each : facts)
        if (authorities_in(each, authorities) > 0) within_ = each.name;
  }

  Boundaries made() {
    made_.found = layer_.features.size();
    for (const auto& each : layer_.features) add(each);
    std::ranges::sort(made_.areas, {}, &Outline::code);
    find_details(made_.areas);
    thin();
    for (const auto& each : made_.areas)
      if (!made_.are_small && !authorities_.find(each.code)) made_.unmatched.push_back(each.code);
    return std::move(made_);
  }

 private:
  std::string code_of(const GeoFeature& feature) const {
    if (code_.empty()) return feature.id;
    const auto* found = fact(feature, code_);
    return found ? *found : std::string();
  }

  void add(const GeoFeature& feature) {
    Outline outline{.code = code_of(feature)};
    if (const auto* name = fact(feature, name_)) outline.name = *name;
    if (const auto* within = fact(feature, within_)) outline.within = *within;
    outline.from = year(fact(feature, "start"));
    outline.until = year(fact(feature, "end"));
    if (const auto* authority = authorities_.find(outline.code); authority && outline.name.empty()) outline.name = authority->name;
    if (outline.name.empty()) outline.name = outline.code;
    if (const auto why = fault(feature, outline); !why.empty()) made_.left_out.push_back({feature.place, outline.code, outline.name, why});
    else made_.areas.push_back(std::move(outline));
  }

  // Puts the rings on the grid where nothing is wrong with them.
  std::string fault(const GeoFeature& feature, Outline& outline) {
    if (!is_code(outline.code)) return "It has no code such as E06000061.";
    if (!taken_.insert(outline.code).second) return "Its code stands in the file a second time.";
    if (!feature.fault.empty()) return feature.fault;
    for (const auto& ring : feature.rings) {
      if (const auto why = fault_of(ring, looks_)) {
        if (why->weight == RingFault::Weight::spoils) return why->sentence;
        made_.remarks.push_back(outline.name + ", feature " + std::to_string(feature.place) + ": " + why->sentence +
                                " The loop is so small that the area is kept as it is drawn.");
      }
      auto& made = outline.rings.emplace_back();
      for (const auto& at : ring) {
        const auto on = on_the_grid(at, crs_);
        if (!is_in_the_isles(on)) return "It reaches beyond the British Isles.";
        const GridPoint point{static_cast<std::int32_t>(std::lround(on.x)), static_cast<std::int32_t>(std::lround(on.y))};
        if (made.empty() || made.back().at != point) made.push_back({point});
      }
      if (made.size() > 1 && made.front().at == made.back().at) made.pop_back();
      if (made.size() < 3) outline.rings.pop_back();
    }
    return outline.rings.empty() ? "It is smaller than a metre." : "";
  }

  // What no page will ever show is not kept.
  void thin() {
    std::vector<std::uint32_t> details;
    for (const auto& each : made_.areas)
      for (const auto& ring : each.rings)
        for (const auto& point : ring) details.push_back(point.detail);
    if (details.size() <= most_kept_points) return;
    const auto at = details.begin() + static_cast<std::ptrdiff_t>(most_kept_points);
    std::ranges::nth_element(details, at, std::greater());
    const auto least = *at;
    for (auto& each : made_.areas) {
      for (auto& ring : each.rings)
        std::erase_if(ring, [&](const auto& point) { return point.detail <= least && point.detail != always_drawn; });
      if (each.rings.size() > 1) std::erase_if(each.rings, [](const auto& ring) { return ring.size() < 3; });
    }
    made_.remarks.push_back("The boundaries are finer than any page shows: details smaller than about " +
                            std::to_string(least) + " metres were not kept.");
  }

  const GeoLayer& layer_;
  Crs crs_;
  const compare::Authorities& authorities_;
  std::string code_, name_, within_;
  std::set<std::string> taken_;
  std::size_t looks_ = most_looks;
  Boundaries made_;
};

std::string conversion(Crs crs, bool declared) {
  const std::string taken = declared ? ""
                                     : "The file does not say what its coordinates are; by their numbers they are " +
                                           std::string(words(crs)) + ". ";
  if (crs == Crs::national_grid)
    return taken.empty() ? "The coordinates are those of the British National Grid, and stand as they are."
                         : taken + "They stand as they are.";
  return (declared ? "The coordinates are " + std::string(words(crs)) + ". "
          : crs == Crs::wgs84
              ? "The file does not say what its coordinates are; GeoJSON means longitude and latitude (WGS84). "
              : taken) +
         "They were put on the British National Grid by Helmert’s seven parameters, which is good to five metres.";
}

}  // namespace

kit::Verdict<Boundaries> boundaries_of(const GeoFile& file, const std::string& asked, const compare::Authorities& authorities) {
  kit::Refusals no;
  const auto* layer = layer_for(file, asked, authorities);
  no.unless(layer || asked.empty(), "layer", "The file has no layer " + kit::quoted(asked) + ". It has " + layer_names(file) + ".");
  no.unless(layer || !asked.empty(), "file", "The file has no areas.");
  if (no.any()) return no;
  const auto reach = reach_of(*layer);
  no.unless(reach.least_x <= reach.most_x, "file", "None of the file’s areas has a shape that encloses anything.");
  if (no.any()) return no;
  const auto crs = crs_of(file.crs, reach);
  if (!crs) return crs.refusals();
  auto made = Understanding(*layer, *crs, authorities).made();
  no.unless(!made.areas.empty(), "file",
            "None of the file’s " + std::to_string(made.found) +
                " areas could be taken. The first: " + (made.left_out.empty() ? "" : made.left_out[0].reason));
  if (no.any()) return no;
  made.remarks.insert(made.remarks.begin(), conversion(*crs, !file.crs.empty()));
  if (file.layers.size() > 1)
    made.remarks.insert(made.remarks.begin(), "The file has the layers " + layer_names(file) + "; " +
                                                  kit::quoted(layer->name) + " was taken.");
  return made;
}

}  // namespace explore
