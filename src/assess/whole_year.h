// A year as a whole, judged as the board will judge it at its end: by the rule that counts for the council then, against what
// the year's target expects of the whole. A forecast and a past target are rated by it.
#pragma once
#include <optional>
#include <vector>

#include "assess/judgement.h"

namespace assess {

class WholeYear {
 public:
  WholeYear(const Picture& picture, const Kept& kept, calendar::FinancialYear year);

  const calendar::Period& last() const { return judgement_.period; }
  const indicator::Definition& definition() const { return definition_; }  // as if it were judged from April to March
  const indicator::Expected& expected() const { return judgement_.expected; }
  const RatingRule& rule() const { return *judgement_.rule; }
  bool has_target() const { return judgement_.target != nullptr; }

  // `series`: the indicator's periods; of a year that is not over, with those that are foretold.
  Rating rating(std::optional<double> outturn, const Series& series) const;

 private:
  indicator::Definition definition_;
  Judgement judgement_;
  indicator::Tolerance tolerance_;
};

// What a target of a year expects of the whole of it: the year's sum stands against the sum of its periods.
indicator::Expected expected_of_year(const indicator::Target& target, const indicator::Definition& definition);

// One period to come, as if its forecast came true; of a ratio with its number of cases.
struct ToCome {
  calendar::Period period;
  double figure = 0;
  std::optional<double> cases;
};
// Each as it would be submitted: year to date where that is how the figures come.
void add_foretold(Series& series, const Method& method, const std::vector<ToCome>& to_come);

}  // namespace assess
