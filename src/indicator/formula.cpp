#include "indicator/formula.h"

#include <algorithm>

namespace indicator {

std::vector<std::string> Formula::codes() const {
  std::vector<std::string> all;
  for (const auto& reference : references_)
    if (std::ranges::find(all, reference.code) == all.end()) all.push_back(reference.code);
  return all;
}

Formula::Worked Formula::worked(const Numbers& numbers) const { return work(0, steps_.size(), numbers); }
Formula::Worked Formula::top(const Numbers& numbers) const { return work(0, bottom_, numbers); }
Formula::Worked Formula::bottom(const Numbers& numbers) const { return work(bottom_, steps_.size() - 1, numbers); }

namespace {

using Made = std::optional<kit::Fraction>;

// Over all that stand at the end of the pile, which then holds one in their place.
template <class Fold>
Made fold(std::vector<kit::Fraction>& pile, std::size_t count, const Fold& with) {
  Made all = pile[pile.size() - count];
  for (auto i = pile.size() - count + 1; i < pile.size() && all; ++i) all = with(*all, pile[i]);
  pile.resize(pile.size() - count);
  return all;
}

Made least(kit::Fraction a, kit::Fraction b) { return b < a ? b : a; }
Made most(kit::Fraction a, kit::Fraction b) { return a < b ? b : a; }
Made together(kit::Fraction a, kit::Fraction b) { return kit::add(a, b); }

}  // namespace

Formula::Worked Formula::work(std::size_t from, std::size_t to, const Numbers& numbers) const {
  std::vector<kit::Fraction> pile;
  for (auto i = from; i < to; ++i) {
    const auto& [what, count, number] = steps_[i];
    if (what == Do::divide && pile.back().is_zero()) return Failed::over_zero;
    Made made;
    switch (what) {
      case Do::number: made = number; break;
      case Do::reference: made = numbers[count]; break;
      case Do::negate: made = fold(pile, 1, together), made = kit::subtract({}, *made); break;
      case Do::sum: made = fold(pile, count, together); break;
      case Do::min: made = fold(pile, count, least); break;
      case Do::max: made = fold(pile, count, most); break;
      case Do::add: made = fold(pile, 2, together); break;
      case Do::subtract: made = fold(pile, 2, [](auto a, auto b) { return kit::subtract(a, b); }); break;
      case Do::multiply: made = fold(pile, 2, [](auto a, auto b) { return kit::multiply(a, b); }); break;
      case Do::divide: made = fold(pile, 2, [](auto a, auto b) { return kit::divide(a, b); }); break;
    }
    if (!made) return Failed::too_large;
    pile.push_back(*made);
  }
  return pile.back();
}

std::string Formula::with(const std::vector<std::string>& words) const {
  std::string made;
  std::size_t at = 0;
  for (std::size_t i = 0; i < references_.size(); ++i) {
    made += text_.substr(at, references_[i].from - at) + words[i];
    at = references_[i].to;
  }
  return made + text_.substr(at);
}

}  // namespace indicator
