// The routes stand at the end: GET /rules, GET and POST /rules/change, POST /rules/change/steps, GET /rules/what-would-change.
#include "assess/rules_pages.h"

#include "assess/picture_store.h"
#include "assess/rules_change_pages.h"
#include "assess/rules_trial_pages.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "parts/table.h"
#include "parts/text.h"

namespace assess {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;

void in_force(Html& html, const RuleInForceView& rule) {
  parts::heading(html, rule.whom + ": " + rule.name);
  steps_to_read(html, rule.steps);
  parts::small(html, rule.origin);
}

void editions(Html& html, const RulesView& view) {
  parts::heading(html, "Every rule there has been", "editions");
  if (view.editions.empty())
    return parts::paragraph(
        html,
        "The council has not changed the rule. When it does, each edition stands here with its reason, and what was judged before stays as it was.");
  parts::Table table(html, "Editions of the rules", {{"Counts from"}, {"For"}, {"Rule"}, {"Why", Column::Holds::long_words}, {"Who"}});
  for (const auto& one : view.editions) {
    table.row().head(one.from).cell(one.whom);
    table.cell(one.gone ? "No rule of its own any more" : one.name);
    table.cell(one.reason);
    table.cell([&] {
      html.text(one.by.empty() ? one.authority : one.by);
      if (!one.by.empty()) parts::small(html, "on the authority of " + one.authority);
      parts::small(html, "set on " + one.recorded);
    });
  }
}

parts::Reply show_rules(const Request& asked, Desk& desk) {
  const auto picture = picture_for(asked, desk);
  const auto view = rules_view(*picture);
  if (auto data = kit::as_data(asked, view, "rules.csv")) return *std::move(data);

  parts::Page page;
  page.title = "How each status is given";
  page.section = parts::Section::indicators;
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  parts::paragraph(html, [&] {
    html.text("The first step that holds decides. What one reads is what is judged: figure and target as they are shown. ");
    parts::link(html, "/help/status", "What each status means");
  });
  for (const auto& rule : view.in_force) in_force(html, rule);
  parts::heading(html, "The tolerance");
  parts::paragraph(html, "Where a rule asks for it, and neither the target nor the indicator has its own: " + view.tolerance + ".");
  editions(html, view);
  if (!picture->is_past && !council::why_not(May::set_rules, desk.asker).any())
    parts::paragraph(html, [&] { parts::link(html, "/rules/change", "Change the rule"); });
  return page;
}

}  // namespace

const council::Routes& rules_routes() {
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/rules", May::read, show_rules,
       "The rules by which status is given, in plain words, and their editions"},
      {Method::get, "/rules/change", May::set_rules, show_rule_change,
       "Write another rule, from the one in force or from one that councils publish"},
      {Method::post, "/rules/change/steps", May::set_rules, take_rule_steps,
       "Adds, moves or removes a step of a rule that is being written; keeps nothing"},
      {Method::get, "/rules/what-would-change", May::set_rules, show_what_would_change,
       "The newest figures judged by another rule, before it is set"},
      {Method::post, "/rules/change", May::set_rules, take_rule_change,
       "Sets a rule, with its reason and on whose authority"},
  };
  return routes;
}

}  // namespace assess
