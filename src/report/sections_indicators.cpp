// Sections about single indicators: in tables, as exceptions, one by one with their charts, and by what they mean.
#include <algorithm>
#include <unordered_set>

#include "kit/number.h"
#include "report/cells.h"
#include "report/counted_sentences.h"
#include "report/sections.h"

namespace report {
namespace {

using assess::Judgement;
using assess::Ratings;

std::vector<Column> columns_of(Ratings ratings) {
  std::vector<Column> columns = {{"indicator", "Indicator", Cell::Holds::words},
                                 {"line", "Over time", Cell::Holds::line},
                                 {"figure", "Figure", Cell::Holds::number},
                                 {"target", "Target", Cell::Holds::number}};
  if (ratings == Ratings::shown) columns.push_back({"status", "Status", Cell::Holds::status});
  columns.push_back({"direction", "Direction", Cell::Holds::direction});
  columns.push_back({"note", "What lies behind it", Cell::Holds::words});
  return columns;
}

std::vector<Cell> row_of(const Scene& scene, const Judgement& j, Ratings ratings) {
  std::vector<Cell> row = {indicator_cell(j), line_cell(scene.picture(), j), figure_cell(j), target_cell(j)};
  if (ratings == Ratings::shown) row.push_back(status_cell(j));
  row.push_back(direction_cell(j));
  row.push_back(words_cell(note_of(scene.picture(), j).text));
  return row;
}

Table table_of(const Scene& scene, const Section& section, const Group& group) {
  const auto ratings = assess::ratings(scene.picture());
  Table table{name_of(section, group.code),
              group.title.empty() ? section.title : section.title + ": " + group.title,
              columns_of(ratings),
              {},
              0};
  for (const auto* j : group.judgements) table.rows.push_back(row_of(scene, *j, ratings));
  return table;
}

std::vector<Cell> definition_row(const Judgement& j) {
  const auto& d = *j.definition;
  auto name = indicator_cell(j);
  name.below = d.code + " · " + std::string(calendar::words(d.frequency));
  return {name, words_cell(d.meaning), words_cell(d.formula), words_cell(capital(indicator::words(d.polarity))), words_cell(d.source)};
}

template <class Row>
std::vector<Block> by_group(const Scene& scene, const Section& section, const Row& of_group) {
  const auto all = chosen(scene.judged, section.choice);
  if (all.empty()) return {Paragraph{"There is no indicator here."}};
  std::vector<Block> blocks;
  for (const auto& group : grouped(scene.judged, all, section.by)) {
    if (!group.title.empty()) blocks.push_back(Heading{3, group.title});
    of_group(blocks, group);
  }
  return blocks;
}

}  // namespace

std::vector<Block> indicators_blocks(const Scene& scene, const Section& section) {
  return by_group(scene, section, [&](std::vector<Block>& blocks, const Group& group) {
    blocks.push_back(counted(name_of(section, group.code), assess::counts(group.judgements), assess::ratings(scene.picture())));
    blocks.push_back(Slot{slot_of(section, group.code.empty() ? "words" : group.code), "", "What lies behind these numbers"});
    blocks.push_back(table_of(scene, section, group));
  });
}

std::vector<Block> exceptions_blocks(const Scene& scene, const Section& section) {
  const auto within = chosen(scene.judged, section.choice);
  const std::unordered_set<const Judgement*> wanted(within.begin(), within.end());
  std::vector<Block> blocks;
  const assess::Sign* under = nullptr;
  int count = 0;
  for (const auto& exception : scene.exceptions) {
    if (!wanted.contains(exception.judgement)) continue;
    const auto& sign = assess::sign(exception.worst());
    if (under != &sign) blocks.push_back(Heading{3, std::string(sign.words)});
    under = &sign;
    blocks.push_back(card_of(scene.picture(), exception));
    ++count;
  }
  const auto of = kit::in_words(static_cast<int>(within.size())) + (within.size() == 1 ? " indicator" : " indicators");
  Counted said{name_of(section, ""),
               count == 0 ? "None of " + of + " gives a warning."
                          : "Of " + of + ", " + kit::in_words(count) + (count == 1 ? " needs" : " need") +
                                " attention; the worst stand first.",
               {{"need_attention", count}}};
  blocks.insert(blocks.begin(), {Block(std::move(said)), Block(Slot{slot_of(section, "words"), "", "What is being done"})});
  return blocks;
}

std::vector<Block> charts_blocks(const Scene& scene, const Section& section) {
  return by_group(scene, section, [&](std::vector<Block>& blocks, const Group& group) {
    for (const auto* j : group.judgements) {
      assess::Exception one{j, {}};
      auto card = card_of(scene.picture(), one);
      card.reasons = {j->why};
      if (!j->direction_why.empty()) card.reasons.push_back(j->direction_why);
      if (auto said = signal_sentence(*j); !said.empty()) card.reasons.push_back(std::move(said));
      card.line = {};
      blocks.push_back(std::move(card));
      blocks.push_back(chart_of(scene.picture(), *j));
    }
  });
}

std::vector<Block> definitions_blocks(const Scene& scene, const Section& section) {
  return by_group(scene, section, [&](std::vector<Block>& blocks, const Group& group) {
    if (!section.choice.indicator.empty()) {
      for (auto& block : definition_blocks(scene, section, *group.judgements.front())) blocks.push_back(std::move(block));
      return;
    }
    Table table{name_of(section, group.code),
                group.title.empty() ? section.title : section.title + ": " + group.title,
                {{"indicator", "Indicator", Cell::Holds::words},
                 {"meaning", "What it means", Cell::Holds::words},
                 {"formula", "How it is worked out", Cell::Holds::words},
                 {"better", "Better is", Cell::Holds::words},
                 {"source", "Source", Cell::Holds::words}},
                {},
                0};
    for (const auto* j : group.judgements) table.rows.push_back(definition_row(*j));
    blocks.push_back(std::move(table));
  });
}

}  // namespace report
