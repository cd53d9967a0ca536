// Early warning (rules.md 11): the eight signs that make an indicator an exception, worst first. Each that holds says
// why, with its figures, in one sentence.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/indicator_forecast.h"
#include "assess/indicator_process.h"
#include "assess/year_reach.h"

namespace assess {

enum class Trigger : std::uint8_t { concern, heading_off, worsened, worse_side, out_of_reach, others, late, revised };

// One period as it stood by itself.
struct Stand {
  calendar::Period period;
  double value = 0;
  indicator::Expected expected;
  Rating rating = Rating::no_data;
};

// Where the council stands among others in a period, from published figures.
struct AmongOthers {
  calendar::Period period;
  int areas = 0;                       // with a figure, the council among them
  int quartile = 0;                    // 1 is best
  std::optional<int> quartile_before;  // a year earlier
  double spreads = 0;                  // robust standard deviations from the median, on the bad side; below 0 on the good
};

struct StillProvisional {
  calendar::Period period;
  kit::Date since{};  // it was first reported
};

// A revision that changed a status.
struct Recoloured {
  Stand was, is;
  calendar::Period revised;  // the period whose figure was revised
  kit::Date on{};
};

// All that the rule looks at. What is missing gives no warning.
struct Signs {
  const Judgement* judgement = nullptr;
  calendar::Period awaited;  // the last period of the indicator that should be in
  kit::Date today{};
  const IndicatorProcess* process = nullptr;
  const IndicatorForecast* forecast = nullptr;
  std::optional<YearReach> reach;
  std::optional<Stand> before;             // the period before the judged one
  std::vector<Stand> worse;                // own figures on the worse side of target without a gap, newest first
  std::optional<AmongOthers> others;
  std::vector<StillProvisional> provisional;  // for more than six months, oldest first
  std::optional<Recoloured> recoloured;
};

struct Warning {
  Trigger trigger = Trigger::concern;
  std::string said;  // "Three months in a row below target: 61.2%, 63.0% and 64.1% against 75%."
};

// The table of signs, in the order of the rules.
struct Sign {
  Trigger trigger;
  std::string_view code;     // in addresses and data
  std::string_view words;    // "Getting worse, and not by chance"
  std::string_view meaning;  // when it holds, in a sentence
  bool rates;                // speaks of statuses, so says nothing where the council shows none
  std::string (*said)(const Signs&);  // empty when it does not hold
};
const std::array<Sign, 8>& all_signs();
const Sign& sign(Trigger trigger);
std::optional<Trigger> read_trigger(std::string_view code);

enum class Speaks : std::uint8_t { of_everything, not_of_ratings };
std::vector<Warning> warnings(const Signs& signs, Speaks speaks = Speaks::of_everything);  // worst first

}  // namespace assess
