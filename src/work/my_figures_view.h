// "My figures": what is due from someone, what came back, what is late, and what waits for this person's check.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "collect/entry.h"

namespace work {

struct MyFigure {
  collect::Due due;
  collect::Waits waits = collect::Waits::for_nothing;
  bool is_mine_to_enter = false, is_mine_to_check = false;
  std::string last;       // "61.2% in September 2025"
  std::string enter_by;   // ISO day
};

struct MyFigures {
  std::string lede;  // "Four figures are due by Monday 21 July. One came back."
  std::vector<MyFigure> figures;  // came back, late, to enter, to check, then the rest
};
MyFigures my_figures(const std::vector<collect::Due>& dues, const council::Asker& asker, const calendar::Cycles& cycles, kit::Moment now);

// In which list it stands; nothing for what is not this person's.
enum class Pile : std::uint8_t { came_back, late, to_enter, to_check, with_the_checker, done, other };
Pile pile(const MyFigure& figure, const council::Asker& asker);

std::string day_words(kit::Date day);  // "Monday 21 July"

template <class Teller>
void describe(Teller& t, const MyFigure& figure) {
  static const indicator::Definition none;
  const auto& d = figure.due.definition ? *figure.due.definition : none;
  t.field("indicator", d.code);
  t.field("title", d.title);
  t.field("period", figure.due.definition ? figure.due.period.iso() : std::string());
  t.field("waits", std::string(collect::words(figure.waits)));
  t.field("enter_by", figure.enter_by);
  t.field("edition", figure.due.entry.edition);
  t.field("mine_to_enter", figure.is_mine_to_enter);
  t.field("mine_to_check", figure.is_mine_to_check);
  t.field("last", figure.last);
}

template <class Teller>
void describe(Teller& t, const MyFigures& view) {
  t.field("in_short", view.lede);
  t.rows("figures", view.figures);
}

}  // namespace work
