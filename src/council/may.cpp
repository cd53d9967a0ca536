#include "council/may.h"

#include <algorithm>
#include <array>

namespace council {
namespace {

using enum Role;

const std::vector<Role> team = {performance_team, administrator};
const std::vector<Role> enterers = {officer, service_manager, head_of_service, corporate_leadership, performance_team, administrator};

// In the order of May: a test compares.
const std::vector<Rule>& table() {
  static const std::vector<Rule> all = {
      {May::read,
       "read the board, indicators and the golden thread",
       "everyone who has signed in; and, where the council's setting says so, everyone who reaches the server",
       {},
       "Sign in first."},
      {May::sign_in, "sign in, choose a password", "everyone", {}, ""},
      {May::own_account,
       "change one's own password, second factor, sessions and preferences",
       "everyone who has signed in",
       {},
       "Sign in first."},
      {May::see_calendar,
       "see the calendar of windows, runs and committees",
       "everyone who may read",
       {},
       "Sign in first."},
      {May::enter_figures, "enter a figure",
       "the indicator's owner, its deputy, whoever covers for them, and the performance team", enterers,
       "Ask the indicator's owner, or the performance team."},
      {May::check_figures, "check a figure",
       "the indicator's checker and whoever covers for them, never the person who entered it", enterers,
       "Ask the indicator's checker."},
      {May::see_entries,
       "see figures on their way, before they are reported",
       "those who enter or check them, managers and heads of the service, corporate leadership, the performance team, internal audit and administrators",
       {},
       "Wait until the figures are reported, or ask the performance team."},
      {May::see_completion,
       "see who has entered and checked what",
       "managers and heads of service for their services; corporate leadership, the performance team, internal audit and administrators for all",
       {service_manager, head_of_service, corporate_leadership, performance_team, internal_audit, administrator},
       "Ask the performance team."},
      {May::remind,
       "remind people of figures that are due",
       "managers and heads of service for their services; the performance team for all",
       {service_manager, head_of_service, performance_team},
       "Ask the performance team."},
      {May::reopen,
       "ask for a window to be opened again",
       "managers and heads of service for their services; the performance team for all",
       {service_manager, head_of_service, performance_team},
       "Ask your service manager, or the performance team."},
      {May::approve_reopening,
       "open a window again",
       "corporate leadership and the performance team, never the person who asked",
       {corporate_leadership, performance_team},
       "Ask the performance team or a director."},
      {May::propose_change,
       "propose a new definition or target",
       "the indicator's owner and checker, managers and heads of service for their services, and the performance team",
       {officer, service_manager, head_of_service, performance_team},
       "Ask the indicator's owner, or the performance team."},
      {May::agree_change,
       "agree a new definition or target",
       "heads of service for their services, corporate leadership and the performance team, never the person who proposed it",
       {head_of_service, corporate_leadership, performance_team},
       "Ask the head of service, or the performance team."},
      {May::rebase,
       "begin a process chart afresh",
       "heads of service for their services, and the performance team",
       {head_of_service, performance_team},
       "Ask the performance team."},
      {May::check_controls, "record a control check", "internal audit", {internal_audit}, "Ask internal audit."},
      {May::hand_over,
       "name deputies for others and hand over what someone owns",
       "heads of service for their services; the performance team and administrators for all",
       {head_of_service, performance_team, administrator},
       "Ask the head of service, or the performance team."},
      {May::manage_people,
       "invite people, suspend accounts and change roles",
       "administrators",
       {administrator},
       "Ask an administrator."},
      {May::set_calendar, "change the calendar and the settings", "the performance team and administrators", team,
       "Ask the performance team."},
      {May::set_rules, "change the rule by which status is given", "the performance team and administrators", team,
       "Ask the performance team."},
      {May::see_record,
       "read the record of who did what",
       "internal audit, the performance team and administrators",
       {internal_audit, performance_team, administrator},
       "Ask internal audit."},
      {May::bring_in_files, "bring in files",
       "the performance team and administrators; while nobody can sign in yet, someone at the machine that runs Goldenthread",
       team, "Ask the performance team, or use goldenthread import on the machine that runs Goldenthread."},
      {May::read_reports_in_full,
       "read a published report in full, with what is not public",
       "members, managers, heads of service, corporate leadership, the performance team, internal audit and administrators",
       {service_manager, head_of_service, corporate_leadership, portfolio_member, scrutiny_member, performance_team,
        internal_audit, administrator},
       "Read the public edition."},
      {May::review_reports,
       "read a report before it is published, comment on it and write words for it",
       "heads of service, corporate leadership, the performance team and administrators",
       {head_of_service, corporate_leadership, performance_team, administrator},
       "Wait until it is published, or ask the performance team."},
      {May::sign_off_reports,
       "sign a report off",
       "corporate leadership, never for a second run that they asked for",
       {corporate_leadership},
       "Ask a director."},
      {May::approve_second_runs,
       "approve that a report is run a second time",
       "corporate leadership and the performance team, never the person who asked",
       {corporate_leadership, performance_team},
       "Ask a director."},
      {May::prepare_reports, "make and change packs of reports, publish editions and ask for a second run",
       "the performance team and administrators", team, "Ask the performance team."},
      {May::travel_in_time,
       "sign in as anybody and move the clock",
       "everyone, in a demo that is served on this machine alone",
       {},
       "Start the demo council with make run."},
  };
  return all;
}

constexpr std::array<std::string_view, 27> codes = {
    "read",
    "sign_in",
    "own_account",
    "see_calendar",
    "enter_figures",
    "check_figures",
    "see_entries",
    "see_completion",
    "remind",
    "reopen",
    "approve_reopening",
    "propose_change",
    "agree_change",
    "rebase",
    "check_controls",
    "hand_over",
    "manage_people",
    "set_calendar",
    "set_rules",
    "see_record",
    "bring_in_files",
    "read_reports_in_full",
    "review_reports",
    "sign_off_reports",
    "approve_second_runs",
    "prepare_reports",
    "travel_in_time",
};

bool holds(const std::vector<std::string>& all, std::string_view one) { return std::ranges::find(all, one) != all.end(); }
bool has_role(const Rule& rule, Role role) { return rule.roles.empty() || std::ranges::find(rule.roles, role) != rule.roles.end(); }

bool may(May may, const Asker& asker) {
  switch (may) {
    case May::sign_in: return true;
    case May::read:
    case May::see_calendar: return asker.is_signed_in() || asker.open_to_read || !asker.has_people;
    case May::travel_in_time: return asker.is_demo && asker.at_this_machine;
    case May::bring_in_files:
      if (asker.at_this_machine && (!asker.has_people || asker.is_demo)) return true;
      break;
    default: break;
  }
  return asker.is_signed_in() && has_role(rule_of(may), asker.role);
}

bool is_owner(const Asker& asker, const Subject& subject) {
  return asker.is_or_covers(subject.owner) || asker.is_or_covers(subject.deputy);
}
bool is_checker(const Asker& asker, const Subject& subject) { return asker.is_or_covers(subject.checker); }

bool may(May may, const Asker& asker, const Subject& subject) {
  const bool manages = asker.role != Role::officer && asker.role != Role::portfolio_member && asker.role != Role::scrutiny_member;
  switch (may) {
    case May::enter_figures: return is_owner(asker, subject) || asker.role == Role::performance_team;
    case May::check_figures: return is_checker(asker, subject);
    case May::see_entries: return is_owner(asker, subject) || is_checker(asker, subject) || (manages && asker.reaches(subject.service));
    case May::propose_change: return is_owner(asker, subject) || is_checker(asker, subject) || (manages && asker.reaches(subject.service));
    case May::see_completion:
    case May::remind:
    case May::reopen:
    case May::agree_change:
    case May::rebase:
    case May::hand_over: return asker.reaches(subject.service);
    default: return true;
  }
}

kit::Refusals refused(const Rule& rule) {
  kit::Refusals no;
  std::string who(rule.who);
  if (!who.empty() && who[0] >= 'a' && who[0] <= 'z') who[0] = static_cast<char>(who[0] - 32);
  no.add("", who + " may " + std::string(rule.what) + ". " + std::string(rule.instead));
  return no;
}

}  // namespace

bool Asker::is_or_covers(std::string_view someone) const { return !someone.empty() && (person == someone || holds(covers, someone)); }
bool Asker::reaches(std::string_view unit) const { return is_signed_in() && (spans_the_council(role) || holds(units, unit)); }

bool spans_the_council(Role role) {
  return role == Role::corporate_leadership || role == Role::performance_team || role == Role::internal_audit ||
         role == Role::administrator;
}

const std::vector<Rule>& rules() { return table(); }
const Rule& rule_of(May may) { return table()[static_cast<std::size_t>(may)]; }
std::string_view code(May may) { return codes[static_cast<std::size_t>(may)]; }

std::optional<May> read_may(std::string_view code) {
  const auto found = std::ranges::find(codes, code);
  return found == codes.end() ? std::nullopt : std::optional(static_cast<May>(found - codes.begin()));
}

kit::Refusals why_not(May what, const Asker& asker) { return may(what, asker) ? kit::Refusals{} : refused(rule_of(what)); }

kit::Refusals why_not(May what, const Asker& asker, const Subject& subject) {
  return may(what, asker) && may(what, asker, subject) ? kit::Refusals{} : refused(rule_of(what));
}

}  // namespace council
