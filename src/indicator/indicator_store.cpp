#include "indicator/indicator_store.h"

#include "indicator/columns.h"
#include "indicator/indicator.sql.h"

namespace indicator {
namespace {

// Identity and time; words; behaviour; numbers and tolerance; context.
constexpr kit::Columns definition_columns =
    "iiitti"
    "ttttttttt"
    "ittttttt"
    "ittiiiittii"
    "tttttttttt"
    "it";

void read_words(Definition& d, NextColumn& next) {
  d.reason = next.text();
  d.code = next.text();
  d.title = next.text();
  d.meaning = next.text();
  d.why_it_matters = next.text();
  d.formula = next.text();
  d.numerator_label = next.text();
  d.denominator_label = next.text();
  d.unit = next.text();
}

template <class Read>
auto word(NextColumn& next, const Read& read) {
  const std::string& text = next.text();
  return known(read(text), text);
}

void read_behaviour(Definition& d, NextColumn& next) {
  d.decimals = static_cast<int>(next.integer());
  d.kind = word(next, read_kind);
  d.health_theme = next.text();
  d.polarity = word(next, read_polarity);
  d.frequency = word(next, calendar::read_frequency);
  d.aggregation = word(next, read_aggregation);
  d.submitted = word(next, read_submitted);
  d.judged = word(next, read_judged);
  d.multiplier = next.decimal();
  d.comparator = word(next, read_comparator);
  d.direction_method = word(next, read_direction_method);
  d.no_change_within = next.decimal();
  d.least = next.maybe_decimal();
  d.most = next.maybe_decimal();
  d.baseline = next.maybe_decimal();
  d.baseline_note = next.text();
  d.tolerance = next.maybe_tolerance();
}

void read_context(Definition& d, NextColumn& next) {
  for (auto* text : {&d.source, &d.caveats, &d.statutory_return, &d.tags, &d.perspective, &d.portfolio, &d.service,
                     &d.owner, &d.checker, &d.deputy})
    *text = next.text();
  d.published = next.yes();
  d.computed_from = next.text();
}

Definition read_definition(const kit::Row& row) {
  NextColumn next(row);
  Definition d;
  d.indicator = next.integer();
  d.edition = static_cast<std::int32_t>(next.integer());
  d.at = next.moment();
  d.applies_from = next.date();
  d.ends = next.maybe_date();
  d.breaks_series = next.yes();
  read_words(d, next);
  read_behaviour(d, next);
  read_context(d, next);
  return d;
}

void fill(std::vector<kit::Bound>& row, const Definition& d, council::RecordId record) {
  row = {d.indicator,
         std::int64_t(d.edition),
         d.at.seconds,
         d.applies_from.iso(),
         bound(d.ends),
         std::int64_t(d.breaks_series),
         d.reason,
         d.code,
         d.title,
         d.meaning,
         d.why_it_matters,
         d.formula,
         d.numerator_label,
         d.denominator_label,
         d.unit,
         std::int64_t(d.decimals),
         bound(code(d.kind)),
         d.health_theme,
         bound(code(d.polarity)),
         bound(calendar::code(d.frequency)),
         bound(code(d.aggregation)),
         bound(code(d.submitted)),
         bound(code(d.judged)),
         d.multiplier.units(),
         bound(code(d.comparator)),
         bound(code(d.direction_method)),
         d.no_change_within.units(),
         bound(d.least),
         bound(d.most),
         bound(d.baseline),
         d.baseline_note};
  append(row, d.tolerance);
  for (const auto* text : {&d.source, &d.caveats, &d.statutory_return, &d.tags, &d.perspective, &d.portfolio,
                           &d.service, &d.owner, &d.checker, &d.deputy})
    row.emplace_back(*text);
  row.emplace_back(std::int64_t(d.published));
  row.emplace_back(d.computed_from);
  row.emplace_back(record);
}

Lineage read_lineage(const kit::Row& row) {
  NextColumn next(row);
  Lineage l;
  l.indicator = next.integer();
  l.from = next.integer();
  l.kind = word(next, read_lineage_kind);
  l.on = next.date();
  l.reason = next.text();
  l.at = next.moment();
  return l;
}

}  // namespace

std::vector<Definition> load_definitions(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto) {
  std::vector<Definition> all;
  tx.each(indicator_sql::definitions, {{"as_at", as_at.seconds}, {"upto", upto}}, definition_columns,
          [&](const kit::Row& row) { all.push_back(read_definition(row)); });
  return all;
}

std::vector<Lineage> load_lineage(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto) {
  std::vector<Lineage> all;
  tx.each(indicator_sql::lineage, {{"as_at", as_at.seconds}, {"upto", upto}}, "iittti",
          [&](const kit::Row& row) { all.push_back(read_lineage(row)); });
  return all;
}

IndicatorId add_indicator(kit::Transaction& tx, kit::Moment at, council::RecordId record) {
  const IndicatorId id = tx.number(indicator_sql::next_indicator).value();
  tx.run(indicator_sql::add_indicator, {{"id", id}, {"at", at.seconds}, {"record", record}});
  return id;
}

void add_definitions(kit::Transaction& tx, std::span<const Definition> definitions, council::RecordId record) {
  auto next = definitions.begin();
  tx.run_many(indicator_sql::add_definition, [&](std::vector<kit::Bound>& row) {
    if (next == definitions.end()) return false;
    fill(row, *next++, record);
    return true;
  });
}

void add_lineage(kit::Transaction& tx, std::span<const Lineage> lineage, council::RecordId record) {
  for (const auto& l : lineage)
    tx.run(indicator_sql::add_lineage, {{"indicator", l.indicator},
                                        {"origin", l.from},
                                        {"kind", bound(code(l.kind))},
                                        {"happened_on", l.on.iso()},
                                        {"reason", l.reason},
                                        {"at", l.at.seconds},
                                        {"record", record}});
}

}  // namespace indicator
