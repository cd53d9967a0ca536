#include "compare/mapped.h"

#include <algorithm>
#include <map>
#include <set>

#include "assess/aggregate.h"
#include "assess/benchmark.h"
#include "assess/judgement.h"
#include "assess/picture.h"

namespace compare {
namespace {

using calendar::Period;
using indicator::Polarity;

constexpr int enough_to_rank = 5;
constexpr std::size_t enough_to_show = 4;

void add_years(std::vector<AreaFigure>& all, const assess::Kept& kept, const std::string& area) {
  const auto& d = kept.now();
  if (d.frequency == calendar::Frequency::annual || kept.figures.empty()) return;
  const auto series = assess::series_of(kept);
  const int last = calendar::months_in(d.frequency);
  for (auto year = kept.figures.front().period.financial_year(); year <= kept.figures.back().period.financial_year(); ++year.begins) {
    const auto whole = Period::year(year);
    const auto found = assess::rolling_12(series, assess::method(d), {whole.end() - last, last});
    if (found.complete() && found.value) all.push_back({area, whole, found.value, {}, {}, std::string(own_mark)});
  }
}

}  // namespace

std::vector<AreaFigure> own_figures(const assess::Kept& kept, const std::string& area) {
  std::vector<AreaFigure> all;
  for (std::size_t i = 0; i < kept.figures.size(); ++i) {
    const auto& figure = kept.figures[i];
    const bool is_newest = i + 1 == kept.figures.size() || !(kept.figures[i + 1].period == figure.period);
    const auto value = is_newest ? collect::number_of(figure, kept.in(figure.period)) : std::nullopt;
    if (value) all.push_back({area, figure.period, value, {}, {}, std::string(own_mark)});
  }
  add_years(all, kept, area);
  return all;
}

void complete(std::vector<AreaFigure>& figures, const std::vector<AreaFigure>& own) {
  std::set<Period> there, ours;
  for (const auto& each : figures) {
    there.insert(each.period);
    if (!own.empty() && each.area == own.front().area && each.value) ours.insert(each.period);
  }
  for (const auto& each : own)
    if (there.contains(each.period) && ours.insert(each.period).second) figures.push_back(each);
}

std::vector<std::string> doubts(const Mapped& mapped, const Comparison& found, const std::vector<AreaFigure>& own, const Writing& writing) {
  auto all = found.context_only;
  if (!mapped.mapping.is_like_with_like())
    all.insert(all.begin(),
               std::string(mapped.mapping.definition == Alike::differs ? "The two do not count quite the same"
                                                                       : "The two are of different years") +
                   ", so this is context and no comparison: " + mapped.mapping.differs);
  const auto& figure = *found.own.figure;
  if (figure.mark == own_mark) all.emplace_back("The council’s own figure is from its own records: the published file has none of it yet.");
  const auto ours = std::ranges::find(own, found.period, &AreaFigure::period);
  if (figure.mark != own_mark && ours != own.end() && writing.number(*ours->value) != writing.number(*figure.value))
    all.push_back("The council’s own records say " + writing.number(*ours->value) + " for " + found.period.words() +
                  "; the published file says " + writing.number(*figure.value) + ".");
  return all;
}

std::optional<assess::AmongOthers> standing(const Mapped& mapped, const Authorities& authorities, const Authority& own,
                                            Polarity polarity, const Period& until) {
  if (!mapped.mapping.is_like_with_like() || (polarity != Polarity::high_good && polarity != Polarity::low_good)) return std::nullopt;
  const auto newest = newest_of(mapped.figures, own, until);
  if (!newest) return std::nullopt;
  const auto found = comparison(mapped.figures, authorities, own, mapped.group, polarity, newest);
  if (!found || found->councils() < enough_to_rank || !found->stands.quartile) return std::nullopt;
  const auto before = std::ranges::find(found->past, newest->year_before(), &Then::period);
  const double upwards = assess::spreads_of(found->stands.mads.value_or(0));
  return assess::AmongOthers{*newest, found->councils(), *found->stands.quartile,
                             before == found->past.end() ? std::nullopt : before->quartile,
                             polarity == Polarity::high_good ? -upwards : upwards};
}

OtherAreas other_areas(const Mapped& mapped, const Authorities& authorities, const Authority& own) {
  std::map<Period, std::vector<double>> periods;
  if (!mapped.mapping.is_like_with_like()) return {};
  for (const auto& each : mapped.figures) {
    const auto* authority = authorities.find(each.area);
    if (authority && authority != &own && each.value && mapped.group.holds(own, *authority)) periods[each.period].push_back(*each.value);
  }
  const auto newest = std::find_if(periods.rbegin(), periods.rend(), [](const auto& one) { return one.second.size() >= enough_to_show; });
  if (newest == periods.rend()) return {};
  return {newest->second, newest->first};
}

}  // namespace compare
