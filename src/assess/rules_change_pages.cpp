#include "assess/rules_change_pages.h"

#include "assess/picture_store.h"
#include "assess/rating_faults.h"
#include "assess/rule_address.h"
#include "assess/rule_edition_store.h"
#include "assess/rule_form.h"
#include "assess/rules_trial_pages.h"
#include "assess/shipped_rules.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/quote.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/text.h"

namespace assess {
namespace {

using council::Desk;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Reply;

void choose_scope(Html& html, Scope chosen) {
  parts::paragraph(html, [&] {
    bool first = true;
    for (const auto scope : all_scopes()) {
      if (!first) html.text(" · ");
      first = false;
      if (scope == chosen) parts::strong(html, words(scope));
      else parts::link(html, "/rules/change?for=" + code(scope), words(scope));
    }
  });
}

void shipped_list(Html& html, Scope scope) {
  parts::details(html, "Start from a rule that councils publish", [&] {
    parts::plain_list(html, [&] {
      for (const auto& one : shipped_rules())
        parts::item(html, [&] {
          parts::link(html, "/rules/change?for=" + code(scope) + "&from=" + std::string(one.code), one.rule.name);
          html.text(": " + std::string(one.about) + " ");
          parts::link(html, "/rules/what-would-change?for=" + code(scope) + "&from=" + std::string(one.code),
                      "What “" + one.rule.name + "” would change");
        });
    });
  });
}

parts::Page change_page(Desk& desk, const RuleEditions& rules, const TypedRule& typed, const Refusals& no) {
  auto page = parts::form_page(parts::Section::indicators, "Change the rule", no);
  auto& html = page.body;
  parts::thread(html, {{"Status rules", "/rules"}, {"Change", ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, page.title);
  choose_scope(html, typed.scope);
  parts::paragraph(html, [&] {
    html.text("The first step whose conditions all hold decides. You see what would change before anything is kept. ");
    parts::link(html, "/help/status", "How a rule gives a status");
  });
  shipped_list(html, typed.scope);
  rule_form(html, desk, typed, no);
  if (const auto* own = own_rule(rules, typed.scope))
    parts::paragraph(html, [&] {
      parts::link(html, "/rules/what-would-change?gone=yes&for=" + code(typed.scope),
                  typed.scope ? "Give up this rule, so that the council’s counts again" : "Go back to the usual rule");
      html.text(" instead of " + kit::quoted(own->rule.name) + ".");
    });
  return page;
}

// The first day of the next financial year.
std::string next_year(const Desk& desk) {
  const auto year = calendar::Period::containing(desk.now.date(), calendar::Frequency::annual).financial_year();
  return calendar::Period::year({year.begins + 1}).first().iso();
}

// What the form says, and what is wrong with it.
RuleEdition edition_typed(const Request& asked, const Desk& desk, const RuleEditions& rules, Refusals& no) {
  RuleEdition edition;
  edition.scope = read_scope(asked.typed("for")).value_or(Scope());
  edition.gone = asked.typed("gone") == "yes";
  if (const auto steps = read_steps(asked.typed("steps"))) edition.rule = {asked.typed("name"), *steps};
  else no.add(steps.refusals());
  const auto from = kit::Date::parse(asked.typed("from"));
  no.unless(from.has_value(), "from", "Choose the day from which it counts, or type it as in 2026-04-01.");
  if (from) edition.applies_from = *from;
  edition.reason = asked.typed("reason");
  edition.authority = asked.typed("authority");
  edition.by = desk.asker.person;
  edition.at = desk.now;
  const auto* before = newest(rules, edition.scope);
  no.unless(asked.typed("seen") == std::to_string(before ? before->edition : 0), "",
            "Somebody has set a rule since you began. Look at the rules, then try again.");
  no.unless(!edition.gone || (before && !before->gone), "", "There is no rule to give up.");
  no.add(faults(edition));
  return edition;
}

}  // namespace

Reply show_rule_change(const Request& asked, Desk& desk) {
  const auto scope = scope_asked_for(asked);
  if (!scope) return parts::error_page(404, "There is no such kind of indicator. Start from the rules.", {"Status rules", "/rules"});
  const auto picture = picture_for({}, desk);
  const auto rule = rule_asked_for(asked, picture->rules, *scope);
  if (!rule) return parts::error_page(404, rule.refusals().all().front().sentence, {"Change the rule", "/rules/change"});
  return change_page(desk, picture->rules, typed_of(*scope, *rule), {});
}

Reply take_rule_steps(const Request& asked, Desk& desk) {
  auto typed = typed_in(asked);
  const auto deed = asked.typed("do");
  if (!deed.empty() && deed != "look") {
    edit(typed, deed);
    auto page = change_page(desk, picture_for({}, desk)->rules, typed, {});
    return page;
  }

  const auto rule = read(typed);
  const auto no = rule ? faults(*rule) : rule.refusals();
  if (no.any()) return change_page(desk, picture_for({}, desk)->rules, typed, no);

  return kit::Response::see_other(address("/rules/what-would-change", typed.scope, *rule));
}

Reply show_what_would_change(const Request& asked, Desk& desk) {
  const auto scope = scope_asked_for(asked);
  if (!scope) return parts::error_page(404, "There is no such kind of indicator. Start from the rules.", {"Status rules", "/rules"});
  const auto picture = picture_for({}, desk);
  const bool gone = asked.asked("gone") == "yes";
  const auto rule = gone ? kit::Verdict<RatingRule>(rule_without_own(picture->rules, *scope))
                         : rule_asked_for(asked, picture->rules, *scope);
  if (!rule) return parts::error_page(404, rule.refusals().all().front().sentence, {"Change the rule", "/rules/change"});
  if (const auto no = faults(*rule); no.any()) return change_page(desk, picture->rules, typed_of(*scope, *rule), no);
  return recount_page(asked, desk, *picture, {*scope, *rule, gone, next_year(desk), "", ""}, {});
}

Reply take_rule_change(const Request& asked, Desk& desk) {
  const auto picture = picture_for({}, desk);
  const auto key = "rule " + asked.typed("key");
  auto tx = desk.db.write();
  if (council::find_record(tx, key)) return council::see_other(desk, "/rules", "It was set already.");
  const auto rules = load_rules(tx, desk.now, council::version(tx));
  Refusals no;
  const auto edition = edition_typed(asked, desk, rules, no);
  if (no.any()) {
    { auto done = std::move(tx); }
    if (edition.rule.steps.empty())
      return parts::error_page(422, "The rule could not be read. Write it again.",
                               {"Change the rule", "/rules/change"});
    return recount_page(
        {}, desk, *picture,
        {edition.scope, edition.rule, edition.gone, asked.typed("from"), edition.reason, edition.authority}, no);
  }

  auto deed = council::deed_of(
      desk, "rule", words(edition.scope),
      (edition.gone ? "given up: " : "set: ") + edition.rule.name + ", from " + edition.applies_from.iso(), key);
  deed.particulars.authority = edition.authority;
  deed.particulars.was = written(rule_with_own(rules, edition.scope).steps);
  deed.particulars.became = written(edition.rule.steps);
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) add_rules(tx, std::span(&edition, 1), recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/rules",
                            (edition.gone ? "The rule is given up" : "The rule is set") +
                                std::string(". It counts for periods that end on ") + edition.applies_from.words() +
                                " or later.");
}

}  // namespace assess
