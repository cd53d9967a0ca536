// The routes stand at the end: GET /targets, POST /targets/seal, GET /targets/{indicator} and what is done on it.
#include "work/target_pages.h"

#include <algorithm>

#include "assess/forecast_memory.h"
#include "assess/picture_store.h"
#include "assess/target_advice.h"
#include "collect/cycle_store.h"
#include "collect/entry.h"
#include "compare/others_store.h"
#include "council/address.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "work/message_store.h"
#include "work/target_form.h"
#include "work/target_round_store.h"
#include "work/targets_page.h"

namespace work {
namespace {

using calendar::FinancialYear;
using collect::InRound;
using collect::ProposedTarget;
using collect::TargetStep;
using council::Desk;
using council::May;
using kit::Refusals;
using kit::Request;
using parts::Reply;

// The year that is asked for, as "2026-27"; the one whose round comes next when none is. None when it cannot be read.
std::optional<FinancialYear> year_of(kit::Transaction& tx, const std::string& slug, kit::Moment now) {
  const auto next = calendar::next_round(collect::load_target_calendar(tx), now);
  if (slug.empty()) return next;
  const auto period = calendar::read_slug(slug);
  const bool near = period && std::abs(period->financial_year().begins - next.begins) <= 20;
  return near && period->fits(calendar::Frequency::annual) ? std::optional(period->financial_year()) : std::nullopt;
}

Reply no_such_year() { return parts::error_page(404, "There is no such year. Start from the page Targets."); }
Reply nothing_here() {
  return parts::error_page(
      404, "There is no such indicator among those of which you may do this. Start from the page Targets.");
}

TargetsView view_of(kit::Transaction& tx, const assess::Picture& picture, const Round& round, kit::Moment now) {
  auto view = targets_view(picture, round, now);
  view.next = calendar::next_round(collect::load_target_calendar(tx), now);
  return view;
}

// The chance of what is proposed or in force; where there is nothing, that of the target of the year before, if it stays.
void find_chance(const assess::Picture& picture, const InRound& one, TargetLine& line) {
  const auto* standing = one.standing();
  const bool is_proposed = standing && standing->stage != ProposedTarget::Stage::withdrawn;
  const auto* target = is_proposed ? &standing->target : one.in_force ? one.in_force : one.year_before;
  if (!target) return;
  auto of_year = *target;
  of_year.year = one.year;
  const auto forecast = assess::forecast_memory().forecast(picture, *picture.find(one.definition->indicator), one.year);
  if (!*forecast) return;
  const auto chance = assess::chance_of(**forecast, of_year, *one.definition);
  (is_proposed || one.in_force ? line.chance : line.chance_if_held) = chance;
  line.figures = (**forecast).figures;
}

// A forecast takes its time: on a page only those of the service that is listed are worked out.
void find_chances(const assess::Picture& picture, const Round& round, TargetsView& view, const std::string* unit) {
  if (view.stage == collect::RoundStage::sealed) return;
  for (const auto& one : round.all) {
    const auto line = std::ranges::find(view.lines, one.definition->code, &TargetLine::indicator);
    if (line != view.lines.end() && (!unit || line->service == *unit)) find_chance(picture, one, *line);
  }
}

Reply show_targets(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto year = year_of(tx, asked.asked("year"), desk.now);
  if (!year) return no_such_year();
  const auto round = load_round(tx, *picture, *year);
  auto view = view_of(tx, *picture, round, desk.now);
  view.unit = asked.asked("unit").empty() ? usual_unit(desk.asker, view) : asked.asked("unit");
  find_chances(*picture, round, view, asked.format == "html" ? &view.unit : nullptr);
  if (auto data = kit::as_data(asked, view, "targets.csv")) return *std::move(data);
  return targets_page(desk, *picture, view, {});
}

Reply take_seal(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto year = year_of(tx, asked.typed("year"), desk.now);
  if (!year) return no_such_year();
  const auto picture = assess::picture_for({}, desk);
  const auto round = load_round(tx, *picture, *year);
  if (const auto no = collect::why_not_sealed(round.tally, round.dates, round.stage(desk.now), desk.asker); no.any())
    return targets_page(desk, *picture, view_of(tx, *picture, round, desk.now), no);

  const bool is_new = seal_round(tx, round, council::deed_of(desk, {}, {}, {}), desk.now);
  if (is_new) tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/targets?year=" + calendar::Period::year(*year).slug(),
                            is_new ? "Sealed: " + round.tally.words() + "." : "Somebody has sealed them already.");
}

assess::Others others_of(kit::Transaction& tx, const Desk& desk, const assess::Picture& picture, const assess::Kept& kept) {
  auto found = compare::others_for_target(tx, desk.data_folder, picture, kept);
  return {std::move(found.figures), found.period ? found.period->words() : std::string()};
}

// What was typed comes back into the form, with its refusals.
Reply workbench_reply(kit::Transaction& tx, const Desk& desk, const assess::Picture& picture, const assess::Kept& kept,
                      InRound round, const Refusals& no, const collect::TypedTarget* typed = nullptr) {
  auto view = workbench(picture, kept, std::move(round), others_of(tx, desk, picture, kept), {});
  if (typed) view.typed = *typed;
  return workbench_page(desk, picture, view, no);
}

Reply show_workbench(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto year = year_of(tx, asked.asked("year"), desk.now);
  if (!year) return no_such_year();
  const auto* kept = picture->find(asked.value("indicator"));
  if (!kept) return nothing_here();
  const auto view = workbench(*picture, *kept, load_in_round(tx, *picture, *kept, *year),
                              others_of(tx, desk, *picture, *kept), looking_at(asked));
  if (auto data = kit::as_data(asked, view, "target-" + kept->now().code + ".csv")) return *std::move(data);
  return workbench_page(desk, *picture, view, {});
}

// One indicator in the round, for whoever may do `may` to it.
struct Found {
  std::shared_ptr<const assess::Picture> picture;
  const assess::Kept* kept = nullptr;
  InRound round;
};
std::optional<Found> find(kit::Transaction& tx, const Request& asked, Desk& desk, std::initializer_list<May> any_of) {
  const auto year = year_of(tx, asked.typed("year"), desk.now);
  Found found{assess::picture_for({}, desk), nullptr, {}};
  found.kept = found.picture->find(asked.value("indicator"));
  if (!year || !found.kept) return std::nullopt;
  const auto subject = collect::subject_of(found.kept->now());
  if (std::all_of(any_of.begin(), any_of.end(),
                  [&](May may) { return council::why_not(may, desk.asker, subject).any(); }))
    return std::nullopt;
  found.round = load_in_round(tx, *found.picture, *found.kept, *year);
  return found;
}

council::Deed deed_of(const Request& asked, const Desk& desk, const Found& found, std::string what, std::string detail) {
  const auto typed = asked.typed("key");
  auto deed =
      council::deed_of(desk, what, found.kept->now().code, "Target for " + found.round.year.words() + ": " + detail,
                       typed.empty() ? std::string() : what + " " + typed);
  deed.moves = council::Moves::nothing;
  return deed;
}

std::string path_of(const Found& found) {
  return council::path_to("targets", found.kept->now().code) +
         "?year=" + calendar::Period::year(found.round.year).slug();
}

kit::Response back(const Desk& desk, const Found& found, std::string_view sentence) {
  return council::see_other(desk, path_of(found), sentence);
}

// Whoever proposed a target hears what becomes of it, but not of what they did themselves.
void tell_proposer(kit::Transaction& tx, const Desk& desk, const Found& found, std::string_view what, const std::string& said) {
  const auto* standing = found.round.standing();
  if (!standing || standing->proposed_by == desk.asker.person) return;
  const auto& d = found.kept->now();
  const auto year = found.round.year.words();
  const auto words = "Your target of " + written(standing->target, d) + " for " + year + ", " + d.title + " (" +
                     d.code + "): " + std::string(what) + "." + (said.empty() ? "" : " " + said);
  const auto key = "target " + std::to_string(found.kept->id) + " " + year + " " + std::to_string(standing->edition) +
                   " " + std::to_string(found.round.challenges.size());
  tell(tx, desk, found.picture->council.person(standing->proposed_by),
       {key, std::string(what) + ": " + d.title, words, path_of(found), "The target"});
}

Reply take_proposal(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto found = find(tx, asked, desk, {May::propose_change});
  if (!found) return nothing_here();
  const auto typed = typed_target(asked);
  const auto proposed = collect::propose_target(found->round, typed, desk.asker, desk.now);
  if (!proposed) return workbench_reply(tx, desk, *found->picture, *found->kept, found->round, proposed.refusals(), &typed);

  auto deed = deed_of(asked, desk, *found, "target proposed", written(proposed->target, found->kept->now()));
  deed.particulars.became = std::string(words(proposed->because)) + ": " + proposed->target.rationale;
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) collect::add_proposed_target(tx, *proposed, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return back(desk, *found, "Proposed. Somebody else agrees to it, asks, or gives it back.");
}

Reply take_challenge(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto found = find(tx, asked, desk, {May::see_entries, May::propose_change});
  if (!found) return nothing_here();
  const auto asks = collect::challenge(found->round, asked.typed("words"), desk.asker, desk.now);
  if (!asks) return workbench_reply(tx, desk, *found->picture, *found->kept, found->round, asks.refusals());

  auto deed = deed_of(asked, desk, *found, "target challenged", "");
  deed.particulars.became = asks->words;
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) {
    collect::add_challenge(tx, *asks, recorded.id);
    tell_proposer(tx, desk, *found, "Challenged", asks->words);
  }
  tx.commit();
  { auto done = std::move(tx); }

  return back(desk, *found, "It stands with the proposal now, and whoever proposed it is told.");
}

Reply take_step(const Request& asked, Desk& desk, May may, TargetStep step) {
  auto tx = desk.db.write();
  const auto found = find(tx, asked, desk, {may});
  if (!found) return nothing_here();
  const auto decided = collect::decide_target(found->round, step, std::atoi(asked.typed("seen").c_str()),
                                              asked.typed("said"), desk.asker, desk.now);
  if (!decided) return workbench_reply(tx, desk, *found->picture, *found->kept, found->round, decided.refusals());

  auto deed = deed_of(asked, desk, *found, "target " + std::string(collect::code(decided->stage)),
                      written(decided->target, found->kept->now()));
  deed.particulars.authority = "proposed by " + decided->proposed_by;
  deed.particulars.became = decided->said;
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) {
    collect::add_proposed_target(tx, *decided, recorded.id);
    tell_proposer(tx, desk, *found, words(decided->stage), decided->said);
  }
  tx.commit();
  { auto done = std::move(tx); }

  return back(desk, *found,
              step == TargetStep::agree      ? "Agreed. It counts once the targets are sealed."
              : step == TargetStep::withdraw ? "Withdrawn."
                                             : "Given back. Whoever proposed it is told.");
}

Reply take_decision(const Request& asked, Desk& desk) {
  return take_step(asked, desk, May::agree_change,
                   asked.typed("step") == "agree" ? TargetStep::agree : TargetStep::give_back);
}
Reply take_withdrawal(const Request& asked, Desk& desk) { return take_step(asked, desk, May::propose_change, TargetStep::withdraw); }

}  // namespace

const council::Routes& target_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/targets", May::own_account, show_targets,
       "Targets: whether those of the coming year are ready, service by service"},
      {Method::post, "/targets/seal", May::set_calendar, take_seal, "Seals the agreed targets of a year"},
      {Method::get, "/targets/{indicator}", May::own_account, show_workbench,
       "The workbench of one target: what it would mean, and what else could be proposed"},
      {Method::post, "/targets/{indicator}/propose", May::propose_change, take_proposal,
       "Proposes a target for the coming year"},
      {Method::post, "/targets/{indicator}/challenge", May::see_entries, take_challenge,
       "Asks about a proposed target, or answers"},
      {Method::post, "/targets/{indicator}/agree", May::agree_change, take_decision,
       "Agrees to a proposed target, or gives it back"},
      {Method::post, "/targets/{indicator}/withdraw", May::propose_change, take_withdrawal,
       "Withdraws a proposed target"},
  };
  return all;
}

}  // namespace work
