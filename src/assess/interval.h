// How far chance alone could have moved a figure (rules.md 6): the interval of a share or of a rate, where numerator and
// denominator are known, and of an average, where the standard deviation of its cases is known too; and when there are so few
// that a reader must be warned.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "assess/rates.h"
#include "collect/figure.h"
#include "indicator/indicator.h"

namespace assess {

// What the parts of a figure count: cases among others (a share, a percentage), events among many (a rate), something that is
// added up over cases (an average), or what has no cases, such as money out of money.
enum class Counting : std::uint8_t { share, rate, average, none };
Counting counts_as(const indicator::Definition& definition);

// In the indicator's unit, 95%. None where the parts are not known or are not counts.
std::optional<Interval> interval_of(const collect::Figure& figure, const indicator::Definition& definition);

// "Between 81.3% and 90.2%, 19 times in 20": from what was counted.
std::string interval_words(const Interval& interval, const indicator::Definition& definition);

// What a figure rests on: "124 of 144", "The average of 58 homes re-let"; empty where it has no cases.
std::string sample_words(const collect::Figure& figure, const indicator::Definition& definition);

// A sentence where fewer than 30 were looked at, or fewer than 10 were found; empty otherwise.
std::string small_numbers(const collect::Figure& figure, const indicator::Definition& definition);

}  // namespace assess
