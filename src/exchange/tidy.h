// What follows from a tidy published file for an indicator that is not known yet: its reference, unit and frequency.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "calendar/period.h"
#include "exchange/intake.h"
#include "indicator/indicator.h"

namespace exchange {

std::string unit_of(const TidySeries& series);  // "%", "", "per 100,000 aged 65+", "tonnes"

// A short reference made from a title: an abbreviation in it, or its first words that say something. The same each time.
std::string code_from(std::string_view title);

// How often figures come, from the periods they are of; none when they have no frequency in common. Twelve months that come
// each quarter are a quarterly indicator submitted as rolling twelve months.
struct Rhythm {
  calendar::Frequency frequency = calendar::Frequency::annual;
  indicator::Submitted submitted = indicator::Submitted::in_period;
};
std::optional<Rhythm> rhythm_of(std::vector<calendar::Period> periods);

// The period at which a published figure stands: twelve rolling months stand at the last month or quarter of them.
calendar::Period stands_at(const calendar::Period& published, calendar::Frequency frequency, indicator::Submitted submitted);

int decimals_in(std::span<const kit::Decimal> numbers);  // as many as are seen, or 1 when there are more than 2

}  // namespace exchange
