// The sheet Figures against what is known. There may be millions: they are put in order by indicator and period and gone
// through once beside what is known, which stands in the same order.
#include <algorithm>
#include <numeric>

#include "exchange/deciding.h"
#include "kit/number.h"

namespace exchange {
namespace {

using Row = FigureRow;

bool same_number(const collect::Figure& a, const collect::Figure& b) {
  return a.state == b.state && a.value == b.value && a.numerator == b.numerator && a.denominator == b.denominator &&
         a.deviation == b.deviation;
}

bool same(const collect::Figure& a, const collect::Figure& b) {
  return same_number(a, b) && a.standing == b.standing && a.note == b.note && a.reason == b.reason && a.entered_by == b.entered_by &&
         a.expected_on == b.expected_on && a.added_up == b.added_up;
}

std::string number_words(const collect::Figure& figure) {
  if (figure.state != collect::State::given) return std::string(words(figure.state));
  if (figure.value) return figure.value->text();
  return written(figure.numerator) + " of " + written(figure.denominator);
}

// In the preview: "BBF07, April 2025: 92.1 becomes 93".
std::string line_of(const Becoming& one, const Row& row, const collect::Figure* before) {
  auto line = one.now().code + ", " + row.period.words() + ": ";
  if (!before) return line + number_words(row);
  if (same_number(row, *before)) return line + number_words(row) + ", with other words";
  return line + number_words(*before) + " becomes " + number_words(row);
}

class Figures {
 public:
  explicit Figures(Deciding& it) : it_(it) {}

  void decide() {
    find_places();
    auto& rows = it_.intake.figures;
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
      const auto pa = places_[rows.code(a)], pb = places_[rows.code(b)];
      if (pa != pb) return pa < pb;
      if (rows.period(a) != rows.period(b)) return rows.period(a) < rows.period(b);
      return a < b;
    };
    if (!std::is_sorted(order.begin(), order.end(), before)) std::sort(order.begin(), order.end(), before);
    it_.changes.added_rows.reserve(rows.size());
    for (std::size_t from = 0; from < order.size();) {
      auto to = from + 1;
      const auto first = order[from];
      const auto place = places_[rows.code(first)];
      while (to < order.size() && places_[rows.code(order[to])] == place && rows.period(order[to]) == rows.period(first)) ++to;
      if (place != nowhere) decide(it_.indicators[place], std::span(order).subspan(from, to - from));
      from = to;
    }
    tell_of_rounding();
    it_.changes.figure_rows = std::move(rows);
  }

 private:
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  void find_places() {
    for (std::uint32_t i = 0; i < it_.intake.figure_codes.size(); ++i)
      places_.push_back(it_.indicator(it_.intake.figure_codes[i]).value_or(nowhere));
    const auto& rows = it_.intake.figures;
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (places_[rows.code(i)] == nowhere) it_.no_indicator(rows.place(i), "indicator", it_.intake.figure_codes[rows.code(i)]);
  }

  // Rows of one indicator and period, in the order of the file.
  void decide(const Becoming& one, std::span<const std::uint32_t> rows) {
    auto& all = it_.intake.figures;
    if (group_.size() < rows.size()) group_.resize(rows.size());
    find_known(one, all.period(rows.front()));
    const bool is_new = editions_.empty();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      auto& row = group_[i];
      all.take(rows[i], row);
      if (!row.entered_by.empty()) it_.spell(row.entered_by, it_.people, row.place, "entered_by", "person");
      if (!editions_.empty()) keep(row, *editions_.back());
      if (said_twice(std::span(group_).first(i), row)) continue;
      if (!decide(one, row, is_new)) continue;
      all.put(rows[i], row);
      it_.changes.added_rows.push_back(rows[i]);
    }
  }

  void find_known(const Becoming& one, const calendar::Period& period) {
    editions_.clear();
    if (!one.known) return;
    const auto& figures = one.known->figures;
    auto figure = std::lower_bound(figures.begin(), figures.end(), period,
                                   [](const collect::Figure& f, const calendar::Period& p) { return f.period < p; });
    for (; figure != figures.end() && figure->period == period; ++figure) editions_.push_back(&*figure);
  }

  // A sheet without notes does not take away the note of a figure that it repeats. A new figure has a story of its own.
  void keep(Row& row, const collect::Figure& newest) const {
    const auto& has = it_.intake.sources[row.place.source].has;
    const auto is_left_out = [&](std::size_t column) { return !has[column]; };
    enum { period, value, numerator, denominator, deviation, state, standing, note, reason, entered_by, expected_on, added_up };
    if (row.state == newest.state && is_left_out(value) && row.numerator == newest.numerator &&
        row.denominator == newest.denominator)
      row.value = newest.value;
    if (row.value && row.value == newest.value && is_left_out(numerator)) row.numerator = newest.numerator;
    if (row.value && row.value == newest.value && is_left_out(denominator)) row.denominator = newest.denominator;
    if (row.numerator == newest.numerator && row.denominator == newest.denominator && is_left_out(deviation))
      row.deviation = newest.deviation;
    if (!same_number(row, newest)) return;
    if (is_left_out(standing)) row.standing = newest.standing;
    if (is_left_out(note)) row.note = newest.note;
    if (is_left_out(reason)) row.reason = newest.reason;
    if (is_left_out(entered_by)) row.entered_by = newest.entered_by;
    if (is_left_out(expected_on)) row.expected_on = newest.expected_on;
    if (is_left_out(added_up)) row.added_up = newest.added_up;
  }

  bool said_twice(std::span<const Row> before, const Row& row) {
    for (const auto& other : before) {
      if (other.published_on != row.published_on || same(other, row)) continue;
      it_.fault(row.place, "period", found(row.period.words(), "Row " + std::to_string(other.place.row) +
                    " has the same indicator, period and date. Take one out, or say in published_on when each was published."));
      return true;
    }
    return false;
  }

  // Whether the row is a new edition.
  bool decide(const Becoming& one, Row& row, bool is_new) {
    stands_.clear();
    for (const auto* edition : editions_) stands_.push_back({edition->at, same(*edition, row)});
    const auto standing = stand(row.published_on, it_.now, InFile::newest, stands_, it_.now);
    if (standing.is == Standing::Is::refused) return it_.fault(row.place, "published_on", standing.why), false;
    auto& tally = it_.changes[Sheet::figures];
    if (standing.is == Standing::Is::known) {
      ++tally.unchanged;
      return false;
    }

    const auto& definition = one.in(row.period);
    if (indicator::is_computed(definition) && !is_new)
      it_.fault(row.place, "value",
                "found " + number_words(row) + ", but " + definition.code +
                    " is computed from others. Correct those, and it follows; or leave this row out.");
    check_signs(row, definition);
    it_.fault(row.place, collect::faults(row, definition));
    if (!is_new) it_.reported_already(row.place, row.period);
    auto& lines = is_new ? tally.first_added : tally.first_changed;
    const bool shown = lines.size() < Tally::shown;
    note(tally, is_new, shown ? line_of(one, row, editions_.empty() ? nullptr : editions_.back()) : std::string());
    row.indicator = one.id;
    row.edition = editions_.empty() ? 1 : editions_.back()->edition + 1;
    row.at = standing.at;
    editions_.push_back(&row);
    return true;
  }

  // "45%" for an indicator in days is a mistake somewhere; nobody guesses where.
  void check_signs(const Row& row, const indicator::Definition& definition) {
    const auto refuse = [&](std::string_view sign) {
      it_.fault(row.place, "value",
                "found a number with " + std::string(sign) + ", but " + definition.code + " is " +
                    (definition.unit.empty() ? "a count" : "in " + definition.unit) +
                    ". Check the figure and take the sign out.");
    };
    if (row.percent && definition.unit != "%") refuse("%");
    if (row.money && !definition.unit.starts_with("£")) refuse("£");
    if (row.rounded) ++rounded_;
  }

  void tell_of_rounding() {
    if (rounded_ == 0) return;
    const auto count = kit::with_commas(static_cast<double>(rounded_), 0);
    it_.changes.notices.push_back(count + (rounded_ == 1 ? " figure has" : " figures have") +
                                  " more than four decimals. The nearest ten-thousandth was taken.");
  }

  Deciding& it_;
  std::vector<std::size_t> places_;  // of each code, in it.indicators
  std::vector<Row> group_;  // the rows being decided
  std::vector<const collect::Figure*> editions_;
  std::vector<Edition> stands_;
  std::size_t rounded_ = 0;
};

}  // namespace

void decide_figures(Deciding& it) { Figures(it).decide(); }

}  // namespace exchange
