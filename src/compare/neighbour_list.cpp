#include "compare/neighbour_list.h"

#include <algorithm>

#include "assess/assess_table.h"
#include "kit/quote.h"

namespace compare {
namespace {

using assess::Table;

struct Pair {
  std::string subject;
  Near near;
  int rank;
};

std::string_view first_of(const Table& table, std::initializer_list<std::string_view> names) {
  for (const auto name : names)
    if (table.has(name)) return name;
  return {};
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::vector<Pair> read_pairs(Table& table, std::string_view subject, std::string_view neighbour, const std::string& own) {
  std::vector<Pair> pairs;
  for (const auto& row : table.rows()) {
    const int in_order = static_cast<int>(pairs.size()) + 1;
    const int rank = table.has("rank") ? table.whole(row, "rank", 1, 1000).value_or(in_order) : in_order;
    pairs.push_back({subject.empty() ? own : std::string(table.needed_text(row, subject)),
                     {std::string(table.needed_text(row, neighbour)), {}},
                     rank});
  }
  return pairs;
}

// Neighbours side by side, by numbers of their own: sn_1, sn_1p, sn_2 …
class SideBySide {
 public:
  SideBySide(Table& table, const Authorities& authorities, kit::Date day)
      : table_(table),
        number_(first_of(table, {"old_la_code", "la_code", "la_number", "new_la_code"})),
        name_(first_of(table, {"la_name", "area_name", "name"})) {
    if (!is_one()) return;
    for (const auto& row : table.rows()) know(row, authorities, day);
  }

  bool is_one() const { return table_.has("sn_1") && !number_.empty() && !name_.empty(); }
  std::vector<Pair> pairs() {
    std::vector<Pair> all;
    for (const auto& row : table_.rows()) {
      const auto subject = codes_.find(std::string(trimmed(table_.text(row, number_))));
      if (subject != codes_.end()) add(all, row, subject->second);
    }
    return all;
  }
  std::vector<std::string> remarks() const {
    std::vector<std::string> said;
    for (const auto& [name, times] : left_out_)
      said.push_back("The register of authorities has no " + kit::quoted(name) + ": it was left out.");
    return said;
  }

 private:
  void know(const Table::Row& row, const Authorities& authorities, kit::Date day) {
    const auto name = trimmed(table_.text(row, name_));
    const auto found = authorities.understand({}, name, day);
    if (found.is_kept()) codes_.emplace(trimmed(table_.text(row, number_)), found.authority->code);
    else ++left_out_[std::string(name)];
  }
  void add(std::vector<Pair>& all, const Table::Row& row, const std::string& subject) {
    for (int place = 1; table_.has("sn_" + std::to_string(place)); ++place) {
      const auto column = "sn_" + std::to_string(place);
      const auto other = codes_.find(std::string(trimmed(table_.text(row, column))));
      if (other != codes_.end()) all.push_back({subject, {other->second, std::string(trimmed(table_.text(row, column + "p")))}, place});
    }
  }

  Table& table_;
  std::string_view number_, name_;
  std::map<std::string, std::string> codes_;  // by the number in the file
  std::map<std::string, int> left_out_;
};

Neighbours in_order(std::vector<Pair> pairs) {
  std::ranges::stable_sort(pairs, {}, &Pair::rank);
  Neighbours all;
  for (auto& pair : pairs) {
    auto& of = all[pair.subject];
    if (pair.near.area != pair.subject && std::ranges::find(of, pair.near.area, &Near::area) == of.end())
      of.push_back(std::move(pair.near));
  }
  return all;
}

}  // namespace

std::vector<std::string> codes_of(const std::vector<Near>& all) {
  std::vector<std::string> codes;
  for (const auto& each : all) codes.push_back(each.area);
  return codes;
}

kit::Verdict<NeighbourFile> read_neighbours(std::istream& in, const std::string& own, const Authorities& authorities, kit::Date day) {
  Table table(in, {});
  SideBySide wide(table, authorities, day);
  auto neighbour = first_of(table, {"neighbour_gss", "neighbour_code", "neighbour"});
  auto subject = neighbour.empty() ? std::string_view() : first_of(table, {"subject_gss", "area_code", "subject", "area"});
  if (neighbour.empty()) neighbour = first_of(table, {"area_code", "area", "code"});
  if (!wide.is_one()) {
    if (neighbour.empty()) table.fault("The columns subject_gss and neighbour_gss are missing, and so is area_code.");
    else if (subject.empty() && own.empty())
      table.fault("The list does not say whose neighbours these are, and the council’s own area code is not set.");
  }
  if (!table.good()) return table.faults();
  auto pairs = wide.is_one() ? wide.pairs() : read_pairs(table, subject, neighbour, own);
  if (pairs.empty())
    table.fault(wide.is_one() ? "The register of authorities has none of these councils. Bring in the register first."
                              : "There is no row below the names of the columns.");
  if (!table.good()) return table.faults();
  return NeighbourFile{in_order(std::move(pairs)), wide.remarks()};
}

}  // namespace compare
