#include "assess/indicator_figures.h"

#include <algorithm>

#include "assess/marks.h"
#include "assess/sentences.h"
#include "kit/number.h"
#include "parts/table.h"
#include "parts/text.h"

namespace assess {
namespace {

using indicator::Judged;
using kit::Html;
using parts::Column;

std::string exact(const kit::Decimal& number) {
  const auto text = number.text();
  const auto point = text.find('.');
  return kit::with_commas(number.number(), point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1));
}

// Cases are some of all; an average is a sum shared out.
std::string parts_of(const collect::Figure& figure, const indicator::Definition& d) {
  if (!figure.numerator || !figure.denominator) return {};
  const bool average = d.aggregation == indicator::Aggregation::weighted_mean;
  return exact(*figure.numerator) + (average ? " ÷ " : " of ") + exact(*figure.denominator);
}

std::string state_words(const collect::Figure& figure) {
  std::string words(collect::words(figure.state));
  if (!words.empty()) words[0] = static_cast<char>(words[0] - 32);
  return words;
}

std::string figure_words(const collect::Figure& figure, const indicator::Definition& definition) {
  if (figure.state != collect::State::given) return state_words(figure);
  const auto number = collect::number_of(figure, definition);
  return number ? indicator::written(*number, definition) : "No cases";
}

// A unit of several letters is said once, over its column.
bool is_said_above(const std::string& unit) { return unit.size() > 2; }

std::string without_unit(std::string written, const std::string& unit) {
  if (!is_said_above(unit) || !written.ends_with(' ' + unit)) return written;
  written.resize(written.size() - unit.size() - 1);
  return written;
}

bool is_judged_apart(const indicator::Definition& d) {
  return d.frequency != calendar::Frequency::annual && d.judged != Judged::in_period;
}

std::string upper_first(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string count_words(const IndicatorPageView& view) {
  const auto number = kit::in_words(view.figures_given);
  auto text = upper_first(number + (view.figures_given == 1 ? " figure" : " figures"));
  if (view.figures_expected == view.figures_given) return text + ", none missing.";
  return text + " of " + kit::in_words(view.figures_expected) + " that could be there.";
}

constexpr std::size_t shown_at_first = 13;

struct Symbol {
  std::string_view mark, meaning;
};
constexpr Symbol symbols[] = {{"[p]", "provisional"},
                              {"[u]", "reported unchecked"},
                              {"[r]", "revised"},
                              {"[b]", "break in the series"},
                              {"[x]", "not available yet"},
                              {"[z]", "not applicable"},
                              {"[c]", "suppressed, to protect people"}};

// The figures of the councils before this one, added up: said over the table, and beside each of them.
void explain_added_up(Html& html, const IndicatorPageView& view) {
  const auto is_added_up = [](const FigureView& row) { return row.point.figure->added_up != collect::AddedUp::no; };
  const auto count = std::ranges::count_if(view.figures, is_added_up);
  if (count == 0) return;
  parts::small(html, [&] {
    html.text(upper_first(kit::in_words(static_cast<int>(count))) +
              (count == 1 ? " figure is that" : " figures are those") + " of the councils before this one. ");
    parts::link(html, "/help/predecessors", "How their past is added up");
  });
}

std::string_view tag_of(collect::AddedUp how) {
  switch (how) {
    case collect::AddedUp::exact: return "Added up";
    case collect::AddedUp::apportioned: return "Apportioned";
    case collect::AddedUp::incomplete: return "Incomplete";
    case collect::AddedUp::not_reaggregable: return "Cannot be added up";
    default: return {};
  }
}

void explain_symbols(Html& html, const IndicatorPageView& view) {
  std::string used;
  for (const auto& row : view.figures) used += row.marks();
  std::string said = count_words(view);
  for (const auto& symbol : symbols)
    if (used.find(symbol.mark) != std::string::npos) said.append(" ").append(symbol.mark).append(" ").append(symbol.meaning).append(".");
  parts::small(html, said);
}

std::string until(const collect::Figure& older, const collect::Figure& newer, const indicator::Definition& definition) {
  auto text = figure_words(older, definition);
  if (const auto counted = parts_of(older, definition); !counted.empty()) text += " (" + counted + ")";
  text += ", from " + older.at.date().words() + " until " + newer.at.date().words();
  if (!newer.reason.empty()) text += ": " + newer.reason;
  return text;
}

void revisions(Html& html, const FigureView& row) {
  if (row.before.empty()) return;
  const auto times = row.before.size() == 1
                         ? std::string("Revised once")
                         : "Revised " + kit::in_words(static_cast<int>(row.before.size())) + " times";
  parts::details(html, times, [&] {
    parts::list(html, [&] {
      const auto* newer = row.point.figure;
      for (const auto* older : row.before) {
        parts::item(html, until(*older, *newer, *row.definition));
        newer = older;
      }
    });
  });
}

struct Shape {
  std::string unit;
  bool parts = false, deviations = false, judged = false, targets = false, ratings = false;
};

Shape shape_of(const IndicatorPageView& view) {
  Shape shape;
  shape.unit = view.definition().unit;
  for (const auto& row : view.figures) {
    shape.parts |= row.point.figure->numerator && row.point.figure->denominator;
    shape.deviations |= row.point.figure->deviation.has_value();
    shape.judged |= is_judged_apart(*row.definition);
    shape.targets |= row.point.expected.value || row.point.expected.low;
  }
  shape.ratings = shape.targets && ratings(*view.picture) == Ratings::shown;
  return shape;
}

std::vector<Column> columns(const Shape& shape, const indicator::Definition& d) {
  std::vector<Column> all = {{"Period"}};
  if (shape.parts) all.push_back({"Counted", Column::Holds::number});
  if (shape.deviations) all.push_back({"Standard deviation", Column::Holds::number});
  all.push_back({is_said_above(d.unit) ? "Figure, " + d.unit : "Figure", Column::Holds::number});
  if (shape.judged) all.push_back({d.judged == Judged::rolling_12 ? "Twelve months" : "Year to date", Column::Holds::number});
  if (shape.targets) all.push_back({"Target", Column::Holds::number});
  if (shape.ratings) all.push_back({"Status"});
  all.push_back({"Note", Column::Holds::long_words});
  return all;
}

void figure_row(Html& html, parts::Table& table, const Shape& shape, const FigureView& row) {
  const auto& d = *row.definition;
  const auto& figure = *row.point.figure;
  table.row().head(row.point.period.words());
  if (shape.parts) table.cell(parts_of(figure, d));
  if (shape.deviations) table.cell(figure.deviation ? exact(*figure.deviation) : "");
  table.cell([&] { parts::strong(html, without_unit(figure_words(figure, d), shape.unit)); });
  if (shape.judged) table.cell(row.point.value ? without_unit(indicator::written(*row.point.value, d), shape.unit) : "");
  if (shape.targets) table.cell(without_unit(target_words(row.point.expected, d), shape.unit));
  if (shape.ratings) table.cell([&] {
    const auto rated = is_rated(row.point.rating);
    parts::status(html, mark_of(row.point.rating), rated ? std::string_view() : words(row.point.rating));
  });
  table.cell([&] {
    const auto marks = row.marks();
    if (!marks.empty() || !figure.note.empty())
      parts::plain_small(html, [&] {
        if (const auto tag = tag_of(figure.added_up); !tag.empty()) parts::tag(html, tag), html.text(" ");
        if (!marks.empty()) parts::muted(html, marks + " ");
        html.text(figure.note);
      });
    revisions(html, row);
  });
}

}  // namespace

void figures_table(Html& html, const IndicatorPageView& view) {
  if (view.figures.empty()) return;
  parts::heading(html, "Figures", "figures");
  explain_symbols(html, view);
  explain_added_up(html, view);
  const auto shape = shape_of(view);
  const auto rows = [&](std::string_view caption, std::size_t from, std::size_t to) {
    parts::Table table(html, caption, columns(shape, view.definition()));
    for (; from < to; ++from) figure_row(html, table, shape, view.figures[from]);
  };
  const auto all = view.figures.size(), first = all <= shown_at_first + 3 ? all : shown_at_first;
  rows("Figures of " + view.definition().title + ", newest first", 0, first);
  if (first < all) parts::unfolding(html, std::to_string(all - first) + " earlier figures", [&] {
    rows("Earlier figures of " + view.definition().title, first, all);
  });
}

}  // namespace assess
