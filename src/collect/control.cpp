#include "collect/control.h"

#include <array>

namespace collect {
namespace {

using Result = ControlCheck::Result;

struct ResultWords {
  Result result;
  std::string_view code, words;
};
constexpr std::array<ResultWords, 3> results = {{{Result::sound, "sound", "Sound"},
                                                 {Result::improve, "improve", "Needs improvement"},
                                                 {Result::unsound, "unsound", "Not sound"}}};

}  // namespace

std::string_view code(Result result) { return results[static_cast<std::size_t>(result)].code; }
std::string_view words(Result result) { return results[static_cast<std::size_t>(result)].words; }

std::optional<Result> read_control_result(std::string_view text) {
  for (const auto& one : results)
    if (one.code == text) return one.result;
  return std::nullopt;
}

kit::Verdict<ControlCheck> control_check(const TypedControl& typed, indicator::IndicatorId indicator,
                                         const council::Asker& by, kit::Moment now) {
  auto no = council::why_not(council::May::check_controls, by);
  if (no.any()) return no;
  const auto day = kit::Date::parse(typed.checked_on);
  const auto result = read_control_result(typed.result);
  no.unless(day.has_value(), "checked_on", "Choose the day of the check.");
  if (day) no.unless(*day <= now.date(), "checked_on", "The check cannot lie in the future. Choose today or an earlier day.");
  no.unless(result.has_value(), "result", "Choose what the check found.");
  no.unless(result == Result::sound || !typed.said.empty(), "said", "Say what is to be improved, and by when.");
  no.unless(typed.said.size() <= 4000, "said", "Use at most 4,000 letters.");
  if (no.any()) return no;
  return ControlCheck{indicator, 1, *day, *result, typed.said, by.person, now};
}

}  // namespace collect
