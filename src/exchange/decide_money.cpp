// The sheet Money against what is known.
#include "exchange/deciding_rows.h"

namespace exchange {
namespace {

using Row = MoneyRow;

Row row_of(const money::Month& month) {
  Row row;
  static_cast<money::Month&>(row) = month;
  return row;
}

std::string key_of(const money::Month& month) { return upper(month.unit) + " " + month.month.iso(); }

class Money {
 public:
  explicit Money(Deciding& it) : it_(it) {
    for (const auto& month : it.known.picture->money) known_[key_of(month)].push_back(month);
  }

  void decide() {
    for (auto& rows : grouped(it_.intake.money, key_of)) {
      auto all = known_[key_of(*rows.front())];
      const bool is_new = all.empty();
      for (auto* row : rows) decide(rows, *row, all, is_new);
    }
  }

 private:
  void decide(const std::vector<Row*>& rows, Row& row, money::Months& all, bool is_new) {
    if (!it_.spell(row.unit, it_.units, row.place, "unit", "directorate or service")) return;
    if (!all.empty()) keep_left_out(row, row_of(all.back()), it_.intake.sources[row.place.source].has);
    if (said_twice(rows, row)) return;
    std::vector<Edition> editions;
    for (const auto& edition : all) editions.push_back({edition.at, differences(row, row_of(edition)).empty()});
    const auto standing = stand(row.recorded_on, it_.now, &row == rows.back() ? InFile::newest : InFile::followed, editions, it_.now);
    if (standing.is == Standing::Is::refused) return it_.fault(row.place, "recorded_on", standing.why);
    if (standing.is == Standing::Is::known) {
      ++it_.changes[Sheet::money].unchanged;
      return;
    }
    it_.fault(row.place, money::faults(row));
    note(it_.changes[Sheet::money], is_new,
         row.unit + ", " + row.month.words() +
             (all.empty() ? std::string() : ": " + and_so(differences(row, row_of(all.back())))));
    add(row, standing.at, all);
  }

  bool said_twice(const std::vector<Row*>& rows, const Row& row) {
    for (const auto* before : rows) {
      if (before == &row) return false;
      if (before->recorded_on != row.recorded_on || differences(*before, row).empty()) continue;
      it_.fault(row.place, "month", found(row.month.words(), "Row " + std::to_string(before->place.row) +
                    " has the same unit, month and date. Add the two up, take one out, or say in recorded_on when each was told."));
      return true;
    }
    return false;
  }

  void add(const Row& row, kit::Moment at, money::Months& all) {
    money::Month made = row;
    made.edition = all.empty() ? 1 : all.back().edition + 1;
    made.at = at;
    all.push_back(made);
    it_.changes.money.push_back(std::move(made));
  }

  Deciding& it_;
  std::unordered_map<std::string, money::Months> known_;
};

}  // namespace

void decide_money(Deciding& it) {
  if (!it.intake.money.empty()) Money(it).decide();
}

}  // namespace exchange
