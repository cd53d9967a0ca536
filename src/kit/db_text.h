// What must be known of an SQL text to send many rows at once: the names it binds, and whether it is a plain insert.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/db.h"

namespace kit {

// The names after a colon, each once, in the order of their first appearance: SQLite numbers its places so.
std::vector<std::string_view> names_bound(std::string_view text);

struct Insert {
  std::string table;
  std::string columns;  // as written between the brackets
  std::size_t count;
};
// "insert into TABLE (COLUMNS) values (:a, :b)" and nothing more; none for any other text.
std::optional<Insert> plain_insert(std::string_view text);

// A row in the text form of PostgreSQL's COPY.
void append_copy_row(std::string& rows, const std::vector<Bound>& row);

}  // namespace kit
