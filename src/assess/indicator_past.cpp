#include "assess/indicator_past.h"

#include <algorithm>

#include "assess/judgement.h"

namespace assess {
namespace {

using calendar::Period;
using indicator::Submitted;

constexpr std::size_t longest_gap = 2;  // periods in a row that may be filled in

// What is known of a period: nothing of one that is missing, and of one without cases only that there were none.
struct Piece {
  std::optional<double> figure, denominator;
};

Piece alone(const Part& part, double multiplier) {
  if (!part.has_parts()) return {part.value, {}};
  if (*part.denominator == 0) return {{}, 0};
  return {multiplier * *part.numerator / *part.denominator, part.denominator};
}

// The year to date less the year to date before.
Piece difference(const Part& now, const Part& before, double multiplier) {
  if (now.has_parts() && before.has_parts())
    return alone({{}, *now.numerator - *before.numerator, *now.denominator - *before.denominator}, multiplier);
  if (now.value && before.value) return {*now.value - *before.value, {}};
  return {};
}

class Pieces {
 public:
  explicit Pieces(const Kept& kept) : series_(series_of(kept)), method_(method(kept.now())) {}

  Piece of(const Period& period) const {
    const Part& part = series_.at(period.start);
    const Part& before = series_.at(period.start - series_.step());
    const bool opens_year = period.start == Period::year(period.financial_year()).start;
    if (opens_year || method_.submitted == Submitted::in_period || method_.submitted == Submitted::rolling_12)
      return alone(part, method_.multiplier);
    if (method_.submitted == Submitted::cumulative) return difference(part, before, method_.multiplier);
    const auto share = alone(part, method_.multiplier).figure, until_then = alone(before, method_.multiplier).figure;
    return share && until_then ? Piece{*share - *until_then, {}} : Piece{};
  }

 private:
  Series series_;
  Method method_;
};

std::optional<kit::Date> last_break(const Kept& kept) {
  for (auto each = kept.definitions.rbegin(); each + 1 != kept.definitions.rend(); ++each)
    if (each->breaks_series) return each->applies_from;
  return std::nullopt;
}

struct Row {
  std::vector<Piece> pieces;  // one a period; of the first and the last the figure is known
  Period first;
  bool is_cut = false;  // older figures lie before the break

  Period newest() const { return {first.start + (static_cast<int>(pieces.size()) - 1) * first.months, first.months}; }
};

Row row_of(const Kept& kept, const std::optional<kit::Date>& since) {
  Row row;
  const Pieces pieces(kept);
  for (const collect::Figure* figure : collect::newest(kept.figures)) {
    const Period& period = figure->period;
    if (!period.fits(kept.now().frequency)) continue;
    if (since && period.last() < *since) {
      row.is_cut = true;
      continue;
    }
    const Piece piece = pieces.of(period);
    if (row.pieces.empty() && !piece.figure) continue;
    if (row.pieces.empty()) row.first = period;
    row.pieces.resize(static_cast<std::size_t>((period.start - row.first.start) / period.months));
    row.pieces.push_back(piece);
  }
  while (!row.pieces.empty() && !row.pieces.back().figure) row.pieces.pop_back();
  return row;
}

// From the first piece after the last gap that is too long.
std::size_t start_of(const std::vector<Piece>& pieces) {
  std::size_t missing = 0;
  for (std::size_t i = pieces.size(); i-- > 0;) {
    missing = pieces[i].figure ? 0 : missing + 1;
    if (missing > longest_gap) return i + missing;
  }
  return 0;
}

double between(double before, double after, std::size_t place, std::size_t of) {
  return before + (after - before) * static_cast<double>(place) / static_cast<double>(of);
}

bool keep_parts(const std::vector<Piece>& pieces) {
  return std::ranges::all_of(pieces, [](const Piece& each) { return !each.figure || each.denominator; });
}

// Answers how many were missing. A period without cases stays without.
std::size_t fill_gaps(std::vector<Piece>& pieces) {
  std::size_t filled = 0, known = 0;
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!pieces[i].figure) continue;
    const Piece &before = pieces[known], &after = pieces[i];
    for (std::size_t gap = known + 1; gap < i; ++gap) {
      Piece& each = pieces[gap];
      each.figure = between(*before.figure, *after.figure, gap - known, i - known);
      if (each.denominator) continue;
      ++filled;
      if (before.denominator && after.denominator)
        each.denominator = between(*before.denominator, *after.denominator, gap - known, i - known);
    }
    known = i;
  }
  return filled;
}

}  // namespace

Past IndicatorPast::past(const Kept& kept) const {
  const auto& definition = kept.now();
  return {figures, 12 / calendar::months_in(definition.frequency), bounds_of(definition, figures)};
}

Period IndicatorPast::first() const {
  const int back = (static_cast<int>(figures.size()) - 1) * newest.months;
  return {newest.start - back, newest.months};
}

kit::Verdict<IndicatorPast> indicator_past(const Kept& kept) {
  const auto since = last_break(kept);
  Row row = row_of(kept, since);
  IndicatorPast past;
  past.newest = row.newest();
  const auto from = static_cast<std::ptrdiff_t>(start_of(row.pieces));
  row.pieces.erase(row.pieces.begin(), row.pieces.begin() + from);
  past.older_left_out = from > 0;
  if (row.is_cut) past.since = since;
  past.filled = fill_gaps(row.pieces);
  const bool parts = keep_parts(row.pieces);
  for (const auto& piece : row.pieces) {
    past.figures.push_back(*piece.figure);
    if (parts) past.denominators.push_back(*piece.denominator);
  }

  kit::Refusals no;
  const std::string since_words = past.since ? " since the definition changed on " + past.since->words() : "";
  no.unless(past.figures.size() != 1, "",
            "A forecast needs two figures at least, and there is one" + since_words + ".");
  no.unless(!past.figures.empty(), "", "A forecast needs two figures at least, and there is none" + since_words + ".");
  if (no.any()) return no;
  return past;
}

indicator::Aggregation aggregation_to_year(const indicator::Definition& d) {
  if (d.submitted == Submitted::cumulative_over_annual) return indicator::Aggregation::sum;
  return d.submitted == Submitted::rolling_12 ? indicator::Aggregation::snapshot : d.aggregation;
}

Bounds bounds_of(const indicator::Definition& d, std::span<const double> figures) {
  const auto number = [](const auto& decimal) { return decimal ? std::optional(decimal->number()) : std::nullopt; };
  Bounds bounds{number(d.least), number(d.most)};
  const bool never_below = std::ranges::all_of(figures, [](double each) { return each >= 0; });
  const bool never_above = std::ranges::all_of(figures, [](double each) { return each <= 100; });
  if (!bounds.least && never_below) bounds.least = 0;
  if (!bounds.most && d.unit == "%" && never_above) bounds.most = 100;
  return bounds;
}

}  // namespace assess
