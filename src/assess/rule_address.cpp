#include "assess/rule_address.h"

#include "assess/shipped_rules.h"

namespace assess {
namespace {

constexpr kit::Date end_of_time{std::chrono::sys_days(std::chrono::year(9999) / 12 / 31)};

const ShippedRule* shipped_rule(std::string_view code) {
  for (const auto& one : shipped_rules())
    if (one.code == code) return &one;
  return nullptr;
}

}  // namespace

std::string address(std::string_view path, Scope scope, const RatingRule& rule) {
  return std::string(path) + "?for=" + code(scope) + "&name=" + kit::url_encoded(rule.name) +
         "&steps=" + kit::url_encoded(written(rule.steps));
}

std::optional<Scope> scope_asked_for(const kit::Request& asked) {
  const auto code = asked.asked("for");
  return code.empty() ? std::optional(Scope()) : read_scope(code);
}

kit::Verdict<RatingRule> rule_asked_for(const kit::Request& asked, const RuleEditions& rules, Scope scope) {
  if (const auto steps = asked.asked("steps"); !steps.empty()) {
    auto read = read_steps(steps);
    if (!read) return read.refusals();
    return RatingRule{std::string(asked.asked("name")), *std::move(read)};
  }
  if (const auto* shipped = shipped_rule(asked.asked("from"))) return shipped->rule;
  return rule_with_own(rules, scope);
}

const RuleEdition* own_rule(const RuleEditions& rules, Scope scope) { return counting(rules, scope, end_of_time); }

const RatingRule& rule_with_own(const RuleEditions& rules, Scope scope) {
  const auto* own = own_rule(rules, scope);
  return own ? own->rule : rule_without_own(rules, scope);
}

const RatingRule& rule_without_own(const RuleEditions& rules, Scope scope) {
  const auto* councils = scope ? own_rule(rules, std::nullopt) : nullptr;
  return councils ? councils->rule : usual_rule();
}

}  // namespace assess
