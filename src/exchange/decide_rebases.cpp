// The sheet Rebases against what is known.
#include "exchange/deciding_rows.h"

namespace exchange {
namespace {

using Row = RebaseRow;

Row row_of(const indicator::Rebase& rebase) {
  Row row;
  static_cast<indicator::Rebase&>(row) = rebase;
  row.first_day = rebase.starts_on;
  return row;
}

class Rebases {
 public:
  explicit Rebases(Deciding& it) : it_(it), history_(it, Sheet::rebases, row_of) {}

  void decide() {
    history_.each(
        it_.intake.rebases, [](const Row& row) { return row.starts_on.iso(); },
        [this](const Becoming& one, const std::vector<Row*>& rows) {
          auto editions = known(one, rows.front()->starts_on);
          for (auto* row : rows) decide(one, *row, row == rows.back() ? InFile::newest : InFile::followed, editions);
        });
  }

 private:
  static std::vector<indicator::Rebase> known(const Becoming& one, const kit::Date& day) {
    std::vector<indicator::Rebase> editions;
    if (one.known)
      for (const auto& rebase : one.known->rebases)
        if (rebase.starts_on == day) editions.push_back(rebase);
    return editions;
  }

  void decide(const Becoming& one, Row& row, InFile in_file, std::vector<indicator::Rebase>& all) {
    if (!it_.spell(row.by, it_.people, row.place, "decided_by", "person") || !begins_a_period(one, row)) return;
    history_.keep(row, all);
    const auto at = history_.counts_from(row, all, in_file, it_.now);
    if (!at) return;
    note(it_.changes[Sheet::rebases], all.empty(), one.now().code + ", from " + row.starts_on.words());
    history_.add(one, row, *at, all, it_.changes.rebases);
  }

  bool begins_a_period(const Becoming& one, const Row& row) {
    const auto period = calendar::Period::containing(row.starts_on, one.now().frequency);
    if (period.first() == row.starts_on) return true;
    it_.fault(row.place, "starts_on",
              found(row.starts_on.iso(), "Its figures are " + std::string(calendar::words(one.now().frequency)) +
                                             ". Give the first day of a period: " + period.first().iso() + "."));
    return false;
  }

  Deciding& it_;
  HistoryOf<Row, indicator::Rebase> history_;
};

}  // namespace

void decide_rebases(Deciding& it) { Rebases(it).decide(); }

}  // namespace exchange
