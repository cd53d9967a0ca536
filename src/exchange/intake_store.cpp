#include "exchange/intake_store.h"

#include <algorithm>
#include <fstream>
#include <unordered_map>

#include "assess/picture_store.h"
#include "assess/rule_edition_store.h"
#include "collect/figure_store.h"
#include "compare/comparator_store.h"
#include "council/council_store.h"
#include "council/record_store.h"
#include "exchange/preview.h"
#include "indicator/indicator_store.h"
#include "indicator/rebase_store.h"
#include "indicator/target_store.h"
#include "kit/secret.h"
#include "money/money_store.h"
#include "plan/plan_store.h"

namespace exchange {
namespace {

constexpr int tries = 3;

// Later than anything that can be stored: everything recorded is known.
const kit::Moment end_of_time{253'402'300'799};

Known load_known(kit::Database& db, const Intake& intake) {
  Known known{assess::load_picture(db, end_of_time), {}, {}};
  if (intake.tidy.empty()) return known;
  auto tx = db.read();
  known.areas = compare::load_areas(tx, end_of_time, known.picture->version);
  known.comparators = compare::load_comparator_figures(tx, end_of_time, known.picture->version);
  return known;
}

std::string fingerprint(const File& file) {
  if (file.path.empty()) return kit::fingerprint(file.bytes);
  std::ifstream in(file.path, std::ios::binary);
  std::string chunk(1 << 20, '\0'), prints;
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())), in.gcount() > 0)
    prints += kit::fingerprint(std::string_view(chunk).substr(0, static_cast<std::size_t>(in.gcount())));
  return kit::fingerprint(prints);
}

std::string subject(const Files& files) {
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(file.name);
  if (names.size() > 10) names = {names[0], names[1], std::to_string(names.size() - 2) + " other files"};
  return list_of(names);
}

std::string why(const Import& import) {
  return import.succession.reason.empty() ? std::string() : " Why: " + import.succession.reason;
}

// New indicators get their numbers, and whatever speaks of them follows.
using Numbers = std::unordered_map<indicator::IndicatorId, indicator::IndicatorId>;

Numbers number_indicators(kit::Transaction& tx, Changes& changes, council::RecordId record) {
  Numbers numbers;
  for (auto& definition : changes.definitions)
    if (definition.indicator < 0 && !numbers.contains(definition.indicator))
      numbers.emplace(definition.indicator, indicator::add_indicator(tx, definition.at, record));
  const auto settle = [&](indicator::IndicatorId& id) {
    if (id < 0) id = numbers.at(id);
  };
  for (auto& definition : changes.definitions) settle(definition.indicator);
  for (auto& line : changes.lines) settle(line.indicator);
  for (auto& target : changes.targets) settle(target.indicator);
  for (auto& rebase : changes.rebases) settle(rebase.indicator);
  for (auto& figure : changes.figures) settle(figure.indicator);
  for (auto& lineage : changes.lineage) {
    settle(lineage.indicator);
    settle(lineage.from);
  }
  return numbers;
}

void add_figure_rows(kit::Transaction& tx, const Changes& changes, const Numbers& numbers, council::RecordId record) {
  FigureRow row;
  auto next = changes.added_rows.begin();
  const auto take = [&]() -> const collect::Figure* {
    if (next == changes.added_rows.end()) return nullptr;
    changes.figure_rows.take(*next++, row);
    if (row.indicator < 0) row.indicator = numbers.at(row.indicator);
    return &row;
  };
  collect::add_figures(tx, take, record);
}

void add_facts(kit::Transaction& tx, Changes& changes, kit::Moment now, council::RecordId record) {
  council::add_settings(tx, changes.settings, record);
  council::add_units(tx, changes.units, record);
  council::add_people(tx, changes.people, record);
  plan::add_frameworks(tx, changes.frameworks, record);
  plan::add_priorities(tx, changes.priorities, record);
  const auto numbers = number_indicators(tx, changes, record);
  indicator::add_definitions(tx, changes.definitions, record);
  indicator::add_lineage(tx, changes.lineage, record);
  plan::add_lines(tx, changes.lines, record);
  indicator::add_targets(tx, changes.targets, record);
  indicator::add_rebases(tx, changes.rebases, record);
  assess::add_rules(tx, changes.rules, record);
  money::add_months(tx, changes.money, record);
  add_figure_rows(tx, changes, numbers, record);
  collect::add_figures(tx, changes.figures, record);
  compare::add_areas(tx, changes.areas, now, record);
  compare::add_comparator_figures(tx, changes.comparator_figures, record);
}

// None when someone else saved since the picture was loaded.
std::optional<Saved> save(kit::Database& db, const Import& import, Preview preview, kit::Moment now) {
  auto& changes = preview.changes;
  auto tx = db.write();
  const auto version = council::version(tx);
  const auto recorded =
      council::record(tx, {now, import.who, "import", subject(import.files), summary(changes) + why(import),
                           key_of(import, preview.version), council::Moves::what_is_read, import.particulars});
  if (!recorded.is_new()) return Saved{recorded.id, std::move(changes), true};
  if (version != preview.version) return std::nullopt;

  add_facts(tx, changes, now, recorded.id);
  tx.commit();
  return Saved{recorded.id, std::move(changes), false};
}

}  // namespace

std::string key_of(const Import& import, std::int64_t version) {
  std::string all = std::to_string(version) + "\n" + upper(import.own_area) + "\n" + import.succession.successor + "\n" +
                    import.succession.reason + "\n";
  for (const auto& file : import.files) all += fingerprint(file) + "\n";
  return "import " + kit::fingerprint(all);
}

kit::Moment moment_for(kit::Database& db, kit::Moment now) {
  auto tx = db.read();
  const auto newest = council::newest_moment(tx);
  return newest && *newest >= now ? kit::Moment{newest->seconds + 1} : now;
}

kit::Verdict<Preview> preview(kit::Database& db, const Import& import, kit::Moment now, const Tell& tell) {
  return preview_of(db, import, read_files(import.files, tell), now);
}

kit::Verdict<Preview> preview_of(kit::Database& db, const Import& import, Intake intake, kit::Moment now) {
  if (intake.unreadable) return intake.faults.all();
  intake.own_area = import.own_area;
  intake.by = import.by;
  intake.succession = import.succession;
  const auto known = load_known(db, intake);

  auto changes = decide(std::move(intake), known, now);
  if (!changes) return changes.refusals();
  return Preview{*std::move(changes), known.picture->version};
}

kit::Verdict<Saved> bring_in(kit::Database& db, const Import& import, kit::Moment now, const Tell& tell) {
  for (int i = 0; i < tries; ++i) {
    auto previewed = preview(db, import, now, tell);
    if (!previewed) return previewed.refusals();
    if (previewed->changes.facts() == 0) return Saved{0, std::move((*previewed).changes), false};

    if (auto saved = save(db, import, *std::move(previewed), now)) return *std::move(saved);
  }
  throw kit::Conflict("Others are saving at the same time. Nothing was imported: try again in a minute.");
}

kit::Verdict<Saved> bring_in(kit::Database& db, const std::vector<NamedCsv>& sheets, const std::string& who, kit::Moment now) {
  Import import;
  import.who = who;
  for (const auto& sheet : sheets) import.files.push_back({sheet.name, sheet.bytes, {}});
  return bring_in(db, import, now);
}

}  // namespace exchange
