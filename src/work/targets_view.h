// What the page of a round tells: whether the targets of a year are ready, service by service, and for each indicator what is
// proposed, what it would mean, and who must act.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "work/target_round.h"

namespace work {

struct TargetLine {
  std::string indicator, title, service;
  std::string step, step_words;      // "missing", "Missing"
  std::string target, before;        // as written; empty when there is none
  std::string because, rationale;
  std::string waits_for;             // who must act, as written; empty when nobody
  std::optional<double> chance;      // of what is proposed or in force
  std::optional<double> chance_if_held;  // of the target of the year before, where nothing is proposed
  std::size_t figures = 0;           // that the chance rests on
  std::string address;
};
template <class Teller>
void describe(Teller& t, const TargetLine& line) {
  t.field("indicator", line.indicator);
  t.field("title", line.title);
  t.field("service", line.service);
  t.field("step", line.step);
  t.field("target", line.target);
  t.field("target_before", line.before);
  t.field("rests_on", line.because);
  t.field("rationale", line.rationale);
  t.field("chance", line.chance);
  t.field("chance_if_held", line.chance_if_held);
  t.field("figures", line.chance || line.chance_if_held ? std::optional(static_cast<int>(line.figures)) : std::nullopt);
  t.field("waits_for", line.waits_for);
}

struct ServiceLine {
  std::string service, name;
  collect::RoundTally tally;
};
template <class Teller>
void describe(Teller& t, const ServiceLine& line) {
  t.field("service", line.service);
  t.field("name", line.name);
  t.part("targets", line.tally);
}

struct TargetsView {
  calendar::FinancialYear year;
  collect::RoundStage stage = collect::RoundStage::not_open;
  collect::RoundTally tally;
  std::string lede, dates;
  calendar::RoundDates round;
  calendar::FinancialYear next;   // whose round comes next
  std::string unit;               // the service whose targets are listed on the page
  std::vector<ServiceLine> services;
  std::vector<TargetLine> lines;  // of every indicator that needs a target
};
template <class Teller>
void describe(Teller& t, const TargetsView& view) {
  t.field("year", view.year.words());
  t.field("in_short", view.lede);
  t.field("stage", collect::code(view.stage));
  t.part("all", view.tally);
  t.list("services", view.services);
  t.rows("indicators", view.lines);
}

std::string usual_unit(const council::Asker& asker, const TargetsView& view);  // the asker's own service, or empty
TargetsView targets_view(const assess::Picture& picture, const Round& round, kit::Moment now);

// "92%", "40% to 60%", "35, 70, 105, 140": the target as a reader sees it.
std::string written(const indicator::Target& target, const indicator::Definition& definition);
std::string step_of(const collect::InRound& one);        // "missing", "proposed", "challenged", "returned", "agreed", "in_force", "sealed"
std::string step_words(const std::string& step);
std::string who_must_act(const council::Council& council, const collect::InRound& one);
std::string person_words(const council::Council& council, const std::string& code);  // "SEND data officer", or the name, or the code

}  // namespace work
