// How the council stands among others in one published indicator, now and a year before: what of it is a question to ask. Never a verdict:
// a figure far from the middle may be the place, the people or the counting.
#pragma once
#include "compare/comparison.h"
#include "compare/load.h"
#include "compare/year_meaning.h"

namespace explore {

struct Standing {
  compare::Place now;
  std::optional<compare::Place> before;  // a year earlier, of a period as long: its figure and how many lie on each side, without a middle
};

struct JudgedStanding {
  const compare::Load* load = nullptr;
  compare::PublishedIndicator indicator;
  Standing standing;
  compare::Writing writing;
  double mads = 0;  // from the middle; 0 where everybody is the same

  std::optional<int> quartile() const;  // 1 is best, or highest where neither way is known to be better; none of fewer than five
  std::optional<int> quartile_before() const;
  assess::Oddity oddity() const;
  int fell() const;                     // by how many quarters, where one way is better; 0: it did not
  std::string far_question() const;
  std::string fell_question() const;
};

template <class Teller>
void describe(Teller& t, const JudgedStanding& view) {
  const auto& now = view.standing.now;
  const bool is_there = view.load != nullptr;
  t.field("data_set", is_there ? view.load->data_set : std::string());
  t.field("indicator", view.indicator.title);
  t.field("period", is_there ? now.period.iso() : std::string());
  t.field("own", now.own);
  t.field("councils", now.areas);
  t.field("others_median", now.others_median);
  t.field("mads_from_median", view.mads);
  t.field("oddity", view.oddity() == assess::Oddity::outlier ? "outlier" : view.oddity() == assess::Oddity::unusual ? "unusual" : "none");
  t.field("quartile", view.quartile());
  t.field("quartile_a_year_before", view.quartile_before());
}

// Both periods as a plain year is meant.
void put_right(Standing& standing, compare::YearMeaning meaning);

JudgedStanding judged(const compare::Load& load, const compare::PublishedIndicator& indicator, Standing standing);

}  // namespace explore
