// Runs by the clock, on both databases: once, whole, and from what was known at the moment.
#include <thread>

#include "kit/secret.h"
#include "report/pack_store.h"
#include "report/sign_off_store.h"
#include "run_store_test.h"

namespace report {
namespace {

using namespace tests;

class Reports : public tests::StoredReports {};
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
