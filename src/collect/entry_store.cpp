#include "collect/entry_store.h"

#include <algorithm>

#include "collect/entry.sql.h"
#include "collect/packed.h"
#include "indicator/columns.h"

namespace collect {
namespace {

using indicator::bound;
using indicator::known;

constexpr kit::Columns columns = "itittttiiitttttttttiii";

std::vector<Answer> read_answers(const std::string& text) {
  std::vector<Answer> answers;
  for (const auto& line : unpacked_lines(text))
    if (line.size() == 3) answers.push_back({line[0], line[1], line[2]});
  return answers;
}

std::string written(const std::vector<Answer>& answers) {
  std::string text;
  for (const auto& answer : answers) text += packed_line({answer.warning, answer.sentence, answer.reason});
  return text;
}

Entry read(const kit::Row& row) {
  indicator::NextColumn next(row);
  Entry e;
  e.indicator = next.integer();
  const auto& period = next.text();
  e.period = known(calendar::Period::parse(period), period);
  e.edition = static_cast<std::int32_t>(next.integer());
  const auto word = [&](auto read_word) {
    const auto& text = next.text();
    return known(read_word(text), text);
  };
  e.stage = word(read_stage);
  e.kind = word(read_entry_kind);
  e.state = word(read_state);
  e.standing = word(read_standing);
  e.value = next.maybe_decimal();
  e.numerator = next.maybe_decimal();
  e.denominator = next.maybe_decimal();
  e.note = next.text();
  e.next = next.text();
  e.back_on = next.maybe_date();
  e.expected_on = next.maybe_date();
  e.reason = next.text();
  e.answers = read_answers(next.text());
  e.said = next.text();
  e.entered_by = next.text();
  e.by = next.text();
  e.computed = next.yes();
  e.at = next.moment();
  e.deviation = next.maybe_decimal();
  return e;
}

std::vector<Entry> read_all(kit::Transaction& tx, const kit::Query& query, const kit::Values& values) {
  std::vector<Entry> all;
  tx.each(query, values, columns, [&](const kit::Row& row) { all.push_back(read(row)); });
  return all;
}

kit::Values of(indicator::IndicatorId indicator, const calendar::Period& period) {
  return {{"indicator", indicator}, {"period", period.iso()}};
}

kit::Values of(const std::string& person, indicator::IndicatorId indicator, const calendar::Period& period) {
  return {{"person", person}, {"indicator", indicator}, {"period", period.iso()}};
}

// A draft is kept as it was typed, field after field.
std::string written(const Typed& t) {
  std::string text = packed_line({std::to_string(t.seen), t.state, t.value, t.numerator, t.denominator, t.note, t.next,
                                  t.back_on, t.expected_on, t.standing, t.reason, t.deviation});
  for (const auto& [code, reason] : t.reasons) text += packed_line({code, reason});
  return text;
}

Typed read_typed_draft(const std::string& text) {
  Typed t;
  const auto lines = unpacked_lines(text);
  if (lines.empty() || lines[0].size() < 11) return t;  // an older draft knows of no deviation
  const auto& f = lines[0];
  t.seen = static_cast<std::int32_t>(std::atoi(f[0].c_str()));
  std::string* const fields[] = {&t.state,   &t.value,       &t.numerator, &t.denominator, &t.note,     &t.next,
                                 &t.back_on, &t.expected_on, &t.standing,  &t.reason,      &t.deviation};
  for (std::size_t i = 0; i < std::min(std::size(fields), f.size() - 1); ++i) *fields[i] = f[i + 1];
  for (std::size_t i = 1; i < lines.size(); ++i)
    if (lines[i].size() == 2) t.reasons.emplace_back(lines[i][0], lines[i][1]);
  return t;
}

std::string_view code(Reopening::Stage stage) {
  return stage == Reopening::Stage::asked ? "asked" : stage == Reopening::Stage::open ? "open" : "refused";
}

Reopening read_reopening(const kit::Row& row) {
  Reopening r;
  r.id = row.integer(0);
  r.edition = static_cast<std::int32_t>(row.integer(1));
  r.indicator = row.integer(2);
  r.period = known(calendar::Period::parse(row.text(3)), row.text(3));
  r.stage = row.text(4) == "asked" ? Reopening::Stage::asked : row.text(4) == "open" ? Reopening::Stage::open : Reopening::Stage::refused;
  r.ends = {row.integer(5)};
  r.reason = row.text(6);
  r.asked_by = row.text(7);
  r.decided_by = row.text(8);
  r.said = row.text(9);
  r.at = {row.integer(10)};
  return r;
}

}  // namespace

std::optional<Entry> newest_entry(kit::Transaction& tx, indicator::IndicatorId indicator, const calendar::Period& period) {
  auto found = read_all(tx, entry_sql::newest, of(indicator, period));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Entry> entry_history(kit::Transaction& tx, indicator::IndicatorId indicator, const calendar::Period& period) {
  return read_all(tx, entry_sql::history, of(indicator, period));
}

std::vector<Entry> newest_entries(kit::Transaction& tx, const calendar::Period& period) {
  return read_all(tx, entry_sql::of_period, {{"period", period.iso()}});
}

std::vector<Entry> entries_since(kit::Transaction& tx, std::int64_t record) { return read_all(tx, entry_sql::since, {{"record", record}}); }

std::vector<Entry> unreported_entries(kit::Transaction& tx) { return read_all(tx, entry_sql::unreported, {}); }

std::vector<Entry> entries_after_the_run(kit::Transaction& tx) { return read_all(tx, entry_sql::after_the_run, {}); }

void add_entries(kit::Transaction& tx, std::span<const Entry> entries, council::RecordId record) {
  for (const auto& e : entries) {
    auto values = of(e.indicator, e.period);
    const auto add = [&](std::string_view name, kit::Bound value) { values.push_back({name, std::move(value)}); };
    add("edition", std::int64_t(e.edition));
    add("stage", bound(collect::code(e.stage)));
    add("kind", bound(collect::code(e.kind)));
    add("state", bound(collect::code(e.state)));
    add("standing", bound(collect::code(e.standing)));
    add("value", bound(e.value));
    add("numerator", bound(e.numerator));
    add("denominator", bound(e.denominator));
    add("note", e.note);
    add("next", e.next);
    add("back_on", bound(e.back_on));
    add("expected_on", bound(e.expected_on));
    add("reason", e.reason);
    add("answers", written(e.answers));
    add("said", e.said);
    add("entered_by", e.entered_by);
    add("by_person", e.by);
    add("computed", std::int64_t(e.computed));
    add("at", e.at.seconds);
    add("record", record);
    add("deviation", bound(e.deviation));
    tx.run(entry_sql::add, values);
  }
}

void keep_draft(kit::Transaction& tx, const std::string& person, indicator::IndicatorId indicator,
                const calendar::Period& period, const Typed& typed, kit::Moment now) {
  auto values = of(person, indicator, period);
  values.push_back({"typed", written(typed)});
  values.push_back({"at", now.seconds});
  if (tx.run(entry_sql::change_draft, values) == 0) tx.run(entry_sql::add_draft, values);
}

std::optional<KeptDraft> find_draft(kit::Transaction& tx, const std::string& person, indicator::IndicatorId indicator,
                                    const calendar::Period& period) {
  std::optional<KeptDraft> found;
  tx.each(entry_sql::find_draft, of(person, indicator, period), "ti", [&](const kit::Row& row) {
    found = KeptDraft{read_typed_draft(row.text(0)), {row.integer(1)}};
  });
  return found;
}

void forget_draft(kit::Transaction& tx, const std::string& person, indicator::IndicatorId indicator, const calendar::Period& period) {
  tx.run(entry_sql::forget_draft, of(person, indicator, period));
}

bool was_opened(kit::Transaction& tx, const std::string& person, const Entry& entry) {
  auto values = of(person, entry.indicator, entry.period);
  values.push_back({"edition", std::int64_t(entry.edition)});
  return tx.number(entry_sql::is_opened, values).has_value();
}

void mark_opened(kit::Transaction& tx, const std::string& person, const Entry& entry, kit::Moment now) {
  if (was_opened(tx, person, entry)) return;
  auto values = of(person, entry.indicator, entry.period);
  values.push_back({"edition", std::int64_t(entry.edition)});
  values.push_back({"at", now.seconds});
  tx.run(entry_sql::add_opened, values);
}

std::vector<Reopening> all_reopenings(kit::Transaction& tx) {
  std::vector<Reopening> all;
  tx.each(entry_sql::reopenings, {}, "iiittitttti", [&](const kit::Row& row) { all.push_back(read_reopening(row)); });
  return all;
}

std::vector<Reopening> open_reopenings(kit::Transaction& tx, kit::Moment now) {
  auto all = all_reopenings(tx);
  std::erase_if(all, [&](const Reopening& r) { return r.stage != Reopening::Stage::open || r.ends <= now; });
  return all;
}

std::int64_t add_reopening(kit::Transaction& tx, const Reopening& r, council::RecordId record) {
  const auto id = r.id > 0 ? r.id : tx.number(entry_sql::next_reopening).value_or(1);
  tx.run(entry_sql::add_reopening, {{"id", id},
                                    {"indicator", r.indicator},
                                    {"period", r.period.iso()},
                                    {"ends", r.ends.seconds},
                                    {"stage", std::string(code(r.stage))},
                                    {"reason", r.reason},
                                    {"asked_by", r.asked_by},
                                    {"decided_by", r.decided_by},
                                    {"said", r.said},
                                    {"at", r.at.seconds},
                                    {"record", record}});
  return id;
}

}  // namespace collect
