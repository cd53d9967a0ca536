// A forecast's track record: what the method would have said of each of the last periods, from what was known the
// period before, and whether the figure came within its 80% range. About four in five should.
#pragma once
#include <string>
#include <vector>

#include "assess/forecast.h"
#include "calendar/period.h"

namespace assess {

struct Foretold {
  std::size_t place;  // of the figure in the series
  double said, came;
  Interval likely;
  bool within() const;
};

struct TrackRecord {
  std::vector<Foretold> tries;  // oldest first; empty when the series is too short to look back
  std::size_t within() const;
};
TrackRecord track_record(const Past& past, ForecastMethod method, int periods = 12);

// "This method was within its 80% range in 9 of the last 12 quarters." Empty without a record.
std::string words(const TrackRecord& record, calendar::Frequency frequency);

}  // namespace assess
