// Runs by the clock, on both databases: once, whole, and from what was known at the moment.
#include "report/run_store.h"

#include <thread>

#include "../../tests/support/stored.h"
#include "collect/figure_store.h"
#include "council/letter_store.h"
#include "council/council_store.h"
#include "indicator/target_store.h"
#include "kit/secret.h"
#include "report/distribution_list_store.h"
#include "report/distribution_store.h"
#include "report/document_told.h"
#include "report/enclosure_store.h"
#include "report/pack_store.h"
#include "report/report_jobs.h"
#include "report/sign_off_store.h"

namespace report {
namespace {

using calendar::Period;

kit::Moment at(const char* iso) { return *kit::Moment::parse(iso); }
const std::string no_files;  // of published figures
const auto q1 = Period::quarter({2025}, 1);
const EditionKey first{"quarterly", q1, 1};

class Reports : public ::tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    save([&](auto& tx, auto record) {
      council::add_settings(tx, std::vector<council::Setting>{{"name", "Smallborough Council", {50}}}, record);
      council::add_people(tx,
                          std::vector<council::Person>{{"c.crane",
                                                        "Cora Crane",
                                                        "Councillor",
                                                        "c.crane@smallborough.example",
                                                        council::Role::scrutiny_member,
                                                        "",
                                                        {50},
                                                        false},
                                                       {"f.aziz",
                                                        "Farid Aziz",
                                                        "Officer",
                                                        "f.aziz@smallborough.example",
                                                        council::Role::officer,
                                                        "",
                                                        {50},
                                                        false}},
                          record);
      add_indicator(tx, record);
    });
    tell_figure("50", "2025-07-20T10:00:00Z");
    run_what_is_due(*db, at("2025-07-01T12:00:00Z"), no_files);  // reports begin
  }

  void add_indicator(kit::Transaction& tx, council::RecordId record) {
    indicator::Definition d;
    d.indicator = id = indicator::add_indicator(tx, {50}, record);
    d.at = {60};
    d.applies_from = kit::Date::of(2024, 4, 1);
    d.code = "AFL01";
    d.title = "Homes visited";
    d.kind = indicator::Kind::core;
    indicator::add_definitions(tx, std::span(&d, 1), record);
  }

  void tell_figure(const char* value, const char* when) {
    save([&](auto& tx, auto record) {
      collect::Figure f;
      f.indicator = id;
      f.period = q1;
      f.edition = collect::newest_edition(tx, id, q1) + 1;
      f.value = kit::Decimal::parse(value);
      f.note = "As counted.";
      f.at = at(when);
      collect::add_figures(tx, std::span(&f, 1), record);
    });
  }

  Document shown(const EditionKey& key, Form form = Form::full) {
    auto tx = db->read();
    return *read_document(load_document(tx, key, form)->json);
  }
  std::int64_t count(const char* table) {
    auto tx = db->read();
    return tx
        .number({"count",
                 std::string_view(table) == "edition" ? "select count(*) from report_edition"
                                                      : "select count(*) from report_document",
                 ""})
        .value_or(-1);
  }

  indicator::IndicatorId id = 0;
};
INSTANTIATE_TEST_SUITE_P(On, Reports, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), ::tests::engine_name);

TEST_P(Reports, RunAtTheirMomentAndOnce) {
  EXPECT_TRUE(run_what_is_due(*db, at("2025-07-31T22:59:59Z"), no_files).empty());
  const auto made = run_what_is_due(*db, at("2025-07-31T23:00:00Z"), no_files);
  EXPECT_EQ(made.size(), 6u) << "two monthly ones for June, four quarterly ones";
  EXPECT_TRUE(run_what_is_due(*db, at("2025-07-31T23:00:05Z"), no_files).empty());
  EXPECT_EQ(shown(first).facts.front().shown, "50");
  EXPECT_EQ(shown(first).as_at, at("2025-07-31T23:00:00Z"));
}

TEST_P(Reports, RunLateFromWhatWasKnownAtTheirMoment) {
  tell_figure("60", "2025-08-01T09:00:00Z");
  EXPECT_EQ(run_what_is_due(*db, at("2025-08-02T08:00:00Z"), no_files).size(), 6u);
  EXPECT_EQ(shown(first).facts.front().shown, "50") << "what was corrected after the moment is not in it";
}

TEST_P(Reports, StayAsTheyWereWhateverIsCorrected) {
  run_what_is_due(*db, at("2025-07-31T23:00:00Z"), no_files);
  const auto before = as_json(shown(first));
  tell_figure("60", "2025-08-01T09:00:00Z");
  run_what_is_due(*db, at("2025-08-01T10:00:00Z"), no_files);
  EXPECT_EQ(as_json(shown(first)), before);
}

TEST_P(Reports, RunOnceAmongThreeServers) {
  std::vector<std::unique_ptr<kit::Database>> servers;
  for (int i = 0; i < 3; ++i) servers.push_back(kit::Database::open(address));
  std::atomic<int> made = 0;
  {
    std::vector<std::jthread> threads;
    for (auto& server : servers)
      threads.emplace_back([&] {
        try {
          made += static_cast<int>(run_what_is_due(*server, at("2025-07-31T23:00:01Z"), no_files).size());
        } catch (const kit::Failure&) {  // another was first: the next look finds nothing to do
        }
      });
  }
  run_what_is_due(*db, at("2025-07-31T23:00:05Z"), no_files);
  EXPECT_EQ(count("edition"), 6);
  EXPECT_EQ(count("document"), 12) << "two forms of each";
}

TEST_P(Reports, LeaveNothingOfARunThatWasCutOff) {
  {
    auto tx = db->write();
    Edition edition{first, 0, at("2025-07-31T23:00:00Z"), "", "", "", at("2025-07-31T23:00:00Z"), {}};
    ASSERT_TRUE(keep(tx, edition, {"{}", "{}"}, "goldenthread", at("2025-07-31T23:00:00Z")));
  }  // not committed
  EXPECT_EQ(count("edition"), 0);
  EXPECT_EQ(count("document"), 0);
  EXPECT_EQ(run_what_is_due(*db, at("2025-07-31T23:00:01Z"), no_files).size(), 6u);
}

TEST_P(Reports, AreFrozenWithTheirWordsWhenTheyAreSignedOff) {
  run_what_is_due(*db, at("2025-07-31T23:00:00Z"), no_files);
  save([&](auto& tx, auto record) {
    add_words(tx, "quarterly", q1, {"paper.purpose", 1, "To be overwritten.", 0, "f.aziz", at("2025-08-03T09:00:00Z")}, record);
    add_words(tx, "quarterly", q1, {"paper.purpose", 2, "To note the quarter.", 0, "f.aziz", at("2025-08-04T09:00:00Z")}, record);
    add_words(tx, "quarterly", q1, {"summary.words", 1, "Canary of a contract.", 3, "f.aziz", at("2025-08-04T09:00:00Z")}, record);
    const auto editions = load_editions_of(tx, "quarterly");
    add_signed_documents(tx, editions.front(), {}, record);
    add_step(tx, editions.front(), {Doing::signed_off, "d.lyle", "", at("2025-08-05T09:00:00Z")}, record);
  });
  save([&](auto& tx, auto record) {
    add_words(tx, "quarterly", q1, {"paper.purpose", 3, "Written afterwards.", 0, "f.aziz", at("2025-08-06T09:00:00Z")},
              record);
  });
  const auto full = as_json(shown(first)), open = as_json(shown(first, Form::open));
  for (const auto* there : {"To note the quarter.", "Canary of a contract."}) EXPECT_NE(full.find(there), full.npos) << there;
  EXPECT_EQ(full.find("overwritten"), full.npos);
  EXPECT_EQ(full.find("afterwards"), full.npos);
  EXPECT_NE(open.find("To note the quarter."), open.npos);
  EXPECT_EQ(open.find("Canary"), open.npos);
  EXPECT_NE(open.find("Words written for this report are not for publication under paragraph 3"), open.npos);
  auto tx = db->read();
  EXPECT_EQ(load_document(tx, first, Form::full)->stage, Stage::signed_off);
  EXPECT_EQ(load_editions_of(tx, "quarterly").front().state(), State::signed_off);
}

TEST_P(Reports, RefuseTheSecondOfTwoWhoDoTheSame) {
  run_what_is_due(*db, at("2025-07-31T23:00:00Z"), no_files);
  save([&](auto& tx, auto record) {
    const auto edition = load_editions_of(tx, "quarterly").front();
    add_step(tx, edition, {Doing::comment, "d.lyle", "One.", {100}}, record);
    EXPECT_EQ(load_editions_of(tx, "quarterly").front().steps.size(), 1u);
  });
  const Edition as_it_was{first, 0, {}, "", "", "", {}, {}};
  EXPECT_THROW(save([&](auto& tx, auto record) {
                 add_step(tx, as_it_was, {Doing::comment, "h.okonjo", "Two.", {101}}, record);
               }),
               kit::AlreadyThere);
}

TEST_P(Reports, TellEachReaderOnceWithALinkToWhatTheyMaySee) {
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

TEST_P(Reports, TellOutsideAddressesOfThePublicEditionAndNobodyTwice) {
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

TEST_P(Reports, NameThePdfOfWhatEachReaderMaySeeWhereTheCouncilAllowsIt) {
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

TEST_P(Reports, KeepListsInEditionsAndWhichOfThemAPackHas) {
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

TEST_P(Reports, OfAPackOfTheCouncilsOwnRunFromWhenItWasMade) {
  Pack own = *find(shipped_packs(), "quarterly");
  own.code = "housing-board";
  own.edition = 1;
  own.at = at("2025-08-01T09:00:00Z");
  own.by = "i.greaves";
  save([&](auto& tx, auto record) { add_pack(tx, own, record); });
  EXPECT_EQ(run_what_is_due(*db, at("2025-08-02T09:00:00Z"), no_files).size(), 6u);
  const auto made = run_what_is_due(*db, at("2025-11-01T09:00:00Z"), no_files);
  EXPECT_EQ(std::ranges::count(made, "housing-board", [](const Edition& one) { return one.key.pack; }), 1);
  auto tx = db->read();
  const auto packs = load_packs(tx);
  EXPECT_EQ(find(packs, "housing-board")->sections, own.sections) << "kept as it was made";
  EXPECT_THROW(save([&](auto& other, auto record) { add_pack(other, own, record); }), kit::AlreadyThere);
}

TEST_P(Reports, AreNotShownWhenTheirBytesWereChanged) {
  run_what_is_due(*db, at("2025-07-31T23:00:00Z"), no_files);
  save([&](auto& tx, auto) {
    tx.run({"tamper",
            "update report_document set document = replace(document, '\"50\"', '\"51\"') where pack = 'quarterly'", ""},
           {});
  });
  auto tx = db->read();
  EXPECT_THROW(load_document(tx, first, Form::full), kit::Failure);
}

}  // namespace
}  // namespace report
