#include "assess/ets.h"

#include <algorithm>
#include <cmath>

#include "assess/ets_fit.h"

namespace assess {
namespace {

constexpr double hardly = 0.01;  // a weight below this changes nothing that anybody sees

using Numbers = std::span<const double>;

std::vector<Smoothing> kinds_for(Numbers figures, int season) {
  const bool positive = std::all_of(figures.begin(), figures.end(), [](double each) { return each > 0; });
  const bool seasonal = season > 1 && season <= longest_season && figures.size() > 2 * static_cast<std::size_t>(season);
  std::vector<Smoothing> all;
  for (const auto errors : {Errors::additive, Errors::multiplicative})
    for (const auto slope : {Slope::none, Slope::steady, Slope::damped})
      for (const auto seasons : {Seasons::none, Seasons::additive, Seasons::multiplicative}) {
        // Seasons that multiply an error that is added are unstable.
        if (errors == Errors::additive && seasons == Seasons::multiplicative) continue;
        if (errors == Errors::multiplicative && !positive) continue;
        if (seasons != Seasons::none && !seasonal) continue;
        Smoothing kind;
        kind.errors = errors, kind.slope = slope, kind.seasons = seasons;
        kind.season = seasons == Seasons::none ? 1 : season;
        all.push_back(kind);
      }
  return all;
}

double size_of(Numbers figures) {
  double sum = 0;
  for (const double figure : figures) sum += std::fabs(figure);
  return sum > 0 ? sum / static_cast<double>(figures.size()) : 1;
}

void rescale(Standing& standing, const Smoothing& how, double unit) {
  standing.level *= unit;
  standing.slope *= unit;
  if (how.seasons == Seasons::additive)
    for (double& season : standing.seasons) season *= unit;
}

EtsKind in_unit(Fit found, double unit, std::size_t figures) {
  auto& s = found.smoothed;
  rescale(s.start, s.how, unit);
  rescale(s.now, s.how, unit);
  if (s.how.errors == Errors::additive) s.sigma *= unit;
  return {s, found.aicc + 2 * static_cast<double>(figures) * std::log(unit), 1};
}

// A kind that is d worse in AICc is exp(-d/2) times as likely.
void weigh(std::vector<EtsKind>& kinds) {
  std::sort(kinds.begin(), kinds.end(), [](const EtsKind& a, const EtsKind& b) { return a.aicc < b.aicc; });
  for (auto& kind : kinds) kind.weight = std::exp((kinds.front().aicc - kind.aicc) / 2);
  std::erase_if(kinds, [](const EtsKind& kind) { return kind.weight < hardly; });
  double all = 0;
  for (const auto& kind : kinds) all += kind.weight;
  for (auto& kind : kinds) kind.weight /= all;
}

}  // namespace

std::string name(const Smoothing& how) {
  constexpr std::string_view slopes[] = {"N", "A", "Ad"}, seasons = "NAM";
  std::string made = how.errors == Errors::additive ? "ETS(A," : "ETS(M,";
  made += slopes[static_cast<std::size_t>(how.slope)];
  return made + ',' + seasons[static_cast<std::size_t>(how.seasons)] + ')';
}

Ets ets(Numbers figures, int season) {
  const double unit = size_of(figures);  // the search sees figures of about 1, whatever they count
  std::vector<double> scaled(figures.begin(), figures.end());
  for (double& each : scaled) each /= unit;

  Ets made;
  for (const auto& kind : kinds_for(figures, season))
    if (const auto found = fit(scaled, kind)) made.kinds.push_back(in_unit(*found, unit, figures.size()));
  if (made.kinds.empty()) made.kinds.push_back({smooth(figures, Slope::none, Lean::none)});
  weigh(made.kinds);
  return made;
}

Hindcast hindcast(const Ets& ets, Numbers figures, int steps) {
  Hindcast table(figures.size(), steps);
  for (const auto& kind : ets.kinds) table.add(hindcast(kind.smoothed, figures, steps), kind.weight);
  return table;
}

}  // namespace assess
