#include "assess/finding.h"

#include <algorithm>

#include "assess/period_words.h"
#include "kit/number.h"

namespace assess {
namespace {

using Points = std::vector<Point>;
using indicator::Definition;

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

bool on_target(const Point& point) { return point.rating == Rating::green || point.rating == Rating::blue; }

// How many of the newest points stand alike, one after the other without a gap or a break.
std::size_t run(const Points& points) {
  std::size_t length = 1;
  while (length < points.size()) {
    const Point &newer = points[points.size() - length], &older = points[points.size() - length - 1];
    const bool next = older.period.end() == newer.period.start && !newer.breaks;
    if (!next || !is_rated(older.rating) || on_target(older) != on_target(newer)) break;
    ++length;
  }
  return length;
}

std::string off_words(const Definition& d) {
  if (d.polarity == indicator::Polarity::in_range) return "outside the range";
  return d.polarity == indicator::Polarity::low_good ? "above target" : "below target";
}

std::string rated(const Points& points, const Definition& d) {
  const Point& last = points.back();
  const std::size_t length = run(points);
  const bool good = on_target(last);
  const std::string state = good ? "on target" : off_words(d);
  const int months = static_cast<int>(length) * last.period.months;
  const bool ends_year = last.period.end() == calendar::Period::year(last.period.financial_year()).end();
  if (months == 12 && length > 1 && ends_year)
    return capital(state) + " for the whole of " + last.period.financial_year().words();
  if (length > 1)
    return capital(kit::in_words(static_cast<int>(length))) + ' ' + std::string(length_words(last.period.months)) + "s " + state;
  const bool turned = points.size() > 1 && is_rated(points[points.size() - 2].rating) && !last.breaks &&
                      points[points.size() - 2].period.end() == last.period.start;
  return capital(state) + (turned ? " again in " : " in ") + last.period.words();
}

const Point* year_before(const Points& points) {
  const auto found = std::find_if(points.begin(), points.end(),
                                  [&](const Point& p) { return p.period == points.back().period.year_before(); });
  if (found == points.end() || !found->value) return nullptr;
  for (auto after = found + 1; after != points.end(); ++after)
    if (after->breaks) return nullptr;
  return &*found;
}

std::string changed(const Points& points, const Definition& d) {
  const Point& last = points.back();
  const Point* before = year_before(points);
  if (!before) return indicator::written(*last.value, d) + " in " + last.period.words();
  const double now = kit::rounded(*last.value, d.decimals), then = kit::rounded(*before->value, d.decimals);
  const std::string same =
      last.period.months == 12 ? "the year before" : "the same " + std::string(length_words(last.period.months)) + " last year";
  if (now == then) return "The same as in " + same;
  return (now > then ? "Up " : "Down ") + indicator::written_difference(now - then, d) + " on " + same;
}

}  // namespace

std::string finding(const Points& all, const Kept& kept) {
  Points known;
  for (const auto& point : all)
    if (point.value) known.push_back(point);
  if (known.empty()) return "No figures yet";
  const Definition& d = kept.in(known.back().period);
  return is_rated(known.back().rating) ? rated(known, d) : changed(known, d);
}

}  // namespace assess
