// docs/schema.sql says what both databases are, table by table and column by column.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "../../tests/support/on_both.h"

namespace kit {
namespace {

using Tables = std::map<std::string, std::vector<std::string>>;  // "unit": "code text not null", in order

constexpr Query columns_there{
    "test: columns",
    "select m.name, c.name || ' ' || lower(c.type) || case when c.\"notnull\" = 1 then ' not null' else '' end "
    "from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' order by m.name, c.cid",
    "select table_name, column_name || ' ' || data_type || case when is_nullable = 'NO' then ' not null' else '' end "
    "from information_schema.columns where table_schema = current_schema() order by table_name, ordinal_position"};

Tables documented() {
  std::ifstream file(SOURCE_ROOT "/docs/schema.sql");
  std::stringstream text;
  text << file.rdbuf();
  static const std::regex table("^create table (\\w+) \\($"),
      column("^  (\\w+) (bigint|text|double precision)( not null)?.*");
  Tables tables;
  std::string line, of;
  std::smatch match;
  while (std::getline(text, line)) {
    if (std::regex_match(line, match, table)) of = match[1];
    else if (std::regex_match(line, match, column))
      tables[of].push_back(match[1].str() + " " + match[2].str() + match[3].str());
  }
  return tables;
}

class TheSchema : public tests::OnBoth {};
INSTANTIATE_TEST_SUITE_P(On, TheSchema, testing::Values(Engine::sqlite, Engine::postgres), tests::engine_name);

TEST_P(TheSchema, IsAsDocumented) {
  const auto db = Database::open(address);
  Tables built;
  auto tx = db->read();
  tx.each(columns_there, {}, "tt", [&](const Row& row) { built[row.text(0)].push_back(row.text(1)); });
  EXPECT_EQ(built, documented());
  EXPECT_EQ(built.size(), 76u);
}

}  // namespace
}  // namespace kit
