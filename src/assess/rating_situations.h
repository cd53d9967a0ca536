// Every sort of situation that a rule's own conditions tell apart, for trying the rule in each. Inside the folder only.
#pragma once
#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <span>
#include <vector>

#include "assess/rating_decision.h"

namespace assess {

// Situations, as many as the rule can tell apart. Targets are chosen so that a percentage of them and an amount in the own unit come
// in either order.
class Situations {
 public:
  using Kind = Condition::Kind;
  static constexpr std::array before_kinds = {Kind::better_than_before, Kind::not_worse_than_before, Kind::worse_than_before};
  static constexpr std::array year_kinds = {Kind::better_than_year, Kind::not_worse_than_year, Kind::worse_than_year, Kind::near_year};

  explicit Situations(const RatingRule& rule)
      : rule_(rule),
        worse_by_(numbers_of({Kind::within_percent, Kind::under_percent})),
        better_by_(numbers_of({Kind::better_by_percent})),
        amounts_(numbers_of({Kind::within_amount})),
        near_(numbers_of({Kind::near_year})),
        counts_(numbers_of({Kind::off_in_a_row})) {}

  // About how many there are.
  double count() const {
    const auto directions_of = [&](std::span<const Kind> kinds) { return static_cast<double>(directions(kinds).size()); };
    double all = 2.0 * static_cast<double>(targets().size() * distances(100).size());
    for (const auto kind :
         {Kind::within_tolerance, Kind::minimum_met, Kind::stretch_met, Kind::well_above, Kind::provisional})
      all *= rule_.asks(kind) ? 2 : 1;
    all *= directions_of(before_kinds) * (directions_of(year_kinds) + static_cast<double>(near_.size()));
    return all * static_cast<double>(counts_.size() + 1);
  }

  template <class Try>
  void each(Try attempt) const {
    for (const bool range : choice(Kind::range_target, Both::always))
      for (const double target : targets())
        for (const double better : distances(target)) {
          Situation s;
          s.is_range = range;
          s.bound = target;
          s.better = range ? std::min(better, 0.0) : better;
          s.figure = target + s.better;
          each_standard(s, attempt);
        }
  }

 private:
  // The numbers that conditions of these kinds carry, each once.
  std::vector<double> numbers_of(std::initializer_list<Kind> kinds) const {
    std::set<double> all;
    for (const auto& step : rule_.steps)
      for (const auto& condition : step.when)
        if (std::ranges::find(kinds, condition.kind) != kinds.end()) all.insert(condition.by.number());
    return {all.begin(), all.end()};
  }

  enum class Both { when_asked, always };
  std::vector<bool> choice(Kind kind, Both both = Both::when_asked) const {
    return both == Both::always || rule_.asks(kind) ? std::vector<bool>{false, true} : std::vector<bool>{false};
  }

  std::vector<double> targets() const {
    std::vector<double> all = {100};
    if (!amounts_.empty()) all.insert(all.end(), {1e-2, 1e7});
    for (const double amount : amounts_)
      for (const double percent : worse_by_) all.push_back(100 * amount / percent);
    return all;
  }

  // On each mark, and just past it.
  std::vector<double> distances(double target) const {
    std::vector<double> marks;
    for (const double percent : worse_by_) marks.push_back(-percent / 100 * target);
    for (const double amount : amounts_) marks.push_back(-amount);
    for (const double percent : better_by_) marks.push_back(percent / 100 * target);
    std::vector<double> all = {0, -1e-5 * target, 1e-5 * target};
    for (const double mark : marks) all.insert(all.end(), {mark, mark * 1.00001, mark * 0.99999});
    return all;
  }

  template <class Try>
  void each_standard(Situation s, Try& attempt) const {
    for (const bool tolerated : choice(Kind::within_tolerance))
      for (const bool minimum : choice(Kind::minimum_met))
        for (const bool stretch : choice(Kind::stretch_met))
          for (const bool well_above : choice(Kind::well_above)) {
            s.standard.kind = indicator::Tolerance::Kind::absolute;
            s.standard.tolerance = tolerated ? 1e12 : 0;
            s.standard.well_above = well_above ? std::optional(0.0) : std::nullopt;
            s.beside.minimum = minimum ? std::optional(-1e12) : std::nullopt;
            s.beside.stretch = stretch ? std::optional(-1e12) : std::nullopt;
            each_before(s, attempt);
          }
  }

  std::vector<Direction> directions(std::span<const Kind> kinds) const {
    if (std::ranges::none_of(kinds, [&](Kind kind) { return rule_.asks(kind); })) return {Direction::not_comparable};
    return {Direction::not_comparable, Direction::improving, Direction::no_change, Direction::worsening};
  }

  template <class Try>
  void each_before(Situation s, Try& attempt) const {
    for (const auto before : directions(before_kinds))
      for (const auto year : directions(year_kinds)) {
        s.beside.before.direction = before;
        s.beside.year.direction = year;
        s.beside.year.value = 100;
        each_distance(s, attempt);
      }
  }

  template <class Try>
  void each_distance(Situation s, Try& attempt) const {
    auto worse = near_;
    worse.push_back(near_.empty() ? 0 : near_.back() + 1);
    auto rows = counts_;
    rows.insert(rows.begin(), 1);
    for (const double percent : s.beside.year.direction == Direction::worsening ? worse : std::vector<double>{0})
      for (const double row : s.better < 0 ? rows : std::vector<double>{0})
        for (const bool provisional : choice(Kind::provisional)) {
          s.beside.year.better = -percent;
          s.beside.off_in_a_row = static_cast<int>(row);
          s.beside.provisional = provisional;
          attempt(s);
        }
  }

  const RatingRule& rule_;
  std::vector<double> worse_by_, better_by_, amounts_, near_, counts_;
};

}  // namespace assess
