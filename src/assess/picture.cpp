#include "assess/picture.h"

#include <algorithm>

namespace assess {
namespace {

std::string upper(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return made;
}

std::size_t bytes_of(const indicator::Definition& d) {
  std::size_t sum = sizeof d;
  for (const auto* text : {&d.reason,
                           &d.code,
                           &d.title,
                           &d.meaning,
                           &d.why_it_matters,
                           &d.formula,
                           &d.computed_from,
                           &d.numerator_label,
                           &d.denominator_label,
                           &d.unit,
                           &d.health_theme,
                           &d.baseline_note,
                           &d.source,
                           &d.caveats,
                           &d.statutory_return,
                           &d.tags,
                           &d.perspective,
                           &d.portfolio,
                           &d.service,
                           &d.owner,
                           &d.checker,
                           &d.deputy})
    if (text->capacity() > 15) sum += text->capacity() + 1;
  return sum;
}

std::size_t bytes_of(const indicator::Target& t) {
  return sizeof t + t.periods.capacity() * sizeof(kit::Decimal) + t.rationale.capacity() + t.reason.capacity();
}

std::size_t bytes_of(const collect::Figures& figures) {
  std::size_t sum = figures.capacity() * sizeof(collect::Figure);
  for (const auto& figure : figures)
    for (const auto* text : {&figure.note, &figure.reason, &figure.entered_by})
      if (text->capacity() > 15) sum += text->capacity() + 1;
  return sum;
}

std::size_t bytes_of(const Kept& kept) {
  std::size_t sum = sizeof kept + bytes_of(kept.figures) + kept.lineage.capacity() * sizeof(indicator::Lineage);
  for (const auto& definition : kept.definitions) sum += bytes_of(definition);
  for (const auto& target : kept.targets) sum += bytes_of(target);
  for (const auto& target : kept.target_history) sum += bytes_of(target);
  for (const auto& rebase : kept.rebases) sum += sizeof rebase + rebase.reason.capacity();
  return sum;
}

}  // namespace

// The newest edition that applies by the period's last day; before the first, the first.
const indicator::Definition& Kept::in(const calendar::Period& period) const {
  if (definitions.size() == 1) return definitions.front();
  const kit::Date last = period.last();
  for (auto each = definitions.rbegin(); each != definitions.rend(); ++each)
    if (each->applies_from <= last) return *each;
  return definitions.front();
}

const indicator::Target* Kept::target(calendar::FinancialYear year) const {
  for (auto each = targets.rbegin(); each != targets.rend(); ++each)
    if (each->year == year) return &*each;
  return nullptr;
}

const Kept* Picture::find(std::string_view code) const {
  const auto found = codes.find(upper(code));
  return found == codes.end() ? nullptr : &indicators[found->second];
}

const Kept* Picture::find(indicator::IndicatorId id) const {
  const auto found = places.find(id);
  return found == places.end() ? nullptr : &indicators[found->second];
}

// A code in use today wins over one that another indicator had in an earlier edition.
void index(Picture& picture) {
  auto& all = picture.indicators;
  std::sort(all.begin(), all.end(), [](const Kept& a, const Kept& b) { return a.now().code < b.now().code; });
  picture.places.clear();
  picture.codes.clear();
  picture.places.reserve(all.size());
  picture.codes.reserve(all.size());
  for (std::size_t place = 0; place < all.size(); ++place) {
    picture.places.emplace(all[place].id, place);
    picture.codes.emplace(upper(all[place].now().code), place);
  }
  for (std::size_t place = 0; place < all.size(); ++place)
    for (auto each = all[place].definitions.rbegin(); each != all[place].definitions.rend(); ++each)
      picture.codes.emplace(upper(each->code), place);
}

std::size_t bytes(const Picture& picture) {
  std::size_t sum = sizeof picture + picture.places.size() * 48 + picture.codes.size() * 96;
  for (const auto& kept : picture.indicators) sum += bytes_of(kept);
  sum += picture.plan.priorities.size() * (sizeof(plan::Priority) + 200) +
         picture.plan.lines.size() * (sizeof(plan::Line) + 16);
  sum += picture.money.size() * (sizeof(money::Month) + 16);
  sum += picture.rules.size() * (sizeof(RuleEdition) + 400);
  sum += picture.council.people.size() * (sizeof(council::Person) + 100) +
         picture.council.units.size() * (sizeof(council::Unit) + 60);
  return sum;
}

}  // namespace assess
