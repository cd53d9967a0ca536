// `goldenthread assess merge`: the past of councils that merged or were split, as the past of their successors.
#include <algorithm>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/equal.h"
#include "assess/merge_mapping.h"
#include "kit/quote.h"

namespace assess {
namespace {

using Row = Table::Row;
constexpr double per_100_000 = 100'000;

Holds read_holds(Table& table, const Row& row) {
  const auto day = [&](std::string_view column) { return table.text(row, column).empty() ? std::nullopt : table.date(row, column); };
  return {day("from"), day("until")};
}

Mapping read_mapping(Table& table) {
  Mapping mapping;
  std::vector<MappingLine> lines;
  for (const auto& row : table.rows()) {
    MappingLine line{std::string(table.needed_text(row, "predecessor")), std::string(table.needed_text(row, "successor")),
                     std::string(table.text(row, "measure")), table.needed_number(row, "share", 0), read_holds(table, row)};
    if (!mapping.add(line)) table.fault(row, "successor", kit::quoted(line.predecessor) + " goes there twice.");
    lines.push_back(std::move(line));
  }
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (const double total = mapping.all_shares(lines[i]); !equal(total, 1, 1))
      table.fault(table.rows()[i], "share", "the shares of one predecessor add up to " + cell(total) + ", and should to 1.");
  return mapping;
}

struct Councils {
  std::vector<Contributions> measures;
  Names years;
  std::vector<std::optional<calendar::Period>> periods;  // of the years, where they can be read
};

std::optional<indicator::Aggregation> read_aggregation(Table& table, const Row& row) {
  if (table.text(row, "aggregation") == "dsr") return std::nullopt;
  return table.one_of(row, "aggregation", indicator::read_aggregation,
                      "sum, ratio, weighted_mean, snapshot, mean_of_snapshots, max, min, median, percentile, dsr");
}

Contributions& measure_of(Table& table, const Row& row, std::vector<Contributions>& measures) {
  const auto name = table.needed_text(row, "measure");
  const auto found =
      std::find_if(measures.begin(), measures.end(), [&](const Contributions& each) { return each.measure == name; });
  if (found != measures.end()) return *found;
  Contributions measure;
  measure.measure = name;
  measure.aggregation = read_aggregation(table, row);
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
  Contributions& measure = measure_of(table, row, councils.measures);
  const std::string predecessor(table.needed_text(row, "predecessor")), year(table.needed_text(row, "year"));
  remember(councils.years, year);
  remember(measure.predecessors, predecessor);
  remember(measure.tiers, table.text(row, "tier"));
  const auto [place, is_new] = measure.figures.emplace(std::array{predecessor, year}, Brought{});
  Brought& brought = place->second;
  if (!measure.aggregation) return brought.bands.push_back(read_band(table, row, brought));
  if (!is_new) table.fault(row, "measure", kit::quoted(measure.measure) + " stands here twice for this year.");
  brought.numerator = table.number(row, "numerator_or_value");
  brought.denominator = table.number(row, "denominator");
}

Councils read_councils(Table& table) {
  Councils councils;
  for (const auto& row : table.rows()) read_figure(table, row, councils);
  for (const auto& year : councils.years) {
    const auto read = calendar::read_period(year, calendar::Frequency::annual);
    councils.periods.push_back(read ? std::optional(read->period) : std::nullopt);
  }
  for (const auto& measure : councils.measures)
    if (measure.counts_twice() && !table.rows().empty())
      table.fault(table.rows().front(), "tier",
                  kit::quoted(measure.measure) + " comes from districts and a county, which would count people twice.");
  return councils;
}

// One successor's figure of one measure in one year; none where nobody brings anything to it.
struct Line {
  const std::string *successor, *year;
  const Contributions* measure;
  Merged found;
};

void add(std::vector<Line>& lines, const std::string& successor, std::size_t year, const Contributions& measure,
         const Councils& councils, const Mapping& mapping) {
  const auto brought = brought_to(successor, measure, councils.years[year], councils.periods[year], mapping);
  if (brought.empty()) return;
  lines.push_back({&successor, &councils.years[year], &measure, added_up(brought, measure)});
}

std::string told(const std::vector<Line>& all) {
  Lines lines({"successor", "year", "measure", "numerator", "denominator", "value", "wrong_mean_of_predecessor_values",
               "predecessors_used", "predecessors_expected", "basis"});
  for (const auto& [successor, year, measure, found] : all)
    lines.add({*successor, *year, measure->measure, cell(found.numerator), cell(found.denominator), cell(found.value),
               cell(found.mean_of_values), std::to_string(found.used), std::to_string(found.expected), std::string(code(found.basis))});
  return std::move(lines).text();
}

std::string exact(const std::optional<double>& number) {
  const auto nearest = number ? kit::Decimal::nearest(*number) : std::nullopt;
  return nearest ? nearest->text() : std::string();
}

// As rows of the sheet Figures, with what they are in the note, so that the successor can bring in its past.
std::string told_as_figures(const std::vector<Line>& all) {
  Lines lines({"indicator", "period", "value", "numerator", "denominator", "state", "note", "added_up"});
  for (const auto& [successor, year, measure, found] : all) {
    const bool has_parts = measure->aggregation && indicator::has_parts(*measure->aggregation), is_there = found.value.has_value();
    const auto state = is_there ? "" : found.basis == MergeBasis::incomplete ? "delayed" : "not_applicable";
    lines.add({measure->measure, *year, is_there && !has_parts ? exact(found.value) : "",
               is_there && has_parts ? exact(found.numerator) : "",
               is_there && has_parts ? exact(found.denominator) : "", state, found.words(),
               std::string(code(found.basis))});
  }
  return std::move(lines).text();
}

// A day in the mapping says something only of years that can be read.
void want_years(Table& table, const Councils& councils, const Mapping& mapping) {
  for (std::size_t i = 0; mapping.has_days() && i < councils.years.size(); ++i)
    if (!councils.periods[i])
      table.fault("The year " + kit::quoted(councils.years[i]) +
                  " cannot be held against the days of the mapping. Write it as in 2019/20.");
}

}  // namespace

kit::Verdict<std::string> assess_merge(std::istream& in, std::istream& mapping_in, const std::string& successor) {
  Table mapping_table(mapping_in, {"predecessor", "successor", "share"}, "mapping");
  Table table(in, {"predecessor", "year", "measure", "aggregation", "numerator_or_value", "denominator"});
  const bool has_columns = mapping_table.good() && table.good();
  const auto mapping = has_columns ? read_mapping(mapping_table) : Mapping();
  const auto councils = has_columns ? read_councils(table) : Councils();
  want_years(table, councils, mapping);
  const bool is_known = std::ranges::find(mapping.successors(), successor) != mapping.successors().end();
  if (has_columns && !successor.empty() && !is_known) mapping_table.fault("no line leads to " + kit::quoted(successor) + ".");
  kit::Refusals no = mapping_table.faults();
  no.add(table.faults());
  if (no.any()) return no;

  const Names wanted = successor.empty() ? mapping.successors() : Names{successor};
  std::vector<Line> lines;
  for (const auto& each : wanted)
    for (std::size_t year = 0; year < councils.years.size(); ++year)
      for (const auto& measure : councils.measures) add(lines, each, year, measure, councils, mapping);
  return successor.empty() ? told(lines) : told_as_figures(lines);
}

}  // namespace assess
