// Who may do what, and why not: one table of rules. Every route names its rule; what concerns one indicator is asked again of
// the indicator itself, since the right to a page is no right to everything that a page can show.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "council/council.h"
#include "kit/verdict.h"

namespace council {

enum class May : std::uint8_t {
  read,             // the board, indicators, the thread
  sign_in,          // the pages before sign-in: sign in, reset a password, accept an invitation
  own_account,      // one's own password, second factor, sessions, preferences
  see_calendar,     // the year's windows, runs and committees
  enter_figures,    // one's own due figures: the owner and the deputies
  check_figures,    // figures of one's own checking, never one's own
  see_entries,      // figures on their way and their notes, of services within one's reach
  see_completion,   // who has entered and checked what, by service
  remind,           // one click to remind
  reopen,           // ask for a window to be opened again
  approve_reopening,
  propose_change,   // of a definition or a target
  agree_change,
  rebase,           // begin an indicator's process chart afresh, and take that back
  check_controls,   // the auditor's control check of an indicator
  hand_over,        // deputies for others, and everything of someone who leaves
  manage_people,    // accounts, roles, reach
  set_calendar,     // windows, runs, committee dates, and the council's settings
  set_rules,        // by which status is given
  see_record,       // who did what, and its export
  bring_in_files,   // import
  read_reports_in_full,  // published editions with what is not public: members, managers, leadership
  review_reports,        // drafts: read them, comment on them, write words for them
  sign_off_reports,
  approve_second_runs,   // of a report, never one's own request
  prepare_reports,       // packs, publishing, who is sent what, asking for a second run
  travel_in_time,   // the demo's clock, and signing in as anybody: only in a demo on this machine
};

// Someone who asks. Nobody has signed in while `person` is empty.
struct Asker {
  bool at_this_machine = false;
  bool is_demo = false;          // a demo, served on a loopback address
  bool has_people = false;       // somebody can sign in here: what the machine alone allowed before is over
  bool open_to_read = true;      // the council lets everybody who reaches the server read
  std::string person;
  Role role = Role::officer;
  std::vector<std::string> units;       // services within reach: of the person's unit, or of the directorate, or granted
  std::vector<std::string> portfolios;  // granted
  std::vector<std::string> covers;      // people whose deputy this person is today
  int to_do = 0;                        // how many figures wait for this person, for the navigation

  bool is_signed_in() const { return !person.empty(); }
  bool is_or_covers(std::string_view someone) const;  // never true of the empty code
  bool reaches(std::string_view unit) const;          // every unit for those whose role spans the council
};
// Roles that see the whole council: corporate leadership, performance team, internal audit, administrator.
bool spans_the_council(Role role);

// The one indicator that something is to be done to.
struct Subject {
  std::string owner, checker, deputy;  // codes of people
  std::string service;
  std::string portfolio;
};

struct Rule {
  May may;
  std::string_view what;      // "bring in files"
  std::string_view who;       // "the performance team, and administrators"
  std::vector<Role> roles;    // empty: everybody who has signed in, or as `who` says
  std::string_view instead;   // what to do when one may not: "Ask the performance team."
};
const std::vector<Rule>& rules();
const Rule& rule_of(May may);
std::string_view code(May may);  // "enter_figures", for addresses
std::optional<May> read_may(std::string_view code);

// Nothing when it is allowed; otherwise a sentence that says which rule refuses and what to do.
kit::Refusals why_not(May may, const Asker& asker);
// The same for one indicator: enter_figures, check_figures, see_entries, reopen, propose_change, rebase …
kit::Refusals why_not(May may, const Asker& asker, const Subject& subject);

}  // namespace council
