// The section that sets indicators beside what other councils publish: one sentence that counts, and a table of each.
#include <algorithm>
#include <array>

#include "kit/number.h"
#include "report/cells.h"
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
    if (const auto found = std::ranges::find(scene.beside, j->kept->id, &AgainstOthers::indicator); found != scene.beside.end()) all.push_back({j, &*found});
  return all;
}

template <class Which>
int count_of(const std::vector<Beside>& all, const Which& which) { return static_cast<int>(std::ranges::count_if(all, [&](const Beside& each) { return which(*each.stands); })); }

std::string listed(const std::vector<std::string>& pieces) {
  std::string all;
  for (std::size_t i = 0; i < pieces.size(); ++i) all += (i == 0 ? "" : i + 1 < pieces.size() ? ", " : " and ") + pieces[i];
  return all;
}

Counted said_of(const Section& section, const std::vector<Beside>& all) {
  constexpr std::array<std::pair<const char*, const char*>, 4> quarters = {{{"best_quarter", "in the best"}, {"second_quarter", "in the second"}, {"third_quarter", "in the third"}, {"last_quarter", "in the last"}}};
  const int compared = static_cast<int>(all.size());
  Counted said{name_of(section, ""), "", {{"compared", compared}}};
  std::vector<std::string> pieces;
  const auto say = [&](const char* name, int count, const std::string& one, const std::string& many) {
    said.counts.push_back({name, count});
    if (count > 0) pieces.push_back(kit::in_words(count) + ' ' + (count == 1 ? one : many));
  };
  for (int i = 0; i < 4; ++i) {
    const auto& [name, words] = quarters[static_cast<std::size_t>(i)];
    const std::string in = words + std::string(pieces.empty() ? " quarter" : "");
    say(name, count_of(all, [&](const auto& each) { return each.quarter == i + 1; }), "is " + in, "are " + in);
  }
  say("context", count_of(all, [](const auto& each) { return each.is_context; }), "is context only", "are context only");
  say("neither_better", count_of(all, [](const auto& each) { return each.period && !each.is_context && !each.quarter; }), "has no better quarter", "have no better quarter");
  say("no_figure", count_of(all, [](const auto& each) { return !each.period; }), "has no figure of ours beside theirs", "have no figure of ours beside theirs");
  said.text = "Of " + kit::in_words(compared) + (compared == 1 ? " indicator" : " indicators") + " that others publish, " + listed(pieces) + ".";
  return said;
}

Cell number_cell(const AgainstOthers& stands, std::optional<double> value) {
  Cell cell = words_cell(value ? stands.writing.number(*value) : "no figure");
  cell.holds = Cell::Holds::number;
  cell.number = value;
  cell.unit = stands.writing.unit;
  cell.decimals = stands.writing.decimals;
  return cell;
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
  if (!stands.period) return {name_cell(each), number_cell(stands, std::nullopt), number_cell(stands, std::nullopt), words_cell("Not known"), words_cell("The council has no figure in a period that others have.")};
  auto ours = number_cell(stands, stands.ours);
  ours.below = stands.period->words();
  auto where = words_cell(capital(stands.stands));
  where.below = (stands.is_context ? "among " : "of ") + stands.group;
  return {name_cell(each), std::move(ours), number_cell(stands, stands.middle), std::move(where), words_cell(reading_of(stands))};
}

Table table_of(const Section& section, const Group& group, const std::vector<Beside>& all) {
  const auto words = [](const char* name, const char* title) { return Column{name, title, Cell::Holds::words}; };
  Table table{name_of(section, group.code.empty() ? "table" : group.code), group.title.empty() ? section.title : section.title + ": " + group.title,
              {words("indicator", "Indicator"), {"ours", "Ours", Cell::Holds::number}, {"middle", "Middle of the others", Cell::Holds::number}, words("stands", "Where we stand"), words("reading", "How to read it")}, {}, 0};
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
