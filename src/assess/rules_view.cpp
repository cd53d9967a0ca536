#include "assess/rules_view.h"

#include <algorithm>

#include "assess/sentences.h"
#include "assess/shipped_rules.h"

namespace assess {
namespace {

std::string tolerance_words(const Picture& picture) {
  const auto tolerance = indicator::read_tolerance(picture.council.setting("tolerance"));
  if (!tolerance) return {};
  const auto size = tolerance->size.text();
  std::string text = tolerance->kind == indicator::Tolerance::Kind::relative   ? size + "% of the target"
                     : tolerance->kind == indicator::Tolerance::Kind::absolute ? size + " in the indicator’s own unit"
                                                                               : "a limit of " + size;
  if (tolerance->well_above) text += ", and better than target begins at " + tolerance->well_above->text() + "% better";
  return text;
}

std::string person_words(const Picture& picture, const std::string& code) {
  const auto job = picture.council.job_of(code);
  const auto* person = picture.council.person(code);
  return !job.empty() ? job : person ? person->name : code;
}

std::string by_then(kit::Date from) { return "For periods that end on " + from.words() + " or later. "; }

RuleInForceView in_force(Scope scope, const RuleEdition& edition) {
  return {words(scope), edition.rule.name, named(edition.rule),
          by_then(edition.applies_from) + "On the authority of " + edition.authority + ". " + edition.reason,
          step_views(edition.rule)};
}

RuleEditionView edition_view(const Picture& picture, const RuleEdition& edition) {
  return {words(edition.scope), edition.rule.name, edition.applies_from.words(),      written(edition.rule.steps),
          edition.reason,       edition.authority, person_words(picture, edition.by), edition.at.date().words(),
          edition.gone};
}

std::string lede(const RulesView& view) {
  if (view.ratings == Ratings::hidden) return "The council shows no statuses: pages say which way each figure is going.";
  const auto own = view.in_force.size() - 1;
  std::string text = "Every status is given by " + view.in_force.front().named;
  if (own == 1) text += ", but for one kind of indicator that has a rule of its own";
  if (own > 1) text += ", but for " + std::to_string(own) + " kinds of indicator that have rules of their own";
  return text + ".";
}

RecolouredView recoloured(const Judgement& now, const Judgement& would) {
  const auto& d = *now.definition;
  return {d.code,
          d.title,
          now.period.words(),
          now.value ? indicator::written(*now.value, d) : "",
          target_words(now.expected, d),
          now.why,
          would.why,
          mark_of(now.rating),
          mark_of(would.rating)};
}

}  // namespace

std::vector<StepView> step_views(const RatingRule& rule) {
  std::vector<StepView> all;
  for (const auto& step : rule.steps) all.push_back({mark_of(step.rating), (step.when.empty() ? "" : "when ") + words(step)});
  return all;
}

RulesView rules_view(const Picture& picture) {
  const auto today = picture.as_at.date();
  RulesView view;
  view.ratings = ratings(picture);
  view.tolerance = tolerance_words(picture);
  for (const auto scope : all_scopes()) {
    if (const auto* edition = counting(picture.rules, scope, today)) view.in_force.push_back(in_force(scope, *edition));
    else if (!scope)
      view.in_force.push_back({words(scope), usual_rule().name, named(usual_rule()),
                               "It comes with Goldenthread, and counts where the council has set no other.",
                               step_views(usual_rule())});
  }
  std::vector<const RuleEdition*> newest_first;
  for (const auto& edition : picture.rules) newest_first.push_back(&edition);
  std::ranges::stable_sort(newest_first, std::greater(), [](const RuleEdition* one) { return std::pair(one->at, one->edition); });
  for (const auto* edition : newest_first) view.editions.push_back(edition_view(picture, *edition));
  view.lede = lede(view);
  return view;
}

RecountView recount_view(const Recount& recount) {
  RecountView view;
  const auto& newest = recount.quarters.front();
  view.quarter = newest.quarter.words();
  view.quarters = recount.quarters;
  view.cautions = recount.cautions;
  for (const auto i : recount.changed) view.changed.push_back(recoloured(recount.now[i], recount.would[i]));
  view.lede = newest.changes == 0 ? "No status of " + view.quarter + " would change."
                                  : std::to_string(newest.changes) + " of " + std::to_string(newest.now.total()) +
                                        " indicators would have another status in " + view.quarter + ".";
  return view;
}

}  // namespace assess
