// `goldenthread assess dsr`, `isratio` and `israte`: rates standardised for age, directly and indirectly.
#include <unordered_map>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/standardised.h"

namespace assess {
namespace {

using Row = Table::Row;

constexpr double per_100 = 100, per_100_000 = 100'000;

// Areas in the order in which they first stand in the file.
template <class Area>
Area& area_of(std::vector<Area>& areas, std::unordered_map<std::string, std::size_t>& places, std::string_view name) {
  const auto [place, is_new] = places.emplace(name, areas.size());
  if (is_new) areas.emplace_back().name = std::string(name);
  return areas[place->second];
}

double positive(Table& table, const Row& row, std::string_view column) {
  const double number = table.needed_number(row, column, 0);
  if (number == 0 && table.text(row, column) == "0") table.fault(row, column, "more than 0 is needed to divide by.");
  return number;
}

struct DirectArea {
  std::string name;
  std::vector<AgeBand> bands;
};

double read_standard(Table& table, const Row& row) {
  if (!table.text(row, "stdpop").empty()) return table.needed_number(row, "stdpop", 0);
  const auto band = table.whole(row, "ageband", 1, static_cast<int>(european_standard_2013.size()));
  if (!band) return table.needed_text(row, "ageband"), 0;
  return european_standard_2013[static_cast<std::size_t>(*band - 1)];
}

std::vector<DirectArea> read_direct(Table& table) {
  std::vector<DirectArea> areas;
  std::unordered_map<std::string, std::size_t> places;
  for (const auto& row : table.rows())
    area_of(areas, places, table.needed_text(row, "area"))
        .bands.push_back({table.needed_number(row, "x", 0), positive(table, row, "n"), read_standard(table, row)});
  return areas;
}

void add_direct(Lines& lines, const DirectArea& area) {
  const auto rate = direct_rate(area.bands);
  std::vector<std::string> cells = {area.name, cell(rate.cases), cell(rate.population)};
  if (rate.value) {
    const auto usual = per_100_000 * *direct_interval(rate, confidence_95),
               wide = per_100_000 * *direct_interval(rate, confidence_99_8);
    for (const double number : {per_100_000 * *rate.value, usual.low, usual.high, wide.low, wide.high})
      cells.push_back(cell(number));
  } else {
    cells.insert(cells.end(), 5, "NA");
  }
  cells.insert(cells.end(), {"95%, 99.8%", rate.value ? "dsr per 100000" : "dsr NA for total count < 10", "Dobson"});
  lines.add(cells);
}

struct IndirectArea {
  std::string name;
  double observed = 0;
  std::vector<ReferenceBand> bands;
};

struct Reference {
  double cases, population;
};
using References = std::unordered_map<std::string, Reference>;

References read_references(Table& table) {
  References all;
  for (const auto& row : table.rows()) {
    const auto band = table.needed_text(row, "ageband");
    const Reference read{table.needed_number(row, "x_ref", 0), positive(table, row, "n_ref")};
    if (!all.emplace(band, read).second) table.fault(row, "ageband", "this band stands here twice.");
  }
  return all;
}

std::vector<IndirectArea> read_indirect(Table& table, const References& references) {
  std::vector<IndirectArea> areas;
  std::unordered_map<std::string, std::size_t> places;
  for (const auto& row : table.rows()) {
    auto& area = area_of(areas, places, table.needed_text(row, "area"));
    const auto reference = references.find(std::string(table.needed_text(row, "ageband")));
    if (reference == references.end()) table.fault(row, "ageband", "the reference has no such band.");
    area.observed += table.needed_number(row, "x", 0);
    const double population = table.needed_number(row, "n", 0);
    if (reference != references.end())
      area.bands.push_back({population, reference->second.cases, reference->second.population});
  }
  return areas;
}

void add_indirect(Lines& lines, const IndirectArea& area, Indirect as) {
  const auto ratio = indirect_ratio(area.observed, area.bands);
  const bool is_rate = as == Indirect::rate;
  const double per = is_rate ? per_100_000 * ratio.reference_rate : per_100;
  const auto usual = per * indirect_interval(ratio, confidence_95),
             wide = per * indirect_interval(ratio, confidence_99_8);
  std::vector<std::string> cells = {area.name, cell(ratio.observed), cell(ratio.expected)};
  if (is_rate) cells.push_back(cell(per));
  for (const double number : {per * ratio.ratio(), usual.low, usual.high, wide.low, wide.high})
    cells.push_back(cell(number));
  const auto* statistic = is_rate ? "indirectly standardised rate per 100000" : "indirectly standardised ratio x 100";
  cells.insert(cells.end(), {"95%, 99.8%", statistic, std::string(count_method(ratio.observed))});
  lines.add(cells);
}

}  // namespace

kit::Verdict<std::string> assess_direct(std::istream& in) {
  Table table(in, {"area", "x", "n"});
  Lines lines({"area", "total_count", "total_pop", "value", "lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl",
               "confidence", "statistic", "method"});
  const auto areas = table.good() ? read_direct(table) : std::vector<DirectArea>();
  if (!table.good()) return table.faults();
  for (const auto& area : areas) add_direct(lines, area);
  return std::move(lines).text();
}

kit::Verdict<std::string> assess_indirect(std::istream& in, std::istream& reference_in, Indirect as) {
  Table reference(reference_in, {"ageband", "x_ref", "n_ref"}, "reference");
  Table table(in, {"area", "ageband", "x", "n"});
  const bool has_columns = reference.good() && table.good();
  const auto references = has_columns ? read_references(reference) : References();
  const auto areas = has_columns ? read_indirect(table, references) : std::vector<IndirectArea>();
  kit::Refusals no = reference.faults();
  no.add(table.faults());
  if (no.any()) return no;

  std::vector<std::string> columns = {"area", "observed", "expected"};
  if (as == Indirect::rate) columns.emplace_back("ref_rate");
  columns.insert(columns.end(), {"value", "lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl", "confidence",
                                 "statistic", "method"});
  Lines lines(columns);
  for (const auto& area : areas) add_indirect(lines, area, as);
  return std::move(lines).text();
}

}  // namespace assess
