// The sheet Rules against what is known.
#include "exchange/deciding_rows.h"

namespace exchange {
namespace {

using Row = RuleRow;

Row row_of(const assess::RuleEdition& edition) {
  Row row;
  static_cast<assess::RuleEdition&>(row) = edition;
  return row;
}

class Rules {
 public:
  explicit Rules(Deciding& it) : it_(it) {}

  void decide(const std::vector<Row*>& rows) {
    assess::RuleEditions editions;
    for (const auto& edition : it_.known.picture->rules)
      if (edition.scope == rows.front()->scope) editions.push_back(edition);
    const bool is_new = editions.empty();
    for (auto* row : rows) decide(*row, row == rows.back() ? InFile::newest : InFile::followed, editions, is_new);
  }

 private:
  void decide(Row& row, InFile in_file, assess::RuleEditions& all, bool is_new) {
    if (!all.empty()) keep_left_out(row, row_of(all.back()), it_.intake.sources[row.place.source].has);
    it_.spell(row.by, it_.people, row.place, "changed_by", "person");
    std::vector<Edition> editions;
    for (const auto& edition : all) editions.push_back({edition.at, differences(row, row_of(edition)).empty()});
    const auto standing = stand(row.recorded_on, it_.now, in_file, editions, it_.now);
    if (standing.is == Standing::Is::refused) return it_.fault(row.place, "recorded_on", standing.why);
    if (standing.is == Standing::Is::known) {
      ++it_.changes[Sheet::rules].unchanged;
      return;
    }

    check(row);
    it_.agreed_elsewhere(
        row.place, "name", row.rule.name,
        "A status rule is set on the page of rules, which first shows what would change. Set it there, or leave the row out.");
    note(it_.changes[Sheet::rules], is_new, assess::words(row.scope) + ": " + row.rule.name);
    assess::RuleEdition made = row;
    made.edition = all.empty() ? 1 : all.back().edition + 1;
    made.at = standing.at;
    all.push_back(made);
    it_.changes.rules.push_back(std::move(made));
  }

  // A step is named in the sentence; its column is the one that holds them all.
  void check(const Row& row) {
    const auto no = assess::faults(row);
    for (const auto& fault : no.all())
      it_.fault(row.place, fault.field.starts_with("step") ? "steps" : fault.field, fault.sentence);
  }

  Deciding& it_;
};

}  // namespace

void decide_rules(Deciding& it) {
  auto groups = grouped(it.intake.rules, [](const Row& row) { return assess::code(row.scope); });
  Rules rules(it);
  for (auto& rows : groups) rules.decide(rows);
}

}  // namespace exchange
