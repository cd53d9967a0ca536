#include "work/my_figures_view.h"

#include <algorithm>
#include <array>

#include "kit/number.h"

namespace work {
namespace {

using collect::Waits;

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

std::string counted(std::size_t count, const char* one, const char* many) {
  return kit::in_words(static_cast<int>(count)) + " " + (count == 1 ? one : many);
}

std::string last_words(const collect::Due& due) {
  const auto* before = due.before();
  const auto number = before ? collect::number_of(*before, *due.definition) : std::nullopt;
  return number ? indicator::written(*number, *due.definition) + " in " + before->period.words() : std::string();
}

// When nothing waits: when something will.
std::string next_opening(const calendar::Cycles& cycles, kit::Moment now) {
  std::optional<calendar::Window> first;
  for (const auto& cycle : cycles) {
    const auto window = calendar::window(cycle, calendar::ended_period(cycle.frequency, now).next());
    if (!first || window.opens < first->opens) first = window;
  }
  return first ? "The next window opens on " + day_words(first->opens.date()) + ", for " + first->period.words() + "." : std::string();
}

std::string in_short(const std::vector<MyFigure>& figures, const council::Asker& asker, const calendar::Cycles& cycles, kit::Moment now) {
  std::array<std::size_t, 7> count{};
  std::optional<kit::Date> by;
  for (const auto& figure : figures) {
    const auto where = pile(figure, asker);
    ++count[static_cast<std::size_t>(where)];
    if (where == Pile::to_enter && (!by || figure.due.window.enter_by < *by)) by = figure.due.window.enter_by;
  }
  const auto of = [&](Pile one) { return count[static_cast<std::size_t>(one)]; };
  std::string said;
  const auto say = [&](const std::string& sentence) { said += (said.empty() ? "" : " ") + sentence; };
  if (of(Pile::to_enter)) say(capital(counted(of(Pile::to_enter), "figure is", "figures are")) + " due by " + day_words(*by) + ".");
  if (of(Pile::late)) say(capital(counted(of(Pile::late), "figure is", "figures are")) + " late.");
  if (of(Pile::came_back)) say(capital(counted(of(Pile::came_back), "figure came", "figures came")) + " back.");
  if (of(Pile::to_check)) say(capital(counted(of(Pile::to_check), "figure waits", "figures wait")) + " for your check.");
  return said.empty() ? "Nothing waits for you. " + next_opening(cycles, now) : said;
}

}  // namespace

std::string day_words(kit::Date day) {
  static constexpr std::string_view names[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  const auto weekday = std::chrono::weekday(day.day).c_encoding();
  return std::string(names[weekday]) + " " + day.words();
}

Pile pile(const MyFigure& figure, const council::Asker& asker) {
  if (figure.due.definition && figure.due.is_computed()) return Pile::other;  // nobody enters or checks it
  const bool to_check = figure.is_mine_to_check && figure.waits == Waits::for_check && figure.due.entry.entered_by != asker.person;
  if (to_check) return Pile::to_check;
  if (!figure.is_mine_to_enter) return Pile::other;
  switch (figure.waits) {
    case Waits::for_rework: return Pile::came_back;
    case Waits::for_late_entry: return Pile::late;
    case Waits::for_entry: return Pile::to_enter;
    case Waits::for_check:
    case Waits::for_run: return Pile::with_the_checker;
    case Waits::for_nothing: return Pile::done;
    case Waits::for_inputs:
    case Waits::not_open_yet: return Pile::other;
  }
  return Pile::other;
}

MyFigures my_figures(const std::vector<collect::Due>& dues, const council::Asker& asker, const calendar::Cycles& cycles, kit::Moment now) {
  MyFigures view;
  for (const auto& due : dues) {
    const auto& d = *due.definition;
    MyFigure figure{due,
                    collect::waits(due, now),
                    asker.is_or_covers(d.owner) || asker.is_or_covers(d.deputy),
                    asker.is_or_covers(d.checker),
                    last_words(due),
                    due.window.enter_by.iso()};
    if (pile(figure, asker) != Pile::other) view.figures.push_back(std::move(figure));
  }
  std::ranges::stable_sort(view.figures, {}, [&](const auto& figure) { return pile(figure, asker); });
  view.lede = in_short(view.figures, asker, cycles, now);
  return view;
}

}  // namespace work
