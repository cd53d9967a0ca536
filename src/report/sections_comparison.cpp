// The section that sets indicators beside what other councils publish: one sentence that counts, and a table of each.
#include <algorithm>

#include "report/cells.h"
#include "report/compared_cells.h"
#include "report/sections.h"

namespace report {
namespace {

using compare::AgainstOthers;

struct Beside {
  const assess::Judgement* judgement = nullptr;
  const AgainstOthers* stands = nullptr;
};

std::vector<Beside> beside_of(const Scene& scene, const Judgements& judgements) {
  std::vector<Beside> all;
  for (const auto* j : judgements)
    if (const auto found = std::ranges::find(scene.beside, j->kept->id, &AgainstOthers::indicator);
        found != scene.beside.end())
      all.push_back({j, &*found});
  return all;
}

Counted said_of(const Section& section, const std::vector<Beside>& all) {
  std::vector<const AgainstOthers*> stands;
  for (const auto& each : all) stands.push_back(each.stands);
  return quarters_counted(name_of(section, ""), stands, {"indicator that others publish", "indicators that others publish"});
}

Cell name_cell(const Beside& each) {
  auto cell = indicator_cell(*each.judgement);
  cell.below = each.judgement->definition->code;
  if (each.stands->series.title != each.judgement->definition->title) cell.below += " · published as “" + each.stands->series.title + "”";
  return cell;
}

std::string reading_of(const AgainstOthers& stands) {
  std::string words = stands.is_context ? "" : "Like with like.";
  for (const auto& note : stands.notes) words += (words.empty() ? "" : " ") + note;
  return words;
}

std::vector<Cell> row_of(const Beside& each) {
  const auto& stands = *each.stands;
  if (!stands.period)
    return {name_cell(each), compared_number(stands, std::nullopt), compared_number(stands, std::nullopt),
            words_cell("Not known"), words_cell("The council has no figure in a period that others have.")};
  auto ours = compared_number(stands, stands.ours);
  ours.below = stands.period->words();
  return {name_cell(each), std::move(ours), compared_number(stands, stands.middle), where_we_stand(stands), words_cell(reading_of(stands))};
}

Table table_of(const Section& section, const Group& group, const std::vector<Beside>& all) {
  const auto words = [](const char* name, const char* title) { return Column{name, title, Cell::Holds::words}; };
  Table table{name_of(section, group.code.empty() ? "table" : group.code),
              group.title.empty() ? section.title : section.title + ": " + group.title,
              {words("indicator", "Indicator"),
               {"ours", "Ours", Cell::Holds::number},
               {"middle", "Middle of the others", Cell::Holds::number},
               words("stands", "Where we stand"),
               words("reading", "How to read it")},
              {},
              0};
  for (const auto& each : all) table.rows.push_back(row_of(each));
  return table;
}

}  // namespace

std::vector<Block> comparison_blocks(const Scene& scene, const Section& section) {
  const auto judgements = chosen(scene.judged, section.choice);
  const auto all = beside_of(scene, judgements);
  if (all.empty()) return {};
  std::vector<Block> blocks = {said_of(section, all), Slot{slot_of(section, "words"), "", "Why we differ from the others"}};
  for (const auto& group : grouped(scene.judged, judgements, section.by)) {
    const auto some = beside_of(scene, group.judgements);
    if (some.empty()) continue;
    if (!group.title.empty()) blocks.push_back(Heading{3, group.title});
    blocks.push_back(table_of(section, group, some));
  }
  return blocks;
}

}  // namespace report
