// `goldenthread assess benchmark`: where each area stands among all of its set, and among those of its type.
#include <unordered_map>

#include "assess/assess_rules.h"
#include "assess/assess_table.h"
#include "assess/benchmark.h"

namespace assess {
namespace {

using indicator::Polarity;
using Row = Table::Row;

constexpr std::string_view everybody = "England", polarities = "high_good, low_good, in_range, neutral";

struct Member {
  std::string area;
  std::optional<double> figure;
};

struct Compared {
  std::string set, name;
  Polarity polarity;
  std::vector<Member> members;
};

// The groups of a set in the order in which they first stand in the file, all of it before those of one type.
class Groups {
 public:
  Groups(Table& table, std::string_view area) : table_(table), area_(area), has_types_(table.has("area_type")) {
    for (const auto& row : table.rows()) read(row);
  }
  std::vector<Compared> in_order() && {
    std::vector<Compared> all;
    for (auto& set : sets_)
      for (auto& group : set) all.push_back(std::move(group));
    return all;
  }

 private:
  void read(const Row& row) {
    const std::string set(table_.needed_text(row, "set"));
    const auto polarity = table_.one_of(row, "polarity", indicator::read_polarity, polarities);
    const auto [place, is_new] = places_.emplace(set, sets_.size());
    if (is_new) sets_.emplace_back().push_back({set, std::string(everybody), polarity, {}});
    auto& groups = sets_[place->second];
    if (groups.front().polarity != polarity) table_.fault(row, "polarity", "another stands in an earlier row of this set.");
    const Member member{std::string(table_.needed_text(row, area_)), table_.number(row, "value")};
    groups.front().members.push_back(member);
    if (const auto type = table_.text(row, "area_type"); has_types_ && !type.empty()) of_type(groups, type).members.push_back(member);
  }
  static Compared& of_type(std::vector<Compared>& groups, std::string_view type) {
    for (std::size_t i = 1; i < groups.size(); ++i)
      if (groups[i].name == type) return groups[i];
    groups.push_back({groups.front().set, std::string(type), groups.front().polarity, {}});
    return groups.back();
  }

  Table& table_;
  std::string_view area_;
  bool has_types_;
  std::unordered_map<std::string, std::size_t> places_;
  std::vector<std::vector<Compared>> sets_;
};

// What can be said of an area in its group; nothing of its own where it has no figure.
struct Found {
  const Compared* group;
  const Member* member;
  int size;
  std::optional<Spread> spread;
  std::optional<Benchmark> standing;

  template <class Answer>
  std::string own(Answer Benchmark::* part) const {
    return standing ? number(standing.value().*part) : std::string();
  }
  template <class Answer>
  std::string all(Answer Spread::* part) const {
    return spread ? number(spread.value().*part) : std::string();
  }
  std::string beside(std::optional<double> Benchmark::* own_part, double Spread::* without) const {
    return standing ? own(own_part) : all(without);
  }

 private:
  static std::string number(double given) { return cell(given); }
  static std::string number(int given) { return std::to_string(given); }
  static std::string number(const std::optional<double>& given) { return cell(given); }
  static std::string number(const std::optional<int>& given) { return given ? std::to_string(*given) : std::string(); }
};

struct Column {
  std::string_view name;
  std::string (*tell)(const Found&);
  enum In { every, with_types } in = every;
};

const Column columns[] = {
    {"set", [](const Found& f) { return f.group->set; }},
    {"group", [](const Found& f) { return f.group->name; }, Column::with_types},
    {"area", [](const Found& f) { return f.member->area; }},
    {"n", [](const Found& f) { return std::to_string(f.size); }},
    {"rank", [](const Found& f) { return f.own(&Benchmark::rank); }},
    {"ties", [](const Found& f) { return f.own(&Benchmark::ties); }},
    {"quartile", [](const Found& f) { return f.own(&Benchmark::quartile); }},
    {"quintile", [](const Found& f) { return f.own(&Benchmark::quintile); }},
    {"decile", [](const Found& f) { return f.own(&Benchmark::decile); }},
    {"percent_beaten", [](const Found& f) { return f.own(&Benchmark::percent_beaten); }},
    {"group_min", [](const Found& f) { return f.all(&Spread::least); }, Column::with_types},
    {"q1", [](const Found& f) { return f.all(&Spread::q1); }},
    {"median", [](const Found& f) { return f.all(&Spread::median); }},
    {"q3", [](const Found& f) { return f.all(&Spread::q3); }},
    {"group_max", [](const Found& f) { return f.all(&Spread::most); }, Column::with_types},
    {"group_mean", [](const Found& f) { return f.all(&Spread::mean); }},
    {"group_sd", [](const Found& f) { return f.all(&Spread::deviation); }},
    {"mad", [](const Found& f) { return f.all(&Spread::mad); }},
    {"others_median", [](const Found& f) { return f.beside(&Benchmark::others_median, &Spread::median); }},
    {"others_mean", [](const Found& f) { return f.beside(&Benchmark::others_mean, &Spread::mean); }, Column::with_types},
    {"z", [](const Found& f) { return f.own(&Benchmark::z); }},
    {"z_performance", [](const Found& f) { return f.own(&Benchmark::z_performance); }},
    {"mads_from_median", [](const Found& f) { return f.own(&Benchmark::mads); }},
    {"gap_to_others_median", [](const Found& f) { return f.own(&Benchmark::gap_to_others_median); }, Column::with_types},
    {"gap_to_best_quartile", [](const Found& f) { return f.own(&Benchmark::gap_to_best_quartile); }},
};

class Teller {
 public:
  Teller(bool has_types, std::string_view area) : has_types_(has_types), lines_(names(area)) {}

  void tell(const Compared& compared) {
    std::vector<double> figures;
    for (const auto& member : compared.members)
      if (member.figure) figures.push_back(*member.figure);
    const Group group(std::move(figures), compared.polarity);
    for (const auto& member : compared.members) {
      Found found{&compared, &member, group.size(), group.spread(), std::nullopt};
      if (member.figure) found.standing = group.of(*member.figure);
      lines_.add(cells(found));
    }
  }
  std::string text() && { return std::move(lines_).text(); }

 private:
  bool tells(const Column& column) const { return column.in == Column::every || has_types_; }
  std::vector<std::string> names(std::string_view area) const {
    std::vector<std::string> all;
    for (const auto& column : columns)
      if (tells(column)) all.emplace_back(column.name == "area" ? area : column.name);
    return all;
  }
  std::vector<std::string> cells(const Found& found) const {
    std::vector<std::string> all;
    for (const auto& column : columns)
      if (tells(column)) all.push_back(column.tell(found));
    return all;
  }

  bool has_types_;
  Lines lines_;
};

}  // namespace

kit::Verdict<std::string> assess_benchmark(std::istream& in) {
  Table table(in, {"set", "polarity", "value"});
  const std::string_view area = table.has("area_code") ? "area_code" : "area";
  table.needs({area});
  if (!table.good()) return table.faults();
  const auto groups = Groups(table, area).in_order();
  if (!table.good()) return table.faults();

  Teller teller(table.has("area_type"), area);
  for (const auto& group : groups) teller.tell(group);
  return std::move(teller).text();
}

}  // namespace assess
