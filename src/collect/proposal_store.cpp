#include "collect/proposal_store.h"

#include "collect/packed.h"
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
  for (const auto& line : unpacked_lines(row.text(6)))
    if (line.size() == 2) p.content.emplace_back(line[0], line[1]);
  for (const auto& line : unpacked_lines(row.text(7)))
    if (line.size() == 1) p.answers.push_back(line[0]);
  p.reason = row.text(8);
  p.proposed_by = row.text(9);
  p.decided_by = row.text(10);
  p.said = row.text(11);
  p.at = {row.integer(12)};
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
  std::string content, answers;
  for (const auto& [field, text] : p.content) content += packed_line({field, text});
  for (const auto& answer : p.answers) answers += packed_line({answer});
  tx.run(proposal_sql::add, {{"id", id},
                             {"kind", std::string(code(p.kind))},
                             {"indicator", p.indicator},
                             {"year", p.year ? kit::Bound(std::int64_t(p.year->begins)) : kit::Bound(nullptr)},
                             {"stage", std::string(code(p.stage))},
                             {"content", content},
                             {"answers", answers},
                             {"reason", p.reason},
                             {"proposed_by", p.proposed_by},
                             {"decided_by", p.decided_by},
                             {"said", p.said},
                             {"at", p.at.seconds},
                             {"record", record}});
  return id;
}

}  // namespace collect
