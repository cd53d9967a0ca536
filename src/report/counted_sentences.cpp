#include "report/counted_sentences.h"

#include "kit/number.h"

namespace report {
namespace {

using assess::Counts;
using assess::Rating;
using assess::Ratings;

std::string number(int count, const char* one, const char* many) { return std::to_string(count) + ' ' + (count == 1 ? one : many); }

std::string movement(const Counts& c) {
  if (c.rising + c.falling > 0 && c.improving + c.worsening == 0)
    return std::to_string(c.rising) + " rose and " + std::to_string(c.falling) + " fell";
  auto said = std::to_string(c.improving) + " improved and " + std::to_string(c.worsening) + " worsened";
  if (c.rising + c.falling > 0)
    said += "; of those with no better side " + std::to_string(c.rising) + " rose and " + std::to_string(c.falling) +
            " fell";
  return said;
}

int without_target(const Counts& c) { return c[Rating::no_target] + c[Rating::data_only]; }

std::string beside(const Counts& c, Ratings ratings) {
  std::string said;
  if (c.awaiting() > 0) said += "; " + number(c.awaiting(), "awaits a figure", "await a figure");
  if (ratings == Ratings::shown && without_target(c) > 0) said += "; " + number(without_target(c), "has no target", "have no target");
  if (ratings == Ratings::shown && c[Rating::not_rated] > 0)
    said += "; " +
            number(c[Rating::not_rated], "is not rated by the council's rule", "are not rated by the council's rule");
  return said;
}

std::string sentence(const Counts& c, Ratings ratings) {
  if (c.total() == 0) return "There is no indicator here.";
  if (ratings == Ratings::hidden || c.rated() == 0)
    return "Of " + number(c.total(), "indicator", "indicators") + ", " + movement(c) + beside(c, ratings) + ".";
  return std::to_string(c.on_target()) + " of " + number(c.rated(), "indicator", "indicators") +
         " rated against a target (" + share(c.on_target(), c.rated()) + ") " + (c.on_target() == 1 ? "is" : "are") +
         " on target or better; " + movement(c) + beside(c, ratings) + ".";
}

}  // namespace

std::string share(int part, int whole) {
  if (whole == 0) return "none";
  const double percent = 100.0 * part / whole;
  if (part < whole && percent > 99.9) return "more than 99.9%";
  if (part > 0 && percent < 0.1) return "less than 0.1%";
  return kit::with_commas(percent, 1) + "%";
}

Counted counted(std::string name, const Counts& c, Ratings ratings) {
  Counted made{std::move(name), sentence(c, ratings), {}};
  const auto count = [&](const char* what, int how_many) { made.counts.push_back({what, how_many}); };
  count("indicators", c.total());
  if (ratings == Ratings::shown) {
    count("rated", c.rated());
    count("on_target_or_better", c.on_target());
    count("close", c[Rating::amber]);
    count("off_target", c[Rating::red]);
    count("without_target", without_target(c));
  }
  count("improved", c.improving);
  count("worsened", c.worsening);
  count("awaited", c.awaiting());
  return made;
}

std::string counting_rule(Ratings ratings) {
  if (ratings == Ratings::hidden)
    return "Every indicator in force is counted once. One that awaits its figure has no direction, and is named beside the others.";
  return "A percentage counts the indicators that have both a figure and a target, and no others. An indicator that awaits its figure, has no target or only informs is "
         "named beside them, and is never within a percentage. Improved and worsened count every indicator whose direction of travel is known, with a target or without.";
}

}  // namespace report
