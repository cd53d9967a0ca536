#include "exchange/ambleford_notes.h"

#include <array>
#include <cmath>

#include "kit/decimal.h"
#include "kit/number.h"

namespace exchange::demo {
namespace {

using assess::Rating;
using Slots = std::vector<std::pair<std::string_view, std::string>>;

constexpr int recent = 2024 * 12 + 3;  // the last six quarters begin in April 2024
constexpr std::array month_names = {"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};

std::string month_name(int month) { return month_names[static_cast<std::size_t>(month % 12)]; }

std::string day_words(std::string_view iso) {
  return std::to_string(std::stoi(std::string(iso.substr(8, 2)))) + " " + month_name(month_of(iso)) + " " +
         std::string(iso.substr(0, 4));
}

std::string filled(std::string text, const Slots& slots) {
  for (const auto& [name, value] : slots) {
    const std::string slot = "{" + std::string(name) + "}";
    for (auto at = text.find(slot); at != text.npos; at = text.find(slot, at + value.size()))
      text.replace(at, slot.size(), value);
  }
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string whole(Units units) { return kit::with_commas(static_cast<double>(units) / 10000, 0); }

std::string span_words(const calendar::Period& period) {
  switch (period.months) {
    case 1:
      return "in " + month_name(period.start);
    case 3:
      return "in the quarter";
    case 6:
      return "in the half year";
    default:
      return "in the year";
  }
}

// The figure with which an officer compares: last year's where there is a season or a running total, else the one
// before.
const Point* before(const Seed& seed, const std::vector<Point>& points, std::size_t at) {
  const bool yearly = seed.recipe.season || seed.definition.submitted != indicator::Submitted::in_period;
  const auto wanted = yearly ? points[at].period.year_before() : points[at].period.previous();
  for (const auto& each : points)
    if (each.period == wanted && each.shown) return &each;
  return nullptr;
}

std::string before_words(const calendar::Period& then, const calendar::Period& now) {
  if (then.months == 12) return "the year before";
  if (then.start == now.start - 12)
    return then.months == 1 ? "in " + month_name(then.start) + " last year" : "at the same time last year";
  if (then.months == 1) return "in " + month_name(then.start);
  return then.months == 3 ? "the quarter before" : "the half year before";
}

enum class Turn { better, worse, steady };

Turn turn(const Seed& seed, const Point& now, const Point* then) {
  if (!then || !now.shown) return Turn::steady;
  const auto polarity = seed.definition.polarity;
  const double change =
      kit::rounded(*now.shown, seed.definition.decimals) - kit::rounded(*then->shown, seed.definition.decimals);
  const double usual = static_cast<double>(seed.recipe.noise) / 14000;  // less than this is nothing to write about
  if (std::fabs(change) <= usual + 1e-9 || polarity == indicator::Polarity::neutral) return Turn::steady;
  if (polarity == indicator::Polarity::in_range) {
    const bool out = now.rating == Rating::red || now.rating == Rating::amber;
    return out ? Turn::worse : Turn::steady;
  }
  return (change > 0) == (polarity == indicator::Polarity::high_good) ? Turn::better : Turn::worse;
}

std::string moved(const Seed& seed, const Point& now, const Point& then) {
  const double a = kit::rounded(*now.shown, seed.definition.decimals),
               b = kit::rounded(*then.shown, seed.definition.decimals);
  return a > b ? "up from" : a < b ? "down from" : "the same as the";
}

std::string target_words(const Point& point, const indicator::Definition& d) {
  const auto& e = point.expected;
  if (e.low && e.high) return indicator::written(*e.low, d) + " to " + indicator::written(*e.high, d);
  return e.value ? indicator::written(*e.value, d) : std::string();
}

// Money is not "51 of 80 pounds", nor is a rate or a long count of metres and minutes worth spelling out.
bool counts_things(const Seed& seed, const Point& point) {
  return point.parts && seed.definition.unit == "%" && point.parts->denominator < 100'000 * 10'000ll &&
         seed.recipe.things != "£" && seed.definition.aggregation == indicator::Aggregation::ratio;
}

std::string form_of(const Seed& seed, const Point& point) {
  const auto submitted = seed.definition.submitted;
  if (submitted == indicator::Submitted::rolling_12) return "fact over twelve months";
  if (submitted != indicator::Submitted::in_period) return "fact so far";
  if (counts_things(seed, point)) return "fact of parts";
  return seed.definition.unit.empty() ? "fact of things" : "fact";
}

Slots slots_of(const Seed& seed, const std::vector<Point>& points, std::size_t at) {
  const auto& point = points[at];
  const auto& d = seed.definition;
  Slots slots = {{"period", point.period.words()},
                 {"span", span_words(point.period)},
                 {"things", seed.recipe.things},
                 {"target", target_words(point, d)},
                 {"by", month_name(point.period.end() + 3)},
                 {"soon", month_name(point.period.end() + 1)}};
  if (point.shown) slots.emplace_back("value", indicator::written(*point.shown, d));
  if (point.judged) slots.emplace_back("judged", indicator::written(*point.judged, d));
  if (point.parts) {
    slots.emplace_back("num", whole(point.parts->numerator));
    slots.emplace_back("den", whole(point.parts->denominator));
    slots.emplace_back("rest", whole(point.parts->denominator - point.parts->numerator));
  }
  if (const auto* then = before(seed, points, at); then && point.shown) {
    slots.emplace_back("before", indicator::written(*then->shown, d));
    slots.emplace_back("when", before_words(then->period, point.period));
    slots.emplace_back("moved", moved(seed, point, *then));
  }
  return slots;
}

// Judged by the year or the twelve months so far, not by the figure that was entered.
bool is_to_date(const Seed& seed) {
  return seed.definition.judged != indicator::Judged::in_period &&
         seed.definition.submitted == indicator::Submitted::in_period;
}

bool is_off(const Point& point) { return point.rating == Rating::red; }

}  // namespace

Notes::Notes() {
  for (const auto& row : table("notes.csv"))
    pools_[cell(row, "about") + " " + cell(row, "situation")].push_back(cell(row, "words"));
}

std::string Notes::own(const Seed& seed, std::string_view situation) {
  for (const auto& about : {seed.code, seed.recipe.theme}) {
    const std::string key = about + " " + std::string(situation);
    if (const auto pool = pools_.find(key); pool != pools_.end()) {
      // Themes are shared: each indicator takes its own turns, from its own place.
      auto [place, first] = turns_.try_emplace(seed.code + key, 0);
      if (first && about == seed.recipe.theme) place->second = static_cast<std::size_t>(Chance(seed.code).below(100));
      return pool->second[place->second++ % pool->second.size()];
    }
  }
  return {};
}

std::string Notes::said(const Seed& seed, std::string_view situation) {
  if (auto mine = own(seed, situation); !mine.empty()) return mine;
  const auto pool = pools_.find("any " + std::string(situation));
  return pool == pools_.end() ? std::string()
                              : pool->second[turns_["any " + std::string(situation)]++ % pool->second.size()];
}

std::string Notes::fact(const Seed& seed, const std::vector<Point>& points, std::size_t at) {
  const auto& point = points[at];
  if (!point.shown) return "Nothing to count " + span_words(point.period) + ", so there is no figure.";
  return said(seed, form_of(seed, point) + (before(seed, points, at) ? "" : ", first"));
}

std::string Notes::cause(const Seed& seed, const std::vector<Point>& points, std::size_t at) {
  const auto& point = points[at];
  const auto way = turn(seed, point, before(seed, points, at));
  const bool to_date = is_to_date(seed);
  if (is_off(point))
    return way == Turn::better  ? said(seed, to_date ? "off but better to date" : "off but better")
           : way == Turn::worse ? said(seed, "worse")
                                : said(seed, "off");
  return way == Turn::better ? said(seed, "better") : way == Turn::worse ? said(seed, "worse") : said(seed, "steady");
}

std::string Notes::of(const Seed& seed, const std::vector<Point>& points, std::size_t at) {
  const auto& point = points[at];
  const auto slots = slots_of(seed, points, at);
  if (const auto mine = pools_.find(seed.code + " " + day_in(point.period.start, 1).substr(0, 7)); mine != pools_.end())
    return filled(mine->second.front(), slots);

  if (point.state == collect::State::not_applicable) return filled(said(seed, "not applicable"), slots);
  if (point.state == collect::State::suppressed) return filled(said(seed, "suppressed"), slots);

  Chance chance("note " + seed.code + point.period.iso());
  const bool is_recent = point.period.start >= recent || point.period.months == 12;
  const bool off = is_off(point), close = point.rating == Rating::amber;
  if (!off && !close && !chance.percent(is_recent ? 45 : 12)) return {};
  if (!is_recent && !chance.percent(off ? 60 : 30)) return {};

  const auto say = [&](std::string text) { return filled(std::move(text), slots); };
  std::string note = say(fact(seed, points, at));
  const auto add = [&](const std::string& more) { note += more.empty() ? "" : " " + say(more); };
  if (!point.shown) return note;
  if ((off || close) && is_to_date(seed)) add(said(seed, "to date"));
  if (off || close || chance.percent(60)) add(cause(seed, points, at));
  if (off || (close && chance.percent(40))) add(said(seed, "next"));
  return note;
}

std::string Notes::late(const Seed& seed, const Point& point, std::string_view expected_on) {
  return filled(
      said(seed, "late"),
      {{"period", point.period.words()}, {"things", seed.recipe.things}, {"expected", day_words(expected_on)}});
}

std::string Notes::revision(const Seed& seed, const Point& point) {
  return filled(said(seed, "revised"), {{"period", point.period.words()}, {"things", seed.recipe.things}});
}

}  // namespace exchange::demo
