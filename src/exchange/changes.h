// What an import changes: the facts to add, and for the preview how many rows of each sheet are new, changed and unchanged.
// Worked out from what the files say and what is known, all or nothing; neither database nor clock is asked.
#pragma once
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "compare/comparator.h"
#include "exchange/intake.h"

namespace exchange {

// What is known before the import.
struct Known {
  std::shared_ptr<const assess::Picture> picture;
  std::vector<compare::Area> areas;                     // these two only when tidy files are brought
  std::vector<compare::ComparatorFigure> comparators;   // the newest of each
};

struct Tally {
  static constexpr std::size_t shown = 8;
  std::size_t added = 0, changed = 0, unchanged = 0;
  std::vector<std::string> first_added, first_changed;  // a line each: "BBF07 Repeat referrals within 12 months"
  std::size_t rows() const { return added + changed + unchanged; }
};

// One figure of the council as the councils before it make it, or why they do not.
struct AddedUpFigure {
  std::string code, title, period;
  std::string from;     // "Eastvale and 60% of Marlshire CC", "Westby has no figure: 2 of 3 have one"
  std::string figure;   // as a reader sees it; empty when there is none
  std::string average;  // of a share or mean: what averaging theirs would have said
  collect::AddedUp how = collect::AddedUp::exact;
};

// An indicator that is new has a number below zero until it is saved.
struct Changes {
  std::array<Tally, all_sheets.size()> sheets;
  Tally comparators;
  std::vector<std::string> notices;
  std::vector<AddedUpFigure> added_up;  // by indicator and period, for the preview

  std::vector<council::Setting> settings;
  std::vector<council::Unit> units;
  std::vector<council::Person> people;
  std::vector<plan::Framework> frameworks;
  std::vector<plan::Priority> priorities;
  std::vector<plan::Line> lines;
  std::vector<indicator::Definition> definitions;
  std::vector<indicator::Lineage> lineage;
  std::vector<indicator::Target> targets;
  std::vector<indicator::Rebase> rebases;
  std::vector<assess::RuleEdition> rules;
  money::Months money;
  FigureRows figure_rows;                 // of the sheet Figures: there may be millions, so they are not copied,
  std::vector<std::uint32_t> added_rows;  // and these of them are added, by indicator and period
  std::vector<collect::Figure> figures;   // from tidy files
  std::vector<compare::Area> areas;
  std::vector<compare::ComparatorFigure> comparator_figures;

  Tally& operator[](Sheet sheet) { return sheets[static_cast<std::size_t>(sheet)]; }
  const Tally& operator[](Sheet sheet) const { return sheets[static_cast<std::size_t>(sheet)]; }
  std::size_t facts() const;  // how many are added
};
Changes without_facts(Changes changes);  // its counts, lines and notices

// The moment is that of the import: rows without a date count from it.
kit::Verdict<Changes> decide(Intake intake, const Known& known, kit::Moment now);

}  // namespace exchange
