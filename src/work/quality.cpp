#include "work/quality.h"

#include <algorithm>

#include "work/quality_words.h"

namespace work {
namespace {

struct ConcernWords {
  std::string_view code, words;
  Dimension dimension;
};
constexpr std::array<ConcernWords, 8> concern_words = {{{"late", "Late or not there", Dimension::timeliness},
                                                        {"gap", "No figure", Dimension::completeness},
                                                        {"changed", "Changed after the report", Dimension::accuracy},
                                                        {"returned", "Returned by the checker", Dimension::accuracy},
                                                        {"control", "Audit asks for more", Dimension::accuracy},
                                                        {"alike", "Like another indicator", Dimension::uniqueness},
                                                        {"broken", "Definition changed", Dimension::consistency},
                                                        {"bounds", "Bounds", Dimension::validity}}};
struct DimensionWords {
  std::string_view code, words;
};
constexpr std::array<DimensionWords, 6> dimension_words = {{{"accuracy", "Accuracy"},
                                                            {"completeness", "Completeness"},
                                                            {"uniqueness", "Uniqueness"},
                                                            {"consistency", "Consistency"},
                                                            {"timeliness", "Timeliness"},
                                                            {"validity", "Validity"}}};

void count(Quality& quality, const PeriodFacts& period, kit::Date today, std::vector<int>& late) {
  if (!period.is_due()) return;
  ++quality.periods;
  quality.there += period.has_figure();
  quality.returned += period.returned;
  quality.changed += !period.replaced.empty();
  quality.changed_status += static_cast<int>(std::ranges::count_if(period.replaced, &Replaced::changed_status));
  const auto days = period.days_late(today);
  if (!days) ++quality.from_file;
  else if (*days == 0) ++quality.on_time;
  else ++quality.late, late.push_back(*days);
}

std::optional<double> median(std::vector<int> all) {
  if (all.empty()) return std::nullopt;
  std::ranges::sort(all);
  const auto middle = all.size() / 2;
  return all.size() % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2.0;
}

bool holds(Concern concern, const Quality& quality, const QualityFacts& facts) {
  const auto& d = *facts.definition;
  switch (concern) {
    case Concern::late: return quality.late > 0;
    case Concern::gap: return quality.there < quality.periods || std::ranges::any_of(facts.periods, &PeriodFacts::lacks_parts);
    case Concern::changed: return quality.changed > 0;
    case Concern::returned: return quality.returned > 0;
    case Concern::control: return facts.control && facts.control->result != collect::ControlCheck::Result::sound;
    case Concern::alike: return !facts.same_title.empty() || !facts.same_figures.empty();
    case Concern::broken: return !facts.breaks.empty();
    case Concern::bounds: return (!d.least && !d.most) || std::ranges::any_of(facts.periods, &PeriodFacts::is_outside);
  }
  return false;
}

std::string sentence(Dimension dimension, const Quality& quality, const QualityFacts& facts) {
  switch (dimension) {
    case Dimension::accuracy: return accuracy(quality, facts);
    case Dimension::completeness: return completeness(quality, facts);
    case Dimension::uniqueness: return uniqueness(facts);
    case Dimension::consistency: return consistency(facts);
    case Dimension::timeliness: return timeliness(quality, facts);
    case Dimension::validity: return validity(facts);
  }
  return {};
}

int figures_concerned(const Quality& quality) {
  return quality.late + (quality.periods - quality.there) + quality.changed + quality.returned;
}

}  // namespace

std::string_view code(Dimension dimension) { return dimension_words[static_cast<std::size_t>(dimension)].code; }
std::string_view words(Dimension dimension) { return dimension_words[static_cast<std::size_t>(dimension)].words; }
std::string_view code(Concern concern) { return concern_words[static_cast<std::size_t>(concern)].code; }
std::string_view words(Concern concern) { return concern_words[static_cast<std::size_t>(concern)].words; }
Dimension dimension_of(Concern concern) { return concern_words[static_cast<std::size_t>(concern)].dimension; }
std::optional<Concern> read_concern(std::string_view text) {
  const auto found = std::ranges::find_if(concerns, [&](Concern concern) { return code(concern) == text; });
  return found == concerns.end() ? std::nullopt : std::optional(*found);
}

std::optional<int> PeriodFacts::days_late(kit::Date today) const {
  if (came) return std::max(0, static_cast<int>((came->day - due.day).count()));
  if (from_file || !is_due()) return std::nullopt;
  return std::max(0, static_cast<int>((today.day - due.day).count()));
}

bool Quality::has(Concern concern) const { return std::ranges::find(concerns, concern) != concerns.end(); }

int Quality::headings() const {
  return static_cast<int>(std::ranges::count_if(statements, &Statement::to_look_at));
}

Quality quality(const QualityFacts& facts, kit::Date today) {
  Quality made;
  std::vector<int> late;
  for (const auto& period : facts.periods) count(made, period, today, late);
  made.days_late = median(std::move(late));
  for (const auto concern : concerns)
    if (holds(concern, made, facts)) made.concerns.push_back(concern);
  for (const auto dimension : dimensions) {
    const bool to_look_at = std::ranges::any_of(made.concerns, [&](Concern concern) { return dimension_of(concern) == dimension; });
    made.statements.push_back({dimension, sentence(dimension, made, facts), to_look_at});
  }
  return made;
}

bool is_worse(const Quality& a, const Quality& b) {
  if (a.headings() != b.headings()) return a.headings() > b.headings();
  return figures_concerned(a) > figures_concerned(b);
}

}  // namespace work
