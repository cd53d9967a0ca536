// What changed from one year's set to the next, indicator by indicator, read from the editions of definitions, the lineage and
// the lines of the plan: the rows of the change appendix.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "assess/indicator_set.h"

namespace assess {

class SetChanges {
 public:
  SetChanges(const Picture& picture, calendar::FinancialYear year);

  SetChangeKind came_by(const Kept& kept) const;  // new, split or merged: how an indicator that was not there before came
  SetChangeKind left_by(const Kept& kept) const;  // removed, split or merged: how one that is there no more went
  enum class Presence { stays, comes, leaves };
  void add(std::vector<SetChange>& changes, const Kept& kept, Presence presence) const;

 private:
  struct Descent {
    const Kept* kept;
    indicator::LineageKind kind;
  };
  const std::vector<Descent>& from(const Kept& kept) const { return found(comes_from_, kept); }
  const std::vector<Descent>& into(const Kept& kept) const { return found(goes_into_, kept); }
  using ByIndicator = std::map<indicator::IndicatorId, std::vector<Descent>>;
  static const std::vector<Descent>& found(const ByIndicator& all, const Kept& kept);
  std::optional<SetChange> alteration(const Kept& kept, const indicator::Definition& before, const indicator::Definition& now) const;
  bool moves_line(const Kept& kept, kit::Date on) const;
  std::string move_words(const Kept& kept, const indicator::Definition& before, const indicator::Definition& now) const;

  const Picture& picture_;
  calendar::Period year_;
  ByIndicator comes_from_, goes_into_;  // within the year
};

}  // namespace assess
