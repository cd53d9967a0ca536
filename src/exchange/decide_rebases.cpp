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
  explicit Rebases(Deciding& it) : it_(it) {}

  void decide() {
    for (auto& rows : grouped(it_.intake.rebases, [&](Row& row) { return key(row); })) {
      const auto place = it_.indicator(rows.front()->code);
      if (!place) {
        for (const auto* row : rows) it_.no_indicator(row->place, "indicator", row->code);
        continue;
      }
      auto editions = known(it_.indicators[*place], rows.front()->starts_on);
      for (auto* row : rows) decide(it_.indicators[*place], *row, row == rows.back() ? InFile::newest : InFile::followed, editions);
    }
  }

 private:
  std::string key(const Row& row) const {
    const auto place = it_.indicator(row.code);
    return (place ? std::to_string(*place) : upper(row.code)) + " " + row.starts_on.iso();
  }

  static std::vector<indicator::Rebase> known(const Becoming& one, const kit::Date& day) {
    std::vector<indicator::Rebase> editions;
    if (one.known)
      for (const auto& rebase : one.known->rebases)
        if (rebase.starts_on == day) editions.push_back(rebase);
    return editions;
  }

  void decide(const Becoming& one, Row& row, InFile in_file, std::vector<indicator::Rebase>& all) {
    if (!it_.spell(row.by, it_.people, row.place, "decided_by", "person") || !begins_a_period(one, row)) return;
    if (!all.empty()) keep_left_out(row, row_of(all.back()), it_.intake.sources[row.place.source].has);
    std::vector<Edition> editions;
    for (const auto& edition : all) editions.push_back({edition.at, differences(row, row_of(edition)).empty()});
    const auto standing = stand(row.agreed_on, it_.now, in_file, editions, it_.now);
    if (standing.is == Standing::Is::refused) return it_.fault(row.place, "agreed_on", standing.why);
    if (standing.is == Standing::Is::known) {
      ++it_.changes[Sheet::rebases].unchanged;
      return;
    }
    note(it_.changes[Sheet::rebases], all.empty(), one.now().code + ", from " + row.starts_on.words());
    add(one, row, standing.at, all);
  }

  bool begins_a_period(const Becoming& one, const Row& row) {
    const auto period = calendar::Period::containing(row.starts_on, one.now().frequency);
    if (period.first() == row.starts_on) return true;
    it_.fault(row.place, "starts_on", found(row.starts_on.iso(), "Its figures are " + std::string(calendar::words(one.now().frequency)) + ". Give the first day of a period: " + period.first().iso() + "."));
    return false;
  }

  void add(const Becoming& one, const Row& row, kit::Moment at, std::vector<indicator::Rebase>& all) {
    indicator::Rebase made = row;
    made.indicator = one.id;
    made.edition = all.empty() ? 1 : all.back().edition + 1;
    made.at = at;
    all.push_back(made);
    it_.changes.rebases.push_back(std::move(made));
  }

  Deciding& it_;
};

}  // namespace

void decide_rebases(Deciding& it) { Rebases(it).decide(); }

}  // namespace exchange
