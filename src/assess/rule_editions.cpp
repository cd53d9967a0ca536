#include "assess/rule_editions.h"

#include "assess/rating_faults.h"
#include "assess/shipped_rules.h"

namespace assess {
namespace {

constexpr std::size_t longest_reason = 1000, longest_authority = 200;

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace

std::string code(Scope scope) { return scope ? std::string(indicator::code(*scope)) : "council"; }
std::string words(Scope scope) { return scope ? capital(std::string(indicator::words(*scope))) + " indicators" : "The whole council"; }

const std::vector<Scope>& all_scopes() {
  using enum indicator::Kind;
  static const std::vector<Scope> all = {std::nullopt, core, service, organisational_health, management};
  return all;
}

std::optional<Scope> read_scope(std::string_view text) {
  for (const auto scope : all_scopes())
    if (code(scope) == text) return scope;
  return std::nullopt;
}

const RuleEdition* newest(const RuleEditions& editions, Scope scope) {
  for (auto each = editions.rbegin(); each != editions.rend(); ++each)
    if (each->scope == scope) return &*each;
  return nullptr;
}

const RuleEdition* counting(const RuleEditions& editions, Scope scope, kit::Date last_day) {
  for (auto each = editions.rbegin(); each != editions.rend(); ++each)
    if (each->scope == scope && each->applies_from <= last_day) return each->gone ? nullptr : &*each;
  return nullptr;
}

const RatingRule& rule_for(const RuleEditions& editions, indicator::Kind kind, const calendar::Period& period) {
  if (editions.empty()) return usual_rule();
  const auto last = period.last();
  if (const auto* own = counting(editions, kind, last)) return own->rule;
  const auto* councils = counting(editions, std::nullopt, last);
  return councils ? councils->rule : usual_rule();
}

kit::Refusals faults(const RuleEdition& edition) {
  kit::Refusals no;
  if (!edition.gone) no = faults(edition.rule);
  no.unless(!edition.reason.empty(), "reason", "Say why the rule changes. Everybody who reads a status can read it.");
  no.unless(edition.reason.size() <= longest_reason, "reason", "Use at most 1,000 letters for the reason.");
  no.unless(!edition.authority.empty(), "authority", "Say on whose authority, such as “Cabinet, 14 July 2026”.");
  no.unless(edition.authority.size() <= longest_authority, "authority", "Use at most 200 letters to say on whose authority.");
  return no;
}

}  // namespace assess
