// The sheet Indicators against what is known: which rows are editions of one indicator, which of them are new, and what hangs
// on them: the priorities an indicator stands on and the indicators it comes from.
#include <algorithm>
#include <set>

#include "exchange/deciding_rows.h"
#include "exchange/indicator_groups.h"
#include "exchange/indicator_row.h"

namespace exchange {

IndicatorRow row_of(const indicator::Definition& definition) {
  IndicatorRow row;
  static_cast<indicator::Definition&>(row) = definition;
  row.submitted_as = definition.submitted;
  row.judged_by = definition.judged;
  row.compared_with = definition.comparator;
  row.direction_by = definition.direction_method;
  row.multiplied_by = definition.multiplier;
  row.first_day = definition.applies_from;
  return row;
}

namespace {

class Indicators {
 public:
  explicit Indicators(Deciding& it) : it_(it) {
    for (const auto& kept : it.known.picture->indicators) {
      Becoming one{kept.id, &kept, {}};
      for (const auto& definition : kept.definitions) one.definitions.push_back(&definition);
      it.indicators.push_back(std::move(one));
    }
    for (const auto& line : it.known.picture->plan.lines)
      if (!line.gone) lines_[line.indicator].insert(line.priority);
  }

  void decide() {
    find_codes();
    auto groups = grouped_by_indicator(it_.intake.indicators);
    for (auto& group : groups) {
      for (auto* row : group.rows) spell(*row);
      if (!find_place(group)) continue;
      for (auto* row : group.rows) decide(group, *row);
    }
    find_codes();
    check_codes(groups);
    check_formulas(it_, newest_rows(groups));
    for (auto& group : groups)
      for (auto* row : group.rows) decide_lineage(group, *row);
    for (const auto& made : it_.made) it_.changes.definitions.push_back(*made);
  }

 private:
  void spell(IndicatorRow& row) {
    it_.spell(row.service, it_.units, row.place, "service", "service");
    it_.spell(row.owner, it_.people, row.place, "owner", "person");
    it_.spell(row.checker, it_.people, row.place, "checker", "person");
    it_.spell(row.deputy, it_.people, row.place, "deputy", "person");
    for (auto& code : row.priorities) it_.spell(code, it_.priorities, row.place, "priorities", "priority");
    if (row.first_day) row.applies_from = *row.first_day;
  }

  // What a row leaves to what is usual.
  static void settle(IndicatorRow& row) {
    row.submitted = row.submitted_as.value_or(indicator::Submitted::in_period);
    row.multiplier = row.multiplied_by.value_or(kit::Decimal::whole(row.unit == "%" ? 100 : 1));
    row.judged = row.judged_by.value_or(indicator::usual_judged(row));
    row.comparator = row.compared_with.value_or(indicator::usual_comparator(row));
    row.direction_method = row.direction_by.value_or(indicator::DirectionMethod::two_point);
  }

  void find_codes() {
    it_.codes.clear();
    it_.earlier_codes.clear();
    for (std::size_t i = 0; i < it_.indicators.size(); ++i) {
      const auto& one = it_.indicators[i];
      if (one.definitions.empty()) continue;
      it_.codes.try_emplace(upper(one.now().code), i);
      for (const auto* definition : one.definitions) it_.earlier_codes.try_emplace(upper(definition->code), i);
    }
  }

  // The known indicator that a group carries on: one of whose editions it repeats, otherwise the one that has its newest
  // reference or the one before.
  bool find_place(RowsOfOne& group) {
    auto& first = *group.rows.front();
    std::optional<std::size_t> found;
    for (const auto* row : group.rows)
      if (!found) found = repeated(*row);
    if (!found && group.rows.size() > 1) found = holder(it_.codes, group.rows.back()->code);
    if (!found) found = holder(it_.codes, first.formerly.empty() ? first.code : first.formerly);
    if (!found && !first.formerly.empty()) {
      found = holder(it_.codes, first.code);
      if (!found) found = holder(it_.earlier_codes, first.formerly);
      if (!found) {
        it_.no_indicator(first.place, "formerly", first.formerly);
        return false;
      }
    }
    if (found && taken_.contains(*found)) found.reset();
    if (!found) {
      found = it_.indicators.size();
      it_.indicators.push_back({-static_cast<indicator::IndicatorId>(++new_), nullptr, {}});
      tell_of_reuse(first);
    }
    taken_.insert(*found);
    group.place = *found;
    return true;
  }

  static std::optional<std::size_t> holder(const std::unordered_map<std::string, std::size_t>& codes, std::string_view code) {
    const auto found = codes.find(upper(code));
    return found == codes.end() ? std::nullopt : std::optional(found->second);
  }

  std::optional<std::size_t> repeated(const IndicatorRow& row) const {
    if (!row.agreed_on) return std::nullopt;
    const auto up = upper(row.code);
    for (const auto* codes : {&it_.codes, &it_.earlier_codes})
      if (const auto place = holder(*codes, row.code))
        for (const auto* definition : it_.indicators[*place].definitions)
          if (upper(definition->code) == up && definition->at.date() == row.agreed_on->date()) return place;
    return std::nullopt;
  }

  void tell_of_reuse(const IndicatorRow& row) {
    const auto before = holder(it_.earlier_codes, row.code);
    if (!before || holder(it_.codes, row.code)) return;
    it_.changes.notices.push_back(words(it_.intake.sources, row.place) + ": " + row.code + " was once the reference of what is now " +
                                  it_.indicators[*before].now().code + ". It was read as a new indicator.");
  }

  void decide(RowsOfOne& group, IndicatorRow& row) {
    auto& one = it_.indicators[group.place];
    std::optional<IndicatorRow> newest;
    if (!one.definitions.empty()) newest = row_of(one.now());
    if (newest) keep_left_out(row, *newest, it_.intake.sources[row.place.source].has);
    settle(row);
    if (said_twice(group, row)) return;

    std::vector<Edition> editions;
    for (const auto* definition : one.definitions)
      editions.push_back({definition->at, differences(row, row_of(*definition)).empty()});
    const auto in_file = &row == group.rows.back() ? InFile::newest : InFile::followed;
    const auto standing = stand(row.agreed_on, kit::Moment::start_of(row.applies_from), in_file, editions, it_.now);
    if (standing.is == Standing::Is::refused) return it_.fault(row.place, "agreed_on", standing.why);
    if (standing.is == Standing::Is::known) return decide_lines_of_known(group, row);

    it_.fault(row.place, indicator::faults(row));
    if (one.known)
      it_.agreed_elsewhere(
          row.place, "indicator", row.code,
          "A definition changes by proposal, so that two people answer for it. Propose it on the indicator's page, or leave the row as it is.");
    const auto line = row.code + " " + row.title + (newest ? ": " + and_so(differences(row, *newest)) : "");
    note(it_.changes[Sheet::indicators], !one.known, line);
    add(one, row, standing.at);
  }

  // Two rows without a date cannot both be the newest edition.
  bool said_twice(const RowsOfOne& group, const IndicatorRow& row) {
    for (const auto* before : group.rows) {
      if (before == &row) return false;
      if (before->agreed_on != row.agreed_on || differences(*before, row).empty()) continue;
      it_.fault(row.place, "indicator", exchange::found(row.code, "Row " + std::to_string(before->place.row) +
                    " has the same reference and the same date. Take one out, or say in agreed_on when each was agreed."));
      return true;
    }
    return false;
  }

  void add(Becoming& one, const IndicatorRow& row, kit::Moment at) {
    auto made = std::make_unique<indicator::Definition>(row);
    made->indicator = one.id;
    made->edition = one.definitions.empty() ? 1 : one.now().edition + 1;
    made->at = at;
    one.definitions.push_back(made.get());
    it_.made.push_back(std::move(made));
    const auto from = one.definitions.size() > 1 ? std::optional(row.applies_from) : std::nullopt;
    if (has(row, "priorities")) set_lines(one.id, row, at, from);
  }

  void decide_lines_of_known(const RowsOfOne& group, const IndicatorRow& row) {
    auto& tally = it_.changes[Sheet::indicators];
    const bool newest = &row == group.rows.back() && has(row, "priorities");
    if (newest && set_lines(it_.indicators[group.place].id, row, it_.now, {}))
      note(tally, false, row.code + " " + row.title + ": priorities");
    else ++tally.unchanged, unchanged_.insert(&row);
  }

  bool has(const IndicatorRow& row, std::string_view column) const {
    const auto& all = columns<IndicatorRow>();
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].name == column) return it_.intake.sources[row.place.source].has[i];
    return false;
  }

  // With `from`: lines that a later edition changes begin and end on the day from which it applies.
  bool set_lines(indicator::IndicatorId id, const IndicatorRow& row, kit::Moment at, std::optional<kit::Date> from) {
    auto& stands_on = lines_[id];
    const std::set<std::string> wanted(row.priorities.begin(), row.priorities.end());
    bool any = false;
    for (const auto& code : wanted)
      if (!stands_on.contains(code)) it_.changes.lines.push_back({id, code, at, false, from}), any = true;
    for (const auto& code : stands_on)
      if (!wanted.contains(code)) it_.changes.lines.push_back({id, code, at, true, from}), any = true;
    stands_on = wanted;
    return any;
  }

  static RowsOfIndicators newest_rows(const std::vector<RowsOfOne>& groups) {
    RowsOfIndicators rows;
    for (const auto& group : groups) rows.emplace(group.place, group.rows.back()->place);
    return rows;
  }

  void check_codes(const std::vector<RowsOfOne>& groups) {
    for (const auto& group : groups) {
      const auto& last = *group.rows.back();
      const auto found = it_.codes.find(upper(last.code));
      if (found == it_.codes.end() || found->second == group.place || it_.indicators[group.place].definitions.empty()) continue;
      it_.fault(last.place, "indicator",
                exchange::found(last.code,
                                "Another indicator has this reference: " + it_.indicators[found->second].now().title +
                                    ". Choose another. Rows of one indicator stand in order of agreed_on."));
    }
  }

  void decide_lineage(const RowsOfOne& group, const IndicatorRow& row) {
    if (row.from_indicator.empty() != !row.from_kind) {
      const bool no_kind = !row.from_kind;
      return it_.fault(
          row.place, no_kind ? "from_kind" : "from_indicator",
          exchange::found("", no_kind
                                  ? "Say how it comes from that indicator: split_from, merged_from, replaces or moved."
                                  : "Say which indicator it comes from."));
    }
    const auto& one = it_.indicators[group.place];
    for (const auto& code : row.from_indicator) {
      const auto from = it_.indicator(code);
      if (!from) {
        it_.no_indicator(row.place, "from_indicator", code);
        continue;
      }
      if (*from == group.place) {
        it_.fault(row.place, "from_indicator",
                  exchange::found(code, "An indicator does not come from itself. To renumber it use formerly."));
        continue;
      }
      const auto id = it_.indicators[*from].id;
      if (is_known(one, id, *row.from_kind)) continue;
      it_.changes.lineage.push_back({one.id, id, *row.from_kind, row.applies_from, row.reason, moment_of(one, row)});
      if (unchanged_.erase(&row) == 0) continue;
      --it_.changes[Sheet::indicators].unchanged;
      note(it_.changes[Sheet::indicators], false, row.code + " " + row.title + ": from_indicator");
    }
  }

  bool is_known(const Becoming& one, indicator::IndicatorId from, indicator::LineageKind kind) const {
    const auto same = [&](const indicator::Lineage& known) {
      return known.indicator == one.id && known.from == from && known.kind == kind;
    };
    const auto& added = it_.changes.lineage;
    return (one.known && std::any_of(one.known->lineage.begin(), one.known->lineage.end(), same)) ||
           std::any_of(added.begin(), added.end(), same);
  }

  kit::Moment moment_of(const Becoming& one, const IndicatorRow& row) const {
    for (const auto* definition : one.definitions)
      if (definition->applies_from == row.applies_from && definition->code == row.code) return definition->at;
    return it_.now;
  }

  Deciding& it_;
  std::unordered_map<indicator::IndicatorId, std::set<std::string>> lines_;
  std::set<std::size_t> taken_;
  std::set<const IndicatorRow*> unchanged_;
  std::int64_t new_ = 0;
};

}  // namespace

void decide_indicators(Deciding& it) { Indicators(it).decide(); }

}  // namespace exchange
