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
  explicit Targets(Deciding& it) : it_(it) {}

  void decide() {
    auto groups = grouped(it_.intake.targets, [&](Row& row) { return key(row); });
    for (auto& rows : groups) {
      const auto place = it_.indicator(rows.front()->code);
      if (!place) {
        for (const auto* row : rows) it_.no_indicator(row->place, "indicator", row->code);
        continue;
      }
      auto editions = known(it_.indicators[*place], rows.front()->year);
      for (auto* row : rows) decide(it_.indicators[*place], rows, *row, editions);
    }
  }

 private:
  // The same indicator may be named by its reference of today and by an earlier one.
  std::string key(const Row& row) const {
    const auto place = it_.indicator(row.code);
    return (place ? std::to_string(*place) : upper(row.code)) + " " + row.year.words();
  }

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
    if (!all.empty()) keep_left_out(row, row_of(all.back()), it_.intake.sources[row.place.source].has);
    if (said_twice(rows, row)) return;

    std::vector<Edition> editions;
    for (const auto& edition : all) editions.push_back({edition.at, differences(row, row_of(edition)).empty()});
    const auto in_file = &row == rows.back() ? InFile::newest : InFile::followed;
    const auto year_begins = kit::Moment::start_of(calendar::Period::year(row.year).first());
    const auto standing = stand(row.agreed_on, year_begins, in_file, editions, it_.now);
    if (standing.is == Standing::Is::refused) return it_.fault(row.place, "agreed_on", standing.why);
    if (standing.is == Standing::Is::known) {
      ++it_.changes[Sheet::targets].unchanged;
      return;
    }

    auto no = indicator::faults(row, one.in(calendar::Period::year(row.year)));
    no.unless(all.empty() || standing.at <= year_begins || !row.reason.empty(), "reason",
              found("", "A target is fixed for the year. Say why it was changed, or leave it as it was."));
    it_.fault(row.place, no);
    if (!newest.is_new)
      it_.agreed_elsewhere(row.place, "year", row.year.words(), "The target of a year changes by proposal, so that two people answer for it. Propose it on the indicator's page, or leave the row as it is.");
    const auto differ = all.empty() ? std::string() : ": " + and_so(differences(row, row_of(all.back())));
    note(it_.changes[Sheet::targets], newest.is_new, one.now().code + ", " + row.year.words() + differ);
    add(one, row, standing.at, all);
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

  void add(const Becoming& one, const Row& row, kit::Moment at, std::vector<indicator::Target>& all) {
    indicator::Target made = row;
    made.indicator = one.id;
    made.edition = all.empty() ? 1 : all.back().edition + 1;
    made.at = at;
    all.push_back(made);
    it_.changes.targets.push_back(std::move(made));
  }

  Deciding& it_;
};

}  // namespace

void decide_targets(Deciding& it) { Targets(it).decide(); }

}  // namespace exchange
