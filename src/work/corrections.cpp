#include "work/corrections.h"

#include <algorithm>
#include <map>

#include "council/address.h"
#include "kit/number.h"

namespace work {
namespace {

std::string written(const collect::Figure& figure, const indicator::Definition& d) {
  const auto number = collect::number_of(figure, d);
  return number ? indicator::written(*number, d) : std::string(collect::words(figure.state));
}

// The newest figure of the period that was reported before a moment.
const collect::Figure* told_before(const assess::Kept& kept, const calendar::Period& period, kit::Moment at) {
  const collect::Figure* found = nullptr;
  for (const auto& figure : kept.figures)
    if (figure.period == period && figure.at < at) found = &figure;
  return found;
}

std::string name_of(const council::Council& council, const std::string& code) {
  const auto* person = council.person(code);
  return person ? person->name : code;
}

std::string some(std::size_t count, std::string_view one, std::string_view many) {
  return kit::in_words(static_cast<int>(count)) + " " + std::string(count == 1 ? one : many);
}

}  // namespace

std::vector<AfterTheRun> after_the_run(const assess::Picture& picture, const std::vector<collect::Entry>& steps,
                                       const council::Asker& asker) {
  std::vector<AfterTheRun> all;
  std::map<std::pair<indicator::IndicatorId, calendar::Period>, std::size_t> open;  // those not reported yet
  for (const auto& step : steps) {
    const auto* kept = picture.find(step.indicator);
    if (!kept || step.kind == collect::EntryKind::figure) continue;
    const auto& d = kept->in(step.period);
    if (council::why_not(council::May::see_completion, asker, collect::subject_of(d)).any()) continue;
    const auto [place, begins] = open.try_emplace({step.indicator, step.period}, all.size());
    if (begins) all.emplace_back();
    auto& one = all[place->second];
    one = {d.code,
           d.title,
           step.period.words(),
           d.service,
           step.kind,
           step.stage,
           one.was,
           written(collect::figure_of(step), d),
           step.reason,
           step.computed ? "Computed" : name_of(picture.council, step.entered_by),
           one.approved_by,
           step.at,
           council::path_to("my-figures", d.code) + "/" + step.period.slug()};
    if (step.stage == collect::Stage::checked) one.approved_by = name_of(picture.council, step.by);
    if (const auto* told = told_before(*kept, step.period, step.at)) one.was = written(*told, d);
    if (step.stage == collect::Stage::reported) open.erase(place);
  }
  std::ranges::stable_sort(all, [](const auto& a, const auto& b) { return a.at > b.at; });
  return all;
}

std::string in_short(const std::vector<AfterTheRun>& all) {
  if (all.empty()) return "Nothing has been changed after its reports ran, and no figure has come late.";
  const auto corrections = std::ranges::count(all, collect::EntryKind::correction, &AfterTheRun::kind);
  const auto waiting = std::ranges::count_if(all, [](const auto& one) { return one.stage != collect::Stage::reported; });
  const auto late = static_cast<std::ptrdiff_t>(all.size()) - corrections;
  std::string said;
  if (corrections > 0) said = some(static_cast<std::size_t>(corrections), "correction", "corrections");
  if (late > 0) said += (said.empty() ? "" : " and ") + some(static_cast<std::size_t>(late), "late figure", "late figures");
  if (all.size() == 1) said += waiting == 0 ? " is reported" : " waits to be approved";
  if (!said.empty() && said[0] >= 'a' && said[0] <= 'z') said[0] = static_cast<char>(said[0] - 32);
  if (all.size() == 1) return said + ".";
  return said + (waiting == 0 ? ": all are reported."
                              : ": " + some(static_cast<std::size_t>(waiting), "waits", "wait") + " to be approved.");
}

}  // namespace work
