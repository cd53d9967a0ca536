// The routes stand at the end: GET /proposals, GET and POST /proposals/{number}.
#include "work/proposal_pages.h"

#include <algorithm>
#include <array>

#include "assess/picture_store.h"
#include "collect/entry.h"
#include "collect/proposal_store.h"
#include "council/address.h"
#include "council/record_store.h"
#include "council/saying.h"
#include "indicator/indicator_store.h"
#include "indicator/target_store.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/form.h"
#include "parts/form_page.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/decision_form.h"
#include "work/follow_store.h"
#include "work/message_store.h"
#include "work/proposal_form.h"

namespace work {
namespace {

using collect::Proposal;
using council::Desk;
using council::May;
using kit::Html;
using kit::Refusals;
using kit::Request;
using parts::Column;
using parts::Reply;

struct ProposalLine {
  Proposal proposal;
  const assess::Kept* kept = nullptr;
  std::string code, title, what, proposed_by, decided_by;
};
template <class Teller>
void describe(Teller& t, const ProposalLine& line) {
  t.field("number", line.proposal.id);
  t.field("indicator", line.code);
  t.field("title", line.title);
  t.field("what", line.what);
  t.field("stage", collect::code(line.proposal.stage));
  t.field("reason", line.proposal.reason);
  t.field("proposed_by", line.proposed_by);
  t.field("decided_by", line.decided_by);
  t.field("said", line.proposal.said);
  t.field("at", line.proposal.at);
}
struct ProposalsView {
  std::string lede;
  std::vector<ProposalLine> all;
};
template <class Teller>
void describe(Teller& t, const ProposalsView& view) {
  t.field("in_short", view.lede);
  t.rows("proposals", view.all);
}

std::string name_of(const council::Council& council, const std::string& code) {
  const auto* person = council.person(code);
  return person ? person->name : code;
}

bool may_see(const Desk& desk, const council::Subject& subject) {
  return std::ranges::any_of(std::array{May::propose_change, May::agree_change, May::see_completion},
                             [&](May may) { return !council::why_not(may, desk.asker, subject).any(); });
}

// The newest first; those that wait before those that are decided.
ProposalsView view_of(kit::Transaction& tx, const assess::Picture& picture, const Desk& desk) {
  ProposalsView view;
  for (auto& one : collect::all_proposals(tx)) {
    const auto* kept = picture.find(one.indicator);
    if (!kept || !may_see(desk, collect::subject_of(kept->now()))) continue;
    view.all.push_back({one, kept, kept->now().code, kept->now().title, what_words(one),
                        name_of(picture.council, one.proposed_by), name_of(picture.council, one.decided_by)});
  }
  const auto waits = [](const ProposalLine& line) { return line.proposal.stage == Proposal::Stage::proposed; };
  std::ranges::stable_sort(view.all, [&](const auto& a, const auto& b) {
    return waits(a) != waits(b) ? waits(a) : b.proposal.at < a.proposal.at;
  });
  const auto open = std::ranges::count_if(view.all, waits);
  view.lede = view.all.empty() ? "Nothing has been proposed."
              : open == 0      ? "No proposal waits."
              : open == 1      ? "One proposal waits for agreement."
                               : std::to_string(open) + " proposals wait for agreement.";
  return view;
}

std::string address_of(const Proposal& proposal) { return "/proposals/" + std::to_string(proposal.id); }

Reply show_proposals(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto view = view_of(tx, *picture, desk);
  if (auto data = kit::as_data(asked, view, "proposals.csv")) return *std::move(data);

  parts::Page page;
  page.title = "Proposals";
  page.section = parts::Section::cycle;
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  parts::paragraph(
      html,
      "Definitions and targets change only so: one person proposes, on the indicator’s own page, and another agrees. Everything before stays in its place.");
  if (view.all.empty()) return page;
  parts::Table table(html, "Proposals",
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"What"},
                      {"Why", Column::Holds::long_words},
                      {"Step"}});
  for (const auto& line : view.all) {
    table.row().head([&] {
      parts::link(html, address_of(line.proposal), line.title);
      parts::small(html, line.code);
    });
    table.cell(line.what);
    table.cell([&] {
      html.text(line.proposal.reason);
      parts::small(html, line.proposed_by);
    });
    table.cell([&] {
      html.text(words(line.proposal.stage));
      parts::small(html, line.proposal.at.date().words());
    });
  }
  return page;
}

void answers(Html& html, const Proposal& proposal) {
  parts::heading(html, "Is it SMART?");
  parts::terms(html, [&] {
    const auto& questions = collect::smart_questions();
    for (std::size_t i = 0; i < questions.size() && i < proposal.answers.size(); ++i)
      parts::term(html, questions[i].label, proposal.answers[i]);
  });
}

MayDecide may_decide(const Desk& desk, const ProposalLine& line) {
  if (line.proposal.stage != Proposal::Stage::proposed) return {};
  if (line.proposal.proposed_by == desk.asker.person) return {.withdraw = true};
  const bool may_agree = !council::why_not(May::agree_change, desk.asker, collect::subject_of(line.kept->now())).any();
  return {.agree = may_agree, .refuse = may_agree};
}

Reply page_of(const Desk& desk, const ProposalLine& line, const Refusals& no) {
  const auto& proposal = line.proposal;
  auto page = parts::form_page(parts::Section::cycle, line.what + ": " + line.title, no);
  auto& html = page.body;
  parts::thread(html, {{"Proposals", "/proposals"}, {line.code, ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, line.title);
  parts::aside_line(html, line.what + " · proposed by " + line.proposed_by + " · " +
                              std::string(words(proposal.stage)) +
                              (line.decided_by.empty() ? "" : " by " + line.decided_by) + ", " + proposal.at.words());
  parts::note(html, "Why it should change.", proposal.reason, line.proposed_by);
  if (!proposal.said.empty()) parts::note(html, "What was said.", proposal.said, line.decided_by);
  what_would_change(html, proposal, change_of(*line.kept, proposal.year));
  answers(html, proposal);
  parts::paragraph(html, [&] { parts::link(html, council::path_to("indicators", line.code), "All about " + line.code); });
  const auto may = may_decide(desk, line);
  decision_form(html, desk, may.withdraw ? "Withdraw it" : "Agree or refuse", address_of(proposal), may, no);
  return page;
}

Reply nothing_here() { return parts::error_page(404, "There is no such proposal among those you may see. Start from Proposals."); }

std::optional<ProposalLine> find(kit::Transaction& tx, const assess::Picture& picture, const Desk& desk, const Request& asked) {
  const auto id = std::atoll(asked.value("number").c_str());
  auto view = view_of(tx, picture, desk);
  const auto found = std::ranges::find_if(view.all, [&](const auto& line) { return line.proposal.id == id; });
  return found == view.all.end() ? std::nullopt : std::optional(*found);
}

Reply show_proposal(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto line = find(tx, *picture, desk, asked);
  return line ? page_of(desk, *line, {}) : nothing_here();
}

// What is agreed begins to count: a new edition beside those before.
void put_into_force(kit::Transaction& tx, const Proposal& agreed, const collect::ChangeOf& of, kit::Moment now, council::RecordId record) {
  if (agreed.kind == Proposal::Kind::target) {
    const auto target = collect::target_of(agreed, of, now);
    indicator::add_targets(tx, std::span(&*target, 1), record);
  } else {
    const auto definition = collect::definition_of(agreed, *of.definition, now);
    indicator::add_definitions(tx, std::span(&*definition, 1), record);
  }
}

void tell_proposer(kit::Transaction& tx, const Desk& desk, const assess::Picture& picture, const ProposalLine& line,
                   const Proposal& decided) {
  if (decided.stage == Proposal::Stage::withdrawn) return;
  const std::string became(collect::words(decided.stage));
  const auto words = line.what + " of " + line.title + " (" + line.code + "): " + became + "." +
                     (decided.said.empty() ? "" : " " + decided.said);
  tell(tx, desk, picture.council.person(decided.proposed_by),
       {"proposal " + std::to_string(decided.id), became + ": " + line.title, words, address_of(decided),
        "The proposal"});
}

// The figures of open windows follow a formula from the moment it is agreed.
void follow_new_formula(Desk& desk, indicator::IndicatorId id) {
  const auto picture = assess::picture_for({}, desk);
  const auto* kept = picture->find(id);
  if (!kept || !indicator::is_computed(kept->now())) return;
  auto tx = desk.db.write();
  follow_one(tx, *picture, *kept, desk.now);
  tx.commit();
}

Reply decide(const Request& asked, Desk& desk) {
  auto tx = desk.db.write();
  const auto picture = assess::picture_for({}, desk);
  const auto line = find(tx, *picture, desk, asked);
  if (!line) return nothing_here();
  const auto of = change_of(*picture, *line->kept, line->proposal.year);
  const auto decided = collect::decide(line->proposal, of, step_in(asked), asked.typed("said"), desk.asker, desk.now);
  if (!decided) return page_of(desk, *line, decided.refusals());

  const bool is_agreed = decided->stage == Proposal::Stage::agreed;
  auto deed = council::deed_of(desk, "proposal " + std::string(collect::code(decided->stage)), line->code, line->what);
  deed.moves = is_agreed ? council::Moves::what_is_read : council::Moves::nothing;
  deed.particulars.authority = "proposed by " + decided->proposed_by;
  deed.particulars.became = decided->said;
  const auto recorded = council::record(tx, deed);
  collect::add_proposal(tx, *decided, recorded.id);
  if (is_agreed) put_into_force(tx, *decided, of, desk.now, recorded.id);
  tell_proposer(tx, desk, *picture, *line, *decided);
  tx.commit();
  { auto done = std::move(tx); }
  if (is_agreed) follow_new_formula(desk, line->kept->id);

  return council::see_other(
      desk, "/proposals",
      line->title + ": " +
          (is_agreed ? "agreed. It counts from now on, and what was before stays in its place."
           : decided->stage == Proposal::Stage::withdrawn ? "withdrawn."
                                                          : "refused. Whoever proposed it is told."));
}

}  // namespace

const council::Routes& proposal_routes() {
  using kit::Method;
  static const council::Routes all = {
      {Method::get, "/proposals", May::own_account, show_proposals,
       "Proposals: new definitions and targets, waiting and decided"},
      {Method::get, "/proposals/{number}", May::own_account, show_proposal,
       "One proposal: what would change, why, and who decides"},
      {Method::post, "/proposals/{number}", May::own_account, decide, "Agrees to a proposal, refuses or withdraws it"},
  };
  return all;
}

}  // namespace work
