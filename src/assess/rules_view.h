// What the page of the status rules tells: the rules in force in plain words, their editions with who and why; and what another rule
// would change.
#pragma once
#include <string>
#include <vector>

#include "assess/rule_recount.h"

namespace assess {

struct StepView {
  parts::Status status = parts::Status::not_rated;
  std::string when;  // "when it is on or better than target"
};
std::vector<StepView> step_views(const RatingRule& rule);

struct RuleInForceView {
  std::string whom;    // "The whole council", "Core indicators"
  std::string name, named;  // "Two strikes", "the rule ‘Two strikes’"
  std::string origin;  // "In force since 1 April 2026, on the authority of Cabinet, 14 July 2026."
  std::vector<StepView> steps;
};

struct RuleEditionView {
  std::string whom, name, from, steps, reason, authority, by, recorded;
  bool gone = false;
};
template <class Teller>
void describe(Teller& t, const RuleEditionView& edition) {
  t.field("for", edition.whom);
  t.field("name", edition.name);
  t.field("applies_from", edition.from);
  t.field("steps", edition.steps);
  t.field("reason", edition.reason);
  t.field("authority", edition.authority);
  t.field("changed_by", edition.by);
  t.field("recorded", edition.recorded);
  t.field("gone", edition.gone);
}

struct RulesView {
  std::string lede;
  std::string tolerance;  // "5% of the target"
  Ratings ratings = Ratings::shown;
  std::vector<RuleInForceView> in_force;   // the council's first, then those of kinds
  std::vector<RuleEditionView> editions;   // the newest first
};
template <class Teller>
void describe(Teller& t, const RulesView& view) {
  t.field("in_short", view.lede);
  t.field("tolerance", view.tolerance);
  t.rows("editions", view.editions);
}
RulesView rules_view(const Picture& picture);

struct RecolouredView {
  std::string code, title, period, figure, target, why_now, why_then;
  parts::Status now = parts::Status::not_rated, then = parts::Status::not_rated;
};
template <class Teller>
void describe(Teller& t, const RecolouredView& one) {
  t.field("indicator", one.code);
  t.field("title", one.title);
  t.field("period", one.period);
  t.field("figure", one.figure);
  t.field("target", one.target);
  t.field("status", parts::words(one.now));
  t.field("status_then", parts::words(one.then));
  t.field("why", one.why_now);
  t.field("why_then", one.why_then);
}

struct RecountView {
  std::string lede;
  std::string quarter;
  std::vector<QuarterRecount> quarters;
  std::vector<RecolouredView> changed;
  std::vector<std::string> cautions;
};
template <class Teller>
void describe(Teller& t, const RecountView& view) {
  t.field("in_short", view.lede);
  t.field("quarter", view.quarter);
  t.list("cautions", view.cautions);
  t.rows("indicators", view.changed);
}
RecountView recount_view(const Recount& recount);

}  // namespace assess
