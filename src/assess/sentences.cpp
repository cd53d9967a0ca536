#include "assess/sentences.h"

#include <algorithm>
#include <cmath>

#include "assess/judged_window.h"
#include "assess/rule_sentence.h"
#include "kit/number.h"

namespace assess {
namespace {

using indicator::Definition;
using indicator::Judged;
using indicator::Polarity;
using indicator::Tolerance;
using indicator::written;
using indicator::written_difference;

std::string month_words(int month) { return calendar::Period{month, 1}.words(); }

std::string month_name(int month) {
  const std::string words = month_words(month);
  return words.substr(0, words.find(' '));
}

// "April to September 2025": the year so far.
std::string year_so_far(const calendar::Period& period) {
  const int from = calendar::Period::year(period.financial_year()).start;
  const int last = period.end() - 1;
  if (from == last) return month_words(from);
  const bool one_year = from / 12 == last / 12;
  return (one_year ? month_name(from) : month_words(from)) + " to " + month_words(last);
}

// "412 from April to June 2025", "61.2% over the twelve months to June 2025", "92.1%".
std::string figure_words(const Judgement& j) {
  const Definition& d = *j.definition;
  std::string text = written(*j.value, d);
  if (d.frequency == calendar::Frequency::annual) return text;
  if (d.judged == Judged::year_to_date) text += " in " + year_so_far(j.period);
  if (d.judged == Judged::rolling_12) text += " over the twelve months to " + month_words(j.period.end() - 1);
  return text;
}

bool is_older(const Judgement& j, const calendar::Period& asked) {
  return j.period.end() < asked.end() && j.period.months > asked.months;
}

std::string opening(const Judgement& j, const calendar::Period& asked) {
  return is_older(j, asked) ? "The newest figure is for " + j.period.words() + ": " : "";
}

std::string_view colour_words(Rating rating) {
  switch (rating) {
    case Rating::blue: return "so better than target (blue)";
    case Rating::green: return "so on target (green)";
    case Rating::amber: return "so close (amber)";
    case Rating::not_rated: return "so not rated";
    default: return "so off target (red)";
  }
}

bool is_zero_target(const Judgement& j) {
  return j.expected.value && kit::rounded(*j.expected.value, j.definition->decimals) == 0;
}

// How far the tolerance reaches, and on which side of it the figure is.
std::string tolerance_words(const Judgement& j, const Tolerance& t) {
  const Definition& d = *j.definition;
  if (j.rating == Rating::blue) return "at least " + t.well_above->text() + "% better, ";
  if (j.rating == Rating::green) return "";
  const bool close = j.rating == Rating::amber;
  if (t.kind == Tolerance::Kind::threshold) {
    const std::string limit = round_words(written(t.size.number(), d));
    if (d.polarity == Polarity::high_good)
      return (close ? "but not under the floor of " : "and under the floor of ") + limit + ", ";
    return (close ? "but not over the ceiling of " : "and over the ceiling of ") + limit + ", ";
  }
  if (close) return "within the " + size_words(t, d) + ", ";
  if (t.size.units() == 0) return "and there is no tolerance, ";
  if (t.kind == Tolerance::Kind::relative && is_zero_target(j))
    return "and a percentage of a target of zero leaves no tolerance, ";
  return "more than the " + size_words(t, d) + " allows, ";
}

// "84.2% against a target of 90%: 5.8 points below", "18 days is within the range of 15 to 20 days".
std::string against_words(const Judgement& j) {
  const Definition& d = *j.definition;
  const std::string wanted = target_words(j.expected, d);
  const bool range = d.polarity == Polarity::in_range;
  if (range && *j.favourable >= 0) return figure_words(j) + " is within the range of " + wanted;
  std::string text = figure_words(j) + " against a " + (range ? "range of " : "target of ") + wanted;
  if (d.polarity == Polarity::low_good) text += ", where lower is better";
  if (kit::rounded(std::fabs(*j.variance), d.decimals) == 0) return text + ": exactly that";
  return text + ": " + written_difference(*j.variance, d) + (*j.variance < 0 ? " below" : " above") + (range ? " it" : "");
}

std::string against_target(const Judgement& j, const Circumstances& c) {
  if (!is_usual(*j.rule)) return against_words(j) + reasons(j, c) + ", " + std::string(colour_words(j.rating)) + ": " + step_words(j) + '.';
  return against_words(j) + ", " + tolerance_words(j, c.tolerance) + std::string(colour_words(j.rating)) + '.';
}

std::string delayed(const Judgement& j) {
  std::string text = "The figure for " + j.period.words() + " is delayed";
  if (j.figure->expected_on) text += " and expected on " + j.figure->expected_on->words();
  return text + '.';
}

std::string incomplete(const Judgement& j) {
  const std::string count = std::to_string(j.available) + " of " + std::to_string(j.expected_periods) + ' ' +
                            (j.definition->frequency == calendar::Frequency::monthly ? "months" : "periods");
  if (!j.value) return "There are figures for " + count + ", so the status cannot be said until the others are in.";
  return figure_words(j) + ", from " + count + ": no status until the others are in.";
}

std::string without_figure(const Judgement& j, const Circumstances& c) {
  if (j.figure && j.figure->state == collect::State::delayed) return delayed(j);
  if (j.figure && j.figure->state == collect::State::suppressed)
    return "The figure for " + j.period.words() + " is suppressed, since so small a number could point to someone.";
  if (j.figure && j.figure->state == collect::State::not_applicable)
    return "No figure applies to " + j.period.words() + '.';
  if (j.expected_periods > 0 && j.available < j.expected_periods && j.figure) return incomplete(j);
  if (j.figure)
    return "There were no cases to measure in " + j.period.words() + " (the denominator is 0), so there is no figure.";
  if (j.period.last() >= c.today) return j.period.words() + " has not ended yet.";
  return "There is no figure for " + j.period.words() + (j.overdue ? ", and it is overdue." : " yet.");
}

std::string information(const Judgement& j) {
  const Definition& d = *j.definition;
  const std::string text = (j.value ? figure_words(j) : "No figure yet") + ", for information: ";
  if (!indicator::takes_target(d.kind)) return text + "a " + std::string(words(d.kind)) + " indicator has no target.";
  return text + "neither higher nor lower is better.";
}

std::string standing_of(const Judgement& j) {
  if (!j.value) return {};
  if (j.unchecked) return " Unchecked: it was reported before a second person had looked at it.";
  return j.provisional ? " Provisional: it may still be revised." : "";
}

// "on May 2025", "on the same point last year", "on the baseline".
std::string comparator_words(const Judgement& j) {
  if (j.comparator_period.months == 0) {
    const auto& note = j.definition->baseline_note;
    return note.empty() ? "the baseline" : "the baseline, " + note;
  }
  if (j.definition->judged == Judged::year_to_date && j.definition->frequency != calendar::Frequency::annual)
    return "the same point last year";
  if (j.definition->judged == Judged::rolling_12)
    return "the twelve months to " + month_words(j.comparator_period.end() - 1);
  return j.comparator_period.words();
}

std::string_view direction_end(Direction direction) {
  switch (direction) {
    case Direction::improving: return ", so improving.";
    case Direction::worsening: return ", so worsening.";
    case Direction::no_change: return ", which counts as no change.";
    default: return ".";
  }
}

std::string not_comparable(const Judgement& j, std::optional<kit::Date> broke_on) {
  const bool compares_with_added_up = broke_on && j.kept && own_figures_from(*j.kept) == broke_on;
  if (compares_with_added_up)
    return "The council’s own figures begin on " + broke_on->words() +
           "; those before are added up from the councils before it, so they are not compared.";
  if (broke_on)
    return "The definition changed on " + broke_on->words() + ", so figures before and after cannot be compared.";
  if (!j.value || !j.complete()) return "There is no complete figure to compare yet.";
  if (!j.comparator_value) return "There is no complete figure for " + comparator_words(j) + " to compare with.";
  return "There is no range against which to compare.";
}

}  // namespace

// "95.0%" is a figure; a target is "95%".
std::string round_words(std::string text) {
  const auto point = text.find('.');
  if (point == text.npos) return text;
  const auto end = std::min(text.find_first_not_of('0', point + 1), text.size());
  const bool more_digits = end < text.size() && text[end] >= '1' && text[end] <= '9';
  return more_digits ? text : text.erase(point, end - point);
}

// "5% tolerance", "tolerance of 2 points".
std::string size_words(const Tolerance& t, const Definition& d) {
  if (t.kind == Tolerance::Kind::relative) return t.size.text() + "% tolerance";
  return "tolerance of " + round_words(written_difference(t.size.number(), d));
}

std::string target_words(const indicator::Expected& expected, const Definition& d) {
  if (expected.value) return round_words(written(*expected.value, d));
  if (!expected.low || !expected.high) return {};
  const bool short_unit = d.unit == "%" || d.unit.empty() || d.unit.starts_with("£");
  const std::string low = short_unit ? written(*expected.low, d) : kit::with_commas(*expected.low, d.decimals);
  return round_words(low) + " to " + round_words(written(*expected.high, d));
}

std::string why(const Judgement& j, const Circumstances& c) {
  if (j.step >= 0 && !j.variance) {  // a rule that speaks of what is overdue
    auto text = without_figure(j, c);
    text.pop_back();
    return text + ", " + std::string(colour_words(j.rating)) + ": " + step_words(j) + '.';
  }
  if (j.rating == Rating::no_data) return opening(j, c.asked) + without_figure(j, c);
  if (j.rating == Rating::data_only) return opening(j, c.asked) + information(j) + standing_of(j);
  if (j.rating == Rating::no_target)
    return opening(j, c.asked) + figure_words(j) + ". No target has been set for " + j.period.financial_year().words() +
           '.' + standing_of(j);
  return opening(j, c.asked) + against_target(j, c) + standing_of(j);
}

std::string direction_why(const Judgement& j, std::optional<kit::Date> broke_on) {
  if (j.direction == Direction::not_comparable) return not_comparable(j, broke_on);
  const Definition& d = *j.definition;
  const double now = kit::rounded(*j.value, d.decimals), then = kit::rounded(*j.comparator_value, d.decimals);
  const std::string before = comparator_words(j) + " (" + written(*j.comparator_value, d) + ')';
  if (now == then) return "The same as " + before + '.';
  return (now > then ? "Up " : "Down ") + written_difference(now - then, d) + " on " + before +
         std::string(direction_end(j.direction));
}

}  // namespace assess
