// Sections that count: how the indicators stand as a whole and by group, and what is awaited.
#include <algorithm>

#include "report/cells.h"
#include "report/counted_sentences.h"
#include "report/sections.h"

namespace report {
namespace {

using assess::Counts;
using assess::Judgement;
using assess::Rating;
using assess::Ratings;

std::string_view heading_of(Grouping by) {
  switch (by) {
    case Grouping::priority: return "Priority";
    case Grouping::theme: return "Theme";
    case Grouping::directorate: return "Directorate";
    case Grouping::portfolio: return "Portfolio";
    case Grouping::none: break;
  }
  return "Group";
}

// The council's own word for what its plan is about.
std::string heading(const Scene& scene, Grouping by) {
  return by == Grouping::priority ? capital(scene.picture().council.setting("priority_word")) : std::string(heading_of(by));
}

Column number_column(const char* name, const char* title) { return {name, title, Cell::Holds::number}; }

std::vector<Column> columns_of(const Scene& scene, const Section& section, Ratings ratings, bool better) {
  std::vector<Column> columns = {{"group", heading(scene, section.by), Cell::Holds::words}, number_column("indicators", "Indicators")};
  if (ratings == Ratings::shown) {
    if (better) columns.push_back(number_column("better", "Better than target"));
    for (const auto& column :
         {number_column("on_target", "On target"), number_column("close", "Close"),
          number_column("off_target", "Off target"), number_column("share", "On target or better")})
      columns.push_back(column);
  }
  for (const auto& column : {number_column("improved", "Improved"), number_column("worsened", "Worsened"),
                             number_column("awaited", "Awaited")})
    columns.push_back(column);
  return columns;
}

Cell share_cell(const Counts& c) {
  Cell cell = words_cell(share(c.on_target(), c.rated()));
  cell.holds = Cell::Holds::number;
  cell.unit = "%";
  cell.decimals = 1;
  if (c.rated() > 0) cell.number = 100.0 * c.on_target() / c.rated();
  return cell;
}

std::vector<Cell> row_of(std::string title, const Counts& c, Ratings ratings, bool better) {
  std::vector<Cell> row = {words_cell(std::move(title)), count_cell(c.total())};
  if (ratings == Ratings::shown) {
    if (better) row.push_back(count_cell(c[Rating::blue]));
    for (const auto rating : {Rating::green, Rating::amber, Rating::red}) row.push_back(count_cell(c[rating]));
    row.push_back(share_cell(c));
  }
  for (const int count : {c.improving, c.worsening, c.awaiting()}) row.push_back(count_cell(count));
  return row;
}

Table counts_table(const Scene& scene, const Section& section, const Judgements& all) {
  const auto ratings = assess::ratings(scene.picture());
  const auto counts = assess::counts(all);
  const bool better = counts[Rating::blue] > 0;
  Table table{name_of(section, "counts"),
              section.title + ", " + std::string(words(section.by)),
              columns_of(scene, section, ratings, better),
              {},
              1};
  for (const auto& group : grouped(scene.judged, all, section.by))
    table.rows.push_back(row_of(group.title, assess::counts(group.judgements), ratings, better));
  table.rows.push_back(row_of("Total", counts, ratings, better));
  return table;
}

bool is_awaited(const Judgement& j) { return j.rating == Rating::no_data || j.overdue; }

std::vector<Cell> awaited_row(const Judgement& j) {
  const auto* figure = j.figure;
  const bool said = figure && figure->state != collect::State::given;
  return {indicator_cell(j),
          words_cell(said        ? std::string(collect::words(figure->state))
                     : j.overdue ? "overdue"
                                 : "not due yet"),
          words_cell(said && !figure->note.empty() ? figure->note : j.why),
          words_cell(said && figure->expected_on ? figure->expected_on->words() : "not known")};
}

}  // namespace

std::vector<Block> summary_blocks(const Scene& scene, const Section& section) {
  const auto all = chosen(scene.judged, section.choice);
  std::vector<Block> blocks = {counted(name_of(section, ""), assess::counts(all), assess::ratings(scene.picture())),
                               Slot{slot_of(section, "words"), "", "What lies behind these numbers"}};
  if (section.by != Grouping::none && !all.empty()) blocks.push_back(counts_table(scene, section, all));
  return blocks;
}

std::vector<Block> awaited_blocks(const Scene& scene, const Section& section) {
  auto all = chosen(scene.judged, section.choice);
  std::erase_if(all, [](const Judgement* j) { return !is_awaited(*j); });
  if (all.empty()) return {Paragraph{"No figure is awaited."}};
  const auto counts = assess::counts(all);
  const int earlier = counts.total() - counts.awaiting();
  std::string said =
      std::to_string(counts.awaiting()) + (counts.awaiting() == 1 ? " indicator awaits a figure and is not rated."
                                                                  : " indicators await a figure and are not rated.");
  if (earlier > 0)
    said += " For " + std::to_string(earlier) + " more the newest figure is overdue; " +
            (earlier == 1 ? "it is" : "they are") + " judged by an earlier one.";
  Table table{name_of(section, ""),
              section.title,
              {{"indicator", "Indicator", Cell::Holds::words},
               {"state", "State", Cell::Holds::words},
               {"why", "Why", Cell::Holds::words},
               {"expected", "Expected", Cell::Holds::words}},
              {},
              0};
  for (const auto* j : all) table.rows.push_back(awaited_row(*j));
  return {Paragraph{said}, std::move(table)};
}

}  // namespace report
