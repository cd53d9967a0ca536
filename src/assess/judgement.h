// How one indicator stands in a period, and why: the figure that speaks for the period, what was expected of it, the
// rating, the direction of travel, and the sentence that explains each.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/aggregate.h"
#include "assess/direction.h"
#include "assess/picture.h"
#include "assess/rating_decision.h"

namespace assess {

struct Judgement {
  const Kept* kept = nullptr;
  const indicator::Definition* definition = nullptr;  // the edition that applies in `period`
  calendar::Period period;  // of the newest figure that speaks for the asked period; else the one that is awaited
  const collect::Figure* figure = nullptr;    // its newest edition; null: none has come
  const indicator::Target* target = nullptr;  // of the year of `period`; null: none has been set
  std::optional<double> value;                // the judged one: in period, year to date or rolling; unrounded
  indicator::Expected expected;               // what the target expects by the end of `period`
  Rating rating = Rating::no_data;
  std::optional<double> variance, favourable;
  const RatingRule* rule = nullptr;           // by which it was rated
  int step = -1;                              // of that rule, that decided; -1: there was nothing to judge
  Beside beside;                              // what the rule asked beside figure and target
  Direction direction = Direction::not_comparable;
  std::optional<double> comparator_value;
  calendar::Period comparator_period;         // the period of no months when the comparator is the baseline
  int available = 0, expected_periods = 0;    // how many of the periods that make up the value are there
  bool provisional = false;
  bool unchecked = false;                     // its newest figure was reported before it was checked
  bool overdue = false;                       // a figure for the asked period should be there
  std::string why;                            // the sentence that explains the status
  std::string direction_why;                  // and the one that explains the direction

  bool complete() const { return expected_periods > 0 && available == expected_periods; }
};

Judgement judge(const Picture& picture, const Kept& kept, const calendar::Period& asked);
std::vector<Judgement> judge_all(const Picture& picture,
                                 const calendar::Period& asked);  // in the order of picture.indicators

// As if other rules counted, for a council that tries one out.
std::vector<Judgement> judge_all(const Picture& picture, const calendar::Period& asked, const RuleEditions& rules);

// The tolerance that counts: the target's, else the indicator's, else the council's.
indicator::Tolerance tolerance_for(const Judgement& judgement, const Picture& picture);

// The quarter to show when nobody asks for another: the newest that has ended and for which figures have come in.
calendar::Period newest_quarter(const Picture& picture);

// Every period of an indicator with a figure, judged, oldest first: what a chart and a table of figures show. Charts
// start a new line where `breaks` says so.
struct Point {
  calendar::Period period;
  const collect::Figure* figure = nullptr;  // newest edition; never null
  std::optional<double> value;              // judged
  indicator::Expected expected;
  Rating rating = Rating::no_data;
  bool provisional = false;
  bool breaks = false;                      // the definition broke between the point before and this one
};
std::vector<Point> points(const Picture& picture, const Kept& kept);

// The periods of one indicator as parts of windows; with `from` only those that start at that month or later.
Series series_of(const Kept& kept, int from = 0);

}  // namespace assess
