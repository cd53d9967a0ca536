// A target as it is typed in the round: read, held against its indicator, and looked at for what may be a slip of the pen.
#include <algorithm>
#include <cmath>

#include "collect/target_round.h"
#include "kit/quote.h"

namespace collect {
namespace {

using indicator::Definition;
using indicator::Target;
using indicator::TargetKind;
using kit::Refusals;

constexpr double far_off = 10;  // times the year before

using Maybe = std::optional<kit::Decimal>;
Maybe number(const std::string& text, std::string_view field, Refusals& no) {
  if (text.empty()) return std::nullopt;
  const auto read = kit::Decimal::parse(text);
  no.unless(read.has_value(), field, "Found " + kit::quoted(text) + ". Type a number with at most four decimals, such as 92.5.");
  return read;
}

std::vector<kit::Decimal> numbers(std::string text, Refusals& no) {
  std::vector<kit::Decimal> all;
  std::ranges::replace_if(text, [](char c) { return c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\t'; }, ' ');
  for (std::size_t at = 0; at < text.size();) {
    const auto from = text.find_first_not_of(' ', at);
    if (from == std::string::npos) break;
    at = std::min(text.find(' ', from), text.size());
    if (const auto one = number(text.substr(from, at - from), "periods", no)) all.push_back(*one);
  }
  return all;
}

void within_bounds(const Definition& d, const Maybe& value, std::string_view field, Refusals& no) {
  if (!value) return;
  const auto said = [&](const Maybe& bound, std::string_view what) {
    return "No figure of this indicator can be " + std::string(what) + " " + indicator::written(bound->number(), d) +
           ", so " + indicator::written(value->number(), d) + " is no target.";
  };
  if (d.aggregation == indicator::Aggregation::sum) return;  // bounds are of one period, the target of the year
  if (d.least && *value < *d.least) no.add(std::string(field), said(d.least, "below"));
  if (d.most && *d.most < *value) no.add(std::string(field), said(d.most, "above"));
}

std::string text_of(const Maybe& number) { return number ? number->text() : std::string(); }

std::string text_of(const std::vector<kit::Decimal>& all) {
  std::string text;
  for (const auto one : all) text += (text.empty() ? "" : " ") + one.text();
  return text;
}

}  // namespace

TypedTarget typed(const Target& t) {
  return {std::string(code(t.kind)),
          text_of(t.value),
          text_of(t.low),
          text_of(t.high),
          text_of(t.periods),
          text_of(t.baseline),
          text_of(t.minimum),
          text_of(t.stretch),
          t.tolerance ? indicator::written(*t.tolerance) : std::string(),
          {},
          {},
          false};
}

TypedTarget typed(const ProposedTarget& proposed) {
  auto made = typed(proposed.target);
  made.because = code(proposed.because);
  made.rationale = proposed.target.rationale;
  return made;
}

std::vector<TargetKind> kinds_for(const Definition& d) {
  using enum TargetKind;
  if (d.polarity == indicator::Polarity::in_range) return {range};
  if (d.aggregation == indicator::Aggregation::sum)
    return d.judged == indicator::Judged::in_period ? std::vector{linear, flat, profile, by_period}
                                                    : std::vector{linear, profile, by_period};
  if (d.submitted == indicator::Submitted::cumulative_over_annual) return {by_period, linear, profile, flat};
  return {flat, by_period, trajectory};
}

kit::Verdict<Target> target_typed(const InRound& of, const TypedTarget& typed) {
  Refusals no;
  const auto& d = *of.definition;
  Target made;
  made.indicator = d.indicator;
  made.year = of.year;
  const auto kind = typed.kind.empty() ? std::optional(kinds_for(d).front()) : indicator::read_target_kind(typed.kind);
  no.unless(kind.has_value(), "kind", "Choose how the target is spread over the year.");
  if (kind) made.kind = *kind;
  made.value = number(typed.value, "value", no);
  made.low = number(typed.low, "low", no);
  made.high = number(typed.high, "high", no);
  made.periods = numbers(typed.periods, no);
  made.baseline = number(typed.baseline, "baseline", no);
  made.minimum = number(typed.minimum, "minimum", no);
  made.stretch = number(typed.stretch, "stretch", no);
  if (!typed.tolerance.empty()) {
    const auto read = indicator::read_tolerance(typed.tolerance);
    if (read) made.tolerance = *read;
    else no.add("tolerance", read.refusals().all().front().sentence);
  }
  made.rationale = typed.rationale;
  if (no.any()) return no;
  const auto faults = indicator::faults(made, d);
  for (const auto& fault : faults.all())
    no.add(fault.field == "target" ? "value" : fault.field == "indicator" ? "" : fault.field, fault.sentence);
  within_bounds(d, made.value, "value", no);
  within_bounds(d, made.low, "low", no);
  within_bounds(d, made.high, "high", no);
  if (no.any()) return no;
  return made;
}

std::string zero_without_tolerance(const InRound& of, const Target& target) {
  if (!target.value || target.value->units() != 0 ||
      target.tolerance.value_or(of.tolerance).kind != indicator::Tolerance::Kind::relative)
    return {};
  return "The target is zero, and a percentage of zero is zero: no figure could be close. Give a tolerance in the indicator’s own unit, such as absolute 2.";
}

std::string looks_mistyped(const InRound& of, const Target& target) {
  const auto* before = of.year_before;
  if (!before || !before->value || !target.value || before->value->units() == 0 || target.value->units() == 0) return {};
  const double times = std::fabs(target.value->number() / before->value->number());
  if (times < far_off && times > 1 / far_off) return {};
  const auto& d = *of.definition;
  return indicator::written(target.value->number(), d) +
         (times >= far_off ? " is ten times the target of " : " is a tenth of the target of ") + before->year.words() +
         ", " + indicator::written(before->value->number(), d) +
         (times == far_off || times == 1 / far_off ? "." : ", or further off.");
}

}  // namespace collect
