#include "collect/proposal_store.h"

#include "collect/proposed_columns.h"
#include "collect/proposal.sql.h"
#include "indicator/columns.h"

namespace collect {
namespace {

using indicator::known;

Proposal read(const kit::Row& row) {
  Proposal p;
  p.id = row.integer(0);
  p.edition = static_cast<std::int32_t>(row.integer(1));
  p.kind = known(read_proposal_kind(row.text(2)), row.text(2));
  p.indicator = row.integer(3);
  if (const auto year = row.maybe_integer(4)) p.year = calendar::FinancialYear{static_cast<int>(*year)};
  p.stage = known(read_proposal_stage(row.text(5)), row.text(5));
  read_content(row.text(6), p);
  for (const auto& line : unpacked_lines(row.text(7)))
    if (line.size() == 1) p.answers.push_back(line[0]);
  read_course(row, 8, p);
  return p;
}

}  // namespace

std::vector<Proposal> all_proposals(kit::Transaction& tx) {
  std::vector<Proposal> all;
  tx.each(proposal_sql::all, {}, "iitiittttttti", [&](const kit::Row& row) { all.push_back(read(row)); });
  return all;
}

std::int64_t add_proposal(kit::Transaction& tx, const Proposal& p, council::RecordId record) {
  const auto id = p.id > 0 ? p.id : tx.number(proposal_sql::next).value_or(1);
  std::string answers;
  for (const auto& answer : p.answers) answers += packed_line({answer});
  const kit::Values own = {{"id", id},
                           {"kind", std::string(code(p.kind))},
                           {"indicator", p.indicator},
                           {"year", p.year ? kit::Bound(std::int64_t(p.year->begins)) : kit::Bound(nullptr)},
                           {"stage", std::string(code(p.stage))},
                           {"answers", answers},
                           {"record", record}};
  tx.run(proposal_sql::add, with_course(own, p));
  return id;
}

}  // namespace collect
