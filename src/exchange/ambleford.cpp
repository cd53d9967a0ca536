#include "exchange/ambleford.h"

#include "exchange/ambleford_money.h"
#include "exchange/ambleford_notes.h"
#include "exchange/ambleford_seed.h"
#include "exchange/ambleford_series.h"
#include "kit/carried.h"
#include "kit/csv.h"

namespace exchange {
namespace {

using collect::Standing;
using collect::State;
using demo::Chance;
using demo::Point;
using demo::Seed;

constexpr std::string_view newest = "2025-11-20";  // nothing was published after this day

// Figures are entered in the three weeks after a period and counted when reports run; a year takes longer to close.
std::string published_on(const Seed& seed, const calendar::Period& period) {
  Chance chance("day " + seed.code + period.iso());
  const int usual = period.months == 1 ? 16 : 20;
  if (period.months == 12) return demo::day_in(period.end() + 1, 12 + static_cast<int>(chance.below(15)));
  return demo::day_in(period.end(), usual + static_cast<int>(chance.below(4)));
}

// What was first published, before the figure of `point` replaced it.
Point as_first_told(const Seed& seed, const Point& point, Chance& chance) {
  Point first = point;
  const auto share = 2 + chance.below(11);  // thousandths
  if (first.parts) {
    const auto less = first.parts->denominator / 10000 * share / 1000 * 10000;
    first.parts->numerator = std::max<demo::Units>(0, first.parts->numerator - less);
  } else if (seed.definition.decimals == 0) {
    first.value = *first.value - *first.value / 10000 * share / 1000 * 10000;
  }
  return first;
}

class FiguresSheet {
 public:
  explicit FiguresSheet(std::string& out) : csv_(out, kit::For::machines) {
    for (const auto* column : {"indicator", "period", "value", "numerator", "denominator", "deviation", "state", "standing", "note",
                               "reason", "entered_by", "expected_on", "published_on"})
      csv_.cell(column);
    csv_.end_row();
  }

  void add(const Seed& seed) {
    const auto points = demo::series_of(seed);
    for (std::size_t i = 0; i < points.size(); ++i) add(seed, points, i);
  }

 private:
  struct Told {
    State state = State::given;
    Standing standing = Standing::final;
    std::string note, reason, expected_on, published_on;
  };

  void add(const Seed& seed, const std::vector<Point>& points, std::size_t at) {
    const auto& point = points[at];
    const auto day = published_on(seed, point.period);
    if (const auto late = seed.recipe.delayed.find(point.period.start); late != seed.recipe.delayed.end())
      return add_late(seed, points, at, late->second);
    const auto note = notes_.of(seed, points, at);
    if (const auto story = seed.recipe.revised.find(point.period.start); story != seed.recipe.revised.end())
      return add_story(seed, point, story->second, note, day);
    if (point.state == State::given && seed.recipe.provisional_first) return add_twice(seed, point, note, day);
    write(seed, point, {point.state, Standing::final, note, "", "", day});
  }

  // Late: said so on the usual day, and the figure when it came.
  void add_late(const Seed& seed, const std::vector<Point>& points, std::size_t at, const std::string& came) {
    const auto& point = points[at];
    write(
        seed, point,
        {State::delayed, Standing::final, notes_.late(seed, point, came), "", came, published_on(seed, point.period)});
    if (came <= newest) write(seed, point, {State::given, Standing::final, notes_.of(seed, points, at), "", "", came});
  }

  void add_story(const Seed& seed, const Point& point, const demo::Revision& story, const std::string& note,
                 const std::string& day) {
    Point first = point;
    first.parts = story.first;
    write(seed, first, {State::given, Standing::provisional, note, "", "", day});
    write(
        seed, point,
        {State::given, story.reason.empty() ? Standing::final : Standing::revised, note, story.reason, "", story.day});
  }

  // Provisional at first; a quarter later confirmed, or revised with a reason.
  void add_twice(const Seed& seed, const Point& point, const std::string& note, const std::string& day) {
    Chance chance("revised " + seed.code + point.period.iso());
    const auto later = demo::day_in(point.period.end() + 3, 20 + static_cast<int>(chance.below(4)));
    const bool changes = chance.percent(40) && later <= newest;
    const Point first = changes ? as_first_told(seed, point, chance) : point;
    const bool changed = demo::number(first, seed.definition) != demo::number(point, seed.definition);
    write(seed, first, {State::given, Standing::provisional, note, "", "", day});
    if (later > newest) return;
    if (changed)
      write(seed, point, {State::given, Standing::revised, note, notes_.revision(seed, point), "", later});
    else
      write(seed, point, {State::given, Standing::final, note, "", "", later});
  }

  void write(const Seed& seed, const Point& point, const Told& told) {
    const bool given = told.state == State::given;  // of a figure that is late or withheld only the note is told
    const auto written = [given](std::optional<demo::Units> units) {
      return given && units ? kit::Decimal::of_units(*units).text() : std::string();
    };
    csv_.cell(seed.code).cell(point.period.words()).cell(written(point.value));
    csv_.cell(written(point.parts ? std::optional(point.parts->numerator) : std::nullopt));
    csv_.cell(written(point.parts ? std::optional(point.parts->denominator) : std::nullopt));
    csv_.cell(written(point.deviation));
    csv_.cell(collect::code(told.state)).cell(collect::code(told.standing)).cell(told.note).cell(told.reason);
    csv_.cell(seed.entered_by).cell(told.expected_on).cell(told.published_on);
    csv_.end_row();
  }

  kit::CsvWriter csv_;
  demo::Notes notes_;
};

NamedCsv as_written(const std::string& name) { return {name, std::string(kit::carried("seeds/ambleford/" + name))}; }

NamedCsv figures() {
  NamedCsv csv{"figures.csv", {}};
  csv.bytes.reserve(1 << 20);
  FiguresSheet sheet(csv.bytes);
  for (const auto& seed : demo::seeds()) sheet.add(seed);
  return csv;
}

}  // namespace

std::vector<NamedCsv> ambleford() {
  return {as_written("council.csv"),    as_written("people.csv"),  as_written("plan.csv"),
          as_written("indicators.csv"), as_written("targets.csv"), figures(),
          as_written("rebases.csv"),    {"money.csv", demo::money_sheet()}};
}

}  // namespace exchange
