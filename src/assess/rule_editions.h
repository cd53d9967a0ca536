// The rules of a council over time. Each edition counts for periods that end on or after its day, until a newer one does; so what was
// judged under an older rule stays judged by it. A kind of indicator can have a rule of its own.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/rating_rule.h"
#include "calendar/period.h"
#include "indicator/indicator.h"
#include "kit/moment.h"

namespace assess {

// For whom a rule is: the whole council, or one kind of indicator.
using Scope = std::optional<indicator::Kind>;
std::string code(Scope scope);   // "council", "core"
std::string words(Scope scope);  // "The whole council", "Core indicators"
std::optional<Scope> read_scope(std::string_view code);  // none for a kind that never has a target
const std::vector<Scope>& all_scopes();

struct RuleEdition {
  Scope scope;
  std::int32_t edition = 1;
  RatingRule rule;          // of one that is gone what it was called; its steps do not count
  kit::Date applies_from;   // for periods that end on this day or later
  bool gone = false;        // of a kind: from then on the council's rule counts again; of the council: the usual one
  std::string reason;
  std::string authority;    // at whose word: "Cabinet, 14 July 2026"
  std::string by;           // code of a person
  kit::Moment at;           // when it was recorded
  friend bool operator==(const RuleEdition&, const RuleEdition&) = default;
};

// In order of scope and edition.
using RuleEditions = std::vector<RuleEdition>;
const RuleEdition* newest(const RuleEditions& editions, Scope scope);  // of all, whether it counts yet or not; null when there is none

// The one that counts for a scope on a day, by itself; null when none does, or it is gone.
const RuleEdition* counting(const RuleEditions& editions, Scope scope, kit::Date last_day);
// The rule for an indicator of a kind in a period: the kind's, else the council's, else the usual one.
const RatingRule& rule_for(const RuleEditions& editions, indicator::Kind kind, const calendar::Period& period);

// What is wrong with an edition that is to follow those of its scope.
kit::Refusals faults(const RuleEdition& edition);

}  // namespace assess
