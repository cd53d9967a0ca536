#include "assess/indicator_view.h"

#include <algorithm>
#include <utility>

namespace assess {
namespace {

using indicator::Definition;

// What a reader would notice has changed between two editions.
std::string changes(const Definition& before, const Definition& now) {
  const std::pair<bool, std::string_view> compared[] = {
      {before.code != now.code, "reference"},
      {before.title != now.title, "title"},
      {before.meaning != now.meaning, "meaning"},
      {before.formula != now.formula, "formula"},
      {before.computed_from != now.computed_from, "what it is computed from"},
      {before.numerator_label != now.numerator_label || before.denominator_label != now.denominator_label, "what is counted"},
      {before.unit != now.unit || before.decimals != now.decimals, "unit"},
      {before.kind != now.kind, "kind"},
      {before.polarity != now.polarity, "good direction"},
      {before.frequency != now.frequency, "frequency"},
      {before.aggregation != now.aggregation || before.submitted != now.submitted, "how periods are put together"},
      {before.judged != now.judged || before.comparator != now.comparator, "how it is judged"},
      {before.direction_method != now.direction_method, "how its direction is found"},
      {before.tolerance != now.tolerance, "tolerance"},
      {before.baseline != now.baseline, "baseline"},
      {before.source != now.source, "source"},
      {before.caveats != now.caveats, "caveats"},
      {before.service != now.service, "service"},
      {before.owner != now.owner || before.checker != now.checker || before.deputy != now.deputy, "people"},
      {before.ends != now.ends, "last day"},
  };
  std::string said;
  for (const auto& [differs, name] : compared)
    if (differs) said.append(said.empty() ? "" : ", ").append(name);
  if (!said.empty() && said[0] >= 'a') said[0] = static_cast<char>(said[0] - 32);
  return said.empty() ? "Wording" : said;
}

std::vector<EditionView> editions_of(const Kept& kept) {
  std::vector<EditionView> editions;
  for (std::size_t i = kept.definitions.size(); i-- > 0;)
    editions.push_back({&kept.definitions[i], i == 0 ? "First definition" : changes(kept.definitions[i - 1], kept.definitions[i])});
  return editions;
}

std::string_view turned_round(indicator::LineageKind kind) {
  switch (kind) {
    case indicator::LineageKind::split_from: return "Split into";
    case indicator::LineageKind::merged_from: return "Merged into";
    case indicator::LineageKind::replaces: return "Replaced by";
    case indicator::LineageKind::renumbered: return "Renumbered to";
    case indicator::LineageKind::moved: return "Moved to";
  }
  return "";
}

KinView kin_of(const Kept& other, std::string relation, const indicator::Lineage& lineage) {
  if (!relation.empty() && relation[0] >= 'a') relation[0] = static_cast<char>(relation[0] - 32);
  return {std::move(relation), other.now().code, other.now().title, lineage.reason, lineage.on};
}

std::vector<KinView> kin(const Picture& picture, const Kept& kept) {
  std::vector<KinView> all;
  for (const auto& lineage : kept.lineage)
    if (const auto* from = picture.find(lineage.from); from && from->id != kept.id)
      all.push_back(kin_of(*from, std::string(indicator::words(lineage.kind)), lineage));
  for (const auto& other : picture.indicators)
    for (const auto& lineage : other.lineage)
      if (lineage.from == kept.id && other.id != kept.id) all.push_back(kin_of(other, std::string(turned_round(lineage.kind)), lineage));
  return all;
}

std::vector<std::vector<const plan::Priority*>> threads_of(const Picture& picture, const Kept& kept) {
  std::vector<std::vector<const plan::Priority*>> threads;
  for (const auto* priority : picture.plan.of(kept.id)) threads.push_back(picture.plan.thread(*priority));
  const auto* main = picture.plan.main();
  std::stable_partition(threads.begin(), threads.end(),
                        [&](const auto& thread) { return main && thread.front()->framework == main->code; });
  return threads;
}

void add_process(IndicatorPageView& view) {
  const auto& process = view.process;
  if (!process.is_drawn()) return;
  for (const auto& stretch : process.chart.stretches) view.stretches.push_back({process.periods[stretch.first], stretch});
  for (std::size_t i = process.periods.size(); i-- > 0;) view.charted.push_back({process.periods[i], process.chart.points[i]});
}

void add_figures(IndicatorPageView& view) {
  const auto& council = view.picture->council;
  const auto area = council.setting("area_code"), name = council.setting("name");
  const auto line = points(*view.picture, *view.kept);
  for (auto point = line.rbegin(); point != line.rend(); ++point) {
    auto& row = view.figures.emplace_back(FigureView{area, name, &view.kept->in(point->period), *point, {}});
    for (const auto& figure : view.kept->figures)
      if (figure.period == point->period && &figure != point->figure) row.before.insert(row.before.begin(), &figure);
    view.figures_given += point->figure->state == collect::State::given;
  }
  add_process(view);
  if (line.empty()) return;
  const int length = std::max(1, line.back().period.months);
  view.figures_expected = std::max<int>((line.back().period.end() - line.front().period.start) / length, static_cast<int>(line.size()));
}

}  // namespace

const Definition& no_definition() {
  static const Definition none;
  return none;
}

std::optional<double> FigureView::in_period() const {
  return point.figure && definition ? collect::number_of(*point.figure, *definition) : std::nullopt;
}

std::optional<Interval> FigureView::interval() const {
  return point.figure && definition ? interval_of(*point.figure, *definition) : std::nullopt;
}

std::string FigureView::marks() const {
  if (!point.figure) return {};
  switch (point.figure->state) {
    case collect::State::delayed: return "[x]";
    case collect::State::not_applicable: return "[z]";
    case collect::State::suppressed: return "[c]";
    case collect::State::given: break;
  }
  std::string all;
  if (point.figure->standing == collect::Standing::provisional) all = "[p]";
  if (point.figure->standing == collect::Standing::unchecked) all = "[u]";
  if (point.figure->standing == collect::Standing::revised || !before.empty()) all += all.empty() ? "[r]" : " [r]";
  if (point.breaks) all += all.empty() ? "[b]" : " [b]";
  return all;
}

std::string FigureView::notes() const {
  auto text = marks();
  if (!point.figure || point.figure->note.empty()) return text;
  return text.empty() ? point.figure->note : text + ' ' + point.figure->note;
}

IndicatorPageView indicator_view(std::shared_ptr<const Picture> picture, const Kept& kept, std::optional<calendar::Period> period) {
  IndicatorPageView view;
  view.picture = std::move(picture);
  view.kept = &kept;
  if (!period) period = kept.figures.empty() ? newest_quarter(*view.picture) : kept.figures.back().period;
  view.judgement = judge(*view.picture, kept, *period);
  view.process = process_of(kept);
  if (kept.figures.empty() || period->end() >= kept.figures.back().period.end()) view.outlook = outlook_of(*view.picture, kept);
  for (const auto& rebase : kept.rebases) view.rebases.push_back({&rebase});
  add_figures(view);
  view.editions = editions_of(kept);
  view.kin = kin(*view.picture, kept);
  view.threads = threads_of(*view.picture, kept);
  return view;
}

}  // namespace assess
