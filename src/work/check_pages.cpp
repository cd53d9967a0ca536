#include "work/check_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "collect/entry_store.h"
#include "collect/evidence_store.h"
#include "council/address.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/check_form.h"
#include "work/check_store.h"
#include "work/gather_store.h"

namespace work {
namespace {

using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;
using parts::Reply;

Reply nothing_here() { return parts::error_page(404, "There is no such figure among those you check. Start from Figures to check."); }

std::vector<ToCheck> waiting_for(const assess::Picture& picture, kit::Transaction& tx, const Desk& desk) {
  std::vector<ToCheck> all;
  for (auto& due : gather_all(tx, picture, desk.now)) {
    const bool waits = collect::waits(due, desk.now) == collect::Waits::for_check && due.entry.entered_by != desk.asker.person;
    if (!waits || council::why_not(May::check_figures, desk.asker, due.subject()).any()) continue;
    ToCheck one;
    one.kept = picture.find(due.definition->indicator);
    one.preview = preview(picture, *one.kept, due, due.entry);
    one.opened = collect::was_opened(tx, desk.asker.person, due.entry);
    one.due = std::move(due);
    all.push_back(std::move(one));
  }
  return all;
}

void batch(Html& html, const Desk& desk, const ChecksView& view) {
  parts::form(html, "/check/approve", desk.token, parts::Carries::fields, [&] {
    {
      parts::Table table(html, "Figures to check",
                         {{"Indicator", Column::Holds::words, Column::Width::wide},
                          {"Figure"},
                          {"Note", Column::Holds::long_words},
                          {"Approve"}});
      for (const auto& one : view.waiting) {
        const auto& d = *one.due.definition;
        table.row().head([&] {
          parts::link(html, check_address(d, one.due.period), d.title);
          parts::small(html, d.code + " · " + one.due.period.words() +
                                 (one.due.entry.kind == collect::EntryKind::figure
                                      ? ""
                                      : " · " + std::string(collect::words(one.due.entry.kind))));
        });
        table.cell([&] {
          parts::strong(html, one.preview.value);
          if (one.preview.is_rated) html.text(" "), parts::status(html, one.preview.status);
        });
        table.cell(one.due.entry.note);
        table.cell([&] {
          if (one.opened)
            parts::tick(html, "approve",
                        d.code + " " + one.due.period.iso() + " " + std::to_string(one.due.entry.edition),
                        "Approve " + d.code);
          else parts::muted(html, "Open it first");
        });
      }
    }
    if (std::ranges::any_of(view.waiting, &ToCheck::opened)) parts::button(html, "Approve what is ticked");
  });
}

Reply show_checks(const Request& asked, Desk& desk) {
  ChecksView view;
  view.picture = assess::picture_for(asked, desk);
  {
    auto tx = desk.db.read();
    view.waiting = waiting_for(*view.picture, tx, desk);
  }
  view.lede = check_lede(view.waiting, desk.now);
  if (auto data = kit::as_data(asked, view, "to-check.csv")) return *std::move(data);

  parts::Page page;
  page.title = "Figures to check";
  page.section = parts::Section::work;
  auto& html = page.body;
  parts::title(html, "Figures to check");
  parts::lede(html, view.lede);
  if (!view.waiting.empty()) batch(html, desk, view);
  else parts::paragraph(html, [&] { parts::link(html, "/my-figures", "My figures"); });
  return page;
}

struct Found {
  std::shared_ptr<const assess::Picture> picture;
  const assess::Kept* kept = nullptr;
  calendar::Period period;
};

std::optional<Found> find(const std::string& code, const std::optional<calendar::Period>& period, Desk& desk) {
  const Request now;
  Found found{assess::picture_for(now, desk), nullptr, {}};
  found.kept = found.picture->find(code);
  if (!found.kept || !period) return std::nullopt;
  found.period = *period;
  if (council::why_not(May::check_figures, desk.asker, collect::subject_of(found.kept->in(*period))).any()) return std::nullopt;
  return found;
}

std::optional<Found> find(const Request& asked, Desk& desk) {
  return find(asked.value("indicator"), calendar::read_slug(asked.value("period")), desk);
}

std::optional<CheckView> view_of(const Found& found, Desk& desk) {
  CheckView view;
  view.picture = found.picture;
  view.kept = found.kept;
  auto tx = desk.db.read();
  auto due = gather(tx, *found.picture, *found.kept, found.period, desk.now);
  if (!due || due->entry.edition == 0) return std::nullopt;
  view.due = *std::move(due);
  view.preview = preview(*found.picture, *found.kept, view.due, view.due.entry);
  view.history = collect::entry_history(tx, found.kept->id, found.period);
  view.evidence = collect::evidence_of(tx, found.kept->id, found.period);
  view.help = collect::writing_help(view.due, view.due.entry);
  view.colour_change = colour_change(*found.picture, *found.kept, view.due.entry);
  return view;
}

void remember_opened(const CheckView& view, Desk& desk) {
  desk.db.write_together([&](kit::Transaction& tx) {
    collect::mark_opened(tx, desk.asker.person, view.due.entry, desk.now);
    tx.commit();
  });
}

Reply show_check(const Request& asked, Desk& desk) {
  const auto found = find(asked, desk);
  const auto view = found ? view_of(*found, desk) : std::nullopt;
  if (!view) return nothing_here();
  if (view->due.entry.stage == collect::Stage::entered) remember_opened(*view, desk);
  if (auto data = kit::as_data(asked, *view, "check.csv")) return *std::move(data);
  return check_page(desk, *view, {}, "");
}

enum class Step { approve, give_back };

// What a step came to, decided in the transaction that saves it.
struct Stepped {
  std::optional<collect::Due> due;
  std::optional<collect::Entry> next;
  kit::Refusals no;
  bool is_repeated = false;
};

Stepped take_step(kit::Transaction& tx, const Request& asked, Desk& desk, const Found& found, Step step) {
  Stepped stepped;
  stepped.due = gather(tx, *found.picture, *found.kept, found.period, desk.now);
  if (!stepped.due) return stepped;
  const auto key = "check " + asked.typed("key");
  stepped.is_repeated = council::find_record(tx, key).has_value();
  if (stepped.is_repeated) return stepped;

  const auto seen = static_cast<std::int32_t>(std::atoi(asked.typed("seen").c_str()));
  const auto& due = *stepped.due;
  const auto next = step == Step::approve ? collect::approve(due, seen, desk.asker, desk.now)
                                          : collect::give_back(due, seen, asked.typed("said"), desk.asker, desk.now);
  if (!next) {
    stepped.no = next.refusals();
    return stepped;
  }

  add_step(tx, desk, *found.picture, *found.kept, due, *next, key);
  tx.commit();
  stepped.next = *next;
  return stepped;
}

Reply decide(const Request& asked, Desk& desk, Step step) {
  const auto found = find(asked, desk);
  if (!found) return nothing_here();
  Stepped stepped;
  desk.db.write_together([&](kit::Transaction& tx) { stepped = take_step(tx, asked, desk, *found, step); });
  if (!stepped.due) return nothing_here();
  if (stepped.is_repeated) return council::see_other(desk, "/check", "Done already.");
  if (!stepped.next) {
    const auto view = view_of(*found, desk);
    if (!view) return nothing_here();
    auto page = check_page(desk, *view, stepped.no, asked.typed("said"));
    page.status = 422;
    return page;
  }

  const auto& d = *stepped.due->definition;
  return council::see_other(desk, "/check",
                            step == Step::approve
                                ? d.title + ": " + approved_words(*stepped.next)
                                : d.title + ": given back to " + by_whom(*found->picture, *stepped.next) + ".");
}

Reply approve_one(const Request& asked, Desk& desk) { return decide(asked, desk, Step::approve); }
Reply return_one(const Request& asked, Desk& desk) { return decide(asked, desk, Step::give_back); }

// "AFL05 2025-10-01/P1M 3": what a tick stands for.
struct Tick {
  std::string code;
  std::optional<calendar::Period> period;
  std::int32_t seen = 0;
};
Tick read_tick(const std::string& text) {
  const auto first = text.find(' '), second = text.rfind(' ');
  if (first == std::string::npos || second == first) return {};
  return {text.substr(0, first), calendar::Period::parse(text.substr(first + 1, second - first - 1)),
          static_cast<std::int32_t>(std::atoi(text.c_str() + second + 1))};
}

// All that is ticked, or nothing: each must have been opened as it now stands.
struct Approving {
  kit::Refusals no;
  int approved = 0;
  bool is_anything_missing = false;
};

void approve_ticked(kit::Transaction& tx, Desk& desk, const Tick& tick, Approving& all) {
  const auto found = find(tick.code, tick.period, desk);
  const auto due = found ? gather(tx, *found->picture, *found->kept, found->period, desk.now) : std::nullopt;
  if (!due) {
    all.is_anything_missing = true;
    return;
  }
  const auto& code = due->definition->code;
  if (!collect::was_opened(tx, desk.asker.person, due->entry))
    return all.no.add("", code + ": open it first, as it now stands, then approve it.");

  const auto next = collect::approve(*due, tick.seen, desk.asker, desk.now);
  if (!next) {
    for (const auto& refusal : next.refusals().all()) all.no.add("", code + ": " + refusal.sentence);
    return;
  }
  add_step(tx, desk, *found->picture, *found->kept, *due, *next,
           "check " + code + " " + due->period.iso() + " " + std::to_string(next->edition));
  ++all.approved;
}

Reply approve_many(const Request& asked, Desk& desk) {
  Approving all;
  desk.db.write_together([&](kit::Transaction& tx) {
    for (const auto& [name, value] : asked.form)
      if (name == "approve") approve_ticked(tx, desk, read_tick(value), all);
    all.no.unless(all.approved > 0 || all.no.any(), "", "Tick the figures that you approve.");
    if (!all.is_anything_missing && !all.no.any()) tx.commit();
  });
  if (all.is_anything_missing) return nothing_here();
  if (all.no.any()) return parts::error_page(422, all.no.all().front().sentence + " Nothing was approved.");
  return council::see_other(
      desk, "/check",
      std::to_string(all.approved) + (all.approved == 1 ? " figure is approved." : " figures are approved."));
}

}  // namespace

const council::Routes& check_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/check", May::check_figures, show_checks, "Figures that wait for the check of whoever asks"},
      {Method::post, "/check/approve", May::check_figures, approve_many,
       "Approves several figures that have been opened"},
      {Method::get, "/check/{indicator}/{period}", May::check_figures, show_check,
       "One figure to check: what changed, why, and how it would stand"},
      {Method::post, "/check/{indicator}/{period}/approve", May::check_figures, approve_one, "Approves a figure"},
      {Method::post, "/check/{indicator}/{period}/return", May::check_figures, return_one,
       "Gives a figure back, with a reason"},
  };
  return all;
}

}  // namespace work
