// The sheet Targets against what is known.
#include "exchange/deciding_rows.h"

namespace exchange {
namespace {

using Row = TargetRow;

Row row_of(const indicator::Target& target) {
  Row row;
  static_cast<indicator::Target&>(row) = target;
  row.of_year = target.year;
  return row;
}

struct Newest {
  std::vector<indicator::Target> editions;  // of one indicator and year: known, then new
  bool is_new = true;
};

class Targets {
 public:
  explicit Targets(Deciding& it) : it_(it), history_(it, Sheet::targets, row_of) {}

  void decide() {
    history_.each(
        it_.intake.targets, [](const Row& row) { return row.year.words(); },
        [this](const Becoming& one, const std::vector<Row*>& rows) {
          auto editions = known(one, rows.front()->year);
          for (auto* row : rows) decide(one, rows, *row, editions);
        });
  }

 private:
  static Newest known(const Becoming& one, calendar::FinancialYear year) {
    Newest newest;
    if (one.known)
      for (const auto& target : one.known->target_history)
        if (target.year == year) newest.editions.push_back(target);
    newest.is_new = newest.editions.empty();
    return newest;
  }

  void decide(const Becoming& one, const std::vector<Row*>& rows, Row& row, Newest& newest) {
    auto& all = newest.editions;
    history_.keep(row, all);
    if (said_twice(rows, row)) return;

    const auto in_file = &row == rows.back() ? InFile::newest : InFile::followed;
    const auto year_begins = kit::Moment::start_of(calendar::Period::year(row.year).first());
    const auto at = history_.counts_from(row, all, in_file, year_begins);
    if (!at) return;

    auto no = indicator::faults(row, one.in(calendar::Period::year(row.year)));
    no.unless(all.empty() || *at <= year_begins || !row.reason.empty(), "reason",
              found("", "A target is fixed for the year. Say why it was changed, or leave it as it was."));
    it_.fault(row.place, no);
    if (!newest.is_new)
      it_.agreed_elsewhere(
          row.place, "year", row.year.words(),
          "The target of a year changes by proposal, so that two people answer for it. Propose it on the indicator's page, or leave the row as it is.");
    const auto differ = all.empty() ? std::string() : ": " + and_so(differences(row, row_of(all.back())));
    note(it_.changes[Sheet::targets], newest.is_new, one.now().code + ", " + row.year.words() + differ);
    history_.add(one, row, *at, all, it_.changes.targets);
  }

  bool said_twice(const std::vector<Row*>& rows, const Row& row) {
    for (const auto* before : rows) {
      if (before == &row) return false;
      if (before->agreed_on != row.agreed_on || differences(*before, row).empty()) continue;
      it_.fault(row.place, "year", found(row.year.words(), "Row " + std::to_string(before->place.row) +
                    " has the same indicator, year and date. Take one out, or say in agreed_on when each was agreed."));
      return true;
    }
    return false;
  }

  Deciding& it_;
  HistoryOf<Row, indicator::Target> history_;
};

}  // namespace

void decide_targets(Deciding& it) { Targets(it).decide(); }

}  // namespace exchange
