#include "explore/standing.h"

#include <cmath>

#include "assess/quantile.h"

namespace explore {
namespace {

using indicator::Polarity;

bool has_better_way(const compare::PublishedIndicator& of) {
  return of.polarity == Polarity::high_good || of.polarity == Polarity::low_good;
}

std::optional<int> quartile_of(const compare::Place& place, const compare::PublishedIndicator& of) {
  if (place.areas < 5) return std::nullopt;
  return assess::quantile(1 + (of.polarity == Polarity::low_good ? place.lower : place.higher), place.areas, 4);
}

}  // namespace

std::optional<int> JudgedStanding::quartile() const { return quartile_of(standing.now, indicator); }
std::optional<int> JudgedStanding::quartile_before() const {
  return standing.before ? quartile_of(*standing.before, indicator) : std::nullopt;
}

assess::Oddity JudgedStanding::oddity() const { return standing.now.areas < 5 ? assess::Oddity::none : assess::oddity(mads); }

int JudgedStanding::fell() const {
  const auto is = quartile(), was = quartile_before();
  return has_better_way(indicator) && is && was ? std::max(0, *is - *was) : 0;
}

std::string JudgedStanding::far_question() const {
  const auto& place = standing.now;
  return "Why is “" + indicator.title + "” " + writing.number(place.own) + " here in " + place.period.words() + ", " +
         (oddity() == assess::Oddity::outlier ? "far " : "") + (mads > 0 ? "higher" : "lower") +
         " than the middle of " + std::to_string(place.areas - 1) + " others, " + writing.number(place.others_median) +
         "?";
}

std::string JudgedStanding::fell_question() const {
  const auto polarity = indicator.polarity.value_or(Polarity::neutral);
  return "What changed in “" + indicator.title + "” from " + standing.before->period.words() + " to " +
         standing.now.period.words() + ": " + writing.number(standing.before->own) + ", " +
         compare::quarter_words(*quartile_before(), polarity) + ", then " + writing.number(standing.now.own) + ", " +
         compare::quarter_words(*quartile(), polarity) + "?";
}

void put_right(Standing& standing, compare::YearMeaning meaning) {
  standing.now.period = compare::meant(standing.now.period, meaning);
  if (standing.before) standing.before->period = compare::meant(standing.before->period, meaning);
}

JudgedStanding judged(const compare::Load& load, const compare::PublishedIndicator& indicator, Standing standing) {
  const auto& now = standing.now;
  const compare::AreaFigure own{{}, now.period, now.own, {}, {}, {}}, middle{{}, now.period, now.others_median, {}, {}, {}};
  JudgedStanding made{&load, indicator, std::move(standing), compare::writing_of(indicator, std::vector{own, middle}), 0};
  const auto& place = made.standing.now;
  if (place.mad > 1e-9 * std::max(1.0, std::fabs(place.median))) made.mads = (place.own - place.median) / place.mad;
  return made;
}

}  // namespace explore
