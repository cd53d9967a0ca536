#include "app/integrity.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>

#include "app/integrity_lists.h"
#include "assess/rating_faults.h"
#include "calendar/period.h"
#include "collect/evidence_store.h"
#include "compare/published_copy_store.h"
#include "compare/published_store.h"
#include "council/council_store.h"
#include "council/record_store.h"
#include "indicator/computed_from.h"
#include "indicator/indicator.h"
#include "indicator/indicator_store.h"
#include "kit/quote.h"
#include "kit/secret.h"
#include "money/spent.h"

namespace app {
namespace {

constexpr kit::Query amcheck{"check: amcheck", "select 0",
                             "select sum(case when bt_index_check(c.oid) is null then 1 else 0 end) from pg_class c "
                             "join pg_am a on a.oid = c.relam join pg_namespace n on n.oid = c.relnamespace "
                             "where a.amname = 'btree' and c.relkind = 'i' and n.nspname = current_schema()"};

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
    compare_reports();
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

  // What an edition shows is what was kept, byte for byte.
  void compare_reports() {
    tx_.each(sql::report_documents, {}, "ttt", [&](const kit::Row& row) {
      if (kit::fingerprint(row.text(1)) != row.text(2)) fault("the report " + row.text(0) + " is not what was kept.");
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
    const auto units = money::unit_codes(council::load_council(tx_, {253'402'300'799}, std::numeric_limits<council::RecordId>::max()));
    for (const auto& [id, d] : newest)
      for (const auto no = indicator::faults_of_formula(d, find, units); const auto& one : no.all())
        fault("the formula of " + d.code + " cannot be followed. " + one.sentence);
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
      faults.push_back("The file " + kit::quoted(file.name) + ", kept with a figure for " + file.period.words() +
                       ", is not on the disk as it was brought: " +
                       collect::place_of_evidence(data_folder, file.fingerprint).string() + ".");
  for (const auto& load : compare::loads(tx, {std::numeric_limits<std::int64_t>::max()})) {
    const auto whose = "The published figures of " + kit::quoted(load.data_set) + ", from " + kit::quoted(load.file) + ", ";
    const auto place = data_folder + "/comparators/" + load.kept;
    const bool copied = compare::is_copy_sound(tx, load), lies_here = std::filesystem::exists(place);
    if (!compare::is_as_it_was_kept(data_folder, load) && (lies_here || !copied))
      faults.push_back(whose + "are not on the disk as they were kept: " + place +
                       (copied ? ". Take the file away, and it is written anew from its copy in the database." : "."));
    if (lies_here && !copied)
      faults.push_back(
          whose + "have no sound copy in the database: other servers and backups of the database are without them.");
  }
  return faults;
}

}  // namespace app
