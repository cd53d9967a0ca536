// Computed figures follow what they are computed from: whenever an input is entered, given back, checked, reported or corrected, in
// the same transaction, and those that need each other in order.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "assess/formulas.h"
#include "assess/picture.h"
#include "collect/computed.h"
#include "collect/entry.h"
#include "kit/db.h"

namespace work {

// Works out the steps; whoever asks writes them down.
class Following {
 public:
  Following(kit::Transaction& tx, const assess::Picture& picture, kit::Moment now);

  // At its run, what has not been reported is not there.
  void only_reported_in(calendar::Frequency frequency, const calendar::Period& period) { run_ = std::pair(frequency, period); }
  void an_input_changed(const collect::Entry& entry);  // as it stands now, written or about to be
  void all_of(calendar::Frequency frequency, const calendar::Period& period);
  void one(const assess::Kept& kept, const calendar::Period& period);
  struct Step {
    const assess::Kept* kept = nullptr;
    collect::Entry entry;
    std::string was;  // the figure before, in words
  };
  std::vector<Step> steps();  // in order: each after what it needs

 private:
  using Key = std::pair<indicator::IndicatorId, calendar::Period>;
  struct Known {
    std::optional<collect::Figure> figure;
    collect::InputsAre is = collect::InputsAre::reported;
  };

  void feed(indicator::IndicatorId input, const calendar::Period& period);
  std::optional<Step> step(const assess::Kept& kept, const calendar::Period& period);
  Known known(indicator::IndicatorId id, const calendar::Period& period, bool only_reported);

  kit::Transaction& tx_;
  const assess::Picture& picture_;
  kit::Moment now_;
  assess::FormulaInputs inputs_;
  std::vector<assess::ComputedIndicator> computed_;
  std::map<Key, collect::Entry> changed_;
  std::set<std::pair<std::size_t, calendar::Period>> waiting_;  // places in computed_, which stand by level
  std::optional<std::pair<calendar::Frequency, calendar::Period>> run_;
};

// Each with a record of its own. Answers the steps that were taken.
std::vector<Following::Step> follow(kit::Transaction& tx, const assess::Picture& picture,
                                    const std::vector<collect::Entry>& changed, kit::Moment now);
void follow_all_of(kit::Transaction& tx, const assess::Picture& picture, calendar::Frequency frequency,
                   const calendar::Period& period, kit::Moment now);
void follow_one(kit::Transaction& tx, const assess::Picture& picture, const assess::Kept& kept,
                kit::Moment now);  // in the periods that are collected now

}  // namespace work
