// `goldenthread assess neighbours`: the areas most like each other, by the columns of a file.
#include <set>
#include <unordered_map>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/neighbours.h"
#include "kit/quote.h"

namespace assess {
namespace {

using Weights = std::unordered_map<std::string, double>;

Weights read_weights(Table& table, const std::vector<std::string>& features) {
  const std::set<std::string_view> known(features.begin(), features.end());
  Weights all;
  for (const auto& row : table.rows()) {
    const auto feature = plain_name(table.needed_text(row, "feature"));
    const double weight = table.needed_number(row, "weight", 0);
    if (!known.contains(feature)) table.fault(row, "feature", "there is no column " + kit::quoted(feature) + ".");
    if (!all.emplace(feature, weight).second) table.fault(row, "feature", "this feature stands here twice.");
  }
  for (const auto& feature : features)
    if (table.good() && !all.contains(feature))
      table.fault("There is no weight for " + kit::quoted(feature) + ". Give it 0 to leave it out.");
  return all;
}

std::vector<FeaturedArea> read_areas(Table& table, const std::vector<std::string>& features) {
  std::vector<FeaturedArea> areas;
  std::set<std::string_view> seen;
  for (const auto& row : table.rows()) {
    const auto code = table.needed_text(row, "area");
    if (!seen.insert(code).second) table.fault(row, "area", "this area stands here twice.");
    auto& area = areas.emplace_back(FeaturedArea{std::string(code), {}});
    for (const auto& feature : features) area.features.push_back(table.number(row, feature));
  }
  return areas;
}

std::string told(std::string_view model, const std::vector<FeaturedArea>& areas, std::vector<double> weights) {
  const Likeness likeness(areas, std::move(weights));
  Lines lines({"model", "area", "rank", "neighbour", "distance", "similarity"});
  for (std::size_t area = 0; area < areas.size(); ++area) {
    int rank = 0;
    for (const auto& each : likeness.nearest(area))
      lines.add({std::string(model), areas[area].code, std::to_string(++rank), areas[each.area].code, cell(each.distance),
                 cell(each.similarity)});
  }
  return std::move(lines).text();
}

}  // namespace

kit::Verdict<std::string> assess_neighbours(std::istream& in, std::istream* weights_in) {
  Table table(in, {"area"});
  if (!table.good()) return table.faults();
  const auto features = table.columns_but({"area", "area_name"});
  const auto areas = read_areas(table, features);
  kit::Refusals no = table.faults();
  no.unless(!features.empty(), "", "Put a column for each feature beside the column area.");

  std::vector<double> weights(features.size(), 1);
  if (weights_in) {
    Table weighed(*weights_in, {"feature", "weight"}, "weights");
    const auto read = weighed.good() ? read_weights(weighed, features) : Weights();
    no.add(weighed.faults());
    for (std::size_t i = 0; i < features.size() && weighed.good(); ++i) weights[i] = read.at(features[i]);
  }
  if (no.any()) return no;
  return told(weights_in ? "weighted" : "unweighted", areas, std::move(weights));
}

}  // namespace assess
