#include "assess/track_record.h"

#include <algorithm>

#include "assess/equal.h"

namespace assess {
namespace {

constexpr std::size_t shortest = 4;  // figures from which a range can be told

std::string_view period_word(calendar::Frequency frequency) {
  switch (frequency) {
    case calendar::Frequency::monthly:
      return "month";
    case calendar::Frequency::quarterly:
      return "quarter";
    case calendar::Frequency::half_yearly:
      return "half-year";
    default:
      return "year";
  }
}

}  // namespace

bool Foretold::within() const { return !below(came, likely.low, likely.low) && !above(came, likely.high, likely.high); }

std::size_t TrackRecord::within() const {
  return static_cast<std::size_t>(std::ranges::count_if(tries, [](const Foretold& each) { return each.within(); }));
}

// Each time the method is fitted anew, to what was known then and to nothing else.
TrackRecord track_record(const Past& past, ForecastMethod method, int periods) {
  TrackRecord record;
  const std::size_t figures = past.figures.size(), wanted = static_cast<std::size_t>(periods);
  for (std::size_t known = std::max(shortest, figures - std::min(figures, wanted)); known < figures; ++known) {
    Past then = past;
    then.figures = past.figures.first(known);
    const auto said = forecast(then, 1, method);
    if (said && said->steps[0].likely)
      record.tries.push_back({known, said->steps[0].point, past.figures[known], *said->steps[0].likely});
  }
  return record;
}

std::string words(const TrackRecord& record, calendar::Frequency frequency) {
  if (record.tries.empty()) return {};
  const auto within = std::to_string(record.within()), of = std::to_string(record.tries.size());
  const std::string period(period_word(frequency));
  if (record.tries.size() == 1)
    return "This method was " + std::string(record.within() ? "" : "not ") + "within its 80% range in the last " +
           period + ".";
  return "This method was within its 80% range in " + within + " of the last " + of + " " + period + "s.";
}

}  // namespace assess
