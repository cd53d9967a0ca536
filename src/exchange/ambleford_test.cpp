#include "ambleford_test.h"

#include <cstdio>
#include <fstream>

#include "exchange/ambleford_seed.h"

namespace exchange {
namespace {

using namespace tests;

// Of all sheets together. It changes when a seed or the generator does, and then only: put the new one here.
constexpr const char* checksum = "427e5acc9eb6b686";

std::string commitment_of(const Row& indicator) {
  std::map<std::string, Row> priorities;
  for (const auto& row : rows_of("plan.csv")) priorities[row.at("code")] = row;
  for (const auto& code : demo::listed(indicator.at("priorities"))) {
    const Row* at = &priorities.at(code);
    while (at->at("level") != "commitment" && !at->at("part_of").empty()) at = &priorities.at(at->at("part_of"));
    if (at->at("level") == "commitment") return at->at("code");
  }
  return {};
}

std::set<std::string> all_of(const std::string& sheet, const std::string& column) {
  std::set<std::string> found;
  for (const auto& row : rows_of(sheet)) found.insert(row.at(column));
  return found;
}

std::string hash_of(const std::vector<NamedCsv>& sheets) {
  std::uint64_t hash = 1469598103934665603ull;  // FNV-1a
  for (const auto& sheet : sheets)
    for (const unsigned char c : sheet.name + "\n" + sheet.bytes) hash = (hash ^ c) * 1099511628211ull;
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

// The columns that docs/workbook.md names under a heading.
std::set<std::string> documented(const std::string& heading) {
  std::ifstream in(SOURCE_ROOT "/docs/workbook.md");
  std::set<std::string> found;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) inside = line == "## " + heading;
    if (!inside || !line.starts_with("| `")) continue;
    const auto cell = line.substr(1, line.find('|', 1) - 1);
    for (std::size_t at = cell.find('`'); at != cell.npos; at = cell.find('`', cell.find('`', at + 1) + 1))
      found.insert(cell.substr(at + 1, cell.find('`', at + 1) - at - 1));
  }
  return found;
}

TEST(Ambleford, HasTheSetOf2025WithItsCountsByCommitmentAndSection) {
  std::map<std::string, std::map<std::string, int>> counts;
  for (const auto& [code, row] : indicators())
    if (is_in_set(row)) ++counts[commitment_of(row)][row.at("kind")];
  const std::map<std::string, std::map<std::string, int>> wanted = {
      {"AFL", {{"core", 9}, {"service", 18}}},
      {"BBF", {{"core", 17}, {"service", 16}}},
      {"CC", {{"service", 1}, {"organisational_health", 2}}},
      {"GSE", {{"service", 14}}},
      {"MPS", {{"core", 6}, {"service", 3}, {"organisational_health", 36}}},
      {"SAT", {{"core", 11}, {"service", 34}}}};
  EXPECT_EQ(counts, wanted);
}

TEST(Ambleford, ReportsCoreIndicatorsMonthlyAndTheGreenerOnesAsTheSetSays) {
  std::map<std::string, int> greener;
  for (const auto& [code, row] : indicators()) {
    if (!is_in_set(row)) continue;
    EXPECT_EQ(row.at("kind") == "core", row.at("frequency") == "monthly") << code;
    if (code.starts_with("GSE")) ++greener[row.at("frequency")];
  }
  EXPECT_EQ(greener, (std::map<std::string, int>{{"quarterly", 10}, {"half_yearly", 1}, {"annual", 3}}));
}

TEST(Ambleford, IsTheSameBytesEachTimeAndOnEveryMachine) {
  const auto first = ambleford(), second = ambleford();
  ASSERT_EQ(first.size(), 8u);
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].bytes, second[i].bytes) << first[i].name;
  EXPECT_EQ(hash_of(first), checksum);
}

TEST(Ambleford, UsesOnlyColumnsThatTheWorkbookDocuments) {
  for (const auto& [heading, name] : std::map<std::string, std::string>{{"Council", "council.csv"},
                                                                        {"Plan", "plan.csv"},
                                                                        {"Indicators", "indicators.csv"},
                                                                        {"Targets", "targets.csv"},
                                                                        {"Figures", "figures.csv"},
                                                                        {"People", "people.csv"},
                                                                        {"Rebases", "rebases.csv"},
                                                                        {"Money", "money.csv"}}) {
    const auto known = documented(heading);
    ASSERT_FALSE(known.empty()) << heading;
    for (const auto& column : columns_of(name)) EXPECT_TRUE(known.contains(column)) << name << " " << column;
    EXPECT_GT(rows_of(name).size(), heading == "Rebases" ? 1u : 30u) << name;
  }
}

TEST(Ambleford, NamesOnlyPeopleServicesPrioritiesAndIndicatorsThatThereAre) {
  const auto people = all_of("people.csv", "person"), units = all_of("council.csv", "code"),
             priorities = all_of("plan.csv", "code");
  const auto known = indicators();
  for (const auto& row : rows_of("indicators.csv")) {
    for (const auto* who : {"owner", "checker", "deputy"})
      EXPECT_TRUE(row.at(who).empty() || people.contains(row.at(who))) << row.at("indicator") << " " << row.at(who);
    EXPECT_TRUE(units.contains(row.at("service"))) << row.at("service");
    for (const auto& each : demo::listed(row.at("priorities"))) EXPECT_TRUE(priorities.contains(each)) << each;
  }
  for (const auto& unit : all_of("money.csv", "unit")) EXPECT_TRUE(units.contains(unit)) << unit;
  for (const auto* sheet : {"targets.csv", "figures.csv"})
    for (const auto& code : all_of(sheet, "indicator")) EXPECT_TRUE(known.contains(code)) << sheet << " " << code;
  for (const auto& [code, row] : known)  // what is computed follows, and stands in no sheet
    EXPECT_EQ(all_of("figures.csv", "indicator").contains(code), row.at("computed_from").empty()) << code;
}

TEST(Ambleford, ShowsEachKindOfEverythingTheProductKnows) {
  const auto holds = [](const std::string& sheet, const std::string& column,
                        std::initializer_list<const char*> wanted) {
    const auto found = all_of(sheet, column);
    for (const auto* each : wanted) EXPECT_TRUE(found.contains(each)) << sheet << " " << column << " " << each;
  };
  holds("indicators.csv", "kind",
        {"core", "service", "organisational_health", "contextual", "place_based", "management"});
  holds("indicators.csv", "health_theme", {"financial", "customer", "workforce"});
  holds("indicators.csv", "frequency", {"monthly", "quarterly", "half_yearly", "annual"});
  holds("indicators.csv", "good_direction", {"high_good", "low_good", "in_range", "neutral"});
  holds("indicators.csv", "aggregation",
        {"sum", "ratio", "weighted_mean", "snapshot", "mean_of_snapshots", "max", "min", "median"});
  holds("indicators.csv", "submitted", {"", "cumulative", "rolling_12", "cumulative_over_annual"});
  holds("indicators.csv", "judged", {"in_period", "year_to_date", "rolling_12"});
  holds("indicators.csv", "comparator", {"previous", "same_period_last_year", "same_point_last_year", "baseline"});
  holds("indicators.csv", "from_kind", {"split_from", "merged_from", "replaces"});
  holds("indicators.csv", "breaks_series", {"yes"});
  holds("targets.csv", "kind", {"flat", "linear", "profile", "explicit", "range", "trajectory"});
  holds("targets.csv", "year", {"2023/24", "2024/25", "2025/26"});
  holds("figures.csv", "state", {"given", "delayed", "not_applicable", "suppressed"});
  holds("figures.csv", "standing", {"provisional", "revised", "final"});
  holds("people.csv", "role",
        {"officer", "service_manager", "head_of_service", "corporate_leadership", "portfolio_member", "scrutiny_member",
         "performance_team", "internal_audit", "administrator"});
}

TEST(Ambleford, LeavesSomethingForTheGoldenThreadToShow) {
  int no_line = 0, no_owner = 0, ended = 0;
  for (const auto& [code, row] : indicators()) {
    no_line += row.at("priorities").empty();
    no_owner += row.at("owner").empty();
    ended += row.at("ends") == "2025-03-31";
  }
  EXPECT_EQ(no_line, 2);
  EXPECT_EQ(no_owner, 2);
  EXPECT_EQ(ended, 42);
  std::set<std::string> used;
  for (const auto& row : rows_of("indicators.csv"))
    for (const auto& each : demo::listed(row.at("priorities"))) used.insert(each);
  EXPECT_FALSE(used.contains("COMM-3"));
  EXPECT_FALSE(used.contains("ECON-3"));
}

}  // namespace
}  // namespace exchange
