// A named query or a migration, embedded at build from a .sql file (tools/embed_sql.py).
#pragma once
#include <string_view>
#include <vector>

namespace kit {

struct Query {
  std::string_view name;      // "collect/figure.sql: newest", for errors and tests
  std::string_view text;      // SQLite and PostgreSQL alike; values are bound by :name
  std::string_view postgres;  // only where PostgreSQL must differ, else empty
};

struct Migration {
  int number;
  std::string_view name;
  std::string_view text;
};

std::vector<Query> all_queries();
std::vector<Migration> all_migrations();

}  // namespace kit
