// Where one indicator is heading: the forecast of its next periods, the outturn of the year with its range, how that
// stands against the year's target at both ends, and what a reader must know beside it. The method's track record on
// this indicator is asked for by itself, since it takes as long as ten forecasts.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/judgement.h"
#include "assess/track_record.h"
#include "assess/year_end.h"

namespace assess {

// A rating at the outturn and at both ends of its 80% range, where it has one.
struct RatingForecast {
  Rating at_value = Rating::no_data;
  std::optional<Rating> at_low, at_high;
  bool is_settled() const { return at_low == at_value && at_high == at_value; }  // whatever comes within the range
};

struct IndicatorForecast {
  calendar::FinancialYear year;
  ForecastMethod method = ForecastMethod::usual;
  std::size_t figures = 0;                // the forecast rests on
  std::vector<calendar::Period> periods;  // that are to come, to the year's end; empty when the year is over
  std::vector<Step> steps;                // the forecast of each by itself
  std::optional<YearEnd> outturn;         // none: `why_no_outturn` says why
  std::string why_no_outturn;
  indicator::Expected expected;  // what the year's target expects of it
  RatingForecast rating;
  std::vector<std::string> caveats;  // sentences, most important first

  std::string method_words() const;  // "The mean of Theta and exponential smoothing, from 36 figures."
  // "412 homes expected in 2025/26, and in four cases of five between 380 homes and 450 homes: on target." Without an
  // outturn, why there is none.
  std::string outturn_words(const indicator::Definition& definition) const;
};

// What takes long, and rests on the indicator's own figures and definitions alone: all of a forecast but its rating.
struct UnratedForecast {
  IndicatorForecast forecast;          // not rated
  std::vector<double> cases_to_come;   // of a ratio: one for each period that is to come
};
// Refuses with the reason where nothing can be said.
kit::Verdict<UnratedForecast> foretell(const Kept& kept, calendar::FinancialYear year);
// Rated against the year's target, by the rule and the tolerance that count then.
IndicatorForecast rated(const Picture& picture, const Kept& kept, const UnratedForecast& foretold);
// Both at once. Looks at this indicator, its targets, the rule and the tolerance alone.
kit::Verdict<IndicatorForecast> forecast_indicator(const Picture& picture, const Kept& kept,
                                                   calendar::FinancialYear year);
// Of the last twelve periods; empty when there are too few figures.
TrackRecord indicator_track_record(const Kept& kept);

}  // namespace assess
