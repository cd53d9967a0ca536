// The routes stand at the end: GET and POST /indicators/{indicator}/propose.
#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "collect/entry.h"
#include "collect/proposal_store.h"
#include "collect/target_round_store.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "parts/error_page.h"
#include "work/proposal_form.h"
#include "work/proposal_pages.h"

namespace work {
namespace {

using collect::Proposal;
using council::Desk;
using council::May;
using kit::Request;
using parts::Reply;

const assess::Kept* indicator_of(const assess::Picture& picture, const Request& asked, const Desk& desk) {
  const auto* kept = picture.find(asked.value("indicator"));
  return kept && !council::why_not(May::propose_change, desk.asker, collect::subject_of(kept->now())).any() ? kept : nullptr;
}

Reply no_indicator() {
  return parts::error_page(
      404, "There is no such indicator among those for which you may propose. Start from the list of indicators.");
}

Reply show_propose(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto* kept = indicator_of(*picture, asked, desk);
  if (!kept) return no_indicator();
  const auto usual = indicator::takes_target(kept->now().kind) ? Proposal::Kind::target : Proposal::Kind::definition;
  return propose_page(desk, *kept, proposal_of(*kept, collect::read_proposal_kind(asked.asked("what")).value_or(usual), desk.now), {});
}

Reply take_propose(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  const auto* kept = indicator_of(*picture, asked, desk);
  if (!kept) return no_indicator();
  const auto typed = proposal_in(asked, *kept, desk.now);
  auto tx = desk.db.write();
  auto of = change_of(*picture, *kept, typed.year);
  if (typed.year)
    of.round = collect::round_stage(calendar::round_dates(collect::load_target_calendar(tx), *typed.year),
                                    collect::seal_of(tx, *typed.year).has_value(), desk.now);
  const auto proposed = collect::propose(of, typed, desk.asker, desk.now);
  if (!proposed) return propose_page(desk, *kept, typed, proposed.refusals());

  auto deed = council::deed_of(desk, "proposal", kept->now().code, what_words(*proposed), "proposal " + asked.typed("key"));
  deed.moves = council::Moves::nothing;
  deed.particulars.became = proposed->reason;
  const auto recorded = council::record(tx, deed);
  if (recorded.is_new()) collect::add_proposal(tx, *proposed, recorded.id);
  tx.commit();
  { auto done = std::move(tx); }

  return council::see_other(desk, "/proposals", "Proposed. Somebody else agrees to it, or says why not.");
}

}  // namespace

const council::Routes& propose_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/indicators/{indicator}/propose", May::propose_change, show_propose,
       "The form that proposes a new definition or target"},
      {Method::post, "/indicators/{indicator}/propose", May::propose_change, take_propose,
       "Proposes a new definition or target"},
  };
  return all;
}

}  // namespace work
