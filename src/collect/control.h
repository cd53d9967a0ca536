// Control checks (source 004): internal audit looks whether an indicator rests on a sound method, has controls, and is owned.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "council/may.h"
#include "indicator/indicator.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace collect {

struct ControlCheck {
  enum class Result : std::uint8_t { sound, improve, unsound };
  indicator::IndicatorId indicator = 0;
  std::int32_t edition = 1;
  kit::Date checked_on{};
  Result result = Result::sound;
  std::string said;
  std::string by;
  kit::Moment at;
};
std::string_view code(ControlCheck::Result), words(ControlCheck::Result);  // "improve", "Needs improvement"
std::optional<ControlCheck::Result> read_control_result(std::string_view text);

struct TypedControl {
  std::string checked_on, result, said;
};
kit::Verdict<ControlCheck> control_check(const TypedControl& typed, indicator::IndicatorId indicator,
                                         const council::Asker& by, kit::Moment now);

}  // namespace collect
