#include "work/many_pages.h"

#include <algorithm>

#include "assess/picture_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/number.h"
#include "parts/error_page.h"
#include "work/entry_view.h"
#include "work/many_form.h"
#include "work/many_store.h"

namespace work {
namespace {

using council::Desk;
using council::May;
using kit::Request;

std::optional<calendar::Period> asked_period(const Request& asked) { return calendar::read_slug(asked.asked("period")); }

void count_periods(ManyView& view, const std::vector<collect::Due>& dues) {
  for (const auto& due : dues) {
    const auto known = std::ranges::find(view.periods, due.period, &std::pair<calendar::Period, std::size_t>::first);
    if (known == view.periods.end()) view.periods.emplace_back(due.period, 1);
    else ++known->second;
  }
}

ManyView empty_view(kit::Transaction& tx, std::shared_ptr<const assess::Picture> picture, const Request& asked, const Desk& desk) {
  ManyView view;
  view.picture = std::move(picture);
  view.period = asked_period(asked);
  count_periods(view, mine_to_enter(tx, *view.picture, desk.asker, std::nullopt, desk.now));
  return view;
}

parts::Reply show_many(const Request& asked, Desk& desk) {
  auto picture = assess::picture_for(asked, desk);
  auto tx = desk.db.read();
  auto view = empty_view(tx, std::move(picture), asked, desk);
  for (auto& due : mine_to_enter(tx, *view.picture, desk.asker, view.period, desk.now)) {
    auto typed = typed_of(due.entry, *due.definition);
    view.lines.push_back({std::move(due), std::move(typed), {}, false});
  }
  return many_page(desk, view);
}

std::string key_of(const Request& asked, const collect::Due& due) {
  return "many " + asked.typed("key") + " " + due.definition->code + " " + due.period.iso();
}

// All of it was saved together, so that any row that was to change tells.
bool is_saved_already(kit::Transaction& tx, const Request& asked, const Gathered& form) {
  return std::ranges::any_of(form.rows, [&](const ManyRow& row) {
    return row.due && !is_same(row.typed, row.made_from, *row.due->definition) && council::find_record(tx, key_of(asked, *row.due));
  });
}

// As it was typed, with its faults; where someone else saved first, theirs is from now on what was seen.
parts::Reply refused(const Request& asked, const Desk& desk, ManyView view, const Gathered& form, const Many& many) {
  for (std::size_t i = 0; i < form.rows.size(); ++i) {
    if (!form.rows[i].due) return parts::error_page(404, "There is no such figure among those you may enter. Start from My figures.");
    ManyLine line{*form.rows[i].due, form.rows[i].typed, {}, std::ranges::find(many.conflicts, i) != many.conflicts.end()};
    if (is_same(form.rows[i].typed, form.rows[i].made_from, *line.due.definition))
      line.typed = typed_of(line.due.entry, *line.due.definition);
    for (const auto& refusal : many.refusals)
      if (refusal.row == i) line.no.add(refusal.field, refusal.sentence);
    line.typed.seen = line.due.entry.edition;
    view.lines.push_back(std::move(line));
  }
  view.period = asked_period(asked);
  auto page = many_page(desk, view);
  page.status = many.conflicts.empty() ? 422 : 409;
  return page;
}

std::string saved_words(std::size_t count) {
  if (count == 0) return "Nothing was changed, so nothing was saved.";
  auto words = kit::in_words(static_cast<int>(count));
  words[0] = static_cast<char>(words[0] >= 'a' && words[0] <= 'z' ? words[0] - 32 : words[0]);
  return words + (count == 1 ? " figure is saved. It goes to be checked." : " figures are saved. They go to be checked.");
}

parts::Reply save_form(const Request& asked, Desk& desk) {
  const Request now;
  const auto picture = assess::picture_for(now, desk);
  auto tx = desk.db.write();
  const auto form = gather_lines(tx, *picture, typed_lines(asked), desk);
  if (is_saved_already(tx, asked, form)) return council::see_other(desk, "/my-figures", "Saved already.");

  const auto many = enter_many(form.rows, desk.asker, desk.now);
  if (!many.refusals.empty()) {
    auto view = empty_view(tx, picture, asked, desk);
    { auto done = std::move(tx); }
    return refused(asked, desk, std::move(view), form, many);
  }

  std::vector<std::string> keys;
  for (const auto row : many.rows) keys.push_back(key_of(asked, *form.rows[row].due));
  if (save_many(tx, desk, *picture, many, form.rows, keys)) tx.commit();

  { auto done = std::move(tx); }
  return council::see_other(desk, many.entries.empty() ? "/my-figures/many" : "/my-figures", saved_words(many.entries.size()));
}

}  // namespace

const council::Routes& many_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/my-figures/many", May::enter_figures, show_many, "Many figures at once: a grid of all that is due from whoever asks"},
      {Method::post, "/my-figures/many", May::enter_figures, save_form, "Enters the rows of the grid that were changed, all or none"},
  };
  return all;
}

}  // namespace work
