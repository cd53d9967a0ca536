#include "app/integrity.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "app/integrity.sql.h"
#include "assess/rating_faults.h"
#include "calendar/period.h"
#include "collect/evidence_store.h"
#include "compare/published_store.h"
#include "council/record_store.h"
#include "indicator/computed_from.h"
#include "indicator/indicator.h"
#include "indicator/indicator_store.h"
#include "kit/quote.h"

namespace app {
namespace {

namespace sql = integrity_sql;

constexpr kit::Query amcheck{"check: amcheck", "select 0",
                             "select sum(case when bt_index_check(c.oid) is null then 1 else 0 end) from pg_class c "
                             "join pg_am a on a.oid = c.relam join pg_namespace n on n.oid = c.relnamespace "
                             "where a.amname = 'btree' and c.relkind = 'i' and n.nspname = current_schema()"};

// A query that lists things, and what is wrong with each.
struct Wrong {
  const kit::Query& query;
  std::string_view before, after;
};
const Wrong wrongs[] = {
    {sql::soundness, "The database file is damaged: ", "."},
    {sql::empty_records, "Record ", " says that something was saved, but nothing that is stored carries its number."},
    {sql::indicators_without_definition, "Indicator ", " has no definition."},
    {sql::same_codes, "More than one indicator in force is called ", "."},
    {sql::ranges_upside_down, "The ", " runs from a higher number to a lower."},
    {sql::denominators_below_zero, "The ", " has a denominator below zero."},
    {sql::not_exact, "The ", " holds something that is not an exact number."},
    {sql::not_as_entered, "The ", " is not what was entered and checked."},
    {sql::own_checks, "The ", " was checked by the person who entered it."},
    {sql::own_agreements, "The ", " was agreed by the person who proposed it."},
    {sql::computed_and_entered, "The ", " is computed, and yet somebody has entered it."},
    {sql::own_set_agreements, "The ", " was agreed by the person who proposed it."},
    {sql::changed_after_seal, "The ", " was changed after its set was sealed."},
    {sql::seals_without_changes, "The set of the year that begins in ", " was sealed, but nothing was carried out with it."},
};

// A query that lists things and what they name, which is not there.
struct Missing {
  const kit::Query& query;
  std::string_view names;
};
const Missing missings[] = {
    {sql::foreign_keys, " belongs to something that is not there, in table "},
    {sql::unit_part_of, " is part of a directorate that is not there: "},
    {sql::person_unit, " belongs to a unit that is not there: "},
    {sql::priority_framework, " stands in a framework that is not there: "},
    {sql::priority_part_of, " stands under a priority that is not there: "},
    {sql::priority_level, " stands on a level that its framework does not have: "},
    {sql::line_priority, " stands on a priority that is not there: "},
    {sql::definition_service, " belongs to a service that is not there: "},
    {sql::definition_people, " names a person who is not there: "},
    {sql::rating_rule_person, " was set by a person who is not there: "},
    {sql::figure_person, " was entered by a person who is not there: "},
    {sql::entry_person, " names a person who is not there: "},
    {sql::cover_people, " names a person who is not there: "},
    {sql::round_people, " names a person who is not there: "},
    {sql::account_person, " belongs to a person who is not there: "},
    {sql::comparator_area, " is of an area that is not there: "},
};

const kit::Query* const editions[] = {
    &sql::setting_editions,
    &sql::authority_editions,
    &sql::rating_rule_editions,
    &sql::unit_editions,
    &sql::person_editions,
    &sql::framework_editions,
    &sql::priority_editions,
    &sql::line_editions,
    &sql::definition_editions,
    &sql::target_editions,
    &sql::figure_editions,
    &sql::area_editions,
    &sql::comparator_figure_editions,
    &sql::reach_editions,
    &sql::cover_editions,
    &sql::cycle_editions,
    &sql::target_calendar_editions,
    &sql::committee_editions,
    &sql::entry_editions,
    &sql::reopening_editions,
    &sql::proposal_editions,
    &sql::proposed_target_editions,
    &sql::challenge_editions,
    &sql::set_change_editions,
    &sql::control_check_editions,
    &sql::rebase_editions,
};

// What the editions of an indicator's definition have allowed.
struct Allowed {
  std::string code;
  std::vector<calendar::Frequency> frequencies;
  bool takes_target = false;
};

std::string upper(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return made;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

class Check {
 public:
  explicit Check(kit::Database& db) : db_(db), tx_(db.read()) {}

  Soundness everything() {
    walk_the_record();
    compare_seals();
    ask_the_lists();
    ask_the_editions();
    compare_periods();
    compare_targets();
    follow_the_formulas();
    read_rules();
    ask_postgres();
    return std::move(found_);
  }

 private:
  void fault(std::string sentence) { found_.faults.push_back(capital(std::move(sentence))); }

  // The first broken row is named; what follows it cannot be trusted and is not judged.
  void walk_the_record() {
    std::optional<council::Record> before;
    bool holds = true;
    council::each_record(tx_, [&](const council::Record& record) {
      ++found_.records;
      if (!holds) return;
      if (const auto why = council::broken_link(before ? &*before : nullptr, record)) {
        fault(*why);
        holds = false;
      }
      before = record;
    });
  }

  void compare_seals() {
    const auto erasures = council::erasures(tx_);
    council::each_kept_particulars(tx_, [&](const council::KeptParticulars& kept) {
      if (const auto why = council::broken_seal(kept, erasures)) fault(*why);
    });
  }

  void ask_the_lists() {
    for (const auto& wrong : wrongs)
      tx_.each(wrong.query, {}, "t",
               [&](const kit::Row& row) { fault(std::string(wrong.before) + row.text(0) + std::string(wrong.after)); });
    for (const auto& missing : missings)
      tx_.each(missing.query, {}, "tt",
               [&](const kit::Row& row) { fault(row.text(0) + std::string(missing.names) + row.text(1) + "."); });
    tx_.each(sql::orphans, {}, "ti", [&](const kit::Row& row) {
      fault("table " + row.text(0) + " holds facts of record " + std::to_string(row.integer(1)) +
            ", which is not there.");
    });
  }

  void ask_the_editions() {
    for (const auto* query : editions)
      tx_.each(*query, {}, "tii", [&](const kit::Row& row) {
        const std::string edition = std::to_string(row.integer(1)), expected = std::to_string(row.integer(2));
        if (edition != expected)
          fault(row.text(0) + " has edition " + edition + " where edition " + expected + " should stand.");
        else fault(row.text(0) + ": edition " + edition + " counts from a moment before the edition that it follows.");
      });
  }

  void read_allowed() {
    tx_.each(sql::definitions, {}, "ittt", [&](const kit::Row& row) {
      auto& allowed = allowed_[row.integer(0)];
      allowed.code = row.text(1);
      if (const auto frequency = calendar::read_frequency(row.text(3))) allowed.frequencies.push_back(*frequency);
      const auto kind = indicator::read_kind(row.text(2));
      allowed.takes_target |= kind && indicator::takes_target(*kind);
    });
  }

  // Of whole years any is taken, as when figures come in: published files have calendar and other years.
  static bool fits(const Allowed& allowed, const calendar::Period& period) {
    return std::ranges::any_of(allowed.frequencies, [&](calendar::Frequency frequency) {
      return frequency == calendar::Frequency::annual ? period.months % 12 == 0 : period.fits(frequency);
    });
  }

  void compare_periods() {
    read_allowed();
    tx_.each(sql::figures, {}, "it", [&](const kit::Row& row) {
      ++found_.figures;
      const auto allowed = allowed_.find(row.integer(0));
      if (allowed == allowed_.end()) return;  // told already
      const auto period = calendar::Period::parse(row.text(1));
      if (!period)
        fault("a figure of " + allowed->second.code + " is for ‘" + row.text(1) + "’, which is not a period.");
      else if (!fits(allowed->second, *period))
        fault("a figure of " + allowed->second.code + " is for " + period->words() +
              ", which none of its definitions expects.");
    });
    tx_.each(sql::comparator_periods, {}, "t", [&](const kit::Row& row) {
      if (!calendar::Period::parse(row.text(0)))
        fault("a comparator figure is for ‘" + row.text(0) + "’, which is not a period.");
    });
  }

  void compare_targets() {
    tx_.each(sql::targets, {}, "ii", [&](const kit::Row& row) {
      const auto allowed = allowed_.find(row.integer(0));
      if (allowed == allowed_.end() || allowed->second.takes_target) return;
      fault(allowed->second.code + " has a target for " +
            calendar::FinancialYear{static_cast<int>(row.integer(1))}.words() +
            ", but indicators of its kind take none.");
    });
  }

  // Each formula of now can be read, and what it refers to is there. A code of today wins over one that another had before.
  void follow_the_formulas() {
    std::map<std::string, indicator::Definition> by_code;
    std::map<indicator::IndicatorId, indicator::Definition> newest;
    for (auto& d : indicator::load_definitions(tx_, {253'402'300'799}, std::numeric_limits<council::RecordId>::max())) {
      by_code.insert_or_assign(upper(d.code), d);
      newest.insert_or_assign(d.indicator, std::move(d));
    }
    for (const auto& [id, d] : newest) by_code.insert_or_assign(upper(d.code), d);
    const auto find = [&](std::string_view code) -> const indicator::Definition* {
      const auto found = by_code.find(upper(code));
      return found == by_code.end() ? nullptr : &newest.at(found->second.indicator);
    };
    for (const auto& [id, d] : newest)
      for (const auto no = indicator::faults_of_formula(d, find); const auto& one : no.all()) fault("the formula of " + d.code + " cannot be followed. " + one.sentence);
  }

  // A rule that cannot be read, or is not sound, would give every status wrongly.
  void read_rules() {
    tx_.each(sql::rating_rules, {}, "titti", [&](const kit::Row& row) {
      const auto name = "status rule of " + row.text(0) + ", edition " + std::to_string(row.integer(1)) + ": ";
      const auto steps = assess::read_steps(row.text(3));
      if (!steps) return fault(name + steps.refusals().all().front().sentence);
      if (row.integer(4) != 0) return;
      const auto no = assess::faults(assess::RatingRule{row.text(2), *steps});
      for (const auto& one : no.all()) fault(name + one.sentence);
    });
  }

  // In a transaction of its own, since a fault ends it.
  void ask_postgres() {
    if (db_.engine() != kit::Engine::postgres || tx_.number(sql::amcheck_is_there).value_or(0) == 0) return;
    try {
      db_.read().number(amcheck);
    } catch (const kit::Failure& failure) {
      fault(std::string("an index of the database is damaged: ") + failure.what());
    }
  }

  kit::Database& db_;
  kit::Transaction tx_;
  Soundness found_;
  std::map<std::int64_t, Allowed> allowed_;
};

}  // namespace

Soundness check_everything(kit::Database& db) { return Check(db).everything(); }

std::vector<std::string> file_faults(kit::Database& db, const std::string& data_folder) {
  auto tx = db.read();
  std::vector<std::string> faults;
  for (const auto& file : collect::all_evidence(tx))
    if (!collect::read_bytes(data_folder, file.fingerprint))
      faults.push_back("The file " + kit::quoted(file.name) + ", kept with a figure for " + file.period.words() + ", is not on the disk as it was brought: " +
                       collect::place_of_evidence(data_folder, file.fingerprint).string() + ".");
  for (const auto& load : compare::loads(tx, {std::numeric_limits<std::int64_t>::max()}))
    if (!compare::is_as_it_was_kept(data_folder, load))
      faults.push_back("The published figures of " + kit::quoted(load.data_set) + ", from " + kit::quoted(load.file) + ", are not on the disk as they were kept: " + data_folder + "/comparators/" + load.kept + ".");
  return faults;
}

}  // namespace app
