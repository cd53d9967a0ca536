// Sections that tell an indicator whole: every period of it, its targets by year, its golden thread, what its process chart says and
// what it means. They are made for a report of one; of several each stands under a heading of its own.
#include <algorithm>

#include "assess/indicator_process.h"
#include "assess/marks.h"
#include "assess/process_words.h"
#include "assess/sentences.h"
#include "assess/series_line.h"
#include "report/cells.h"
#include "report/sections.h"

namespace report {
namespace {

using assess::Judgement;
using assess::Point;
using indicator::Definition;

Column words_column(const char* name, std::string title) { return {name, std::move(title), Cell::Holds::words}; }
Column number_column(const char* name, std::string title) { return {name, std::move(title), Cell::Holds::number}; }

template <class Tell>
std::vector<Block> each(const Scene& scene, const Section& section, const Tell& tell) {
  const auto all = chosen(scene.judged, section.choice);
  if (all.empty()) return {Paragraph{"There is no indicator here."}};
  std::vector<Block> blocks;
  for (const auto* j : all) {
    if (all.size() > 1) blocks.push_back(Heading{3, j->definition->code + " " + j->definition->title});
    tell(blocks, *j);
  }
  return blocks;
}

Cell number_cell(const std::optional<double>& number, std::string written, const Definition& d) {
  auto cell = words_cell(std::move(written));
  cell.holds = Cell::Holds::number;
  cell.number = number;
  cell.unit = d.unit;
  cell.decimals = d.decimals;
  return cell;
}

// -- every period -------------------------------------------------------------------------------------------------------

std::vector<Point> points_until(const Scene& scene, const Judgement& j) {
  auto all = assess::points(scene.picture(), *j.kept);
  while (!all.empty() && all.back().period > j.period) all.pop_back();
  return all;
}

// What the table has beside period, figure and note.
struct Shape {
  bool by_itself = false;  // the figure of the period, where another one is judged: of the year to date or twelve months
  bool targets = false, ratings = false;
};
Shape shape_of(const Scene& scene, const std::vector<Point>& points, const Definition& d) {
  Shape shape;
  shape.by_itself = d.frequency != calendar::Frequency::annual && d.judged != indicator::Judged::in_period;
  shape.targets = std::ranges::any_of(points, [](const Point& point) { return point.expected.value || point.expected.low; });
  shape.ratings = shape.targets && assess::ratings(scene.picture()) == assess::Ratings::shown;
  return shape;
}

std::vector<Column> columns_of(const Shape& shape, const Definition& d) {
  std::vector<Column> columns = {words_column("period", "Period")};
  if (shape.by_itself) columns.push_back(number_column("in_period", "In the period"));
  columns.push_back(number_column("figure", !shape.by_itself                            ? "Figure"
                                            : d.judged == indicator::Judged::rolling_12 ? "Twelve months"
                                                                                        : "Year to date"));
  if (shape.targets) columns.push_back(number_column("target", "Target"));
  if (shape.ratings) columns.push_back({"status", "Status", Cell::Holds::status});
  columns.push_back(words_column("note", "What lies behind it"));
  return columns;
}

std::string sureness(const Point& point) {
  if (point.figure->standing == collect::Standing::unchecked) return "not checked";
  if (point.provisional) return "provisional";
  return point.figure->edition > 1 || point.figure->standing == collect::Standing::revised ? "revised" : "";
}

Cell status_cell(const Point& point) {
  auto cell = words_cell(std::string(assess::is_rated(point.rating) ? parts::words(assess::mark_of(point.rating))
                                                                    : assess::words(point.rating)));
  cell.holds = Cell::Holds::status;
  cell.code = std::string(parts::code(assess::mark_of(point.rating)));
  return cell;
}

std::vector<Cell> row_of(const Shape& shape, const Point& point, const parts::ChartPoint& drawn, const Definition& d) {
  std::vector<Cell> row = {words_cell(drawn.when)};
  if (shape.by_itself) {
    const auto alone = collect::number_of(*point.figure, d);
    row.push_back(number_cell(alone, alone ? indicator::written(*alone, d) : drawn.written, d));
  }
  row.push_back(number_cell(point.value, drawn.written, d));
  row.back().below = sureness(point);
  if (shape.targets) row.push_back(number_cell(point.expected.low ? std::nullopt : point.expected.value, drawn.target_written, d));
  if (shape.ratings) row.push_back(status_cell(point));
  row.push_back(words_cell(point.figure->note));
  return row;
}

Table periods_table(const Scene& scene, const Section& section, const Judgement& j, const std::vector<Point>& points) {
  const auto& d = *j.definition;
  const auto shape = shape_of(scene, points, d);
  const auto drawn = assess::series_chart(scene.picture(), *j.kept, points);
  Table table{name_of(section, d.code), "Every period of " + d.title + ", newest first", columns_of(shape, d), {}, 0};
  for (auto i = points.size(); i-- > 0;) table.rows.push_back(row_of(shape, points[i], drawn.points[i], j.kept->in(points[i].period)));
  return table;
}

// -- targets ------------------------------------------------------------------------------------------------------------

std::string in_unit(const std::optional<kit::Decimal>& number, const Definition& d) {
  return number ? indicator::written(number->number(), d) : std::string();
}

indicator::Expected of_the_year(const indicator::Target& target) {
  const auto number = [](const std::optional<kit::Decimal>& one) { return one ? std::optional(one->number()) : std::nullopt; };
  return {number(target.value), number(target.low), number(target.high)};
}

std::vector<Cell> row_of(const indicator::Target& target, const Definition& d) {
  const auto number = [](const std::optional<kit::Decimal>& one) { return one ? std::optional(one->number()) : std::nullopt; };
  const auto why = target.rationale.empty() || target.reason.empty()
                       ? target.rationale + target.reason
                       : target.rationale + " Changed in the year: " + target.reason;
  return {words_cell(target.year.words()),
          number_cell(number(target.value), assess::target_words(of_the_year(target), d), d),
          number_cell(number(target.minimum), in_unit(target.minimum, d), d),
          number_cell(number(target.stretch), in_unit(target.stretch, d), d), words_cell(why)};
}

Table targets_table(const Section& section, const Judgement& j) {
  const auto& d = *j.definition;
  Table table{name_of(section, d.code + "_targets"),
              "Targets of " + d.title + " by year, newest first",
              {words_column("year", "Year"), number_column("target", "By the end of the year"),
               number_column("minimum", "At least"), number_column("stretch", "If all goes well"),
               words_column("why", "Why this target")},
              {},
              0};
  for (auto target = j.kept->targets.rbegin(); target != j.kept->targets.rend(); ++target) table.rows.push_back(row_of(*target, d));
  return table;
}

// -- golden thread ------------------------------------------------------------------------------------------------------

// From the top down, the main framework's line first.
std::vector<const plan::Priority*> feet_of(const plan::Plan& plan, const Judgement& j) {
  auto feet = plan.of(j.kept->id);
  const auto* main = plan.main();
  std::ranges::stable_partition(feet, [&](const plan::Priority* foot) { return main && foot->framework == main->code; });
  return feet;
}

std::string line_to(const plan::Plan& plan, const plan::Priority& foot) {
  std::string line;
  for (const auto* one : plan.thread(foot)) line += (line.empty() ? "" : " › ") + one->title;
  return line;
}

Table thread_table(const plan::Plan& plan, const Section& section, const Judgement& j, const std::vector<const plan::Priority*>& feet) {
  Table table{name_of(section, j.definition->code),
              "Golden thread of " + j.definition->code + " " + j.definition->title,
              {words_column("framework", "Framework"), words_column("line", "From the top down to this indicator")},
              {},
              0};
  for (const auto* foot : feet) {
    const auto* framework = plan.framework(foot->framework);
    table.rows.push_back({words_cell(framework ? framework->name : foot->framework), words_cell(line_to(plan, *foot))});
  }
  return table;
}

// -- process chart ------------------------------------------------------------------------------------------------------

std::string if_nothing_changes(assess::Assurance assurance) {
  switch (assurance) {
    case assess::Assurance::pass: return " If nothing changes, it will meet its target.";
    case assess::Assurance::fail: return " If nothing changes, it will miss its target.";
    case assess::Assurance::hit_and_miss:
      return " If nothing changes, it will meet its target in some periods and miss it in others, by chance.";
    case assess::Assurance::none: break;
  }
  return {};
}

std::string finding_of(const assess::IndicatorProcess& process, const Definition& d) {
  const auto signal = assess::signal_finding(process, d);
  return (signal ? *signal : capital(assess::steady_words(process, d))) + "." + if_nothing_changes(process.chart.assurance);
}

// Of the average and the limits that hold now; there is no drawing here, so nothing is called shaded.
std::string usual_range(const assess::IndicatorProcess& process, const Definition& d) {
  const auto& newest = process.newest();
  if (!newest.limits) return {};
  return "By chance alone figures lie between " + indicator::written(newest.limits->lower, d) + " and " +
         indicator::written(newest.limits->upper, d) + ", around an average of " + indicator::written(newest.mean, d) +
         ", from " + std::to_string(newest.figures) + " figures.";
}

void tell_process(std::vector<Block>& blocks, const Judgement& j) {
  const auto process = assess::process_of(*j.kept, j.period);
  if (!process.is_drawn())
    return blocks.push_back(
        Paragraph{"There is no process chart. " + process.why_not.value_or("Limits need two figures at least.")});
  const auto& d = *j.definition;
  blocks.push_back(Paragraph{finding_of(process, d)});
  if (auto range = usual_range(process, d); !range.empty()) blocks.push_back(Paragraph{std::move(range)});
  List to_know;
  for (const auto& start : process.starts)
    if (!start.reason.empty()) to_know.items.push_back("It begins afresh from " + start.from.words() + ": " + start.reason);
  to_know.items.insert(to_know.items.end(), process.cautions.begin(), process.cautions.end());
  if (!to_know.items.empty()) blocks.push_back(std::move(to_know));
}

// -- definition ---------------------------------------------------------------------------------------------------------

std::string counted_words(const Definition& d) {
  return d.numerator_label.empty() || d.denominator_label.empty()
             ? std::string()
             : d.numerator_label + ", out of " + d.denominator_label;
}

}  // namespace

std::vector<Block> history_blocks(const Scene& scene, const Section& section) {
  return each(scene, section, [&](std::vector<Block>& blocks, const Judgement& j) {
    const auto points = points_until(scene, j);
    if (points.empty()) blocks.push_back(Paragraph{"There is no figure yet."});
    else blocks.push_back(periods_table(scene, section, j, points));
    if (!j.kept->targets.empty()) blocks.push_back(targets_table(section, j));
  });
}

std::vector<Block> thread_blocks(const Scene& scene, const Section& section) {
  return each(scene, section, [&](std::vector<Block>& blocks, const Judgement& j) {
    const auto& plan = scene.picture().plan;
    const auto feet = feet_of(plan, j);
    if (feet.empty()) blocks.push_back(Paragraph{"It stands on no line of the plan."});
    else blocks.push_back(thread_table(plan, section, j, feet));
  });
}

std::vector<Block> process_blocks(const Scene& scene, const Section& section) {
  return each(scene, section, [](std::vector<Block>& blocks, const Judgement& j) { tell_process(blocks, j); });
}

std::vector<Block> definition_blocks(const Scene& scene, const Section& section, const Judgement& j) {
  const auto& d = *j.definition;
  const auto& council = scene.picture().council;
  const auto* unit = council.unit(d.service);
  const std::pair<const char*, std::string> all[] = {
      {"What it means", d.meaning},
      {"Why it matters", d.why_it_matters},
      {"How it is worked out", d.formula},
      {"Computed from", d.computed_from},
      {"Counted", counted_words(d)},
      {"Unit", d.unit.empty() ? "A count" : d.unit},
      {"Better is", capital(indicator::words(d.polarity))},
      {"How often", capital(calendar::words(d.frequency))},
      {"Periods are put together as", capital(indicator::words(d.aggregation))},
      {"Judged on", capital(indicator::words(d.judged))},
      {"Compared with", capital(indicator::words(d.comparator))},
      {"Source", d.source},
      {"Caveats", d.caveats},
      {"Statutory return", d.statutory_return},
      {"Service", unit ? unit->name : std::string()},
      {"Portfolio", d.portfolio},
      {"Answers for its figures", council.job_of(d.owner)}};
  Table table{name_of(section, d.code),
              "Definition of " + d.code + " " + d.title,
              {words_column("what", "What"), words_column("words", "In words")},
              {},
              0};
  for (const auto& [name, words] : all)
    if (!words.empty()) table.rows.push_back({words_cell(name), words_cell(words)});
  return {std::move(table)};
}

}  // namespace report
