// The section of published figures about the place: by theme, ours beside the middle of the neighbours, where we stand,
// and what changed since the period before and since the last report; and at its end whence the figures come.
#include <algorithm>

#include "kit/number.h"
#include "report/cells.h"
#include "report/compared_cells.h"
#include "report/sections.h"

namespace report {
namespace {

using compare::PublishedStanding;
using Standings = std::vector<PublishedStanding>;

// By which it is found again in another edition.
std::string reference_of(const PublishedStanding& of) { return of.stands.series.data_set + ": " + of.stands.series.title; }

const Fact* before_of(const Scene& scene, const PublishedStanding& of) {
  if (!scene.last) return nullptr;
  const auto found = std::ranges::find(scene.last->facts, reference_of(of), &Fact::indicator);
  return found == scene.last->facts.end() ? nullptr : &*found;
}

// A report that knew no published figures has nothing to say of them.
bool knew_some(const Document& last) { return std::ranges::find(last.facts, published_kind, &Fact::kind) != last.facts.end(); }

bool is_new(const Scene& scene, const PublishedStanding& of) {
  const auto* before = before_of(scene, of);
  return before && of.stands.period && before->period != of.stands.period->iso();
}

std::string since_words(const Scene& scene, const PublishedStanding& of) {
  if (!scene.last || !knew_some(*scene.last)) return {};
  const auto* before = before_of(scene, of);
  if (!before) return "Not in the last report";
  if (is_new(scene, of)) return "New since the last report";
  return before->shown == of.stands.writing.number(of.stands.ours)
             ? "As in the last report"
             : "Revised: " + before->shown + " in the last report";
}

std::string mark_words(const std::string& mark) {
  if (mark.empty()) return {};
  return mark.find('p') != std::string::npos ? " · provisional" : " · marked " + mark;
}

Cell name_cell(const PublishedStanding& of) {
  auto cell = words_cell(of.stands.series.title);
  cell.below = (of.unit.empty() || of.unit == "%" ? "" : of.unit + " · ") + of.stands.series.data_set;
  return cell;
}

Cell line_cell(const PublishedStanding& of) {
  Cell cell;
  cell.holds = Cell::Holds::line;
  cell.line = of.line;
  cell.code = "none";
  if (of.before) cell.text = compare::change_words(of) + ", over " + kit::in_words(static_cast<int>(of.line.size())) + " periods.";
  return cell;
}

std::vector<Cell> row_of(const Scene& scene, const PublishedStanding& of) {
  const auto& stands = of.stands;
  if (!stands.period)
    return {
        name_cell(of),
        compared_number(stands, std::nullopt),
        compared_number(stands, std::nullopt),
        words_cell("Not known"),
        words_cell(of.load.number == 0 ? "No file that was here then has it." : "The council has no figure in it yet."),
        words_cell("")};
  auto ours = compared_number(stands, stands.ours), middle = compared_number(stands, stands.middle);
  ours.below = stands.period->words() + mark_words(of.mark);
  middle.below = compare::middle_change_words(of);
  auto change = words_cell(of.before ? compare::change_words(of) : "Nothing before to compare with");
  change.below = since_words(scene, of);
  return {name_cell(of), std::move(ours), std::move(middle), where_we_stand(stands), std::move(change), line_cell(of)};
}

struct Chosen {
  const PlaceFigure* figure = nullptr;
  const PublishedStanding* standing = nullptr;
};

std::vector<Chosen> of_theme(const Section& section, const Standings& all, Theme theme) {
  std::vector<Chosen> some;
  for (const auto& figure : section.published) {
    const auto found = std::ranges::find_if(all, [&](const auto& each) { return each.stands.series == figure.series; });
    if (figure.theme == theme && found != all.end()) some.push_back({&figure, &*found});
  }
  return some;
}

Table table_of(const Scene& scene, const Section& section, Theme theme, const std::vector<Chosen>& some) {
  const auto words = [](const char* name, const char* title) { return Column{name, title, Cell::Holds::words}; };
  Table table{name_of(section, code(theme)),
              std::string(report::words(theme)) + " of the district",
              {words("published", "Published figure"),
               {"ours", "Ours", Cell::Holds::number},
               {"middle", "Middle of the others", Cell::Holds::number},
               words("stands", "Where we stand"),
               words("change", "Change"),
               {"line", "Over time", Cell::Holds::line}},
              {},
              0};
  for (const auto& each : some) table.rows.push_back(row_of(scene, *each.standing));
  return table;
}

Counted said_of(const Scene& scene, const Section& section, const Standings& all) {
  std::vector<const compare::AgainstOthers*> stands;
  for (const auto& each : all) stands.push_back(&each.stands);
  auto said = quarters_counted(name_of(section, ""), stands,
                               {"published figure about the district", "published figures about the district"});
  const auto news = static_cast<int>(std::ranges::count_if(all, [&](const auto& each) { return is_new(scene, each); }));
  if (!scene.last || !knew_some(*scene.last)) return said;
  said.counts.push_back({"new", news});
  said.text += news == 0
                   ? " None is new since the last report."
                   : " " + capital(kit::in_words(news)) + (news == 1 ? " is" : " are") + " new since the last report.";
  return said;
}

// The council's own words stand in the full form alone: they were written for colleagues.
void add_stories(std::vector<Block>& blocks, const Scene& scene, const std::vector<Chosen>& some) {
  if (scene.form != Form::full) return;
  for (const auto& each : some)
    if (const auto& story = each.standing->story)
      blocks.push_back(Note{each.figure->series.title, story->words, "Written for " + story->period.words()});
}

List sources_of(const Standings& all) {
  List list;
  std::vector<std::int64_t> told;
  for (const auto& each : all) {
    const auto& load = each.load;
    if (load.number == 0 || std::ranges::find(told, load.number) != told.end()) continue;
    told.push_back(load.number);
    list.items.push_back(load.data_set + (load.publisher.empty() ? "" : ", " + load.publisher) +
                         (load.published ? ", published on " + load.published->words() : "") +
                         ". Licence: " + load.licence + ". Brought in on " + load.at.date().words() + ".");
  }
  return list;
}

Fact fact_of(const PublishedStanding& of) {
  Fact fact;
  fact.indicator = reference_of(of);
  fact.title = of.stands.series.title;
  fact.kind = published_kind;
  fact.unit = of.stands.writing.unit.empty() ? of.unit : of.stands.writing.unit;
  fact.shown = "no figure";
  fact.status = "no_target";
  if (!of.stands.period) return fact;
  fact.period = of.stands.period->iso();
  fact.value = of.stands.ours;
  fact.shown = of.stands.writing.number(of.stands.ours);
  fact.status_words = capital(of.stands.stands) + (of.stands.is_context ? " among " : " of ") + of.stands.group;
  fact.direction_words = compare::change_words(of);
  fact.mark = of.mark.find('p') != std::string::npos ? "p" : "";
  return fact;
}

}  // namespace

std::vector<Block> published_blocks(const Scene& scene, const Section& section) {
  if (section.published.empty())
    return {Paragraph{
        "No published figures were chosen for this section yet. The performance team chooses them: change this report, open “" +
        section.title + "”, and choose its published figures."}};
  const auto found = scene.published.find(section.name);
  if (found == scene.published.end() || found->second.empty())
    return {
        Paragraph{"Which council this is, the register of authorities does not say yet, so nothing is compared here."}};
  const auto& all = found->second;
  std::vector<Block> blocks = {
      said_of(scene, section, all),
      Slot{slot_of(section, "words"), "", "What moves in the district, and what it means for the council"}};
  for (const auto theme : all_themes()) {
    const auto some = of_theme(section, all, theme);
    if (some.empty()) continue;
    blocks.push_back(Heading{3, std::string(words(theme))});
    blocks.push_back(table_of(scene, section, theme, some));
    add_stories(blocks, scene, some);
  }
  blocks.push_back(Heading{3, "Where these figures come from"});
  blocks.push_back(sources_of(all));
  return blocks;
}

std::vector<Fact> published_facts(const Scene& scene) {
  std::vector<Fact> facts;
  for (const auto& section : scene.pack.sections) {
    const auto found = scene.published.find(section.name);
    if (found == scene.published.end()) continue;
    for (const auto& each : found->second)
      if (std::ranges::find(facts, reference_of(each), &Fact::indicator) == facts.end()) facts.push_back(fact_of(each));
  }
  return facts;
}

}  // namespace report
