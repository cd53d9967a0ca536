// A mapping: one of the council's own indicators and the published one that stands beside it. Somebody says once
// whether the two are like with like, and it is remembered: a later file of the same data set is used by itself. What
// is written to another scale, in another unit or with the other direction good is refused: such figures must never
// stand side by side.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/published.h"
#include "compare/series.h"
#include "indicator/indicator.h"

namespace compare {

enum class Alike : std::uint8_t { differs, same };

struct Mapping {
  indicator::IndicatorId indicator = 0;
  std::int64_t edition = 1;
  bool gone = false;  // taken back
  Series series;
  Alike definition = Alike::same, years = Alike::same;
  std::string differs;               // how, in words; not empty where one of them differs
  std::string compare_with = "tier";  // a group, as in an address
  std::string by;
  kit::Moment at;

  bool is_like_with_like() const { return definition == Alike::same && years == Alike::same; }
};

struct TypedMapping {
  std::string definition, years, unit;  // "same", "differs"; empty: not answered
  std::string differs, compare_with;
};

// The two sides, and how many times the published figures of the council its own ones are, where both have some in one period.
struct Sides {
  const indicator::Definition& own;
  const PublishedIndicator& published;
  std::optional<double> times;
};
std::vector<std::string> why_never(const Sides& sides);  // sentences; empty: nothing forbids it
kit::Verdict<Mapping> map(const Sides& sides, Mapping next, const TypedMapping& typed);

// The middle of own / published over the periods that both have; none where there is none.
std::optional<double> times_of(std::span<const AreaFigure> own, std::span<const AreaFigure> published, const std::string& area);

// How alike two titles are: 1 with the same words, 0 with none in common.
class TitleWords {
 public:
  explicit TitleWords(std::string_view title);
  double likeness(const TitleWords& other) const;

 private:
  std::vector<std::string> words_;  // in order, each once
};
inline constexpr double likely = 0.6;

}  // namespace compare
