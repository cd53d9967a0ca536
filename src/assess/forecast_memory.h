// Remembers the forecasts of indicators. One is worked out when somebody first asks, and again only when its own
// figures or definitions have changed. So a figure that comes in costs one indicator's forecast, and not the council's;
// and what only rates a forecast, such as a target, the tolerance or the rule, costs no forecast at all: it is rated
// again. A look at the past has a place of its own and does not displace the present. May be asked by several at once.
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
  std::shared_ptr<const TrackRecord> track_record(const Picture& picture, const Kept& kept);
  std::size_t worked_out() const;  // how often a forecast or a record had to be

 private:
  template <class Answer>
  struct Remembered {
    std::uint64_t rests_on = 0;
    std::shared_ptr<const Answer> answer;
  };
  struct Place {
    indicator::IndicatorId indicator = 0;
    int year = 0;
    bool is_past = false;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  template <class Answer>
  using Shelf = std::map<Place, Remembered<Answer>>;

  template <class Answer>
  static std::shared_ptr<const Answer> found(const Shelf<Answer>& shelf, const Place& place, std::uint64_t rests_on);
  template <class Answer, class Work>
  std::shared_ptr<const Answer> remembered(Shelf<Answer>& shelf, const Place& place, std::uint64_t rests_on, const Work& work);
  std::shared_ptr<const kit::Verdict<UnratedForecast>> foretold(const Picture& picture, const Kept& kept,
                                                                calendar::FinancialYear year, std::uint64_t past);

  mutable std::mutex guard_;
  Shelf<kit::Verdict<UnratedForecast>> foretold_;
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
