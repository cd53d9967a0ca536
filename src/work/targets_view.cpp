#include "work/targets_view.h"

#include <algorithm>
#include <array>

#include "assess/target_advice.h"
#include "council/address.h"

namespace work {
namespace {

using collect::InRound;
using collect::RoundStage;
using collect::RoundTally;

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> steps = {{
    {"missing", "To be proposed"},
    {"proposed", "Waits for agreement"},
    {"challenged", "Challenged"},
    {"returned", "Came back"},
    {"agreed", "Agreed"},
    {"in_force", "In force already"},
    {"sealed", "Sealed"},
}};

// The head of a service, or whoever agrees where there is none.
std::string who_agrees(const council::Council& council, const std::string& service, const std::string& but) {
  const auto* directorate = council.directorate_of(service);
  for (const auto& person : council.people) {
    const bool answers = person.role == council::Role::head_of_service &&
                         (person.unit == service || (directorate && person.unit == directorate->code));
    if (answers && !person.gone && person.code != but) return person.job.empty() ? person.name : person.job;
  }
  return "Performance team";
}

std::string lede_of(const RoundTally& tally, RoundStage stage, const calendar::RoundDates& dates) {
  const auto year = dates.year;
  const auto count = [](int number, const char* one, const char* many) { return std::to_string(number) + (number == 1 ? one : many); };
  const auto needed = count(tally.needed, " indicator needs a target", " indicators need a target");
  const int ready = tally.agreed + tally.in_force;
  const auto rest = tally.needed - ready;
  if (tally.needed == 0) return "No indicator needs a target for " + year.words() + ".";
  if (stage == RoundStage::not_open)
    return needed + " for " + year.words() + ". " + words(stage, dates) + " Look now at what each target would mean.";
  if (stage == RoundStage::sealed)
    return rest == 0
               ? "Yes: all " + std::to_string(tally.needed) + " targets for " + year.words() + " are agreed and sealed."
               : "The targets for " + year.words() + " are sealed: " + std::to_string(ready) + " of " +
                     std::to_string(tally.needed) + ". " +
                     count(rest, " indicator has none.", " indicators have none.");
  if (rest == 0)
    return "Yes: all " + std::to_string(tally.needed) + " targets for " + year.words() +
           " are agreed. They are sealed on " + dates.seal_day().words() + ".";
  std::string said = "Not yet: " + std::to_string(ready) + " of " + std::to_string(tally.needed) + " targets for " +
                     year.words() + (ready == 1 ? " is agreed" : " are agreed");
  if (const int waiting = tally.proposed + tally.returned) said += ", " + std::to_string(waiting) + " proposed";
  if (tally.missing) said += ", " + std::to_string(tally.missing) + " missing";
  return said + ". " + words(stage, dates);
}

TargetLine line_of(const assess::Picture& picture, const InRound& one, RoundStage stage) {
  const auto& d = *one.definition;
  TargetLine line;
  line.indicator = d.code;
  line.title = d.title;
  line.service = d.service;
  line.step = step_of(one);
  line.step_words = stage == RoundStage::sealed && line.step == "missing" ? "None" : step_words(line.step);
  if (one.year_before) line.before = written(*one.year_before, d);
  const auto* standing = one.standing();
  if (standing && standing->stage != collect::ProposedTarget::Stage::withdrawn) {
    line.target = written(standing->target, d);
    line.because = collect::code(standing->because);
    line.rationale = standing->target.rationale;
  } else if (one.in_force) {
    line.target = written(*one.in_force, d);
    line.rationale = one.in_force->rationale;
  }
  if (stage != RoundStage::sealed) line.waits_for = who_must_act(picture.council, one);
  line.address = council::path_to("targets", d.code) + "?year=" + calendar::Period::year(one.year).slug();
  return line;
}

ServiceLine& service_of(std::vector<ServiceLine>& all, const council::Council& council, const std::string& code) {
  const auto found = std::ranges::find(all, code, &ServiceLine::service);
  if (found != all.end()) return *found;
  const auto* unit = council.unit(code);
  return all.emplace_back(ServiceLine{code, unit ? unit->name : code.empty() ? "No service" : code, {}});
}

}  // namespace

std::string step_of(const InRound& one) {
  using enum collect::ProposedTarget::Stage;
  const auto* standing = one.standing();
  if (one.is_sealed && one.in_force) return "sealed";
  if (!standing || standing->stage == withdrawn) return one.in_force ? "in_force" : "missing";
  if (standing->stage == agreed) return "agreed";
  if (standing->stage == returned) return "returned";
  return one.has_open_challenge() ? "challenged" : "proposed";
}

std::string step_words(const std::string& step) {
  const auto found = std::ranges::find(steps, std::string_view(step), [](const auto& one) { return one.first; });
  return std::string(found == steps.end() ? std::string_view() : found->second);
}

std::string person_words(const council::Council& council, const std::string& code) {
  const auto* person = council.person(code);
  if (!person) return code;
  return person->job.empty() ? person->name : person->job;
}

std::string who_must_act(const council::Council& council, const InRound& one) {
  const auto step = step_of(one);
  if (step == "missing")
    return one.subject.owner.empty() ? who_agrees(council, one.subject.service, {})
                                     : person_words(council, one.subject.owner);
  if (step == "proposed") return who_agrees(council, one.subject.service, one.standing()->proposed_by);
  if (step == "challenged" || step == "returned") return person_words(council, one.standing()->proposed_by);
  return {};
}

std::string written(const indicator::Target& target, const indicator::Definition& d) {
  if (target.kind != indicator::TargetKind::by_period)
    return assess::written({target.value ? std::optional(target.value->number()) : std::nullopt,
                            target.low ? std::optional(target.low->number()) : std::nullopt,
                            target.high ? std::optional(target.high->number()) : std::nullopt},
                           d);
  return target.periods.empty() ? std::string() : indicator::written(target.periods.back().number(), d) + " at the end";
}

std::string usual_unit(const council::Asker& asker, const TargetsView& view) {
  const auto own = std::ranges::find_if(asker.units, [&](const auto& unit) {
    return std::ranges::find(view.services, unit, &ServiceLine::service) != view.services.end();
  });
  return own == asker.units.end() ? std::string() : *own;
}

TargetsView targets_view(const assess::Picture& picture, const Round& round, kit::Moment now) {
  TargetsView view;
  view.year = round.year;
  view.stage = round.stage(now);
  view.tally = round.tally;
  view.lede = lede_of(view.tally, view.stage, round.dates);
  view.dates = words(view.stage, round.dates);
  view.round = round.dates;
  for (const auto& one : round.all) {
    if (!one.needs_target()) continue;
    view.lines.push_back(line_of(picture, one, view.stage));
    service_of(view.services, picture.council, one.subject.service).tally.count(one);
  }
  std::ranges::sort(view.services, {}, &ServiceLine::name);
  return view;
}

}  // namespace work
