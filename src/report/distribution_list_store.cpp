#include "report/distribution_list_store.h"

#include <algorithm>

#include "report/distribution_list.sql.h"

namespace report {
namespace {

namespace sql = distribution_list_sql;

std::string packed(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::vector<std::string> unpacked(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::vector<DistributionList> load_lists(kit::Transaction& tx) {
  std::vector<DistributionList> all;
  tx.each(sql::all, {}, "iitttiti", [&](const kit::Row& row) {
    all.push_back({row.integer(0),
                   row.integer(1),
                   row.text(2),
                   unpacked(row.text(3)),
                   unpacked(row.text(4)),
                   row.integer(5) != 0,
                   row.text(6),
                   {row.integer(7)}});
  });
  return all;
}

std::int64_t add_list(kit::Transaction& tx, const DistributionList& list, council::RecordId record) {
  const auto number = list.number > 0 ? list.number : tx.number(sql::next_number).value_or(1);
  tx.run(sql::add, {{"number", number},
                    {"edition", list.edition},
                    {"name", list.name},
                    {"people", packed(list.people)},
                    {"outside", packed(list.outside)},
                    {"gone", std::int64_t(list.gone)},
                    {"by", list.by},
                    {"at", list.at.seconds},
                    {"record", record}});
  return number;
}

}  // namespace report
