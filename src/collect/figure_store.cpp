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
    f.deviation = next.maybe_decimal();
    f.added_up = added_up_(next.text(), read_added_up);
    return f;
  }

 private:
  Word<calendar::Period> period_;
  Word<State> state_;
  Word<Standing> standing_;
  Word<AddedUp> added_up_;
};

// The database orders by the period's text, which is its start; we order by its end.
void put_in_order(Figures& figures) {
  const auto before = [](const Figure& a, const Figure& b) {
    return a.period != b.period ? a.period < b.period : a.edition < b.edition;
  };
  if (!std::ranges::is_sorted(figures, before)) std::ranges::sort(figures, before);
}

// A million rows go through here: places that hold what they held are left as they are.
class Filling {
 public:
  explicit Filling(council::RecordId record) : record_(record) {}

  void fill(std::vector<kit::Bound>& row, const Figure& f) {
    using indicator::bound;
    if (f.period != period_ || text_.empty()) {
      period_ = f.period;
      text_ = f.period.iso();
    }
    row.resize(16);
    row[0] = f.indicator;
    say(row[1], text_);
    row[2] = std::int64_t(f.edition);
    say(row[3], code(f.state));
    say(row[4], code(f.standing));
    row[5] = bound(f.value);
    row[6] = bound(f.numerator);
    row[7] = bound(f.denominator);
    say(row[8], f.note);
    say(row[9], f.reason);
    say(row[10], f.entered_by);
    row[11] = bound(f.expected_on);
    row[12] = f.at.seconds;
    row[13] = record_;
    row[14] = bound(f.deviation);
    say(row[15], code(f.added_up));
  }

 private:
  static void say(kit::Bound& place, std::string_view text) {
    if (auto* held = std::get_if<std::string>(&place)) held->assign(text);
    else place = std::string(text);
  }

  council::RecordId record_;
  calendar::Period period_;
  std::string text_;
};

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
  tx.each(figure_sql::figures, {{"as_at", as_at.seconds}, {"upto", upto}}, "itittiiittttiit", [&](const kit::Row& row) {
    if (!figures.empty() && figures.front().indicator != row.integer(0)) hand_over();
    figures.push_back(reading.figure(row));
  });
  hand_over();
}

std::int32_t newest_edition(kit::Transaction& tx, indicator::IndicatorId indicator, const calendar::Period& period) {
  return static_cast<std::int32_t>(tx.number(figure_sql::newest_edition, {{"indicator", indicator}, {"period", period.iso()}}).value_or(0));
}

void add_figures(kit::Transaction& tx, const std::function<const Figure*()>& next, council::RecordId record) {
  Filling filling(record);
  tx.run_many(figure_sql::add_figure, [&](std::vector<kit::Bound>& row) {
    const auto* figure = next();
    if (figure) filling.fill(row, *figure);
    return figure != nullptr;
  });
}

void add_figures(kit::Transaction& tx, std::span<const Figure> figures, council::RecordId record) {
  auto next = figures.begin();
  add_figures(tx, [&] { return next == figures.end() ? nullptr : &*next++; }, record);
}

}  // namespace collect
