#include "assess/set_review_store.h"

#include "assess/set_review.sql.h"
#include "collect/proposed_columns.h"
#include "indicator/columns.h"
#include "indicator/indicator_store.h"
#include "plan/plan_store.h"

namespace assess {
namespace {

using indicator::known;

ReviewChange read(const kit::Row& row) {
  ReviewChange c;
  c.id = row.integer(0);
  c.edition = static_cast<std::int32_t>(row.integer(1));
  c.year = {static_cast<int>(row.integer(2))};
  c.kind = known(read_set_change_kind(row.text(3)), row.text(3));
  c.indicator = row.maybe_integer(4).value_or(0);
  c.stage = known(collect::read_proposal_stage(row.text(5)), row.text(5));
  collect::read_content(row.text(6), c);
  collect::read_course(row, 7, c);
  return c;
}

// The stand-ins for new indicators become their numbers.
void number_the_new(kit::Transaction& tx, SetOutcome& made, kit::Moment at, council::RecordId record) {
  std::map<indicator::IndicatorId, indicator::IndicatorId> numbers;
  for (const auto stand_in : made.added) numbers[stand_in] = indicator::add_indicator(tx, at, record);
  const auto settle = [&](indicator::IndicatorId& id) {
    if (const auto found = numbers.find(id); found != numbers.end()) id = found->second;
  };
  for (auto& definition : made.definitions) settle(definition.indicator);
  for (auto& lineage : made.lineage) settle(lineage.indicator), settle(lineage.from);
  for (auto& line : made.lines) settle(line.indicator);
}

}  // namespace

Review load_review(kit::Transaction& tx, const Picture& picture, calendar::FinancialYear year) {
  Review review{picture, year, {}, {}};
  const kit::Values of_year = {{"year", std::int64_t(year.begins)}};
  tx.each(set_review_sql::changes, of_year, "iiititttttti", [&](const kit::Row& row) { review.changes.push_back(read(row)); });
  tx.each(set_review_sql::seal, of_year, "ittti", [&](const kit::Row& row) {
    review.seal = SetSeal{year, row.text(1), row.text(2), row.text(3), {row.integer(4)}};
  });
  return review;
}

std::optional<calendar::FinancialYear> year_of_change(kit::Transaction& tx, std::int64_t id) {
  const auto year = tx.number(set_review_sql::year_of, {{"id", id}});
  return year ? std::optional(calendar::FinancialYear{static_cast<int>(*year)}) : std::nullopt;
}

std::int64_t add_review_change(kit::Transaction& tx, const ReviewChange& c, council::RecordId record) {
  const auto id = c.id > 0 ? c.id : tx.number(set_review_sql::next).value_or(1);
  const kit::Values own = {{"id", id},
                           {"year", std::int64_t(c.year.begins)},
                           {"kind", std::string(code(c.kind))},
                           {"indicator", c.indicator > 0 ? kit::Bound(c.indicator) : kit::Bound(nullptr)},
                           {"stage", std::string(code(c.stage))},
                           {"record", record}};
  tx.run(set_review_sql::add, collect::with_course(own, c));
  return id;
}

void carry_out(kit::Transaction& tx, const Review& review, const SetSeal& seal, council::RecordId record) {
  tx.run(set_review_sql::add_seal, {{"year", std::int64_t(seal.year.begins)},
                                    {"reason", seal.reason},
                                    {"authority", seal.authority},
                                    {"by", seal.by},
                                    {"at", seal.at.seconds},
                                    {"record", record}});
  auto made = outcome(review, Carried::agreed, seal.at);
  number_the_new(tx, made, seal.at, record);
  indicator::add_definitions(tx, made.definitions, record);
  indicator::add_lineage(tx, made.lineage, record);
  plan::add_lines(tx, made.lines, record);
}

}  // namespace assess
