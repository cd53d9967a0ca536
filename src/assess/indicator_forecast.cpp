#include "assess/indicator_forecast.h"

#include <algorithm>

#include "assess/indicator_past.h"
#include "assess/judged_window.h"
#include "assess/whole_year.h"
#include "kit/number.h"

namespace assess {
namespace {

using calendar::FinancialYear;
using calendar::Period;
using indicator::Aggregation;
using indicator::Definition;

constexpr int furthest = 24;  // months from the newest figure to the year's end

// The indicator's periods after its newest figure, to the end of the year.
std::vector<Period> to_come(const Period& newest, FinancialYear year) {
  std::vector<Period> periods;
  for (Period next = newest.next(); next.end() <= Period::year(year).end(); next = next.next()) periods.push_back(next);
  return periods;
}

std::string upper_first(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

std::string lower_first(std::string words) {
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] + 32);
  return words;
}

bool needs_whole_year(Aggregation aggregation) { return aggregation != Aggregation::snapshot; }

std::string missing_words(const IndicatorPast& past, FinancialYear year) {
  if (past.since && *past.since > Period::year(year).first())
    return "The definition changed on " + past.since->words() + ", within the year, so its periods do not add up.";
  return "Figures from the beginning of " + year.words() + " are missing, so the year cannot be put together.";
}

class Foretelling {
 public:
  Foretelling(const Kept& kept, const IndicatorPast& past, FinancialYear year)
      : kept_(kept),
        past_(past),
        year_(Period::year(year)),
        aggregation_(aggregation_to_year(kept.now())) {
    made_.year = year;
    made_.figures = past.figures.size();
    made_.periods = to_come(past.newest, year);
  }

  UnratedForecast made() {
    const Past past = past_.past(kept_);
    if (!made_.periods.empty()) {
      forecast_ = forecast(past, static_cast<int>(made_.periods.size()));
      made_.steps = forecast_->steps;
      made_.method = forecast_->method;
    }
    find_outturn();
    warn();
    return {std::move(made_), std::move(cases_to_come_)};
  }

 private:
  void find_outturn() {
    made_.why_no_outturn = why_no_outturn();
    if (!made_.why_no_outturn.empty()) return;
    find_cases_to_come();
    made_.outturn = year_end(parts(), forecast_ ? &*forecast_ : nullptr);
    if (!made_.outturn) made_.why_no_outturn = "There are no cases in the year yet to work a figure out from.";
  }

  std::string why_no_outturn() const {
    if (aggregation_ == Aggregation::median || aggregation_ == Aggregation::percentile)
      return "The year's figure needs the records: it cannot be worked out from those of its periods.";
    if (indicator::has_parts(aggregation_) && past_.denominators.empty())
      return "Some figures have no numerator and denominator, and percentages cannot be added up.";
    const bool begun = past_.newest.end() > year_.start;
    if (needs_whole_year(aggregation_) && begun && past_.first().start > year_.start)
      return missing_words(past_, made_.year);
    return {};
  }

  YearParts parts() const {
    YearParts parts;
    parts.aggregation = aggregation_;
    parts.multiplier = kept_.now().multiplier.number();
    Period period = past_.first();
    for (std::size_t i = 0; i < past_.figures.size(); ++i, period = period.next())
      if (period.end() > year_.start && period.end() <= year_.end()) add(parts, i);
    parts.before = static_cast<std::size_t>(
        std::ranges::count_if(made_.periods, [&](const Period& each) { return each.end() <= year_.start; }));
    if (!cases_to_come_.empty())
      parts.denominators_to_come.assign(cases_to_come_.begin() + static_cast<std::ptrdiff_t>(parts.before),
                                        cases_to_come_.end());
    parts.bounds = bounds_of(kept_.now(), past_.figures);
    if (aggregation_ == Aggregation::sum) parts.bounds.most = whole_of_year();
    return parts;
  }

  void add(YearParts& parts, std::size_t place) const {
    parts.done.push_back(past_.figures[place]);
    if (past_.denominators.empty()) return;
    const double cases = past_.denominators[place];
    parts.numerator += past_.figures[place] / parts.multiplier * cases;
    parts.denominator += cases;
  }

  // A share of the year's debit ends at 100%; a sum has no end.
  std::optional<double> whole_of_year() const {
    const bool share = kept_.now().submitted == indicator::Submitted::cumulative_over_annual && kept_.now().unit == "%";
    return share ? std::optional(100.0) : std::nullopt;
  }

  void find_cases_to_come() {
    if (!indicator::has_parts(aggregation_) || past_.denominators.empty() || made_.periods.empty()) return;
    const Past past{past_.denominators, 12 / past_.newest.months, {0, {}}};
    const auto said = forecast(past, static_cast<int>(made_.periods.size()));
    for (const auto& step : said->steps) cases_to_come_.push_back(step.point);
  }

  void warn() {
    const auto say = [&](bool holds, std::string sentence) {
      if (holds) made_.caveats.push_back(std::move(sentence));
    };
    const auto count = kit::in_words(static_cast<int>(past_.figures.size()));
    const std::size_t season = static_cast<std::size_t>(12 / past_.newest.months);
    const bool ahead = !made_.periods.empty();
    say(ahead && made_.figures < 4, "It rests on " + count + " figures, too few to say how far it may be off.");
    say(ahead && made_.figures >= 4 && season > 1 && made_.figures < 2 * season,
        "It rests on less than two years, so it cannot know the seasons.");
    say(forecast_ && forecast_->constant, "All figures were the same, so the forecast is that figure again.");
    say(kept_.now().submitted == indicator::Submitted::rolling_12,
        "Each figure covers twelve months and shares eleven of them with the one before, so it moves slowly.");
    say(past_.since.has_value(), "Figures before " + (past_.since ? past_.since->words() : "") +
                                     " are left out, since the definition changed then.");
    say(past_.older_left_out, "Figures before a long gap are left out.");
    say(past_.filled == 1, "One missing figure was taken to lie between its neighbours.");
    say(past_.filled > 1, upper_first(kit::in_words(static_cast<int>(past_.filled))) +
                              " missing figures were taken to lie between their neighbours.");
    say(newest_is_provisional(), "The newest figure is provisional.");
    if (const auto own = own_figures_from(kept_))
      say(true, "Figures before " + own->words() + " are added up from those of the councils before.");
  }

  bool newest_is_provisional() const {
    const auto& figures = kept_.figures;
    const auto newest = std::find_if(figures.rbegin(), figures.rend(),
                                     [&](const collect::Figure& each) { return each.period == past_.newest; });
    return newest != figures.rend() && newest->standing == collect::Standing::provisional;
  }

  const Kept& kept_;
  const IndicatorPast& past_;
  Period year_;
  Aggregation aggregation_;
  std::optional<Forecast> forecast_;
  std::vector<double> cases_to_come_;  // of a ratio: one for each period that is to come
  IndicatorForecast made_;
};

std::vector<ToCome> to_come(const UnratedForecast& foretold) {
  std::vector<ToCome> all;
  for (std::size_t i = 0; i < foretold.forecast.steps.size(); ++i) {
    all.push_back({foretold.forecast.periods[i], foretold.forecast.steps[i].point, {}});
    if (i < foretold.cases_to_come.size()) all.back().cases = foretold.cases_to_come[i];
  }
  return all;
}

std::string rating_words(const RatingForecast& rating) {
  if (!is_rated(rating.at_value)) return {};
  const auto said = [](Rating rating) { return lower_first(std::string(words(rating))); };
  const bool low = rating.at_low && rating.at_low != rating.at_value;
  const bool high = rating.at_high && rating.at_high != rating.at_value;
  std::string made = ": " + said(rating.at_value);
  if (low) made += ", but " + said(*rating.at_low) + " at the lower end";
  if (high) made += (low ? " and " : ", but ") + said(*rating.at_high) + " at the higher end";
  return made;
}

}  // namespace

std::string IndicatorForecast::method_words() const {
  return upper_first(std::string(words(method))) + ", from " + std::to_string(figures) + " figures.";
}

std::string IndicatorForecast::outturn_words(const Definition& definition) const {
  if (!outturn) return why_no_outturn;
  const auto written = [&](double figure) { return indicator::written(figure, definition); };
  std::string said = written(outturn->value) + (periods.empty() ? " in " : " expected in ") + year.words();
  if (outturn->likely && !periods.empty() && written(outturn->likely->low) != written(outturn->likely->high))
    said += ", and in four cases of five between " + written(outturn->likely->low) + " and " +
            written(outturn->likely->high);
  return said + rating_words(rating) + ".";
}

kit::Verdict<UnratedForecast> foretell(const Kept& kept, FinancialYear year) {
  const auto past = indicator_past(kept);
  kit::Refusals no;
  if (!past) return past.refusals();
  no.unless(past->newest.end() <= Period::year(year).end(), "", year.words() + " is over, and later figures are in.");
  no.unless(Period::year(year).end() - past->newest.end() <= furthest, "",
            "The newest figure is for " + past->newest.words() + ", too long before the end of " + year.words() + ".");
  no.unless(!kept.now().ends || *kept.now().ends >= Period::year(year).last(), "",
            "This indicator is no longer in the set by the end of " + year.words() + ".");
  if (no.any()) return no;
  return Foretelling(kept, *past, year).made();
}

// As the board will say it at the year's end, if the figures come as they are foretold.
IndicatorForecast rated(const Picture& picture, const Kept& kept, const UnratedForecast& foretold) {
  IndicatorForecast made = foretold.forecast;
  const WholeYear whole(picture, kept, made.year);
  made.expected = whole.expected();
  if (!made.outturn) return made;
  Series series = series_of(kept);
  add_foretold(series, method(kept.now()), to_come(foretold));
  made.rating.at_value = whole.rating(made.outturn->value, series);
  if (!made.outturn->likely) return made;
  made.rating.at_low = whole.rating(made.outturn->likely->low, series);
  made.rating.at_high = whole.rating(made.outturn->likely->high, series);
  return made;
}

kit::Verdict<IndicatorForecast> forecast_indicator(const Picture& picture, const Kept& kept, FinancialYear year) {
  const auto foretold = foretell(kept, year);
  return foretold ? kit::Verdict<IndicatorForecast>(rated(picture, kept, *foretold)) : foretold.refusals();
}

TrackRecord indicator_track_record(const Kept& kept) {
  const auto past = indicator_past(kept);
  return past ? track_record(past->past(kept), ForecastMethod::usual) : TrackRecord{};
}

}  // namespace assess
