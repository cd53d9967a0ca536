// What is at hand while an import is decided, sheet by sheet: what the files say, what is known, what will be, what is wrong.
#pragma once
#include <map>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "exchange/changes.h"

namespace exchange {

// Codes as they were first spelt, found without regard to case.
class Spelling {
 public:
  void add(const std::string& code) { codes_.try_emplace(upper(code), code); }
  const std::string* find(std::string_view code) const;
  std::vector<std::string> all() const;  // in order
  std::string suggestion(std::string_view code) const;  // " Did you mean PLACE?", or empty

 private:
  std::unordered_map<std::string, std::string> codes_;
};

// An indicator as it will be.
struct Becoming {
  indicator::IndicatorId id = 0;
  const assess::Kept* known = nullptr;  // null for a new one
  std::vector<const indicator::Definition*> definitions;  // known and new, oldest first
  const indicator::Definition& now() const { return *definitions.back(); }
  const indicator::Definition& in(const calendar::Period& period) const;
};

struct Deciding {
  Deciding(Intake& brought, const Known& before, kit::Moment moment)
      : intake(brought), known(before), now(moment), faults(std::move(brought.faults)) {}

  Intake& intake;
  const Known& known;
  kit::Moment now;
  Faults faults;
  Changes changes;

  // As they will be.
  Spelling people, units, frameworks, priorities;
  plan::Plan plan;
  std::vector<Becoming> indicators;
  std::unordered_map<std::string, std::size_t> codes;          // of indicators as they will be, in upper case
  std::unordered_map<std::string, std::size_t> earlier_codes;  // that an indicator had before
  std::unordered_map<std::string, std::string> no_indicators;  // what is said of each that is missing
  std::unordered_set<std::string> refused;                     // references in rows that could not be read, in upper case
  std::vector<std::unique_ptr<indicator::Definition>> made;    // keeps the new definitions in place

  void fault(Place place, std::string_view column, std::string what) { faults.at(intake.sources, place, column, std::move(what)); }
  void fault(Place place, const kit::Refusals& refusals);
  std::optional<std::size_t> indicator(std::string_view code) const;
  // Says that there is no such indicator, unless its row could not be read and has said enough.
  void no_indicator(Place place, std::string_view column, const std::string& code);
  // What two people agree on elsewhere is changed by nobody's file, once people work here: says so, and `instead` what to do.
  void reported_already(Place place, const calendar::Period& period);
  void agreed_elsewhere(Place place, std::string_view column, std::string_view typed, std::string_view instead);
  std::string indicator_suggestion(std::string_view code) const;
  // Puts the known spelling in place of the one typed, or says that there is no such thing.
  bool spell(std::string& code, const Spelling& among, Place place, std::string_view column, std::string_view what);
};

// Where a row stands among the editions of its thing.
struct Edition {
  kit::Moment at;
  bool same = false;  // it says what the row says
};
struct Standing {
  enum class Is { known, added, refused };
  Is is = Is::known;
  kit::Moment at;   // of an added one
  std::string why;  // of a refused one
};
// `usual` is when a row without a date counts from, if it is the first edition. A row after which the file has another of the
// same thing tells its history: without a date it may be any edition that is known.
enum class InFile { newest, followed };
Standing stand(const When& when, kit::Moment usual, InFile in_file, std::span<const Edition> editions, kit::Moment now);

void note(Tally& tally, bool is_new, std::string line);

void decide_people(Deciding& it);
void decide_council(Deciding& it);
void decide_plan(Deciding& it);
void decide_indicators(Deciding& it);
void decide_targets(Deciding& it);
void decide_rebases(Deciding& it);
void decide_predecessors(Deciding& it);  // makes rows of the sheet Figures
void decide_figures(Deciding& it);
void decide_rules(Deciding& it);
void decide_money(Deciding& it);
void decide_tidy(Deciding& it);
// The newest row that the file has of an indicator, by its place in it.indicators.
using RowsOfIndicators = std::map<std::size_t, Place>;
void check_formulas(Deciding& it, const RowsOfIndicators& rows);
void decide_computed(Deciding& it);  // what follows from all of these by formula

}  // namespace exchange
