#include "compare/comparison.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "kit/number.h"

namespace compare {
namespace {

using calendar::Period;
using indicator::Polarity;

constexpr int enough_for_quarters = 5;

struct AmongRow {
  Among among;
  std::string_view code, words;
};
constexpr AmongRow amongs[] = {
    {Among::same_tier, "tier", "Councils of the same tier"},
    {Among::same_region, "region", "Of the same tier, in the same region"},
    {Among::single_tier, "single-tier", "All that do the work of county and district"},
    {Among::everybody, "all", "Every council"},
    {Among::listed, "list", "A list of neighbours"},
    {Among::within, "within", "Wards and other small areas of ours"},
};
const AmongRow& row(Among among) { return *std::ranges::find(amongs, among, &AmongRow::among); }

bool is_single_tier(Tier tier) { return tier == Tier::unitary || tier == Tier::metropolitan || tier == Tier::london; }

std::string_view plural(Tier tier) {
  switch (tier) {
    case Tier::district: return "shire districts";
    case Tier::unitary: return "unitary councils";
    case Tier::metropolitan: return "metropolitan boroughs";
    case Tier::london: return "London boroughs";
    case Tier::county: return "county councils";
    case Tier::combined: return "combined authorities";
    case Tier::small: return "small areas";
    case Tier::elsewhere: break;
  }
  return "councils elsewhere in the UK";
}

bool is_other_work(Tier one, Tier other) { return one != other && !(is_single_tier(one) && is_single_tier(other)); }

bool is_better_or_worse(Polarity polarity) { return polarity == Polarity::high_good || polarity == Polarity::low_good; }

class Comparer {
 public:
  Comparer(const Authorities& authorities, const Authority& own, const Group& group, Polarity polarity)
      : authorities_(authorities), own_(own), group_(group), polarity_(polarity) {}

  Comparison of(std::span<const AreaFigure* const> figures) const {
    Comparison found;
    found.period = figures.front()->period;
    for (const auto* each : figures) sort_in(found, *each);
    const auto by_name = [](const Compared& a, const Compared& b) { return a.authority->name < b.authority->name; };
    for (auto* list : {&found.others, &found.without, &found.outside}) std::ranges::sort(*list, by_name);
    if (!found.own.figure) return found;
    std::vector<double> all = {*found.own.figure->value};
    for (const auto& each : found.others) all.push_back(*each.figure->value);
    const assess::Group group(std::move(all), polarity_);
    found.spread = *group.spread();
    found.stands = group.of(*found.own.figure->value);
    return found;
  }

 private:
  void sort_in(Comparison& found, const AreaFigure& figure) const {
    const auto* authority = authorities_.find(figure.area);
    if (!authority) return;
    if (authority == &own_) {
      if (figure.value) found.own = {authority, &figure};
    } else if (!group_.holds(own_, *authority)) {
      if (figure.value) found.outside.push_back({authority, &figure});
    } else {
      (figure.value ? found.others : found.without).push_back({authority, &figure});
    }
  }

  const Authorities& authorities_;
  const Authority& own_;
  const Group& group_;
  Polarity polarity_;
};

bool does_not_hold(const Group& group, const Period& period) {
  return (group.starts && period.last() < *group.starts) || (group.ends && period.first() >= *group.ends);
}
bool do_other_work(const Comparison& found, const Authority& own) {
  return std::ranges::any_of(found.others, [&](const auto& each) { return is_other_work(each.authority->tier, own.tier); });
}

std::vector<std::string> doubts(const Comparison& found, const Authority& own, const Group& group) {
  std::vector<std::string> all;
  if (do_other_work(found, own))
    all.emplace_back("Councils of different tiers do different work, so this is context and no comparison.");
  if (found.councils() < enough_for_quarters)
    all.emplace_back("Fewer than five councils have a figure: the figures are shown, and no quarter is named.");
  if (does_not_hold(group, found.period))
    all.push_back("The list “" + group.list + "” does not hold for " + found.period.words() +
                  (group.starts && found.period.last() < *group.starts
                       ? ": it holds from " + group.starts->words()
                       : ": it held until " + group.ends->plus(-1).words()) +
                  ".");
  if (found.own.figure->mark.find('p') != std::string::npos) all.emplace_back("The council’s own figure is provisional.");
  if (own.starts && found.period.first() < *own.starts)
    all.emplace_back(own.name + " began on " + own.starts->words() +
                     ": its figure from before was worked out anew from its predecessors’.");
  return all;
}

}  // namespace

std::string_view code(Among among) { return row(among).code; }
std::string_view words(Among among) { return row(among).words; }
std::optional<Among> read_among(std::string_view text) {
  const auto* found = std::ranges::find(amongs, text, &AmongRow::code);
  return found == std::end(amongs) ? std::nullopt : std::optional(found->among);
}

bool Group::holds(const Authority& own, const Authority& other) const {
  switch (among) {
    case Among::same_tier: return own.tier == other.tier && own.nation == other.nation && own.within == other.within;
    case Among::same_region: return own.tier == other.tier && !own.region.empty() && own.region == other.region;
    case Among::single_tier: return is_single_tier(own.tier) && is_single_tier(other.tier);
    case Among::everybody: return other.tier != Tier::combined && !other.is_small();
    case Among::listed: return std::ranges::find(members, other.code) != members.end();
    case Among::within: return other.is_small() && other.within == own.code;
  }
  return false;
}

std::string Group::words(const Authority& own) const {
  const std::string tier(plural(own.tier));
  switch (among) {
    case Among::same_tier: return tier;
    case Among::same_region: return tier + " in " + own.region;
    case Among::single_tier: return "single-tier councils";
    case Among::everybody: return "councils";
    case Among::within: return (list.empty() ? std::string("small areas") : list) + " of " + own.name;
    case Among::listed: break;
  }
  return "councils in “" + list + "”";
}

std::string Group::in_address() const { return among == Among::listed ? "list:" + list : std::string(code(among)); }

std::optional<Comparison> comparison(std::span<const AreaFigure> figures, const Authorities& authorities,
                                     const Authority& own, const Group& group, Polarity polarity,
                                     const std::optional<calendar::Period>& period) {
  std::map<calendar::Period, std::vector<const AreaFigure*>> by_period;
  std::optional<calendar::Period> newest;
  for (const auto& each : figures) {
    by_period[each.period].push_back(&each);
    if (each.area == own.code && each.value && (!newest || *newest < each.period)) newest = each.period;
  }
  const auto asked = period ? period : newest;
  if (!asked || !by_period.contains(*asked)) return std::nullopt;
  const Comparer comparer(authorities, own, group, polarity);
  auto found = comparer.of(by_period[*asked]);
  if (!found.own.figure) return std::nullopt;
  found.context_only = doubts(found, own, group);
  found.is_context = found.councils() < enough_for_quarters || do_other_work(found, own) || does_not_hold(group, found.period);
  for (const auto& [each, of] : by_period) {
    if (each.months != asked->months) continue;
    const auto then = comparer.of(of);
    if (!then.own.figure) continue;
    Then& added = found.past.emplace_back(Then{.period = each,
                                               .own = *then.own.figure->value,
                                               .others_median = then.stands.others_median,
                                               .councils = then.councils()});
    if (then.councils() >= enough_for_quarters) added.quartile = then.stands.quartile, added.q1 = then.spread.q1, added.q3 = then.spread.q3;
  }
  return found;
}

std::optional<Period> newest_of(std::span<const AreaFigure> figures, const Authority& of, const Period& until) {
  std::optional<Period> newest;
  for (const auto& each : figures)
    if (each.area == of.code && each.value && each.period.end() <= until.end() && (!newest || *newest < each.period)) newest = each.period;
  return newest;
}

Writing writing_of(const PublishedIndicator& indicator, std::span<const AreaFigure> figures) {
  const bool is_share = indicator.unit == "%" || indicator.title.ends_with("ercentage") || indicator.title.find('%') != std::string::npos;
  bool is_whole = true;
  double most = 0;
  for (const auto& each : figures)
    if (each.value) is_whole = is_whole && *each.value == std::floor(*each.value), most = std::max(most, std::fabs(*each.value));
  return {is_share ? "%" : "", is_whole ? 0 : most < 2 ? 3 : most < 1000 ? 1 : 0};
}

std::string Writing::number(double value) const { return kit::with_commas(value, decimals) + unit; }
std::string Writing::gap(double value) const {
  const auto written = kit::with_commas(std::fabs(value), decimals);
  return unit == "%" ? written + (written == "1" || written == "1.0" ? " point" : " points") : written;
}

std::string quarter_words(int quartile, Polarity polarity) {
  if (!is_better_or_worse(polarity))
    return quartile == 1   ? "in the highest quarter"
           : quartile == 4 ? "in the lowest quarter"
           : quartile == 2 ? "above the middle"
                           : "below the middle";
  return quartile == 1   ? "in the best quarter"
         : quartile == 2 ? "in the second quarter"
         : quartile == 3 ? "in the third quarter"
                         : "in the last quarter";
}

std::string answer(const Comparison& found, Polarity polarity, const std::string& group, const Writing& writing) {
  const double own = *found.own.figure->value;
  std::string said = found.own.authority->name + ": " + writing.number(own) + " in " + found.period.words();
  if (!found.stands.others_median) return said + ". No other of the " + group + " has a figure.";
  const double gap = own - *found.stands.others_median;
  if (found.councils() >= 5 && found.stands.quartile)
    said += ", " + quarter_words(*found.stands.quartile, polarity) + " of " + std::to_string(found.councils()) + ' ' +
            group;
  else
    said += ", beside " + std::to_string(found.others.size()) +
            (found.others.size() == 1 ? " other of the " : " others of the ") + group;
  const auto written = writing.gap(gap);
  if (writing.number(own) == writing.number(*found.stands.others_median)) return said + ". It equals the middle of the others.";
  return said + ". It is " + written + (gap > 0 ? " above" : " below") + " the middle of the others, " +
         writing.number(*found.stands.others_median) + ".";
}

namespace {

std::string went(double from, double to, const Writing& writing) {
  const auto before = writing.number(from), after = writing.number(to);
  return before == after ? "is " + after + " as before" : std::string(to > from ? "rose" : "fell") + " from " + before + " to " + after;
}

}  // namespace

std::string past_words(const std::vector<Then>& past, const Writing& writing) {
  const auto &first = past.front(), &last = past.back();
  const auto said = "Since " + first.period.words() + " it " + went(first.own, last.own, writing) + " here";
  if (!first.others_median || !last.others_median) return said;
  const bool was_above = first.own > *first.others_median, is_above = last.own > *last.others_median;
  const bool is_same = writing.number(last.own) == writing.number(*last.others_median);
  return said + "; the middle of the others " + went(*first.others_median, *last.others_median, writing) +
         (is_same || was_above == is_above ? ""
          : is_above                       ? ", and lies below now"
                                           : ", and lies above now");
}

std::string chance_words(const Comparison& found, const assess::Interval& interval, const Writing& writing) {
  if (!found.stands.others_median) return {};
  const auto between = "Chance alone could have put it anywhere between " + writing.number(interval.low) + " and " +
                       writing.number(interval.high);
  const double middle = *found.stands.others_median;
  return between + (interval.low > middle || interval.high < middle
                        ? ", so it differs from the middle of the others by more than chance."
                        : ", and the middle of the others lies within that: the difference may be chance.");
}

std::string chance_words(const Comparison& found, const Writing& writing) {
  const auto& own = *found.own.figure;
  return own.low && own.high ? chance_words(found, assess::Interval{*own.low, *own.high}, writing) : std::string();
}

}  // namespace compare
