// `goldenthread assess merge`: the past of councils that merged or were split, as the past of their successors.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/equal.h"
#include "assess/merge.h"
#include "kit/quote.h"

namespace assess {
namespace {

using Row = Table::Row;
using Names = std::vector<std::string>;  // each once, in the order in which they first stand in the file

constexpr double per_100_000 = 100'000;

void remember(Names& names, std::string_view name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

// Which share of a predecessor goes where: of all its figures, or of those of one measure, where its own denominator is
// known by area.
struct Mapping {
  Names successors;
  std::map<std::array<std::string, 3>, double> shares;  // predecessor, successor, measure

  std::optional<double> share(const std::string& predecessor, const std::string& successor,
                              const std::string& measure) const {
    for (const auto& of : {measure, std::string()})
      if (const auto found = shares.find({predecessor, successor, of}); found != shares.end()) return found->second;
    return std::nullopt;
  }
};

Mapping read_mapping(Table& table) {
  Mapping mapping;
  std::map<std::array<std::string, 2>, double> totals;
  for (const auto& row : table.rows()) {
    const std::string predecessor(table.needed_text(row, "predecessor")),
        successor(table.needed_text(row, "successor")), measure(table.text(row, "measure"));
    const double share = table.needed_number(row, "share", 0);
    remember(mapping.successors, successor);
    if (!mapping.shares.emplace(std::array{predecessor, successor, measure}, share).second)
      table.fault(row, "successor", kit::quoted(predecessor) + " goes there twice.");
    totals[{predecessor, measure}] += share;
  }
  for (const auto& row : table.rows()) {
    const double total = totals[{std::string(table.text(row, "predecessor")), std::string(table.text(row, "measure"))}];
    if (!equal(total, 1, 1))
      table.fault(row, "share", "the shares of one predecessor add up to " + cell(total) + ", and should to 1.");
  }
  return mapping;
}

struct Measure {
  std::string name;
  std::optional<indicator::Aggregation> aggregation;  // none: a directly standardised rate
  double multiplier = 1;
  Names predecessors, tiers;
  std::map<std::array<std::string, 2>, Brought> figures;  // by predecessor and year
};

struct Councils {
  std::vector<Measure> measures;
  Names years;
};

std::optional<indicator::Aggregation> read_aggregation(Table& table, const Row& row) {
  if (table.text(row, "aggregation") == "dsr") return std::nullopt;
  return table.one_of(row, "aggregation", indicator::read_aggregation,
                      "sum, ratio, weighted_mean, snapshot, mean_of_snapshots, max, min, median, percentile, dsr");
}

Measure& measure_of(Table& table, const Row& row, std::vector<Measure>& measures) {
  const auto name = table.needed_text(row, "measure");
  const auto found =
      std::find_if(measures.begin(), measures.end(), [&](const Measure& each) { return each.name == name; });
  if (found != measures.end()) return *found;
  Measure measure{std::string(name), read_aggregation(table, row)};
  measure.multiplier = table.number(row, "multiplier").value_or(measure.aggregation ? 1 : per_100_000);
  return measures.emplace_back(std::move(measure));
}

AgeBand read_band(Table& table, const Row& row, const Brought& brought) {
  const auto band = table.whole(row, "ageband", 1, static_cast<int>(european_standard_2013.size()));
  if (!band || *band != static_cast<int>(brought.bands.size()) + 1)
    table.fault(row, "ageband", "a standardised rate needs the age bands from 1 to 19 in order.");
  const double population = table.needed_number(row, "denominator", 0);
  if (population == 0) table.fault(row, "denominator", "more than 0 is needed to divide by.");
  return {table.needed_number(row, "numerator_or_value", 0), population,
          european_standard_2013[static_cast<std::size_t>(band.value_or(1) - 1)]};
}

void read_figure(Table& table, const Row& row, Councils& councils) {
  Measure& measure = measure_of(table, row, councils.measures);
  const std::string predecessor(table.needed_text(row, "predecessor")), year(table.needed_text(row, "year"));
  remember(councils.years, year);
  remember(measure.predecessors, predecessor);
  remember(measure.tiers, table.text(row, "tier"));
  const auto [place, is_new] = measure.figures.emplace(std::array{predecessor, year}, Brought{});
  Brought& brought = place->second;
  if (!measure.aggregation) return brought.bands.push_back(read_band(table, row, brought));
  if (!is_new) table.fault(row, "measure", kit::quoted(measure.name) + " stands here twice for this year.");
  brought.numerator = table.number(row, "numerator_or_value");
  brought.denominator = table.number(row, "denominator");
}

Councils read_councils(Table& table) {
  Councils councils;
  for (const auto& row : table.rows()) read_figure(table, row, councils);
  const auto has = [](const Measure& m, std::string_view tier) {
    return std::find(m.tiers.begin(), m.tiers.end(), tier) != m.tiers.end();
  };
  for (const auto& measure : councils.measures)
    if (has(measure, "district") && has(measure, "county") && !table.rows().empty())
      table.fault(table.rows().front(), "tier",
                  kit::quoted(measure.name) + " comes from districts and a county, which would count people twice.");
  return councils;
}

std::vector<Brought> brought_to(const std::string& successor, const Measure& measure, const std::string& year,
                                const Mapping& mapping) {
  std::vector<Brought> all;
  for (const auto& predecessor : measure.predecessors) {
    const auto share = mapping.share(predecessor, successor, measure.name);
    if (!share || *share == 0) continue;
    const auto found = measure.figures.find({predecessor, year});
    all.push_back(found == measure.figures.end() ? Brought{} : found->second);
    all.back().share = *share;
  }
  return all;
}

void add(Lines& lines, const std::string& successor, const std::string& year, const Measure& measure,
         const Mapping& mapping) {
  const auto brought = brought_to(successor, measure, year, mapping);
  if (brought.empty()) return;
  const auto found = measure.aggregation ? merged(brought, *measure.aggregation, measure.multiplier)
                                         : merged_standardised(brought, measure.multiplier);
  lines.add({successor, year, measure.name, cell(found.numerator), cell(found.denominator), cell(found.value),
             cell(found.mean_of_values), std::to_string(found.used), std::to_string(found.expected),
             std::string(code(found.basis))});
}

}  // namespace

kit::Verdict<std::string> assess_merge(std::istream& in, std::istream& mapping_in) {
  Table mapping_table(mapping_in, {"predecessor", "successor", "share"}, "mapping");
  Table table(in, {"predecessor", "year", "measure", "aggregation", "numerator_or_value", "denominator"});
  const bool has_columns = mapping_table.good() && table.good();
  const auto mapping = has_columns ? read_mapping(mapping_table) : Mapping();
  const auto councils = has_columns ? read_councils(table) : Councils();
  kit::Refusals no = mapping_table.faults();
  no.add(table.faults());
  if (no.any()) return no;

  Lines lines({"successor", "year", "measure", "numerator", "denominator", "value", "wrong_mean_of_predecessor_values",
               "predecessors_used", "predecessors_expected", "basis"});
  for (const auto& successor : mapping.successors)
    for (const auto& year : councils.years)
      for (const auto& measure : councils.measures) add(lines, successor, year, measure, mapping);
  return std::move(lines).text();
}

}  // namespace assess
