#include "assess/rule_edition_store.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"

namespace assess {
namespace {

class StoredRules : public tests::Stored {};
INSTANTIATE_TEST_SUITE_P(On, StoredRules, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

RuleEdition edition(Scope scope, std::string name, std::int64_t at) {
  RuleEdition made{scope};
  made.rule = {std::move(name), *read_steps("green if on_target; red if off_target and worse_than_year; amber if within_percent 2.5; red")};
  made.applies_from = kit::Date::of(2026, 4, 1);
  made.reason = "Cabinet asked for it.";
  made.authority = "Cabinet, 14 July 2026";
  made.by = "i.greaves";
  made.at = {at};
  return made;
}

TEST_P(StoredRules, ComeBackAsTheyWentInEditionByEdition) {
  auto first = edition({}, "First", 100), second = edition({}, "Second", 200), core = edition(indicator::Kind::core, "Core’s own", 200);
  const auto one = save([&](auto& tx, auto record) { add_rules(tx, std::vector{first}, record); });
  save([&](auto& tx, auto record) { add_rules(tx, std::vector{second, core}, record); });
  second.edition = 2;

  auto tx = db->read();
  EXPECT_EQ(load_rules(tx, {1000}, tests::every_record), (RuleEditions{core, first, second})) << "in order of scope: core, council";
  EXPECT_EQ(load_rules(tx, {150}, tests::every_record), RuleEditions{first});
  EXPECT_EQ(load_rules(tx, {1000}, one), RuleEditions{first});
}

TEST_P(StoredRules, AreRefusedWithoutAReason) {
  auto one = edition({}, "First", 100);
  one.reason.clear();
  EXPECT_THROW(save([&](auto& tx, auto record) { add_rules(tx, std::vector{one}, record); }), kit::Unsound);
}

}  // namespace
}  // namespace assess
