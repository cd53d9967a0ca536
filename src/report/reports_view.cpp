#include "report/reports_view.h"

#include <algorithm>

#include "kit/number.h"

namespace report {
namespace {

using council::Asker;

std::vector<EditionLine> readable(const Shelf& shelf, const Pack& pack, const Asker& asker) {
  std::vector<EditionLine> lines;
  for (const auto& edition : shelf.editions)
    if (edition.key.pack == pack.code && may_read(edition, Form::open, asker))
      lines.push_back({&edition, may_read(edition, Form::full, asker)});
  std::ranges::stable_sort(lines, [](const EditionLine& a, const EditionLine& b) {
    const auto &one = a.edition->key, &other = b.edition->key;
    return one.period == other.period ? one.number > other.number : one.period > other.period;
  });
  return lines;
}

PackLine line_of(const Shelf& shelf, const Pack& pack, const std::vector<EditionLine>& lines, kit::Moment now) {
  PackLine line{&pack, std::nullopt, std::nullopt};
  if (!lines.empty()) line.newest = lines.front();
  if (!pack.gone) line.next = next_run(pack, shelf.cycles, now);
  return line;
}

// Of the newest edition of each period alone: nobody signs off what has been run again.
std::vector<WaitingLine> waiting_for(const Shelf& shelf, const Asker& asker) {
  const auto may = [&](council::May what) { return !council::why_not(what, asker).any(); };
  std::vector<WaitingLine> all;
  for (const auto& edition : shelf.editions) {
    const auto* pack = find(shelf.packs, edition.key.pack);
    const bool is_newest = std::ranges::none_of(shelf.editions, [&](const Edition& one) {
      return one.key.pack == edition.key.pack && one.key.period == edition.key.period &&
             one.key.number > edition.key.number;
    });
    if (!pack || !is_newest) continue;
    const auto name = pack->title + ", " + edition.key.words();
    if (edition.state() < State::signed_off && may(council::May::sign_off_reports))
      all.push_back({"To sign off: " + name, edition.key.path() + "/review"});
    if (edition.state() == State::signed_off && may(council::May::prepare_reports))
      all.push_back({"To publish: " + name, edition.key.path() + "/review"});
  }
  for (const auto& rerun : shelf.reruns) {
    auto before = rerun.key;
    --before.number;
    if (const auto* pack = find(shelf.packs, rerun.key.pack);
        pack && may(council::May::approve_second_runs) && rerun.asked_by != asker.person)
      all.push_back({"To decide, a second run: " + pack->title + ", " + before.words(), before.path() + "/review"});
  }
  return all;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string answer(const ReportsView& view) {
  const auto with = static_cast<int>(std::ranges::count_if(view.packs, [](const PackLine& line) { return line.newest.has_value(); }));
  const PackLine* soonest = nullptr;
  for (const auto& line : view.packs)
    if (line.next && (!soonest || line.next->at < soonest->next->at)) soonest = &line;
  auto said = with == 0 ? std::string("No report can be read yet.")
                        : capital(kit::in_words(with)) + (with == 1 ? " report can" : " reports can") + " be read.";
  if (soonest)
    said += " The next to run is " + soonest->pack->title + " for " + soonest->next->period.words() + ", at " +
            kit::as_at_words(soonest->next->at) + ".";
  return said;
}

}  // namespace

std::string EditionLine::address() const { return edition ? edition->key.path() + (in_full ? "" : "/public") : ""; }

ReportsView reports_view(const Shelf& shelf, const Asker& asker, kit::Moment now) {
  ReportsView view;
  for (const auto& pack : shelf.packs) {
    auto line = line_of(shelf, pack, readable(shelf, pack, asker), now);
    if (!pack.gone || line.newest) view.packs.push_back(std::move(line));
  }
  view.answer = answer(view);
  view.waiting = waiting_for(shelf, asker);
  return view;
}

PackView pack_view(const Shelf& shelf, const Pack& pack, const Asker& asker, kit::Moment now) {
  PackView view;
  view.editions = readable(shelf, pack, asker);
  view.line = line_of(shelf, pack, view.editions, now);
  return view;
}

}  // namespace report
