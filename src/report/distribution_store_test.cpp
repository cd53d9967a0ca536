// Who hears of an edition that is published: its readers by their roles, and everybody on its lists, each once.
#include "report/distribution_store.h"

#include "council/letter_store.h"
#include "report/distribution_list_store.h"
#include "report/enclosure_store.h"
#include "report/pack_store.h"
#include "report/sign_off_store.h"
#include "run_store_test.h"

namespace report {
namespace {

using namespace tests;

class ReportsSent : public tests::StoredReports {};
INSTANTIATE_TEST_SUITE_P(On, ReportsSent, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), ::tests::engine_name);

TEST_P(ReportsSent, TellEachReaderOnceWithALinkToWhatTheyMaySee) {
  run_what_is_due(*db, at("2025-07-31T23:00:00Z"), no_files);
  auto tx = db->write();
  const auto council = council::load_council(tx, at("2025-08-01T09:00:00Z"), ::tests::every_record);
  auto pack = *find(shipped_packs(), "quarterly");
  pack.readers = {council::Role::scrutiny_member, council::Role::officer};
  const auto edition = load_editions_of(tx, "quarterly").front();
  EXPECT_EQ(tell_readers(tx, pack, edition, council, "https://p.example", at("2025-08-07T09:00:00Z")), 2);
  EXPECT_EQ(tell_readers(tx, pack, edition, council, "https://p.example", at("2025-08-07T09:00:00Z")), 0) << "each hears of it once";
  std::map<std::string, std::string> links;
  for (const auto& one : council::claim_letters(tx, at("2025-08-07T09:00:00Z"))) links[one.letter.person] = one.letter.plain;
  EXPECT_NE(links["c.crane"].find("https://p.example/reports/quarterly/2025-26-q1-edition-1\n"), std::string::npos) << links["c.crane"];
  EXPECT_NE(links["f.aziz"].find("https://p.example/reports/quarterly/2025-26-q1-edition-1/public\n"),
            std::string::npos)
      << links["f.aziz"];
}

TEST_P(ReportsSent, TellOutsideAddressesOfThePublicEditionAndNobodyTwice) {
  run_what_is_due(*db, at("2025-07-31T23:00:00Z"), no_files);
  auto pack = *find(shipped_packs(), "quarterly");
  pack.readers = {council::Role::scrutiny_member};
  save([&](auto& tx, auto record) {
    pack.lists = {
        add_list(tx, {0, 1, "Committee", {"c.crane", "f.aziz"}, {"clerk@parish.example"}, false, "i.greaves", {90}},
                 record),
        add_list(tx,
                 {0,
                  1,
                  "Press",
                  {"c.crane"},
                  {"c.crane@smallborough.example", "clerk@parish.example", "news@paper.example"},
                  false,
                  "i.greaves",
                  {90}},
                 record)};
    add_words(tx, "quarterly", q1, {"summary.words", 1, "Canary of a contract.", 3, "f.aziz", {95}}, record);
    add_signed_documents(tx, load_editions_of(tx, "quarterly").front(), {}, record);
  });
  auto tx = db->write();
  const auto council = council::load_council(tx, at("2025-08-01T09:00:00Z"), ::tests::every_record);
  const auto edition = load_editions_of(tx, "quarterly").front();
  EXPECT_EQ(tell_readers(tx, pack, edition, council, "https://p.example", at("2025-08-07T09:00:00Z")), 4);
  EXPECT_EQ(tell_readers(tx, pack, edition, council, "https://p.example", at("2025-08-07T09:00:00Z")), 0) << "each hears of it once";
  std::map<std::string, council::Letter> letters;
  for (const auto& one : council::claim_letters(tx, at("2025-08-07T09:00:00Z")))
    EXPECT_TRUE(letters.emplace(one.letter.address, one.letter).second) << one.letter.address << " twice";
  ASSERT_EQ(letters.size(), 4u);
  EXPECT_NE(letters["c.crane@smallborough.example"].plain.find("/2025-26-q1-edition-1\n"), std::string::npos) << "in full, as the role may";
  EXPECT_NE(letters["f.aziz@smallborough.example"].plain.find("/2025-26-q1-edition-1/public\n"), std::string::npos)
      << "a list gives nobody more than the role does";
  for (const auto* outside : {"clerk@parish.example", "news@paper.example"}) {
    const auto& letter = letters[outside];
    EXPECT_EQ(letter.person, "");
    EXPECT_EQ(letter.key.find('@'), std::string::npos) << "the key outlives an erasure";
    for (const auto& text : {letter.plain, letter.html}) {
      EXPECT_NE(text.find("/2025-26-q1-edition-1/public"), std::string::npos) << text;
      EXPECT_EQ(text.find("Canary"), std::string::npos) << text;
    }
  }
}

TEST_P(ReportsSent, NameThePdfOfWhatEachReaderMaySeeWhereTheCouncilAllowsIt) {
  run_what_is_due(*db, at("2025-07-31T23:00:00Z"), no_files);
  auto pack = *find(shipped_packs(), "quarterly");
  pack.readers = {council::Role::scrutiny_member, council::Role::officer};
  const auto now = at("2025-08-07T09:00:00Z");
  save([&](auto& tx, auto record) {
    pack.lists = {add_list(tx, {0, 1, "Press", {}, {"news@paper.example"}, false, "i.greaves", {90}}, record)};
    council::add_settings(tx, std::vector<council::Setting>{{"attach_mb", "5", {60}}}, record);
    tell_readers(tx, pack, load_editions_of(tx, "quarterly").front(),
                 council::load_council(tx, now, ::tests::every_record), "https://p.example", now);
  });
  std::map<std::string, std::string> attached;
  {
    auto tx = db->write();
    for (const auto& one : council::claim_letters(tx, now)) attached[one.letter.address] = one.letter.attached;
  }
  const auto full = first.path() + ".pdf", open = first.path() + "/public.pdf";
  EXPECT_EQ(attached, (std::map<std::string, std::string>{{"c.crane@smallborough.example", full},
                                                          {"f.aziz@smallborough.example", open},
                                                          {"news@paper.example", open}}));
  EXPECT_EQ(enclosed(*db, nullptr, open, now).said,
            "The report as a PDF could not be made in time. Read it by the link.")
      << "nothing here makes files";
  EXPECT_EQ(enclosed(*db, nullptr, "", now).is, Enclosed::Is::nothing);
}

TEST_P(ReportsSent, KeepListsInEditionsAndWhichOfThemAPackHas) {
  DistributionList list{0, 1, "Committee", {"c.crane", "f.aziz"}, {"clerk@parish.example", "news@paper.example"}, false, "i.greaves", {90}};
  Pack pack = *find(shipped_packs(), "quarterly");
  pack.edition = 1, pack.lists = {1, 12};
  save([&](auto& tx, auto record) {
    list.number = add_list(tx, list, record);
    add_pack(tx, pack, record);
  });
  EXPECT_THROW(save([&](auto& tx, auto record) { add_list(tx, list, record); }), kit::AlreadyThere) << "somebody was first";
  {
    auto tx = db->read();
    EXPECT_EQ(load_lists(tx), std::vector{list});
    const auto packs = load_packs(tx);
    EXPECT_EQ(find(packs, "quarterly")->lists, (std::vector<std::int64_t>{1, 12}));
  }
  list.edition = 2, list.gone = true, list.people.clear(), list.outside.clear();
  save([&](auto& tx, auto record) { add_list(tx, list, record); });
  auto tx = db->read();
  EXPECT_EQ(load_lists(tx), std::vector{list});
  const auto all = load_lists(tx);
  EXPECT_EQ(find_list(all, 1), nullptr);
}

}  // namespace
}  // namespace report
