#include "work/target_workbench.h"

#include <algorithm>
#include <cmath>

#include "assess/forecast_memory.h"
#include "assess/process_drawing.h"
#include "assess/series_line.h"
#include "kit/number.h"
#include "work/targets_view.h"

namespace work {
namespace {

using collect::InRound;
using collect::TypedTarget;
using indicator::Definition;
using indicator::Target;
using indicator::TargetKind;

// A target of the year's value in the shape that the one before had.
TypedTarget shaped(const InRound& of, const assess::TargetFacts& facts, const std::string& value) {
  TypedTarget typed;
  typed.value = value;
  const auto kinds = collect::kinds_for(*of.definition);
  const auto* before = of.year_before;
  const auto kind = before && std::ranges::find(kinds, before->kind) != kinds.end() ? before->kind : kinds.front();
  typed.kind = code(kind);
  if (!before) return typed;
  auto shape = collect::typed(*before);
  typed.tolerance = shape.tolerance;
  if (kind == TargetKind::profile) typed.periods = shape.periods;
  const auto* last = facts.process.chart.points.empty() ? nullptr : &facts.process.chart.points.back();
  if (kind == TargetKind::trajectory && last)
    typed.baseline =
        kit::Decimal::nearest(kit::rounded(last->figure, of.definition->decimals)).value_or(kit::Decimal()).text();
  const auto number = kit::Decimal::parse(value);
  if (kind != TargetKind::by_period || !number || before->periods.empty() || before->periods.back().units() == 0) return typed;
  const double times = number->number() / before->periods.back().number();
  typed.value.clear();
  for (const auto one : before->periods)
    typed.periods +=
        (typed.periods.empty() ? "" : " ") +
        kit::Decimal::nearest(kit::rounded(one.number() * times, of.definition->decimals)).value_or(one).text();
  return typed;
}

std::string exact(double value) { return kit::Decimal::nearest(value).value_or(kit::Decimal()).text(); }

TypedTarget from_offer(const InRound& of, const assess::TargetFacts& facts, const assess::Offer& offer) {
  auto typed = shaped(of, facts, exact(offer.value));
  typed.because = offer.because;
  typed.rationale = offer.why;
  return typed;
}

// What goes on from the year before, when nothing else is known.
TypedTarget from_before(const InRound& of, const assess::TargetFacts& facts) {
  if (!of.year_before) return shaped(of, facts, "");
  auto typed = collect::typed(*of.year_before);
  if (of.year_before->kind == TargetKind::trajectory) typed.baseline = shaped(of, facts, typed.value).baseline;
  return typed;
}

const collect::ProposedTarget* proposed(const InRound& of) {
  const auto* standing = of.standing();
  return standing && standing->stage != collect::ProposedTarget::Stage::withdrawn ? standing : nullptr;
}

void choose(Workbench& view, const Looking& looking, const std::vector<assess::Offer>& offers) {
  const auto& of = view.round;
  const auto offer = std::ranges::find(offers, looking.offer, &assess::Offer::code);
  view.is_trial = true;
  if (!looking.low.empty() || !looking.high.empty()) {
    view.typed.kind = "range";
    view.typed.low = looking.low;
    view.typed.high = looking.high;
  } else if (!looking.target.empty()) view.typed = shaped(of, view.facts, looking.target);
  else if (offer != offers.end()) view.typed = from_offer(of, view.facts, *offer);
  else if (const auto* standing = proposed(of)) view.typed = collect::typed(*standing), view.is_trial = false;
  else if (of.in_force) view.typed = collect::typed(*of.in_force), view.is_trial = false;
  else view.typed = from_before(of, view.facts);
}

// Of a target that is looked at nobody asks for a tolerance of its own yet.
std::optional<Target> target_of(const InRound& of, const TypedTarget& typed, kit::Refusals& no) {
  const auto made = collect::target_typed(of, typed);
  if (made) return *made;
  if (typed.value.empty() && typed.low.empty() && typed.high.empty() && typed.periods.empty()) return std::nullopt;
  no = made.refusals();
  return std::nullopt;
}

// The form that tries a target has names of its own, beside those of the form that proposes one.
kit::Refusals named_as_tried(const kit::Refusals& refused) {
  kit::Refusals no;
  for (const auto& one : refused.all())
    no.add(one.field == "value"  ? "target"
           : one.field == "low"  ? "from"
           : one.field == "high" ? "to"
                                 : "",
           one.sentence);
  return no;
}

std::vector<OfferLine> offer_lines(const Workbench& view, const std::vector<assess::Offer>& offers) {
  std::vector<OfferLine> lines;
  for (const auto& offer : offers) {
    OfferLine line{offer, indicator::written(offer.value, view.definition()), {}, {}, false};
    kit::Refusals ignored;
    if (const auto target = target_of(view.round, from_offer(view.round, view.facts, offer), ignored)) {
      const auto meant = assess::meaning(view.facts, *target);
      line.chance = meant.chance;
      line.is_inside_noise = meant.is_inside_noise;
      if (line.chance) line.chance_words = assess::words(*line.chance);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<PastLine> past_lines(const assess::TargetFacts& facts) {
  std::vector<PastLine> lines;
  const auto& d = facts.definition();
  for (const auto& one : facts.past)
    lines.push_back({one.year.words(), assess::written(one.expected, d),
                     one.outturn ? indicator::written(*one.outturn, d) : "", std::string(code(one.rating))});
  return lines;
}

std::vector<StepLine> history_of(const assess::Picture& picture, const InRound& of) {
  std::vector<std::pair<kit::Moment, StepLine>> all;
  const auto& council = picture.council;
  for (const auto& one : of.editions) {
    const bool is_proposal = one.waits();
    all.push_back({one.at,
                   {one.at.iso(), person_words(council, is_proposal ? one.proposed_by : one.decided_by),
                    is_proposal ? "Proposed" : std::string(words(one.stage)), written(one.target, *of.definition),
                    is_proposal ? std::string(words(one.because)) + ": " + one.target.rationale : one.said}});
  }
  for (const auto& one : of.challenges) {
    const bool is_answer = of.standing() && one.person == of.standing()->proposed_by;
    all.push_back({one.at, {one.at.iso(), person_words(council, one.person), is_answer ? "Answered" : "Asked", "", one.words}});
  }
  std::ranges::stable_sort(all, {}, [](const auto& one) { return one.first; });
  std::vector<StepLine> lines;
  for (auto& [at, line] : all) lines.push_back(std::move(line));
  return lines;
}

std::string expected_words(const assess::Picture& picture, const assess::Kept& kept, calendar::FinancialYear year) {
  const auto forecast = assess::forecast_memory().forecast(picture, kept, year);
  return *forecast && (*forecast)->outturn ? indicator::written((*forecast)->outturn->value, kept.now()) : std::string();
}

// Of a period where each is judged by itself; else only of the whole year, at its end.
std::optional<parts::ChartAhead> expected_in(const assess::TargetFacts& facts, const calendar::Period& period) {
  if (!facts.forecast) return std::nullopt;
  const auto& d = facts.definition();
  const auto& forecast = *facts.forecast;
  const auto ahead = [&](double value, const assess::Interval& likely) {
    return parts::ChartAhead{value, likely.low, likely.high, indicator::written(value, d)};
  };
  if (d.judged != indicator::Judged::in_period) {
    if (!facts.has_chance() || period.end() != calendar::Period::year(facts.year).end()) return std::nullopt;
    return ahead(forecast.outturn->value, *forecast.outturn->likely);
  }
  const auto at = std::ranges::find(forecast.periods, period);
  if (at == forecast.periods.end()) return std::nullopt;
  const auto& step = forecast.steps[static_cast<std::size_t>(at - forecast.periods.begin())];
  return step.likely ? std::optional(ahead(step.point, *step.likely)) : std::nullopt;
}

std::string words_of(const assess::Others& others, const Definition& d) {
  if (others.figures.empty())
    return "What other councils came to is not known here: no published file that carries this indicator’s title has been brought in.";
  const auto ends = std::ranges::minmax(others.figures);
  return std::to_string(others.figures.size()) + " other councils lay between " + indicator::written(ends.min, d) +
         " and " + indicator::written(ends.max, d) + " in " + others.when + ".";
}

}  // namespace

Workbench workbench(const assess::Picture& picture, const assess::Kept& kept, InRound round, assess::Others others,
                    const Looking& looking) {
  Workbench view;
  view.round = std::move(round);
  view.facts = assess::target_facts(picture, kept, view.round.year, std::move(others));
  const auto offers = assess::offers(view.facts, looking.step);
  choose(view, looking, offers);
  view.was_asked = looking.any();
  view.looked_at = target_of(view.round, view.typed, view.no);
  view.step = looking.step;
  view.no = view.was_asked ? named_as_tried(view.no) : kit::Refusals();
  if (view.looked_at) view.meaning = assess::meaning(view.facts, *view.looked_at);
  if (view.looked_at)
    if (auto zero = collect::zero_without_tolerance(view.round, *view.looked_at); !zero.empty())
      view.meaning.remarks.push_back(std::move(zero));
  view.offers = offer_lines(view, offers);
  view.past = past_lines(view.facts);
  view.history = history_of(picture, view.round);
  view.this_year = expected_words(picture, kept, {view.round.year.begins - 1});
  view.others_words = words_of(view.facts.others, view.definition());
  return view;
}

parts::Chart workbench_chart(const assess::Picture& picture, const Workbench& view) {
  const auto& kept = *view.facts.kept;
  const auto& d = kept.now();
  const auto points = assess::points(picture, kept);
  auto chart = assess::series_chart(picture, kept, points);
  if (d.judged == indicator::Judged::in_period && view.facts.process.is_drawn()) assess::draw_process(chart, view.facts.process, kept);
  if (points.empty()) return chart;
  if (view.facts.has_chance()) chart.summary += " Dotted: what is expected, in the range in which four in five such figures come to lie.";
  const auto end = calendar::Period::year(view.round.year).end();
  for (auto period = points.back().period.next(); period.end() <= end && period.fits(d.frequency); period = period.next()) {
    parts::ChartPoint ahead;
    ahead.when = period.words();
    ahead.start = period.start;
    ahead.end = period.end();
    ahead.written = "To come";
    const auto* of_year = period.financial_year() != view.round.year ? kept.target(period.financial_year())
                          : view.looked_at                           ? &*view.looked_at
                                                                     : nullptr;
    const auto expected = of_year ? indicator::expected(*of_year, d, period) : indicator::Expected{};
    ahead.target = expected.low && expected.high ? std::nullopt : expected.value;
    ahead.low = expected.low;
    ahead.high = expected.high;
    ahead.target_written = assess::written(expected, d);
    ahead.ahead = expected_in(view.facts, period);
    if (ahead.ahead) ahead.written = "Expected: " + ahead.ahead->written;
    chart.points.push_back(ahead);
  }
  return chart;
}

}  // namespace work
