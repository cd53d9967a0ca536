#include "assess/attention.h"

#include <algorithm>
#include <cmath>

#include "kit/number.h"

namespace assess {
namespace {

enum class Need { off_and_worsening, off, close_and_worsening, overdue, none };

Need need(const Judgement& j) {
  const bool worsening = j.direction == Direction::worsening;
  if (j.rating == Rating::red) return worsening ? Need::off_and_worsening : Need::off;
  if (j.rating == Rating::amber && worsening) return Need::close_and_worsening;
  return j.overdue ? Need::overdue : Need::none;
}

std::string share(int part, int whole) {
  return whole == 0 ? "" : " (" + kit::with_commas(100.0 * part / whole, 0) + "%)";
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string have(int count) { return kit::in_words(count) + (count == 1 ? " has" : " have"); }

std::string movement(const Counts& c) {
  if (c.improving == 0 && c.worsening == 0) return "";
  if (c.found_otherwise > 0)
    return ' ' + (c.improving == 0 ? "None has" : capital(have(c.improving))) + " improved and " +
           (c.worsening == 0 ? "none has" : have(c.worsening)) + " worsened, " + kit::in_words(c.found_otherwise) +
           " of them by another way than comparing two figures.";
  if (c.worsening == 0)
    return ' ' + capital(have(c.improving)) +
           " improved since the figure they are compared with and none has worsened.";
  if (c.improving == 0)
    return " None has improved since the figure it is compared with and " + have(c.worsening) + " worsened.";
  return ' ' + capital(have(c.improving)) + " improved and " + have(c.worsening) +
         " worsened since the figure they are compared with.";
}

std::string awaited(const Counts& c) {
  const int count = c.awaiting();
  return count == 0 ? ""
                    : ' ' + capital(kit::in_words(count)) + (count == 1 ? " awaits a figure." : " await a figure.");
}

}  // namespace

int Counts::total() const {
  int sum = 0;
  for (const int count : of) sum += count;
  return sum;
}

int Counts::rated() const { return on_target() + (*this)[Rating::amber] + (*this)[Rating::red]; }
int Counts::on_target() const { return (*this)[Rating::blue] + (*this)[Rating::green]; }

void Counts::add(const Judgement& j) {
  ++of[static_cast<std::size_t>(j.rating)];
  overdue += j.overdue;
  provisional += j.provisional;
  const bool moved = j.direction == Direction::improving || j.direction == Direction::worsening;
  found_otherwise += moved && j.definition && j.definition->direction_method != indicator::DirectionMethod::two_point;
  switch (j.direction) {
    case Direction::improving: ++improving; break;
    case Direction::worsening: ++worsening; break;
    case Direction::no_change: ++no_change; break;
    case Direction::rising: ++rising; break;
    case Direction::falling: ++falling; break;
    case Direction::not_comparable: ++not_comparable; break;
  }
}

Counts counts(const std::vector<const Judgement*>& judgements) {
  Counts made;
  for (const auto* judgement : judgements) made.add(*judgement);
  return made;
}

Counts counts(const std::vector<Judgement>& judgements) {
  Counts made;
  for (const auto& judgement : judgements) made.add(judgement);
  return made;
}

double shortfall(const Judgement& j) {
  if (!j.favourable || *j.favourable >= 0) return 0;
  const auto low_or_high = j.variance && *j.variance < 0 ? j.expected.low : j.expected.high;
  const double target = std::fabs(j.expected.value ? *j.expected.value : low_or_high.value_or(0));
  return -*j.favourable / (target > 0 ? target : 1);
}

Rating worst(const Counts& counts) {
  for (const auto rating :
       {Rating::red, Rating::amber, Rating::green, Rating::blue, Rating::no_data, Rating::no_target})
    if (counts[rating] > 0) return rating;
  return counts.total() > 0 ? Rating::data_only : Rating::no_data;
}

std::vector<const Judgement*> needs_attention(const std::vector<const Judgement*>& judgements) {
  struct Place {
    Need need;
    double shortfall;
    const Judgement* judgement;
  };
  std::vector<Place> places;
  for (const auto* judgement : judgements)
    if (const Need why = need(*judgement); why != Need::none) places.push_back({why, shortfall(*judgement), judgement});
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.need != b.need ? a.need < b.need : a.shortfall > b.shortfall;
  });
  std::vector<const Judgement*> found;
  for (const auto& place : places) found.push_back(place.judgement);
  return found;
}

std::string lede(const Counts& c) {
  if (c.total() == 0) return "There is no indicator here yet.";
  const int rated = c.rated();
  if (rated == 0)
    return capital(kit::in_words(c.total())) + (c.total() == 1 ? " indicator, " : " indicators, ") +
           (c.total() == 1 ? "not yet" : "none yet") + " rated against a target." + movement(c) + awaited(c);
  if (rated == 1)
    return (c.on_target() == 1 ? "The one indicator rated against a target is on it or better."
                               : "The one indicator rated against a target is short of it.") +
           movement(c) + awaited(c);
  const int good = c.on_target();
  const std::string how_many = good == 0 ? "none is"
                               : good == rated
                                   ? "all are"
                                   : kit::in_words(good) + share(good, rated) + (good == 1 ? " is" : " are");
  return "Of " + kit::in_words(rated) + " indicators rated against a target, " + how_many + " on it or better." +
         movement(c) + awaited(c);
}

}  // namespace assess
