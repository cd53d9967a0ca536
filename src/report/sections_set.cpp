// Sections about the set of a year: the counts table of a committee's appendix, its arithmetic, and the list of changes.
#include "assess/indicator_set.h"
#include "report/cells.h"
#include "report/sections.h"

namespace report {
namespace {

using assess::SetFlow;
using assess::SetRow;

Column number_column(const char* name, std::string title) { return {name, std::move(title), Cell::Holds::number}; }

std::string title_of(const SetRow& row) { return row.priority ? row.priority->title : "Without a line to the plan"; }

std::vector<Cell> counts_row(std::string title, const SetRow& row) {
  return {words_cell(std::move(title)), count_cell(row.core), count_cell(row.service), count_cell(row.health), count_cell(row.total())};
}

std::vector<Cell> flow_row(std::string title, const SetFlow& flow) {
  std::vector<Cell> row = {words_cell(std::move(title))};
  for (const int count : {flow.before, flow.added, flow.split, -flow.removed, -flow.merged, flow.moved, flow.now})
    row.push_back(count_cell(count));
  return row;
}

Table counts_table(const Scene& scene, const Section& section, const assess::IndicatorSet& set) {
  const auto word = scene.picture().council.setting("priority_word");
  Table table{name_of(section, "by_section"),
              "Indicators of " + set.year.words() + " by " + word + " and report section",
              {{"group", capital(word), Cell::Holds::words},
               number_column("core", "Core, monthly"),
               number_column("service", "Service"),
               number_column("organisational_health", "Organisational health"),
               number_column("total", "Total")},
              {},
              1};
  for (const auto& row : set.rows)
    if (row.priority || row.total() > 0) table.rows.push_back(counts_row(title_of(row), row));
  table.rows.push_back(counts_row("Total", set.total));
  return table;
}

Table flow_table(const Scene& scene, const Section& section, const assess::IndicatorSet& set) {
  const auto before = calendar::FinancialYear{set.year.begins - 1}.words();
  const auto word = scene.picture().council.setting("priority_word");
  Table table{name_of(section, "from_the_year_before"),
              "From the set of " + before + " to that of " + set.year.words(),
              {{"group", capital(word), Cell::Holds::words},
               number_column("before", before),
               number_column("new", "New"),
               number_column("split", "From splitting"),
               number_column("removed", "Removed"),
               number_column("merged", "Merged"),
               number_column("moved", "Moved"),
               number_column("now", set.year.words())},
              {},
              1};
  for (const auto& row : set.rows) table.rows.push_back(flow_row(title_of(row), row.flow));
  table.rows.push_back(flow_row("Total", set.total.flow));
  return table;
}

Counted said_of(const assess::IndicatorSet& set, const Section& section) {
  const auto& total = set.total;
  Counted said{name_of(section, ""),
               "",
               {{"core", total.core},
                {"service", total.service},
                {"organisational_health", total.health},
                {"total", total.total()}}};
  said.text = "The " + set.year.words() + " set holds " + std::to_string(total.total()) +
              " indicators: " + std::to_string(total.core) + " core, " + std::to_string(total.service) +
              " of services and " + std::to_string(total.health) + " of organisational health.";
  if (total.flow.before > 0)
    said.text +=
        " The year before it held " + std::to_string(total.flow.before) + ": " + assess::arithmetic(total.flow) + ".";
  return said;
}

std::string heading_of(assess::SetChangeKind kind) {
  switch (kind) {
    case assess::SetChangeKind::renumbered: return "New reference number";
    case assess::SetChangeKind::moved: return "Moved to another service, section or line of the plan";
    default: return std::string(assess::words(kind));
  }
}

Table changes_table(const Section& section, const assess::IndicatorSet& set, assess::SetChangeKind kind) {
  Table table{name_of(section, assess::code(kind)),
              section.title + ": " + heading_of(kind),
              {{"indicator", "Indicator", Cell::Holds::words},
               {"change", "What changed", Cell::Holds::words},
               {"reason", "Why", Cell::Holds::words}},
              {},
              0};
  for (const auto& change : set.changes) {
    if (change.kind != kind) continue;
    auto name = words_cell(change.kept->now().title);
    name.below = change.kept->now().code;
    table.rows.push_back({std::move(name), words_cell(change.detail), words_cell(change.reason)});
  }
  return table;
}

}  // namespace

// A report that looks back from the end of April shows the set of the year that has begun.
calendar::FinancialYear year_of_the_set(const Scene& scene) {
  return calendar::Period::containing(scene.picture().as_at.date(), calendar::Frequency::annual).financial_year();
}

std::vector<Block> set_counts_blocks(const Scene& scene, const Section& section) {
  const auto set = assess::indicator_set(scene.picture(), year_of_the_set(scene));
  std::vector<Block> blocks = {said_of(set, section),
                               Slot{slot_of(section, "words"), "", "What lies behind these numbers"},
                               counts_table(scene, section, set)};
  if (set.total.flow.before > 0) blocks.push_back(flow_table(scene, section, set));
  if (set.outside > 0)
    blocks.push_back(Paragraph{"Beside the set stand " + std::to_string(set.outside) +
                               " contextual, place-based and management indicators."});
  return blocks;
}

std::vector<Block> set_changes_blocks(const Scene& scene, const Section& section) {
  const auto set = assess::indicator_set(scene.picture(), year_of_the_set(scene));
  if (set.changes.empty()) return {Paragraph{"Nothing has changed from the year before."}};
  std::vector<Block> blocks;
  for (const auto kind : assess::all_set_changes) {
    auto table = changes_table(section, set, kind);
    if (table.rows.empty()) continue;
    blocks.push_back(Heading{3, heading_of(kind) + " (" + std::to_string(table.rows.size()) + ")"});
    blocks.push_back(std::move(table));
  }
  return blocks;
}

}  // namespace report
