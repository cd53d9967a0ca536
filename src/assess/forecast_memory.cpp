#include "assess/forecast_memory.h"

#include <algorithm>

#include "assess/whole_year.h"

namespace assess {
namespace {

// A number that is another when anything that went into it is another (FNV-1a, 64 bits).
class Mark {
 public:
  Mark& operator<<(std::int64_t number) {
    for (int byte = 0; byte < 64; byte += 8) add(static_cast<std::uint64_t>(number) >> byte & 0xff);
    return *this;
  }
  Mark& operator<<(const std::optional<kit::Decimal>& number) {
    return *this << (number ? 1 : 0) << (number ? number->units() : 0);
  }
  Mark& operator<<(std::string_view text) {
    for (const char c : text) add(static_cast<unsigned char>(c));
    return *this << static_cast<std::int64_t>(text.size());
  }
  std::uint64_t value() const { return value_; }

 private:
  void add(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001b3; }
  std::uint64_t value_ = 0xcbf29ce484222325;
};

// Definitions and targets are never overwritten: edition and moment say which one it is. One program may see several
// councils, so what a forecast takes from them counts too.
Mark past_of(const Kept& kept) {
  Mark mark;
  for (const auto& figure : kept.figures)
    mark << figure.period.start << figure.period.months << static_cast<int>(figure.state)
         << static_cast<int>(figure.standing) << figure.value << figure.numerator << figure.denominator;
  for (const auto& d : kept.definitions)
    mark << d.edition << d.at.seconds << d.applies_from.day.time_since_epoch().count()
         << (d.ends ? d.ends->day.time_since_epoch().count() : 0) << static_cast<int>(d.breaks_series)
         << static_cast<int>(d.frequency) << static_cast<int>(d.polarity) << static_cast<int>(d.aggregation)
         << static_cast<int>(d.submitted) << static_cast<int>(d.judged) << static_cast<int>(d.kind) << d.decimals
         << std::string_view(d.unit) << d.multiplier << d.least << d.most << d.no_change_within
         << std::string_view(d.tolerance ? indicator::written(*d.tolerance) : std::string());
  return mark;
}

}  // namespace

template <class Answer>
std::shared_ptr<const Answer> ForecastMemory::found(const Shelf<Answer>& shelf, const Place& place, std::uint64_t rests_on) {
  const auto there = shelf.find(place);
  return there != shelf.end() && there->second.rests_on == rests_on ? there->second.answer : nullptr;
}

// What has not changed since, the past finds in the place of the present.
template <class Answer, class Work>
std::shared_ptr<const Answer> ForecastMemory::remembered(Shelf<Answer>& shelf, const Place& place,
                                                         std::uint64_t rests_on, const Work& work) {
  {
    const std::lock_guard lock(guard_);
    for (const bool is_past : {false, true})
      if (auto answer = found(shelf, {place.indicator, place.year, is_past}, rests_on)) return answer;
  }
  auto answer = std::make_shared<const Answer>(work());  // two who ask at once both work it out, and find the same
  const std::lock_guard lock(guard_);
  worked_out_ += !std::is_same_v<Answer, ForecastAnswer>;  // a rating is no work
  shelf[place] = {rests_on, answer};
  return answer;
}

std::shared_ptr<const ForecastAnswer> ForecastMemory::forecast(const Picture& picture, const Kept& kept,
                                                               calendar::FinancialYear year) {
  Mark mark = past_of(kept);
  const auto past = mark.value();
  for (const auto& target : kept.targets)
    mark << target.year.begins << target.edition << target.at.seconds << static_cast<int>(target.kind) << target.value
         << target.low << target.high << target.minimum << target.stretch << target.baseline
         << std::string_view(target.tolerance ? indicator::written(*target.tolerance) : std::string());
  for (const auto& target : kept.targets)
    for (const auto& period : target.periods) mark << period;
  mark << std::string_view(picture.council.setting("tolerance"));
  const auto& rule = WholeYear(picture, kept, year).rule();
  mark << std::string_view(rule.name) << std::string_view(written(rule.steps));
  return remembered(forecasts_, {kept.id, year.begins, picture.is_past}, mark.value(),
                    [&]() -> ForecastAnswer {
                      const auto made = foretold(picture, kept, year, past);
                      if (!*made) return made->refusals();
                      return rated(picture, kept, **made);
                    });
}

std::shared_ptr<const kit::Verdict<UnratedForecast>> ForecastMemory::foretold(const Picture& picture, const Kept& kept,
                                                                              calendar::FinancialYear year,
                                                                              std::uint64_t past) {
  return remembered(foretold_, {kept.id, year.begins, picture.is_past}, past, [&] { return foretell(kept, year); });
}

std::shared_ptr<const TrackRecord> ForecastMemory::track_record(const Picture& picture, const Kept& kept) {
  return remembered(track_records_, {kept.id, 0, picture.is_past}, past_of(kept).value(), [&] { return indicator_track_record(kept); });
}

std::size_t ForecastMemory::worked_out() const {
  const std::lock_guard lock(guard_);
  return worked_out_;
}

ForecastMemory& forecast_memory() {
  static ForecastMemory memory;
  return memory;
}

std::shared_ptr<const ForecastAnswer> forecast_ahead(const Picture& picture, const Kept& kept) {
  const auto newest = std::find_if(kept.figures.rbegin(), kept.figures.rend(), [&](const collect::Figure& each) {
    return collect::number_of(each, kept.in(each.period)).has_value();
  });
  if (newest == kept.figures.rend() || kept.now().ends) return nullptr;
  return forecast_memory().forecast(picture, kept, newest->period.next().financial_year());
}

}  // namespace assess
