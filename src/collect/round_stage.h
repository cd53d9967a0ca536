// Where a round of targets stands at a moment.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "calendar/target_calendar.h"

namespace collect {

enum class RoundStage : std::uint8_t { not_open, proposing, challenging, overdue, sealed };
RoundStage round_stage(const calendar::RoundDates& dates, bool is_sealed, kit::Moment now);
std::string_view code(RoundStage stage);
std::string words(RoundStage stage, const calendar::RoundDates& dates);  // "The round opens on 1 December 2025."

}  // namespace collect
