// The figures of the councils before this one, added up into rows of the sheet Figures (assess/merge.h): numerators and denominators
// by their shares, never their percentages. What cannot be added up becomes a row that says so and why.
#include <algorithm>

#include "assess/equal.h"
#include "exchange/deciding.h"
#include "exchange/preview.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace exchange {
namespace {

using assess::Brought;
using assess::MergeBasis;
using calendar::Period;

constexpr double per_100_000 = 100'000;

// What they bring of one of this council's indicators.
struct Brings {
  std::size_t place = 0;  // in it.indicators
  assess::Contributions all;
  std::map<Period, Place> periods;  // and where each is named first
  std::size_t without_parts = 0;
};

collect::AddedUp mark_of(MergeBasis basis) { return *collect::read_added_up(code(basis)); }

bool is_known(const Brought& each, const assess::Contributions& all) {
  if (!all.aggregation) return !each.bands.empty();
  return each.numerator && (each.denominator || !indicator::has_parts(*all.aggregation));
}

std::string named(const Brought& each) {
  if (assess::equal(each.share, 1, 1)) return each.predecessor;
  return kit::shortest(kit::rounded(100 * each.share, 2)) + "% of " + each.predecessor;
}

std::string of_whom(const std::vector<Brought>& brought) {
  std::vector<std::string> names;
  for (const auto& each : brought) names.push_back(named(each));
  return list_of(names);
}

std::string who_has_none(const std::vector<Brought>& brought, const assess::Contributions& all) {
  std::vector<std::string> names;
  for (const auto& each : brought)
    if (!is_known(each, all)) names.push_back(each.predecessor);
  return list_of(names) + (names.size() == 1 ? " has" : " have") + " no figure";
}

std::string why_none(const assess::Contributions& all, const indicator::Definition& definition) {
  const auto how = std::string(code(definition.aggregation));
  const bool extreme = all.aggregation == indicator::Aggregation::max || all.aggregation == indicator::Aggregation::min;
  return extreme ? "the longest or shortest of a council that was divided is not known for its part"
                 : "a " + how + " of all cannot be found from those of each";
}

class AddingUp {
 public:
  explicit AddingUp(Deciding& it) : it_(it) {}

  void decide() {
    read_mapping();
    choose_successor();
    for (const auto& row : it_.intake.predecessors) gather(row);
    for (auto& each : brings_) {
      expect_peers(each);
      check_tiers(each);
    }
    if (it_.faults.any()) return;
    for (const auto& each : brings_) add_up(each);
    tell();
  }

 private:
  // Where no mapping is brought, each council before came here whole.
  void read_mapping() {
    std::vector<MappingRow> rows = it_.intake.mapping;
    if (rows.empty()) {
      assess::Names all;
      for (const auto& row : it_.intake.predecessors) assess::remember(all, row.predecessor);
      for (const auto& name : all) mapping_.add({name, "", "", 1, {}});
      return;
    }
    for (auto& row : rows) {
      if (!row.line.measure.empty()) row.line.measure = reference(row);
      if (!mapping_.add(row.line))
        it_.fault(row.place, "successor",
                  found(row.line.successor, row.line.predecessor + " goes there twice on one day. Take one line out."));
    }
    for (const auto& row : rows)
      if (const double all = mapping_.all_shares(row.line); !assess::equal(all, 1, 1))
        it_.fault(row.place, "share",
                  "the parts of " + kit::quoted(row.line.predecessor) + " add up to " +
                      kit::shortest(kit::rounded(all, 4)) +
                      ". Make them add up to 1, so that nobody is lost or counted twice.");
  }

  std::string reference(const MappingRow& row) {
    const auto place = it_.indicator(row.line.measure);
    if (!place) it_.no_indicator(row.place, "measure", row.line.measure);
    return place ? it_.indicators[*place].now().code : row.line.measure;
  }

  void choose_successor() {
    const auto& all = mapping_.successors();
    const auto has = [&](const std::string& name) { return std::ranges::find(all, name) != all.end(); };
    const auto& asked = it_.intake.succession.successor;
    const auto name = it_.known.picture->council.setting("name");
    if (!asked.empty()) successor_ = asked;
    else if (all.size() == 1) successor_ = all.front();
    else if (has(std::string(name))) successor_ = name;
    if (it_.intake.mapping.empty() || has(successor_)) return;
    const auto place = it_.intake.mapping.front().place;
    it_.fault(place, "successor", (asked.empty() ? "the mapping leads to " : "no line leads to " + kit::quoted(asked) + ", only to ") +
                                      list_of(all) + ". Say which of them this council is.");
  }

  Brings& of(std::size_t place) {
    const auto found = std::ranges::find(brings_, place, &Brings::place);
    if (found != brings_.end()) return *found;
    auto& made = brings_.emplace_back();
    made.place = place;
    made.all.measure = it_.indicators[place].now().code;
    return made;
  }

  void gather(const PredecessorRow& row) {
    const auto place = it_.indicator(row.code);
    if (!place) return it_.no_indicator(row.place, "measure", row.code);
    if (!mapping_.knows(row.predecessor))
      return it_.fault(row.place, "predecessor",
                       found(row.predecessor, "The mapping has no line for it. Correct the name, or add its line."));
    auto& brings = of(*place);
    const auto& definition = it_.indicators[*place].in(row.period);
    if (brings.periods.empty()) {
      if (row.aggregation != "dsr") brings.all.aggregation = definition.aggregation;
      brings.all.multiplier = row.aggregation == "dsr" ? row.multiplier.value_or(per_100_000) : definition.multiplier.number();
    }
    check_kind(row, definition, brings);
    brings.periods.try_emplace(row.period, row.place);
    assess::remember(brings.all.predecessors, row.predecessor);
    if (!row.tier.empty()) assess::remember(brings.all.tiers, row.tier);
    if (auto& tier = tiers_[row.predecessor]; tier.empty()) tier = row.tier;
    assess::remember(councils_, row.predecessor);
    const auto [figure, is_new] = brings.all.figures.try_emplace({row.predecessor, row.period.iso()});
    if (!brings.all.aggregation) return add_band(row, figure->second);
    if (!is_new)
      it_.fault(
          row.place, "year",
          found(row.period.words(), row.predecessor + " has another row of this indicator and period. Take one out."));
    figure->second.numerator = row.numerator;
    figure->second.denominator = row.denominator;
    if (indicator::has_parts(definition.aggregation) && row.numerator && !row.denominator) ++brings.without_parts;
  }

  void check_kind(const PredecessorRow& row, const indicator::Definition& definition, const Brings& brings) {
    const bool standardised = row.aggregation == "dsr";
    if (standardised != !brings.all.aggregation)
      return it_.fault(row.place, "aggregation",
                       found(row.aggregation, "Other rows of this indicator say otherwise. Make them say the same."));
    if (standardised && indicator::has_parts(definition.aggregation))
      return it_.fault(
          row.place, "aggregation",
          found("dsr", definition.code + " keeps numerator and denominator here, and a standardised rate has none."));
    if (!standardised && !row.aggregation.empty() && indicator::read_aggregation(row.aggregation) != definition.aggregation)
      it_.fault(row.place, "aggregation", found(row.aggregation, definition.code + " is added up as " +
                    std::string(code(definition.aggregation)) + " here. Correct it, or leave it empty."));
    if (!standardised && row.multiplier && indicator::has_parts(definition.aggregation) &&
        !assess::equal(*row.multiplier, definition.multiplier.number(), 1))
      it_.fault(row.place, "multiplier", found(kit::shortest(*row.multiplier), definition.code + " is multiplied by " +
                    definition.multiplier.text() + " here. Correct it, or leave it empty."));
  }

  void add_band(const PredecessorRow& row, Brought& to) {
    const auto next = to.bands.size() + 1;
    const auto& standard = assess::european_standard_2013;
    if (row.age_band != static_cast<double>(next) || next > standard.size())
      return it_.fault(row.place, "ageband", "a standardised rate needs the age bands from 1 to 19 in order.");
    if (!row.numerator || !row.denominator || *row.denominator <= 0)
      return it_.fault(row.place, "denominator", "each age band needs its cases, and its population above 0.");
    to.bands.push_back({*row.numerator, *row.denominator, standard[next - 1]});
  }

  // A council of the same tier that brings no row at all is missing, not nothing.
  void expect_peers(Brings& brings) {
    for (const auto& council : councils_)
      if (const auto& tier = tiers_[council]; !tier.empty() && std::ranges::find(brings.all.tiers, tier) != brings.all.tiers.end())
        assess::remember(brings.all.predecessors, council);
  }

  void check_tiers(const Brings& brings) {
    if (!brings.all.counts_twice()) return;
    it_.fault(brings.periods.begin()->second, "tier",
              kit::quoted(brings.all.measure) +
                  " comes from districts and from a county, which would count people twice. Keep one of them.");
  }

  void add_up(const Brings& brings) {
    const auto& one = it_.indicators[brings.place];
    for (const auto& [period, place] : brings.periods) {
      const auto brought = assess::brought_to(successor_, brings.all, period.iso(), period, mapping_);
      if (brought.empty()) ++elsewhere_;
      else add(brings, one, period, place, brought);
    }
    without_parts(brings);
  }

  void add(const Brings& brings, const Becoming& one, const Period& period, Place place, const std::vector<Brought>& brought) {
    const auto made = assess::added_up(brought, brings.all);
    const auto& definition = one.in(period);
    const bool has_parts = brings.all.aggregation && indicator::has_parts(*brings.all.aggregation);
    FigureRow row;
    row.place = place;
    row.code = it_.intake.figure_codes.place_of(one.now().code);
    row.period = period;
    row.added_up = mark_of(made.basis);
    const bool is_there = made.basis == MergeBasis::exact || made.basis == MergeBasis::apportioned;
    std::string from = of_whom(brought);
    if (made.basis == MergeBasis::incomplete) {
      row.state = collect::State::delayed;
      from = who_has_none(brought, brings.all) + ": " + std::to_string(made.used) + " of " + std::to_string(made.expected) + " have one";
    }
    if (made.basis == MergeBasis::not_reaggregable) {
      row.state = collect::State::not_applicable;
      from = why_none(brings.all, definition);
    }
    row.note = (is_there ? "Added up from " : "Not added up: ") + from + ".";
    if (is_there) put_number(row, made, has_parts ? Parts::two : Parts::one);
    if (is_known_already(one, period)) row.reason = it_.intake.succession.reason;
    it_.changes.added_up.push_back(
        {definition.code, definition.title, period.words(), upper_first(from), written(made.value, definition),
         has_parts && is_there && brought.size() > 1 ? written(made.mean_of_values, definition) : "", row.added_up});
    it_.intake.figures.add(std::move(row));
  }

  enum class Parts : std::uint8_t { one, two };
  void put_number(FigureRow& row, const assess::Merged& made, Parts parts) {
    const auto exact = [&](std::optional<kit::Decimal>& to, const std::optional<double>& number) {
      if (number) to = kit::Decimal::nearest(*number);
      if (number && !to) it_.fault(row.place, "numerator_or_value", "the sum is too large to be kept. Check the figures of this period.");
    };
    if (parts == Parts::one) return exact(row.value, made.value);
    exact(row.numerator, made.numerator);
    exact(row.denominator, made.denominator);
  }

  static std::string written(const std::optional<double>& value, const indicator::Definition& definition) {
    return value ? indicator::written(*value, definition) : std::string();
  }
  static std::string upper_first(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
  }
  static bool is_known_already(const Becoming& one, const Period& period) {
    return one.known && std::ranges::any_of(one.known->figures, [&](const auto& each) { return each.period == period; });
  }

  void without_parts(const Brings& brings) {
    if (brings.without_parts == 0) return;
    it_.changes.notices.push_back(
        brings.all.measure + ": " + kit::with_commas(static_cast<double>(brings.without_parts), 0) +
        (brings.without_parts == 1 ? " row gives" : " rows give") +
        " a percentage or mean without its numerator and denominator. Percentages are never averaged, so there is no figure for those periods: bring the two numbers behind each.");
  }

  void tell() {
    if (elsewhere_ > 0)
      it_.changes.notices.push_back(kit::with_commas(static_cast<double>(elsewhere_), 0) +
                                    (elsewhere_ == 1 ? " period of an indicator went to other councils by the mapping, and is left out."
                                                     : " periods of indicators went to other councils by the mapping, and are left out."));
  }

  Deciding& it_;
  assess::Mapping mapping_;
  std::string successor_;
  std::vector<Brings> brings_;
  std::map<std::string, std::string> tiers_;
  assess::Names councils_;
  std::size_t elsewhere_ = 0;
};

}  // namespace

void decide_predecessors(Deciding& it) {
  if (!it.intake.predecessors.empty()) return AddingUp(it).decide();
  if (!it.intake.mapping.empty())
    it.fault(it.intake.mapping.front().place, "", "This file says which council went where. Bring the figures of those councils with it.");
}

}  // namespace exchange
