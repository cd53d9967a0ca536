#include "work/entries_pages.h"

#include <algorithm>
#include <map>

#include "assess/picture_store.h"
#include "collect/entry_store.h"
#include "council/record_store.h"
#include "kit/secret.h"
#include "kit/tell.h"
#include "work/entries_view.h"
#include "work/many_store.h"

namespace work {
namespace {

using council::Desk;
using council::May;
using kit::Request;
using kit::Response;

Response refused(std::vector<SentFault> faults) {
  Problem what;
  what.title = "No figure was entered";
  what.detail = faults.size() == 1 ? "There is one fault. Put it right and send all of it again."
                                   : "There are " + std::to_string(faults.size()) +
                                         " faults. Put them right and send all of it again.";
  what.errors = std::move(faults);
  return problem_response(what);
}

parts::Reply list_entries(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for(asked, desk);
  std::optional<calendar::Period> period;
  if (const auto text = asked.asked("period"); !text.empty()) {
    period = period_typed(text);
    if (!period)
      return refused({{0,
                       {},
                       text,
                       "period",
                       text,
                       "This is no period. Ask for one such as 2025-26-q1 or 2025-10, or leave it out for all."}});
  }
  MyEntries mine;
  auto tx = desk.db.read();
  for (const auto& due : mine_to_enter(tx, *picture, desk.asker, period, desk.now)) mine.figures.push_back(my_entry(due, desk.now));
  if (asked.format == "csv") return Response::csv(kit::told_as_csv(mine, kit::For::machines), "entries.csv");
  return Response::json(kit::told_as_json(mine));
}

// What was sent, with what it is decided on.
struct Deciding {
  Sent sent;
  std::vector<std::optional<collect::Due>> dues;
  std::vector<ManyRow> rows;
  std::vector<bool> done;  // an earlier request had the same key
  Many many;

  bool is_refused() const { return !sent.faults.empty() || !many.conflicts.empty(); }
};

std::string key_of(const Desk& desk, const SentEntry& sent, const collect::Due& due) {
  const auto key = sent.key.empty() ? kit::random_name() : sent.key;
  return "api " + desk.asker.person + " " + key + " " + due.definition->code + " " + due.period.iso();
}

std::vector<std::string> keys_of(const Desk& desk, const Deciding& d) {
  std::vector<std::string> keys;
  for (const auto row : d.many.rows) keys.push_back(key_of(desk, d.sent.entries[row], *d.dues[row]));
  return keys;
}

// Sent before under the same key: it must have been the same.
void look_for_repetition(kit::Transaction& tx, const Desk& desk, Deciding& d, std::size_t i) {
  const auto& due = d.dues[i];
  if (!due || d.sent.entries[i].key.empty() || !council::find_record(tx, key_of(desk, d.sent.entries[i], *due))) return;
  d.done[i] = true;
  const bool is_same_as_then =
      std::ranges::any_of(collect::entry_history(tx, due->definition->indicator, due->period), [&](const auto& entry) {
        return entry.entered_by == desk.asker.person &&
               is_same(d.rows[i].typed, typed_of(entry, *due->definition), *due->definition);
      });
  if (!is_same_as_then)
    d.sent.faults.push_back(
        fault_of(d.sent.entries[i], i, "key",
                 "This key was used before for other values of this figure. Use a new key for each change."));
}

void gather_sent(kit::Transaction& tx, const assess::Picture& picture, const Desk& desk, Deciding& d) {
  std::vector<Wanted> wanted;
  for (const auto& one : d.sent.entries) {
    const auto* kept = picture.find(one.indicator);
    wanted.push_back({kept, period_typed(one.period, kept ? std::optional(kept->now().frequency) : std::nullopt)});
  }
  d.dues = gather_these(tx, picture, wanted, desk.now);
  d.done.assign(d.dues.size(), false);
  for (std::size_t i = 0; i < d.dues.size(); ++i) {
    auto& due = d.dues[i];
    if (due && council::why_not(May::enter_figures, desk.asker, due->subject()).any()) due.reset();
    auto& row = d.rows.emplace_back(ManyRow{due ? &*due : nullptr, d.sent.entries[i].typed, {}, {}});
    row.typed.seen = d.sent.entries[i].edition.value_or(0);
    if (due) row.made_from = typed_of(due->entry, *due->definition);
    look_for_repetition(tx, desk, d, i);
  }
}

void decide(const Desk& desk, Deciding& d) {
  std::vector<ManyRow> open;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < d.rows.size(); ++i) {
    if (d.done[i]) continue;
    open.push_back(d.rows[i]);
    places.push_back(i);
  }
  d.many = enter_many(open, desk.asker, desk.now);
  for (auto& row : d.many.rows) row = places[row];
  for (auto& row : d.many.conflicts) row = places[row];
  for (const auto& refusal : d.many.refusals) {
    const auto i = places[refusal.row];
    if (refusal.field.empty() && std::ranges::find(d.many.conflicts, i) != d.many.conflicts.end()) continue;
    d.sent.faults.push_back(fault_of(d.sent.entries[i], i, refusal.field, refusal.sentence));
  }
}

SentFault clash(const SentEntry& sent, std::size_t i, const collect::Entry& theirs) {
  auto fault = fault_of(sent, i, "edition", "Edition " + std::to_string(theirs.edition) + " stands there, by " + theirs.by +
                        ". Look at it under conflicts; to put yours in its place, send it again with this edition.");
  if (theirs.edition == 0) fault.what_to_do = "Nothing has been entered. Send edition 0, or leave it out.";
  fault.found = sent.edition ? std::to_string(*sent.edition) : "";
  return fault;
}

Response conflict(const Deciding& d) {
  Problem what;
  what.status = 409;
  what.title = "Someone else saved first";
  what.detail = "No figure was entered. Look at theirs beside yours; to put yours in its place, send it again with their edition.";
  what.errors = d.sent.faults;
  for (const auto i : d.many.conflicts) {
    const auto& sent = d.sent.entries[i];
    what.errors.push_back(clash(sent, i, d.dues[i]->entry));
    what.conflicts.push_back({i, sent.indicator, sent.period, sent, d.dues[i]->entry});
  }
  std::ranges::stable_sort(what.errors, {}, &SentFault::item);
  return problem_response(what);
}

Entered told(const Deciding& d) {
  Entered all;
  for (std::size_t i = 0; i < d.rows.size(); ++i) {
    const auto& due = *d.dues[i];
    const auto made = std::ranges::find(d.many.rows, i);
    const auto& entry = made == d.many.rows.end() ? due.entry : d.many.entries[static_cast<std::size_t>(made - d.many.rows.begin())];
    const char* result = made != d.many.rows.end() ? "entered" : d.done[i] ? "entered before" : "unchanged";
    ++(made != d.many.rows.end() ? all.entered : d.done[i] ? all.entered_before : all.unchanged);
    all.figures.push_back({i, due.definition->code, due.period.iso(), result, entry.edition,
                           std::string(entry.edition ? collect::code(entry.stage) : ""),
                           std::string(entry.edition ? collect::code(entry.kind) : "")});
  }
  return all;
}

parts::Reply enter_entries(const Request& asked, Desk& desk) {
  Deciding d;
  d.sent = read_sent(asked.body, asked.header("idempotency-key"));
  if (d.sent.faults.empty() || d.sent.entries.size() > 1) {
    const Request now;
    const auto picture = assess::picture_for(now, desk);
    desk.db.write_together([&](kit::Transaction& tx) {
      gather_sent(tx, *picture, desk, d);

      decide(desk, d);

      if (!d.is_refused() && save_many(tx, desk, *picture, d.many, d.rows, keys_of(desk, d))) tx.commit();
    });
    if (!d.is_refused()) return Response::json(kit::told_as_json(told(d)));
  }

  if (!d.many.conflicts.empty()) return conflict(d);
  std::ranges::stable_sort(d.sent.faults, {}, &SentFault::item);
  return refused(d.sent.faults);
}

}  // namespace

const council::Routes& entries_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/api/entries", May::enter_figures, list_entries, "What is due from whoever asks, and how it stands, for programs"},
      {Method::post, "/api/entries", May::enter_figures, enter_entries, "Enters one or many figures that a program sends, all or none"},
  };
  return all;
}

}  // namespace work
