// `goldenthread assess proportion`, `rate`, `mean` and `quantile`: intervals, and places in a group.
#include <unordered_map>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/quantile.h"
#include "assess/rates.h"

namespace assess {
namespace {

using Row = Table::Row;

constexpr double per_cent = 100, per_100_000 = 100'000;

const std::vector<std::string> interval_columns = {
    "id",          "x",          "n",         "value",  "lower95_0cl", "upper95_0cl", "lower99_8cl",
    "upper99_8cl", "confidence", "statistic", "method", "lower99_0cl", "upper99_0cl"};

struct Counted {
  std::string id;
  double cases, of;
};

Counted read_counted(Table& table, const Row& row) {
  const Counted read{std::string(table.text(row, "id")), table.needed_number(row, "x", 0),
                     table.needed_number(row, "n", 0)};
  if (read.of == 0) table.fault(row, "n", "more than 0 is needed to divide by.");
  return read;
}

template <class IntervalAt>
void add_intervals(Lines& lines, const Counted& read, double per, const std::vector<std::string>& words,
                   IntervalAt at) {
  const Interval usual = at(confidence_95), wide = at(confidence_99_8), between = at(confidence_99);
  lines.add({read.id, cell(read.cases), cell(read.of), cell(per * read.cases / read.of), cell(usual.low),
             cell(usual.high), cell(wide.low), cell(wide.high), "95%, 99.8%", words[0], words[1], cell(between.low),
             cell(between.high)});
}

struct Group {
  std::string name;
  std::vector<double> figures;
};

std::vector<Group> read_groups(Table& table) {
  std::vector<Group> groups;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const auto& row : table.rows()) {
    const auto name = table.needed_text(row, "group");
    const auto [place, is_new] = places.emplace(name, groups.size());
    if (is_new) groups.push_back({std::string(name), {}});
    if (const auto figure = table.number(row, "value")) groups[place->second].figures.push_back(*figure);
  }
  return groups;
}

void add_mean(Lines& lines, const Group& group) {
  const auto found = average(group.figures);
  std::vector<std::string> cells = {group.name};
  if (found) {
    const auto usual = mean_interval(*found, confidence_95), wide = mean_interval(*found, confidence_99_8);
    for (const double number :
         {found->sum, found->count, found->deviation, found->mean, usual.low, usual.high, wide.low, wide.high})
      cells.push_back(cell(number));
  } else {
    const auto only = group.figures.empty() ? std::string("NA") : cell(group.figures[0]);
    cells.insert(cells.end(), {only, std::to_string(group.figures.size()), "NA", only, "NA", "NA", "NA", "NA"});
  }
  cells.insert(cells.end(), {"95%, 99.8%", "mean", "Student's t-distribution"});
  lines.add(cells);
}

// Rows of one set, asked for the same number of quantiles from the same end.
struct Ranked {
  std::vector<std::size_t> rows;
  std::vector<std::optional<double>> figures;
  int quantiles;
  First first;
};

std::vector<Ranked> read_sets(Table& table) {
  std::vector<Ranked> sets;
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < table.rows().size(); ++i) {
    const auto& row = table.rows()[i];
    table.needed_text(row, "nquantiles");
    const int quantiles = table.whole(row, "nquantiles", 2, 100).value_or(2);
    const auto first = table.yes(row, "invert", false) ? First::highest : First::lowest;
    const auto key = std::string(table.text(row, "set")) + '\n' + std::to_string(quantiles) +
                     (first == First::highest ? "highest" : "lowest");
    const auto [place, is_new] = places.emplace(key, sets.size());
    if (is_new) sets.push_back({{}, {}, quantiles, first});
    sets[place->second].rows.push_back(i);
    sets[place->second].figures.push_back(table.number(row, "value"));
  }
  return sets;
}

}  // namespace

kit::Verdict<std::string> assess_proportion(std::istream& in) {
  Table table(in, {"id", "x", "n"});
  Lines lines(interval_columns);
  if (!table.good()) return table.faults();
  for (const auto& row : table.rows()) {
    const auto read = read_counted(table, row);
    if (read.cases > read.of) table.fault(row, "x", "there cannot be more cases than there are in all.");
    add_intervals(lines, read, per_cent, {"percentage", "Wilson"}, [&](Confidence confidence) {
      return per_cent * proportion_interval(read.cases, read.of, confidence).value_or(Interval{});
    });
  }
  if (!table.good()) return table.faults();
  return std::move(lines).text();
}

kit::Verdict<std::string> assess_rate(std::istream& in) {
  Table table(in, {"id", "x", "n"});
  Lines lines(interval_columns);
  if (!table.good()) return table.faults();
  for (const auto& row : table.rows()) {
    const auto read = read_counted(table, row);
    const std::string method(count_method(read.cases));
    add_intervals(lines, read, per_100_000, {"rate per 100000", method}, [&](Confidence confidence) {
      return per_100_000 / read.of * count_interval(read.cases, confidence);
    });
  }
  if (!table.good()) return table.faults();
  return std::move(lines).text();
}

kit::Verdict<std::string> assess_mean(std::istream& in) {
  Table table(in, {"group", "value"});
  Lines lines({"group", "value_sum", "value_count", "stdev", "value", "lower95_0cl", "upper95_0cl", "lower99_8cl",
               "upper99_8cl", "confidence", "statistic", "method"});
  const auto groups = table.good() ? read_groups(table) : std::vector<Group>();
  if (!table.good()) return table.faults();
  for (const auto& group : groups) add_mean(lines, group);
  return std::move(lines).text();
}

kit::Verdict<std::string> assess_quantile(std::istream& in) {
  Table table(in, {"set", "item", "value", "nquantiles", "invert"});
  Lines lines({"set", "item", "value", "nquantiles", "invert", "rank", "quantile"});
  const auto sets = table.good() ? read_sets(table) : std::vector<Ranked>();
  if (!table.good()) return table.faults();
  std::vector<std::optional<Place>> found(table.rows().size());
  for (const auto& set : sets) {
    const auto of_set = places(set.figures, set.quantiles, set.first);
    for (std::size_t i = 0; i < of_set.size(); ++i) found[set.rows[i]] = of_set[i];
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    std::vector<std::string> cells;
    for (const auto column : {"set", "item", "value", "nquantiles", "invert"})
      cells.emplace_back(table.text(table.rows()[i], column));
    const auto& place = found[i];
    cells.push_back(place ? std::to_string(place->rank) : "NA");
    cells.push_back(place && place->quantile ? std::to_string(*place->quantile) : "NA");
    lines.add(cells);
  }
  return std::move(lines).text();
}

}  // namespace assess
