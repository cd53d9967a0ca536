#include "exchange/sheets.h"

#include "exchange/header.h"

namespace exchange {
namespace {

struct Named {
  Sheet sheet;
  std::string_view name, about;
};
constexpr Named sheets[] = {
    {Sheet::council, "Council",
     "The council's settings, its directorates and its services, in the order pages show them."},
    {Sheet::plan, "Plan",
     "The golden thread: frameworks, their levels, and the priorities that stand on them, top first."},
    {Sheet::indicators, "Indicators",
     "What is measured. One row an edition of the definition: a redefined indicator has two rows."},
    {Sheet::targets, "Targets",
     "One row a target for a year. A target changed in the year has two rows, the second with its reason."},
    {Sheet::figures, "Figures",
     "One row a figure of an indicator in a period. A revised figure has two rows, in order of published_on."},
    {Sheet::people, "People", "Who owns, enters and checks the figures. Pages show the job."},
    {Sheet::rebases, "Rebases",
     "Where the process chart of an indicator begins afresh, and why. One that was taken back has two rows, the second with its reason."},
    {Sheet::rules, "Rules",
     "The council's own rules by which status is given. One row an edition; without any, the usual rule counts."},
    {Sheet::money, "Money",
     "Budget, actual, commitments and forecast of a directorate or service in a month, in pounds. A month told anew has two rows, in order of recorded_on."},
};

template <class Row>
void add_names(std::vector<ColumnName>& names) {
  for (const auto& c : columns<Row>()) names.push_back({c.name, c.need, c.meaning, c.number, c.width});
}

}  // namespace

std::string_view name(Sheet sheet) { return sheets[static_cast<std::size_t>(sheet)].name; }
std::string_view about(Sheet sheet) { return sheets[static_cast<std::size_t>(sheet)].about; }

std::string file_name(Sheet sheet) {
  auto name = normal_name(exchange::name(sheet));
  return name + ".csv";
}

std::optional<Sheet> sheet_named(std::string_view name) {
  if (const auto slash = name.find_last_of("/\\"); slash != std::string_view::npos) name.remove_prefix(slash + 1);
  for (const std::string_view ending : {".csv", ".tsv", ".txt", ".CSV"})
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  const auto word = normal_name(name);
  if (word == "measures" || word == "kpis") return Sheet::indicators;
  for (const auto& sheet : sheets)
    if (normal_name(sheet.name) == word) return sheet.sheet;
  return std::nullopt;
}

std::vector<ColumnName> column_names(Sheet sheet) {
  std::vector<ColumnName> names;
  switch (sheet) {
    case Sheet::council: add_names<CouncilRow>(names); break;
    case Sheet::plan: add_names<PlanRow>(names); break;
    case Sheet::indicators: add_names<IndicatorRow>(names); break;
    case Sheet::targets: add_names<TargetRow>(names); break;
    case Sheet::people: add_names<PersonRow>(names); break;
    case Sheet::rebases: add_names<RebaseRow>(names); break;
    case Sheet::rules: add_names<RuleRow>(names); break;
    case Sheet::money: add_names<MoneyRow>(names); break;
    case Sheet::figures:
      names.push_back({"indicator", Need::must, "reference: BBF07", false, 14});
      add_names<FigureRow>(names);
  }
  return names;
}

}  // namespace exchange
