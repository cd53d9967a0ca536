// The columns that everything proposed has in common: what shall stand, why, who proposed and decided it, what was said, and when.
#pragma once
#include <string>

#include "collect/packed.h"
#include "kit/db.h"

namespace collect {

template <class Proposed>
void read_content(const std::string& packed, Proposed& into) {
  for (const auto& line : unpacked_lines(packed))
    if (line.size() == 2) into.content.emplace_back(line[0], line[1]);
}

// Five columns in this order: reason, proposed_by, decided_by, said, at.
template <class Proposed>
void read_course(const kit::Row& row, std::size_t first, Proposed& into) {
  into.reason = row.text(first);
  into.proposed_by = row.text(first + 1);
  into.decided_by = row.text(first + 2);
  into.said = row.text(first + 3);
  into.at = {row.integer(first + 4)};
}

// The values of all of them, with those that are the table's own.
template <class Proposed>
kit::Values with_course(kit::Values values, const Proposed& p) {
  std::string content;
  for (const auto& [field, text] : p.content) content += packed_line({field, text});
  const kit::Values course = {{"content", content},         {"reason", p.reason}, {"proposed_by", p.proposed_by},
                              {"decided_by", p.decided_by}, {"said", p.said},     {"at", p.at.seconds}};
  values.insert(values.end(), course.begin(), course.end());
  return values;
}

}  // namespace collect
