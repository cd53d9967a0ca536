#include "explore/saved_view.h"

#include <gtest/gtest.h>

#include "../../tests/support/stored.h"
#include "explore/saved_view_store.h"

namespace explore {
namespace {

std::string said(const kit::Verdict<SavedView>& verdict) { return verdict ? "" : verdict.refusals().all()[0].sentence; }

TEST(TheAddressOfAView, IsOneOfTheExplorerAndNothingElse) {
  EXPECT_EQ(view_address("/explore?of=Waste%20recycled&as=map&in="), "/explore?of=Waste%20recycled&as=map");
  for (const char* bad :
       {"", "/explore", "/explore?", "https://elsewhere.example/explore?of=x", "//elsewhere.example/explore?of=x",
        "/explore?of=x&next=/sign-out", "/explore?%zz=1", "/record?of=x", "javascript:alert(1)", "/explore?of=%00"})
    EXPECT_EQ(view_address(bad), std::nullopt) << bad;
  EXPECT_EQ(view_address("/explore?of=" + std::string(2000, 'x')), std::nullopt);
}

TEST(TheAddressOfAView, IsWrittenSoThatNothingEscapes) {
  EXPECT_EQ(view_address("/explore?of=\"><script>"), "/explore?of=%22%3E%3Cscript%3E");
}

TEST(SavingAView, NeedsANameAndWhoSeesIt) {
  EXPECT_EQ(said(save({"", "/explore?of=x", "own"}, {}, "a.b", {1})), "Give the view a name of at most 80 letters.");
  EXPECT_EQ(said(save({"N", "/explore?of=x", "nobody"}, {}, "a.b", {1})), "Choose who sees it.");
  EXPECT_EQ(said(save({"N", "/sign-out", "own"}, {}, "a.b", {1})),
            "This is no view of the explorer. Open the view, and choose “Save this view” there.");
}

TEST(SavingAView, UnderANameOfOnesOwnIsItsNextEdition) {
  const SavedView mine{.number = 4, .name = "N", .address = "/explore?of=x", .person = "a.b", .edition = 2},
      other{.number = 5, .name = "N", .address = "/explore?of=x", .person = "c.d", .edition = 1};
  const std::vector all{mine, other};
  const auto saved = save({"N", "/explore?of=y", "everybody"}, all, "a.b", {9});
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->number, 4);
  EXPECT_EQ(saved->edition, 3);
  EXPECT_EQ(saved->address, "/explore?of=y");
  EXPECT_EQ(save({"Another", "/explore?of=y", "own"}, all, "a.b", {9})->number, 0);
}

TEST(TakingAViewAway, IsForWhoeverSavedIt) {
  const std::vector all{
      SavedView{.number = 4, .name = "N", .person = "a.b", .seen_by = SeenBy::everybody, .edition = 1},
      SavedView{.number = 5, .name = "M", .person = "a.b", .seen_by = SeenBy::own, .edition = 1}};
  EXPECT_EQ(said(take_away(4, all, "c.d", {9})), "Only the person who saved a view can take it away.");
  EXPECT_EQ(said(take_away(5, all, "c.d", {9})), "There is no saved view with this number.") << "nobody else learns that it is there";
  EXPECT_EQ(said(take_away(6, all, "a.b", {9})), "There is no saved view with this number.");
  EXPECT_EQ(take_away(4, all, "a.b", {9})->seen_by, SeenBy::nobody);
}

class ViewsSaved : public tests::Stored {};
INSTANTIATE_TEST_SUITE_P(On, ViewsSaved, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

TEST_P(ViewsSaved, StandAsAtADay) {
  SavedView view{.name = "N", .address = "/explore?of=x", .person = "a.b", .seen_by = SeenBy::everybody, .edition = 1, .at = {10}};
  save([&](auto& tx, auto record) { view.number = add_saved_view(tx, view, record); });
  view.seen_by = SeenBy::nobody, view.edition = 2, view.at = {20};
  save([&](auto& tx, auto record) { add_saved_view(tx, view, record); });
  EXPECT_ANY_THROW(save([&](auto& tx, auto record) { add_saved_view(tx, view, record); })) << "the edition is there already";
  auto tx = db->read();
  ASSERT_EQ(saved_views(tx, {15}).size(), 1u);
  EXPECT_EQ(saved_views(tx, {15})[0].seen_by, SeenBy::everybody);
  EXPECT_EQ(saved_views(tx, {25})[0].seen_by, SeenBy::nobody);
  EXPECT_TRUE(saved_views(tx, {5}).empty());
}

}  // namespace
}  // namespace explore
