#include "work/entry_pages.h"

#include <algorithm>

#include "collect/computed.h"
#include "collect/entry_store.h"
#include "collect/evidence_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "indicator/computed_from.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "work/entry_deed.h"
#include "work/entry_form.h"
#include "work/follow_store.h"
#include "work/found_figure_store.h"
#include "work/gather_store.h"
#include "work/my_figures_view.h"
#include "work/to_do_store.h"

namespace work {
namespace {

using council::Desk;
using council::May;
using kit::Request;
using parts::Reply;

constexpr std::string_view not_there = "There is no such figure among those you may see. Start from My figures.";

Reply nothing_here() { return parts::error_page(404, not_there); }

collect::Typed typed_in(const Request& asked) {
  collect::Typed typed;
  typed.seen = static_cast<std::int32_t>(std::atoi(asked.typed("seen").c_str()));
  typed.state = asked.typed("state");
  typed.value = asked.typed("value");
  typed.numerator = asked.typed("numerator");
  typed.denominator = asked.typed("denominator");
  typed.deviation = asked.typed("deviation");
  typed.note = asked.typed("note");
  typed.next = asked.typed("next");
  typed.back_on = asked.typed("back_on");
  typed.expected_on = asked.typed("expected_on");
  typed.reason = asked.typed("reason");
  if (asked.typed("provisional") == "yes") typed.standing = "provisional";
  for (const auto& [name, value] : asked.form)
    if (name.starts_with("reason-")) typed.reasons.emplace_back(name.substr(7), value);
  return typed;
}

// What the fields come to, as far as they can be read; reasons are not asked for yet.
std::optional<collect::Entry> as_it_would_be(const collect::Due& due, collect::Typed typed, const Desk& desk) {
  if (typed.value.empty() && typed.numerator.empty() && typed.denominator.empty()) return std::nullopt;
  if (typed.note.empty()) typed.note = "…";
  if (typed.reason.empty()) typed.reason = "…";
  auto entered = collect::enter(due, typed, desk.asker, desk.now);
  if (!entered) {
    for (const auto& refusal : entered.refusals().all())
      if (refusal.field.starts_with("reason-")) typed.reasons.emplace_back(refusal.field.substr(7), "…");
    entered = collect::enter(due, typed, desk.asker, desk.now);
  }
  return entered ? std::optional(*entered) : std::nullopt;
}

void look_ahead(EntryView& view, const Desk& desk) {
  if (view.due.is_computed()) {
    if (view.due.entry.edition > 0) view.preview = preview(*view.picture, *view.kept, view.due, view.due.entry);
    return;
  }
  auto would_be = as_it_would_be(view.due, view.typed, desk);
  if (!would_be) return;
  view.preview = preview(*view.picture, *view.kept, view.due, *would_be);
  would_be->note = view.typed.note;
  auto due = view.due;
  due.status = view.preview->is_rated ? std::string(parts::code(view.preview->status)) : std::string();
  if (!view.typed.note.empty()) view.help = collect::writing_help(due, *would_be);
}

// The figures that go into a computed one, period by period.
void find_inputs(EntryView& view) {
  const auto formula = indicator::formula_of(*view.due.definition);
  if (!formula) return;
  for (const auto& code : formula->codes()) {
    const auto* input = view.picture->find(code);
    if (!input) continue;
    const auto& d = input->in(view.due.period);
    for (const auto& period : collect::periods_taken(*view.due.definition, d, view.due.period))
      view.inputs.push_back({&input->in(period), period});
  }
}

std::optional<EntryView> view_of(const FoundFigure& found, Desk& desk) {
  EntryView view;
  view.picture = found.picture;
  view.kept = found.kept;
  auto tx = desk.db.read();
  auto due = gather(tx, *found.picture, *found.kept, found.period, desk.now);
  if (!due) return std::nullopt;
  view.due = *std::move(due);
  view.history = collect::entry_history(tx, found.kept->id, found.period);
  view.evidence = collect::evidence_of(tx, found.kept->id, found.period);
  view.typed = typed_of(view.due.entry, *view.due.definition);
  find_inputs(view);
  if (const auto draft = collect::find_draft(tx, desk.asker.person, found.kept->id, found.period)) {
    view.typed = draft->typed;
    view.draft_at = draft->at;
    view.typed.seen = view.due.entry.edition;
  }
  return view;
}

// A correction begins with what is reported.
void begin_with_the_reported(EntryView& view, kit::Moment now) {
  const auto* told = view.due.reported();
  const bool begins = view.due.kind_at(now) == collect::EntryKind::correction && !view.draft_at &&
                      (view.due.entry.edition == 0 || view.due.entry.stage == collect::Stage::reported);
  if (!told || !begins) return;
  collect::Entry entry = view.due.entry;
  entry.value = told->value;
  entry.numerator = told->numerator;
  entry.denominator = told->denominator;
  entry.deviation = told->deviation;
  if (entry.edition == 0) entry.note = told->note;
  entry.edition = 1;
  const auto seen = view.typed.seen;
  view.typed = typed_of(entry, *view.due.definition);
  view.typed.seen = seen;
  view.typed.reason.clear();
}

Reply show_entry(const Request& asked, Desk& desk) {
  const auto found = find_figure(asked, desk, May::see_entries);
  auto view = found ? view_of(*found, desk) : std::nullopt;
  if (!view) return nothing_here();
  if (auto data = kit::as_data(asked, *view, "entry.csv")) return *std::move(data);

  begin_with_the_reported(*view, desk.now);
  if (asked.asked("state") == "delayed") view->typed.state = "delayed";
  else if (view->typed.state == "delayed" && asked.target.find('?') == std::string::npos &&
           view->due.entry.edition == 0)
    view->typed.state.clear();
  look_ahead(*view, desk);
  return entry_page(asked, desk, *view);
}

// The next one that waits, so that six figures are entered without a look at the list between.
std::string next_address(Desk& desk, const assess::Picture& picture) {
  const auto next = next_to_enter(desk, desk.asker);
  const auto* kept = next ? picture.find(next->first) : nullptr;
  return kept ? entry_address(kept->in(next->second), next->second) : "/my-figures";
}

void keep_for_later(const FoundFigure& found, const collect::Typed& typed, Desk& desk) {
  desk.db.write_together([&](kit::Transaction& tx) {
    collect::keep_draft(tx, desk.asker.person, found.kept->id, found.period, typed, desk.now);
    tx.commit();
  });
}

Reply keep_as_draft(const FoundFigure& found, const collect::Typed& typed, Desk& desk) {
  keep_for_later(found, typed, desk);
  return council::see_other(desk, entry_address(found.kept->in(found.period), found.period),
                            "Kept as a draft. Nobody else sees it, and it is not entered yet.");
}

Reply refused(const Request& asked, Desk& desk, const FoundFigure& found, const collect::Typed& typed, const kit::Refusals& no) {
  auto view = view_of(found, desk);
  if (!view) return nothing_here();
  view->is_conflict = typed.seen != view->due.entry.edition;
  view->typed = typed;
  view->no = no;
  view->typed.seen = view->due.entry.edition;
  look_ahead(*view, desk);
  auto page = entry_page(asked, desk, *view);
  page.status = view->is_conflict ? 409 : 422;
  return page;
}

// What came of an entry, decided in the transaction that saves it.
struct Saved {
  std::optional<collect::Due> due;
  kit::Refusals no;
  bool is_repeated = false;
};

Saved save(kit::Transaction& tx, Desk& desk, const FoundFigure& found, const collect::Typed& typed, const std::string& key) {
  Saved saved;
  saved.due = gather(tx, *found.picture, *found.kept, found.period, desk.now);
  if (!saved.due) return saved;

  const auto entered = collect::enter(*saved.due, typed, desk.asker, desk.now);
  if (!entered) {
    saved.no = entered.refusals();
    saved.is_repeated = council::find_record(tx, key).has_value();
    return saved;
  }

  const auto recorded = council::record(tx, entry_deed(desk, *saved.due, *entered, key));
  if (!recorded.is_new()) return saved;
  collect::add_entries(tx, std::span(&*entered, 1), recorded.id);
  collect::forget_draft(tx, desk.asker.person, found.kept->id, found.period);
  follow(tx, *found.picture, {*entered}, desk.now);
  tx.commit();
  return saved;
}

Reply save_entry(const Request& asked, Desk& desk) {
  const auto found = find_figure(asked, desk, May::enter_figures);
  if (!found) return nothing_here();
  const auto typed = typed_in(asked);
  if (asked.typed("then") == "draft") return keep_as_draft(*found, typed, desk);

  Saved saved;
  desk.db.write_together([&](kit::Transaction& tx) { saved = save(tx, desk, *found, typed, "entry " + asked.typed("key")); });
  if (!saved.due) return nothing_here();
  if (saved.is_repeated) return council::see_other(desk, "/my-figures", "Saved already.");
  if (saved.no.any()) return refused(asked, desk, *found, typed, saved.no);
  return council::see_other(desk, next_address(desk, *found->picture), saved.due->definition->title + ": saved. It goes to be checked.");
}

// For the script: a draft kept while one types.
Reply keep_draft(const Request& asked, Desk& desk) {
  const auto found = find_figure(asked, desk, May::enter_figures);
  if (!found) return nothing_here();
  keep_for_later(*found, typed_in(asked), desk);
  return kit::Response::json("{\"said\":\"Draft kept " + desk.now.words() + "\"}");
}

// For the script: what the fields come to, as the page itself would show it.
Reply show_preview(const Request& asked, Desk& desk) {
  const auto found = find_figure(asked, desk, May::enter_figures);
  auto view = found ? view_of(*found, desk) : std::nullopt;
  if (!view) return nothing_here();
  view->typed = typed_in(asked);
  view->typed.seen = view->due.entry.edition;
  look_ahead(*view, desk);
  return kit::Response::html(preview_fragment(*view));
}

}  // namespace

parts::Reply entry_page_with(const Request& asked, Desk& desk, const kit::Refusals& no) {
  const auto found = find_figure(asked, desk, May::enter_figures);
  auto view = found ? view_of(*found, desk) : std::nullopt;
  if (!view) return nothing_here();
  begin_with_the_reported(*view, desk.now);
  look_ahead(*view, desk);
  view->no = no;
  auto page = entry_page(asked, desk, *view);
  page.status = 422;
  return page;
}

const council::Routes& entry_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/my-figures/{indicator}/{period}", May::own_account, show_entry,
       "One figure on its way: fields, what it comes to, its steps"},
      {Method::post, "/my-figures/{indicator}/{period}", May::enter_figures, save_entry,
       "Enters a figure, or keeps it as a draft"},
      {Method::post, "/my-figures/{indicator}/{period}/draft", May::enter_figures, keep_draft,
       "Keeps what is typed as a draft"},
      {Method::post, "/my-figures/{indicator}/{period}/preview", May::enter_figures, show_preview,
       "What the typed figure would come to"},
  };
  return all;
}

}  // namespace work
