// Remembers the forecasts of indicators. One is worked out when somebody first asks, and again only when something that
// it rests on has changed: its own figures, definitions and targets, or the council's tolerance and rule. So a figure
// that comes in costs one indicator's forecast, and not the council's. May be asked by several at once.
#pragma once
#include <map>
#include <memory>
#include <mutex>

#include "assess/indicator_forecast.h"

namespace assess {

using ForecastAnswer = kit::Verdict<IndicatorForecast>;

class ForecastMemory {
 public:
  std::shared_ptr<const ForecastAnswer> forecast(const Picture& picture, const Kept& kept,
                                                 calendar::FinancialYear year);
  std::shared_ptr<const TrackRecord> track_record(const Kept& kept);
  std::size_t worked_out() const;  // how often something had to be

 private:
  template <class Answer>
  struct Remembered {
    std::uint64_t rests_on = 0;
    std::shared_ptr<const Answer> answer;
  };
  template <class Answer>
  using Shelf = std::map<std::pair<indicator::IndicatorId, int>, Remembered<Answer>>;  // by indicator and year

  template <class Answer, class Work>
  std::shared_ptr<const Answer> remembered(Shelf<Answer>& shelf, std::pair<indicator::IndicatorId, int> key,
                                           std::uint64_t rests_on, const Work& work);

  mutable std::mutex guard_;
  Shelf<ForecastAnswer> forecasts_;
  Shelf<TrackRecord> track_records_;
  std::size_t worked_out_ = 0;
};

// One for the whole program: what a forecast rests on is part of what is remembered.
ForecastMemory& forecast_memory();

// To the end of the year that the indicator's next figure belongs to. Null when there is nothing to look ahead to: no
// figure yet, or the indicator has left the set.
std::shared_ptr<const ForecastAnswer> forecast_ahead(const Picture& picture, const Kept& kept);

}  // namespace assess
