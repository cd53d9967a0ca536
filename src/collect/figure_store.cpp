#include "collect/figure_store.h"

#include <algorithm>

#include "collect/figure.sql.h"
#include "indicator/columns.h"

namespace collect {
namespace {

// Hundreds of thousands of figures share a few words and periods: each is read once, while it does not change.
template <class T>
class Word {
 public:
  template <class Read>
  const T& operator()(const std::string& text, const Read& read) {
    if (!meaning_ || text != text_) {
      meaning_ = indicator::known(read(text), text);
      text_ = text;
    }
    return *meaning_;
  }

 private:
  std::string text_;
  std::optional<T> meaning_;
};

class Reading {
 public:
  Figure figure(const kit::Row& row) {
    indicator::NextColumn next(row);
    Figure f;
    f.indicator = next.integer();
    f.period = period_(next.text(), calendar::Period::parse);
    f.edition = static_cast<std::int32_t>(next.integer());
    f.state = state_(next.text(), read_state);
    f.standing = standing_(next.text(), read_standing);
    f.value = next.maybe_decimal();
    f.numerator = next.maybe_decimal();
    f.denominator = next.maybe_decimal();
    f.note = next.text();
    f.reason = next.text();
    f.entered_by = next.text();
    f.expected_on = next.maybe_date();
    f.at = next.moment();
    return f;
  }

 private:
  Word<calendar::Period> period_;
  Word<State> state_;
  Word<Standing> standing_;
};

// The database orders by the period's text, which is its start; we order by its end.
void put_in_order(Figures& figures) {
  const auto before = [](const Figure& a, const Figure& b) { return a.period != b.period ? a.period < b.period : a.edition < b.edition; };
  if (!std::ranges::is_sorted(figures, before)) std::ranges::sort(figures, before);
}

void fill(std::vector<kit::Bound>& row, const Figure& f, council::RecordId record) {
  using indicator::bound;
  row = {f.indicator, f.period.iso(), std::int64_t(f.edition), bound(code(f.state)), bound(code(f.standing)), bound(f.value),
         bound(f.numerator), bound(f.denominator), f.note, f.reason, f.entered_by, bound(f.expected_on), f.at.seconds, record};
}

}  // namespace

void load_figures(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto,
                  const std::function<void(indicator::IndicatorId, Figures)>& take) {
  Reading reading;
  Figures figures;
  const auto hand_over = [&] {
    if (figures.empty()) return;
    put_in_order(figures);
    const auto id = figures.front().indicator;
    take(id, Figures(std::make_move_iterator(figures.begin()), std::make_move_iterator(figures.end())));
    figures.clear();
  };
  tx.each(figure_sql::figures, {{"as_at", as_at.seconds}, {"upto", upto}}, "itittiiitttti", [&](const kit::Row& row) {
    if (!figures.empty() && figures.front().indicator != row.integer(0)) hand_over();
    figures.push_back(reading.figure(row));
  });
  hand_over();
}

void add_figures(kit::Transaction& tx, std::span<const Figure> figures, council::RecordId record) {
  auto next = figures.begin();
  tx.run_many(figure_sql::add_figure, [&](std::vector<kit::Bound>& row) {
    if (next == figures.end()) return false;
    fill(row, *next++, record);
    return true;
  });
}

}  // namespace collect
