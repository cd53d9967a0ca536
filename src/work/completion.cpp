#include "work/completion.h"

#include <array>
#include <map>

#include "kit/number.h"

namespace work {
namespace {

struct StepWords {
  std::string_view code, words;
};
constexpr std::array<StepWords, 10> step_words = {{{"not_open", "Not open yet"},
                                                  {"to_enter", "To be entered"},
                                                  {"late", "Late"},
                                                  {"came_back", "Came back"},
                                                  {"to_check", "To be checked"},
                                                  {"checked", "Checked"},
                                                  {"reported", "Reported"},
                                                  {"unchecked", "Reported unchecked"},
                                                  {"not_available", "Not available yet"},
                                                   {"for_inputs", "Waits for what it is computed from"}}};

// "nine are late": nothing where there are none.
std::string some(int count, std::string_view one, std::string_view many) {
  return count == 0 ? std::string() : kit::in_words(count) + " " + std::string(count == 1 ? one : many);
}

std::string listed(const std::vector<std::string>& all) {
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? "" : i + 1 == all.size() ? " and " : ", ") + all[i];
  return text;
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

}  // namespace

std::string_view code(Step step) { return step_words[static_cast<std::size_t>(step)].code; }
std::string_view words(Step step) { return step_words[static_cast<std::size_t>(step)].words; }
bool waits_for_somebody(Step step) {
  return step == Step::to_enter || step == Step::late || step == Step::came_back || step == Step::to_check;
}

Step step_of(const collect::Due& due, kit::Moment now) {
  using collect::Waits;
  switch (collect::waits(due, now)) {
    case Waits::not_open_yet: return Step::not_open;
    case Waits::for_entry: return Step::to_enter;
    case Waits::for_late_entry: return Step::late;
    case Waits::for_rework: return Step::came_back;
    case Waits::for_check: return Step::to_check;
    case Waits::for_run: return Step::checked;
    case Waits::for_inputs: return Step::for_inputs;
    case Waits::for_nothing: break;
  }
  const auto* told = due.reported();
  if (told && told->state == collect::State::delayed) return Step::not_available;
  return told && told->standing == collect::Standing::unchecked ? Step::unchecked : Step::reported;
}

void Tally::add(Step step) {
  if (step == Step::not_open || step == Step::for_inputs) return;  // nobody is asked for them
  ++due;
  switch (step) {
    case Step::to_enter: ++to_enter; return;
    case Step::late: ++late; return;
    case Step::came_back: ++came_back; return;
    case Step::to_check: ++to_check; return;
    case Step::unchecked: ++unchecked; break;
    default: break;
  }
  ++in;
}

Tally tally_of(const std::vector<collect::Due>& dues, kit::Moment now) {
  Tally tally;
  for (const auto& due : dues) tally.add(step_of(due, now));
  return tally;
}

std::vector<CompletionLine> by_unit(const std::vector<collect::Due>& dues, const council::Council& council, kit::Moment now) {
  std::map<std::string, Tally, std::less<>> by_service;
  for (const auto& due : dues) by_service[due.definition->service].add(step_of(due, now));
  std::vector<CompletionLine> lines;
  const auto line = [&](const council::Unit& unit, const Tally& tally) {
    if (tally.due > 0) lines.push_back({unit.code, unit.name, unit.kind == council::Unit::Kind::directorate, tally});
  };
  for (const auto& directorate : council.units) {
    if (directorate.kind != council::Unit::Kind::directorate) continue;
    Tally whole;
    for (const auto& due : dues)
      if (const auto* above = council.directorate_of(due.definition->service);
          due.definition->service == directorate.code || (above && above->code == directorate.code))
        whole.add(step_of(due, now));
    line(directorate, whole);
    for (const auto& service : council.units)
      if (service.part_of == directorate.code) line(service, by_service[service.code]);
  }
  if (const auto none = by_service.find(""); none != by_service.end() && none->second.due > 0)
    lines.push_back({"", "No service", false, none->second});
  return lines;
}

std::string in_short(const Tally& tally) {
  if (tally.due == 0) return "No figure is due in this period.";
  auto said = std::to_string(tally.in) + " of " + std::to_string(tally.due) + (tally.due == 1 ? " figure is in." : " figures are in.");
  std::vector<std::string> open;
  for (const auto& part : {some(tally.late, "is late", "are late"), some(tally.came_back, "came back", "came back"),
                           some(tally.to_check, "waits for its check", "wait for their check"),
                           some(tally.to_enter, "is still to be entered", "are still to be entered")})
    if (!part.empty()) open.push_back(part);
  if (!open.empty()) said += " " + capital(listed(open)) + ".";
  if (tally.unchecked > 0)
    said += " " + capital(kit::in_words(tally.unchecked)) + (tally.unchecked == 1 ? " was" : " were") +
            " reported unchecked.";
  return said;
}

}  // namespace work
