#include "report/open_picture.h"

#include <algorithm>
#include <set>

namespace report {
namespace {

using collect::Figure;
using collect::Figures;
using collect::Standing;
using collect::State;

bool is_computed_from(const indicator::Definition& definition, const std::set<std::string>& codes) {
  return std::ranges::any_of(codes, [&](const std::string& code) {
    return definition.computed_from.find('[' + code + ']') != std::string::npos;
  });
}

Figure without_number(const Figure& figure, State state, std::string note) {
  Figure open;
  open.indicator = figure.indicator;
  open.period = figure.period;
  open.state = state;
  open.note = std::move(note);
  open.at = figure.at;
  return open;
}

// The editions of one period.
void take(const Figures& figures, std::size_t first, std::size_t end, Figures& kept) {
  const auto& newest = figures[end - 1];
  if (newest.state == State::suppressed)
    return kept.push_back(
        without_number(newest, State::suppressed, "Suppressed, since so small a number could point to someone."));
  if (newest.standing == Standing::unchecked)
    return kept.push_back(without_number(newest, State::delayed, "The figure has come and waits for its check."));
  for (auto each = first; each < end; ++each) {
    if (figures[each].standing == Standing::unchecked || figures[each].state == State::suppressed) continue;
    kept.push_back(figures[each]);
    kept.back().entered_by.clear();
  }
}

// In place of every edition of a period that may not be told stands one that says so.
void open(Figures& figures) {
  Figures kept;
  kept.reserve(figures.size());
  for (std::size_t first = 0; first < figures.size();) {
    auto end = first + 1;
    while (end < figures.size() && figures[end].period == figures[first].period) ++end;
    take(figures, first, end, kept);
    first = end;
  }
  figures = std::move(kept);
}

void take_people_out(assess::Picture& picture) {
  picture.council.people.clear();
  for (auto& kept : picture.indicators) {
    for (auto& definition : kept.definitions) definition.owner.clear(), definition.checker.clear(), definition.deputy.clear();
    for (auto& rebase : kept.rebases) rebase.by.clear();
  }
}

// An indicator goes when its newest definition has no licence; what is computed from it would tell it, and goes too.
void take_unlicensed_out(assess::Picture& picture) {
  std::set<std::string> gone;
  std::set<indicator::IndicatorId> ids;
  for (auto before = gone.size() + 1; before != gone.size();) {
    before = gone.size();
    for (const auto& kept : picture.indicators)
      if (!kept.now().published || is_computed_from(kept.now(), gone)) gone.insert(kept.now().code), ids.insert(kept.id);
  }
  std::erase_if(picture.indicators, [&](const assess::Kept& kept) { return ids.contains(kept.id); });
  std::erase_if(picture.plan.lines, [&](const plan::Line& line) { return ids.contains(line.indicator); });
  for (auto& kept : picture.indicators)
    std::erase_if(kept.lineage, [&](const indicator::Lineage& line) { return ids.contains(line.from); });
}

}  // namespace

std::shared_ptr<const assess::Picture> open_picture(const assess::Picture& whole) {
  auto picture = std::make_shared<assess::Picture>(whole);
  take_unlicensed_out(*picture);
  take_people_out(*picture);
  for (auto& kept : picture->indicators) open(kept.figures);
  assess::index(*picture);
  return picture;
}

}  // namespace report
