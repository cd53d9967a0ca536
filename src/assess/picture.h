// The whole council as it was known at a moment: what every page, export and judgement is made from. Loaded once for a
// version of the data, shared, never changed.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/rule_editions.h"
#include "collect/figure.h"
#include "council/council.h"
#include "indicator/indicator.h"
#include "indicator/rebase.h"
#include "indicator/target.h"
#include "kit/moment.h"
#include "money/money.h"
#include "plan/plan.h"

namespace assess {

// One indicator with all that is known of it.
struct Kept {
  indicator::IndicatorId id = 0;
  std::vector<indicator::Definition> definitions;  // editions, oldest first; at least one
  std::vector<indicator::Target> targets;          // newest edition of each year, by year
  std::vector<indicator::Target> target_history;   // every edition, by year and edition
  std::vector<indicator::Lineage> lineage;         // where it comes from
  collect::Figures figures;                        // every edition, by period and edition
  std::vector<indicator::Rebase> rebases;          // every edition, by first day and edition

  const indicator::Definition& now() const { return definitions.back(); }
  const indicator::Definition& in(const calendar::Period& period) const;  // the edition that applies in a period
  const indicator::Target* target(calendar::FinancialYear year) const;
};

struct Picture {
  kit::Moment as_at;         // seen from this moment
  bool is_past = false;      // asked for as at a past moment
  std::int64_t version = 0;  // newest record it holds
  council::Council council;
  plan::Plan plan;
  money::Months money;       // of every unit and month, every edition
  RuleEditions rules;        // by which status is given, every edition
  std::vector<Kept> indicators;  // by code
  std::unordered_map<indicator::IndicatorId, std::size_t> places;
  std::unordered_map<std::string, std::size_t> codes;  // by code, upper case; also codes of earlier editions

  const Kept* find(std::string_view code) const;  // null when there is none
  const Kept* find(indicator::IndicatorId id) const;
  bool empty() const { return indicators.empty(); }
};

// Puts indicators in order and fills places and codes.
void index(Picture& picture);
std::size_t bytes(const Picture& picture);  // about how much memory it holds

}  // namespace assess
