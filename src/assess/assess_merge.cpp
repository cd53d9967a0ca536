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

// While a line of the mapping holds: from a day, until a day, or always.
struct Holds {
  std::optional<kit::Date> from, until;

  bool always() const { return !from && !until; }
  bool in(const calendar::Period& period) const { return (!from || *from <= period.first()) && (!until || period.last() <= *until); }
  bool overlaps(const Holds& other) const {
    return (!from || !other.until || *from <= *other.until) && (!other.from || !until || *other.from <= *until);
  }
  std::string key() const { return (from ? from->iso() : "") + "/" + (until ? until->iso() : ""); }
};

struct Share {
  Holds holds;
  double share = 0;
};

// Which share of a predecessor goes where: of all its figures, or of those of one measure, where its own denominator is
// known by area.
struct Mapping {
  Names successors;
  bool has_days = false;
  std::map<std::array<std::string, 3>, std::vector<Share>> shares;  // predecessor, successor, measure

  std::optional<double> share(const std::string& predecessor, const std::string& successor, const std::string& measure,
                              const std::optional<calendar::Period>& year) const {
    for (const auto& of : {measure, std::string()}) {
      const auto found = shares.find({predecessor, successor, of});
      if (found == shares.end()) continue;
      for (const auto& each : found->second)
        if (each.holds.always() || (year && each.holds.in(*year))) return each.share;
    }
    return std::nullopt;
  }
};

Holds read_holds(Table& table, const Row& row) {
  const auto day = [&](std::string_view column) { return table.text(row, column).empty() ? std::nullopt : table.date(row, column); };
  return {day("from"), day("until")};
}

Mapping read_mapping(Table& table) {
  Mapping mapping;
  std::map<std::array<std::string, 3>, double> totals;
  std::vector<std::array<std::string, 3>> of_rows;
  for (const auto& row : table.rows()) {
    const std::string predecessor(table.needed_text(row, "predecessor")),
        successor(table.needed_text(row, "successor")), measure(table.text(row, "measure"));
    const double share = table.needed_number(row, "share", 0);
    const auto holds = read_holds(table, row);
    remember(mapping.successors, successor);
    mapping.has_days |= !holds.always();
    auto& shares = mapping.shares[{predecessor, successor, measure}];
    if (std::ranges::any_of(shares, [&](const auto& each) { return each.holds.overlaps(holds); }))
      table.fault(row, "successor", kit::quoted(predecessor) + " goes there twice.");
    shares.push_back({holds, share});
    totals[of_rows.emplace_back(std::array{predecessor, measure, holds.key()})] += share;
  }
  for (std::size_t i = 0; i < of_rows.size(); ++i) {
    const auto& row = table.rows()[i];
    const double total = totals[of_rows[i]];
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
  std::vector<std::optional<calendar::Period>> periods;  // of the years, where they can be read
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
  for (const auto& year : councils.years) {
    const auto read = calendar::read_period(year, calendar::Frequency::annual);
    councils.periods.push_back(read ? std::optional(read->period) : std::nullopt);
  }
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
                                const std::optional<calendar::Period>& period, const Mapping& mapping) {
  std::vector<Brought> all;
  for (const auto& predecessor : measure.predecessors) {
    const auto share = mapping.share(predecessor, successor, measure.name, period);
    if (!share || *share == 0) continue;
    const auto found = measure.figures.find({predecessor, year});
    all.push_back(found == measure.figures.end() ? Brought{} : found->second);
    all.back().share = *share;
  }
  return all;
}

// One successor's figure of one measure in one year; none where nobody brings anything to it.
struct Line {
  const std::string *successor, *year;
  const Measure* measure;
  Merged found;
};

void add(std::vector<Line>& lines, const std::string& successor, std::size_t year, const Measure& measure,
         const Councils& councils, const Mapping& mapping) {
  const auto brought = brought_to(successor, measure, councils.years[year], councils.periods[year], mapping);
  if (brought.empty()) return;
  lines.push_back({&successor, &councils.years[year], &measure,
                   measure.aggregation ? merged(brought, *measure.aggregation, measure.multiplier)
                                       : merged_standardised(brought, measure.multiplier)});
}

std::string told(const std::vector<Line>& all) {
  Lines lines({"successor", "year", "measure", "numerator", "denominator", "value", "wrong_mean_of_predecessor_values",
               "predecessors_used", "predecessors_expected", "basis"});
  for (const auto& [successor, year, measure, found] : all)
    lines.add({*successor, *year, measure->name, cell(found.numerator), cell(found.denominator), cell(found.value),
               cell(found.mean_of_values), std::to_string(found.used), std::to_string(found.expected), std::string(code(found.basis))});
  return std::move(lines).text();
}

std::string exact(const std::optional<double>& number) {
  const auto nearest = number ? kit::Decimal::nearest(*number) : std::nullopt;
  return nearest ? nearest->text() : std::string();
}

// As rows of the sheet Figures, with what they are in the note, so that the successor can bring in its past.
std::string told_as_figures(const std::vector<Line>& all) {
  Lines lines({"indicator", "period", "value", "numerator", "denominator", "state", "note"});
  for (const auto& [successor, year, measure, found] : all) {
    const bool has_parts = measure->aggregation && indicator::has_parts(*measure->aggregation), is_there = found.value.has_value();
    const auto state = is_there ? "" : found.basis == MergeBasis::incomplete ? "delayed" : "not_applicable";
    lines.add({measure->name, *year, is_there && !has_parts ? exact(found.value) : "", is_there && has_parts ? exact(found.numerator) : "",
               is_there && has_parts ? exact(found.denominator) : "", state, found.words()});
  }
  return std::move(lines).text();
}

// A day in the mapping says something only of years that can be read.
void want_years(Table& table, const Councils& councils, const Mapping& mapping) {
  for (std::size_t i = 0; mapping.has_days && i < councils.years.size(); ++i)
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
  const bool is_known = std::ranges::find(mapping.successors, successor) != mapping.successors.end();
  if (has_columns && !successor.empty() && !is_known) mapping_table.fault("no line leads to " + kit::quoted(successor) + ".");
  kit::Refusals no = mapping_table.faults();
  no.add(table.faults());
  if (no.any()) return no;

  const Names wanted = successor.empty() ? mapping.successors : Names{successor};
  std::vector<Line> lines;
  for (const auto& each : wanted)
    for (std::size_t year = 0; year < councils.years.size(); ++year)
      for (const auto& measure : councils.measures) add(lines, each, year, measure, councils, mapping);
  return successor.empty() ? told(lines) : told_as_figures(lines);
}

}  // namespace assess
