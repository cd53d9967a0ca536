// The nine sheets of the workbook (docs/workbook.md): what a row of each holds, and one list of columns for each, from which it
// is read, written, compared and explained.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/rule_editions.h"
#include "collect/figure.h"
#include "council/council.h"
#include "exchange/cells.h"
#include "exchange/place.h"
#include "indicator/indicator.h"
#include "indicator/rebase.h"
#include "indicator/target.h"
#include "money/money.h"
#include "plan/plan.h"

namespace exchange {

enum class Sheet : std::uint8_t { council, plan, indicators, targets, figures, people, rebases, rules, money };
inline constexpr std::array all_sheets = {Sheet::council, Sheet::plan,   Sheet::indicators, Sheet::targets,
                                          Sheet::figures, Sheet::people, Sheet::rebases, Sheet::rules, Sheet::money};
std::string_view name(Sheet sheet);   // "Figures"
std::string_view about(Sheet sheet);  // what it is for, in one or two sentences
std::string file_name(Sheet sheet);   // "figures.csv"
std::optional<Sheet> sheet_named(std::string_view name);  // "Figures", "Measures", "figures.csv"

struct CouncilRow {
  enum class What { setting, directorate, service };
  Place place;
  What what = What::setting;
  std::string code, name, part_of, head;
  When from;
  bool gone = false;
};

struct PlanRow {
  enum class What { framework, priority };
  Place place;
  What what = What::priority;
  std::string code, title, framework;
  std::vector<std::string> level;  // of a framework its levels; of a priority one
  std::string part_of, director, meaning;
  When from;
  bool gone = false;
};

struct IndicatorRow : indicator::Definition {
  Place place;
  std::string formerly;
  std::vector<std::string> priorities;
  std::optional<indicator::LineageKind> from_kind;
  std::vector<std::string> from_indicator;
  std::optional<indicator::Submitted> submitted_as;  // these five are worked out when a row says nothing
  std::optional<indicator::Judged> judged_by;
  std::optional<indicator::Comparator> compared_with;
  std::optional<indicator::DirectionMethod> direction_by;
  std::optional<kit::Decimal> multiplied_by;
  std::optional<kit::Date> first_day;
  When agreed_on;
};

struct TargetRow : indicator::Target {
  Place place;
  std::string code;  // of the indicator
  std::optional<calendar::FinancialYear> of_year;
  When agreed_on;
};

// There may be millions of these: the indicator's code is kept once, in the intake's list of codes.
struct FigureRow : collect::Figure {
  Place place;
  std::uint32_t code = 0;
  bool percent = false, money = false;  // how the value was written
  bool rounded = false;                 // more than four decimals were given
  When published_on;
};

struct PersonRow : council::Person {
  Place place;
  When from;
};

struct RebaseRow : indicator::Rebase {
  Place place;
  std::string code;  // of the indicator
  std::optional<kit::Date> first_day;
  When agreed_on;
};

// One edition of a rule by which status is given.
struct RuleRow : assess::RuleEdition {
  Place place;
  std::optional<kit::Date> first_day;
  When recorded_on;
};

// One edition of the money of a unit in a month.
struct MoneyRow : money::Month {
  Place place;
  When recorded_on;
};

enum class Need : std::uint8_t { must, may };
enum class Part : std::uint8_t {
  said,    // what an edition says: two rows that say the same are the same edition
  beside,  // which one it is, from when it counts, and what hangs on it
};

template <class Row>
struct Column {
  std::string_view name;
  Need need = Need::may;
  Part part = Part::said;
  std::string (*read)(Row&, std::string_view cell) = nullptr;  // what to do when the cell cannot be read
  std::string (*write)(const Row&) = nullptr;
  std::string_view meaning;
  bool number = false;
  double width = 14;
};

template <class Row>
const std::vector<Column<Row>>& columns();
template <> const std::vector<Column<CouncilRow>>& columns<CouncilRow>();
template <> const std::vector<Column<PlanRow>>& columns<PlanRow>();
template <> const std::vector<Column<IndicatorRow>>& columns<IndicatorRow>();
template <> const std::vector<Column<TargetRow>>& columns<TargetRow>();
template <> const std::vector<Column<FigureRow>>& columns<FigureRow>();  // without `indicator`, which the intake keeps
template <> const std::vector<Column<PersonRow>>& columns<PersonRow>();
template <> const std::vector<Column<RebaseRow>>& columns<RebaseRow>();
template <> const std::vector<Column<RuleRow>>& columns<RuleRow>();
template <> const std::vector<Column<MoneyRow>>& columns<MoneyRow>();

// The columns of two rows that do not say the same; empty when they are the same edition.
template <class Row>
std::vector<std::string_view> differences(const Row& a, const Row& b) {
  std::vector<std::string_view> names;
  for (const auto& column : columns<Row>())
    if (column.part == Part::said && column.write(a) != column.write(b)) names.push_back(column.name);
  return names;
}

// A column that a sheet leaves out keeps what is known.
template <class Row>
void keep_left_out(Row& row, const Row& known, const std::vector<bool>& has) {
  const auto& all = columns<Row>();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!has[i] && all[i].part == Part::said) all[i].read(row, all[i].write(known));
}

// Names and words of every column of a sheet, in order: for its header, its guidance and for suggesting the right one.
struct ColumnName {
  std::string_view name;
  Need need;
  std::string_view meaning;
  bool number;
  double width;
};
std::vector<ColumnName> column_names(Sheet sheet);

}  // namespace exchange
