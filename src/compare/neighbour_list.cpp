#include "compare/neighbour_list.h"

#include <algorithm>

#include "assess/assess_table.h"

namespace compare {
namespace {

using assess::Table;

struct Pair {
  std::string subject, neighbour;
  int rank;
};

std::string_view first_of(const Table& table, std::initializer_list<std::string_view> names) {
  for (const auto name : names)
    if (table.has(name)) return name;
  return {};
}

std::vector<Pair> read_pairs(Table& table, std::string_view subject, std::string_view neighbour, const std::string& own) {
  std::vector<Pair> pairs;
  for (const auto& row : table.rows()) {
    const int in_order = static_cast<int>(pairs.size()) + 1;
    const int rank = table.has("rank") ? table.whole(row, "rank", 1, 1000).value_or(in_order) : in_order;
    pairs.push_back({subject.empty() ? own : std::string(table.needed_text(row, subject)), std::string(table.needed_text(row, neighbour)), rank});
  }
  return pairs;
}

}  // namespace

kit::Verdict<Neighbours> read_neighbours(std::istream& in, const std::string& own) {
  Table table(in, {});
  auto neighbour = first_of(table, {"neighbour_gss", "neighbour_code", "neighbour"});
  auto subject = neighbour.empty() ? std::string_view() : first_of(table, {"subject_gss", "area_code", "subject", "area"});
  if (neighbour.empty()) neighbour = first_of(table, {"area_code", "area", "code"});
  if (neighbour.empty()) table.fault("The columns subject_gss and neighbour_gss are missing, and so is area_code.");
  else if (subject.empty() && own.empty()) table.fault("The list does not say whose neighbours these are, and the council’s own area code is not set.");
  if (!table.good()) return table.faults();
  auto pairs = read_pairs(table, subject, neighbour, own);
  if (pairs.empty()) table.fault("There is no row below the names of the columns.");
  if (!table.good()) return table.faults();

  std::ranges::stable_sort(pairs, {}, &Pair::rank);
  Neighbours all;
  for (const auto& pair : pairs) {
    auto& of = all[pair.subject];
    if (pair.neighbour != pair.subject && std::ranges::find(of, pair.neighbour) == of.end()) of.push_back(pair.neighbour);
  }
  return all;
}

}  // namespace compare
