// What an indicator's page tells: how it stands and why, its figures with every edition, its definition and its editions, its
// thread and where it comes from.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/indicator_compared.h"
#include "assess/indicator_outlook.h"
#include "assess/indicator_process.h"
#include "assess/interval.h"
#include "assess/judged.h"
#include "assess/process_words.h"
#include "assess/travel.h"

namespace assess {

// One period: the columns of conventional open data, one row a period.
struct FigureView {
  std::string area_code, area_name;
  const indicator::Definition* definition = nullptr;  // that applies in the period
  Point point;
  std::vector<const collect::Figure*> before;  // its earlier editions, newest first

  std::optional<double> in_period() const;  // as submitted
  std::optional<Interval> interval() const;  // how far chance alone could have moved it
  std::string marks() const;                // "[p]", "[r]", "[x]" …, or empty
  std::string notes() const;                // marks, then the officer's note
};
const indicator::Definition& no_definition();

template <class Teller>
void describe(Teller& t, const FigureView& view) {
  const auto& definition = view.definition ? *view.definition : no_definition();
  const auto* figure = view.point.figure;
  t.field("areacd", view.area_code);
  t.field("areanm", view.area_name);
  t.field("indicator", definition.code);
  t.field("period", figure ? view.point.period.iso() : std::string());
  t.field("value", view.in_period());
  t.field("numerator", figure ? figure->numerator : std::nullopt);
  t.field("denominator", figure ? figure->denominator : std::nullopt);
  t.field("deviation", figure ? figure->deviation : std::nullopt);
  t.field("added_up", figure ? collect::code(figure->added_up) : std::string_view());
  t.field("measure", indicator::code(definition.aggregation));
  t.field("unit", definition.unit);
  const auto interval = view.interval();
  t.field("lci", interval ? std::optional(interval->low) : std::nullopt);
  t.field("uci", interval ? std::optional(interval->high) : std::nullopt);
  t.field("status", code(view.point.rating));
  t.field("polarity", indicator::code(definition.polarity));
  t.field("notes", view.notes());
}

struct EditionView {
  const indicator::Definition* definition = nullptr;
  std::string changed;  // "title, formula"; "First definition" for the first
};
template <class Teller>
void describe(Teller& t, const EditionView& view) {
  t.field("edition", view.definition->edition);
  t.field("indicator", view.definition->code);
  t.field("title", view.definition->title);
  t.field("agreed", view.definition->at);
  t.field("applies_from", view.definition->applies_from);
  t.field("changed", view.changed);
  t.field("breaks_series", view.definition->breaks_series);
  t.field("reason", view.definition->reason);
}

// Where it comes from, or what has come of it.
struct KinView {
  std::string relation;  // "Split from", "Split into"
  std::string code, title, reason;
  kit::Date on{};
};
template <class Teller>
void describe(Teller& t, const KinView& view) {
  t.field("relation", view.relation);
  t.field("indicator", view.code);
  t.field("title", view.title);
  t.field("on", view.on);
  t.field("reason", view.reason);
}

// Part of the process chart with an average and limits of its own.
struct StretchView {
  calendar::Period from;
  Stretch stretch;
};
template <class Teller>
void describe(Teller& t, const StretchView& view) {
  const auto& limits = view.stretch.limits;
  t.field("from", view.stretch.figures > 0 ? view.from.iso() : std::string());
  t.field("figures", static_cast<int>(view.stretch.figures));
  t.field("mean", view.stretch.mean);
  t.field("lower_limit", limits ? std::optional(limits->lower) : std::nullopt);
  t.field("upper_limit", limits ? std::optional(limits->upper) : std::nullopt);
  t.field("basis", code(view.stretch.basis));
  t.field("trial_limits", view.stretch.limits && view.stretch.is_trial());
}

// One figure on the process chart.
struct ChartedView {
  calendar::Period period;
  Charted charted;
};
template <class Teller>
void describe(Teller& t, const ChartedView& view) {
  t.field("period", view.period.months > 0 ? view.period.iso() : std::string());
  t.field("figure", view.charted.figure);
  t.field("stretch", static_cast<int>(view.charted.stretch));
  t.field("signal", code(view.charted.signal));
  t.field("variation", code(view.charted.variation));
}

struct RebaseView {
  const indicator::Rebase* rebase = nullptr;
};
template <class Teller>
void describe(Teller& t, const RebaseView& view) {
  t.field("starts_on", view.rebase->starts_on);
  t.field("edition", view.rebase->edition);
  t.field("taken_back", view.rebase->gone);
  t.field("reason", view.rebase->reason);
  t.field("at", view.rebase->at);
}

struct IndicatorPageView {
  std::shared_ptr<const Picture> picture;
  const Kept* kept = nullptr;
  Judgement judgement;
  IndicatorProcess process;
  std::vector<StretchView> stretches;   // of the process chart, where it is drawn
  std::vector<ChartedView> charted;     // its figures, newest first
  std::vector<RebaseView> rebases;      // every edition
  Outlook outlook;                      // empty for an earlier period
  std::optional<IndicatorCompared> compared;  // with others, where it is mapped to a published indicator
  std::vector<FigureView> figures;      // newest first
  std::vector<EditionView> editions;    // newest first
  std::vector<KinView> kin;
  std::vector<std::vector<const plan::Priority*>> threads;  // the main framework's first; each from the top down
  int figures_expected = 0;             // periods from the first figure to the newest
  int figures_given = 0;

  const indicator::Definition& definition() const { return *judgement.definition; }
};

template <class Teller>
void describe(Teller& t, const IndicatorPageView& view) {
  const auto& d = view.kept->now();
  const auto& j = view.judgement;
  const auto& council = view.picture->council;
  t.field("indicator", d.code);
  t.field("title", d.title);
  t.field("kind", indicator::code(d.kind));
  t.field("health_theme", d.health_theme);
  t.field("frequency", calendar::code(d.frequency));
  t.field("good_direction", indicator::code(d.polarity));
  t.field("unit", d.unit);
  t.field("decimals", d.decimals);
  t.field("aggregation", indicator::code(d.aggregation));
  t.field("submitted", indicator::code(d.submitted));
  t.field("judged", indicator::code(d.judged));
  t.field("comparator", indicator::code(d.comparator));
  t.field("meaning", d.meaning);
  t.field("why_it_matters", d.why_it_matters);
  t.field("formula", d.formula);
  t.field("computed_from", d.computed_from);
  t.field("numerator_label", d.numerator_label);
  t.field("denominator_label", d.denominator_label);
  t.field("source", d.source);
  t.field("caveats", d.caveats);
  t.field("statutory_return", d.statutory_return);
  t.field("tags", d.tags);
  t.field("perspective", d.perspective);
  t.field("portfolio", d.portfolio);
  t.field("service", d.service);
  t.field("owner", council.job_of(d.owner));
  t.field("checker", council.job_of(d.checker));
  t.field("deputy", council.job_of(d.deputy));
  t.field("baseline", d.baseline);
  t.field("baseline_note", d.baseline_note);
  t.field("period", j.period.iso());
  t.field("value", j.value);
  t.field("target", j.expected.value);
  t.field("target_low", j.expected.low);
  t.field("target_high", j.expected.high);
  t.field("status", code(j.rating));
  t.field("why", j.why);
  t.field("direction", code(j.direction));
  t.field("direction_why", j.direction_why);
  t.field("direction_method", indicator::code(j.definition->direction_method));
  t.field("signal", view.process.is_drawn() ? code(view.process.chart.points.back().signal) : std::string_view());
  t.field("variation", view.process.is_drawn() ? code(view.process.chart.variation) : std::string_view());
  t.field("assurance", view.process.is_drawn() ? code(view.process.chart.assurance) : std::string_view());
  t.field("no_process_chart", view.process.why_not.value_or(""));
  t.field("provisional", j.provisional);
  t.field("unchecked", j.unchecked);
  describe_outlook(t, view.outlook);
  t.part("compared", view.compared);
  t.field("figures_given", view.figures_given);
  t.field("figures_expected", view.figures_expected);
  t.list("stretches", view.stretches);
  t.list("process_chart", view.charted);
  t.list("rebases", view.rebases);
  t.list("editions", view.editions);
  t.list("lineage", view.kin);
  t.rows("figures", view.figures);
}

// As judged for `period`; for the newest figure when none is asked for.
IndicatorPageView indicator_view(std::shared_ptr<const Picture> picture, const Kept& kept, std::optional<calendar::Period> period);

}  // namespace assess
