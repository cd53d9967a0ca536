#include "report/edition.h"

#include <gtest/gtest.h>

#include "report/written_words.h"

namespace report {
namespace {

using council::Role;

const kit::Moment now{1'760'000'000};

council::Asker someone(const char* person, Role role) {
  council::Asker asker;
  asker.has_people = true;
  asker.open_to_read = false;
  asker.person = person;
  asker.role = role;
  return asker;
}
const auto director = someone("d.lyle", Role::corporate_leadership),
           other_director = someone("h.okonjo", Role::corporate_leadership),
           team = someone("i.greaves", Role::performance_team), officer = someone("f.aziz", Role::officer),
           member = someone("c.crane", Role::scrutiny_member), head = someone("e.thorne", Role::head_of_service);

Edition edition() { return {{"quarterly", calendar::Period::quarter({2025}, 1), 1}, 0, now, "", "", "", now, {}}; }
Edition after(std::initializer_list<Doing> doings) {
  auto made = edition();
  for (const auto doing : doings) made.steps.push_back({doing, "d.lyle", "", now});
  return made;
}
template <class T>
std::string said(const kit::Verdict<T>& verdict) { return verdict ? "" : verdict.refusals().all().front().sentence; }

TEST(TheAddressOfAnEdition, IsReadBack) {
  auto key = edition().key;
  key.number = 12;
  EXPECT_EQ(key.path(), "/reports/quarterly/2025-26-q1-edition-12");
  const auto read = read_edition_slug(key.slug());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->period, key.period);
  EXPECT_EQ(read->number, 12);
  EXPECT_EQ(read_edition_slug("2025-26-q1")->number, 0);
  for (const auto* odd : {"", "2025-26-q9", "2025-26-q1-edition-", "2025-26-q1-edition-0", "2025-26-q1-edition-x",
                          "2025-26-q1-edition-1x", "2025-26-q1-edition-99999999999", "..", "{edition}"})
    EXPECT_FALSE(read_edition_slug(odd)) << odd;
}

TEST(AnEdition, GoesFromDraftToPublishedAndNeverBack) {
  EXPECT_EQ(edition().state(), State::draft);
  EXPECT_EQ(after({Doing::comment}).state(), State::commented);
  EXPECT_EQ(after({Doing::comment, Doing::signed_off}).state(), State::signed_off);
  EXPECT_EQ(after({Doing::signed_off, Doing::published}).state(), State::published);
  EXPECT_TRUE(comment(edition(), "Say why.", head, now));
  EXPECT_TRUE(sign_off(edition(), director, now));
  EXPECT_EQ(said(publish(edition(), team, now)), "Nobody has signed this edition off yet. Ask a director.");
  EXPECT_TRUE(publish(after({Doing::signed_off}), team, now));
  EXPECT_EQ(said(sign_off(after({Doing::signed_off}), director, now)), "This edition is signed off already.");
  EXPECT_EQ(said(comment(after({Doing::signed_off}), "Late.", head, now)),
            "This edition is signed off. What should be different asks for a second run.");
  EXPECT_EQ(said(publish(after({Doing::signed_off, Doing::published}), team, now)), "This edition is published already.");
}

TEST(AnEdition, IsReviewedOnlyByThoseWhoMay) {
  EXPECT_FALSE(comment(edition(), "I want to.", officer, now));
  EXPECT_FALSE(comment(edition(), "I want to.", member, now));
  EXPECT_FALSE(sign_off(edition(), head, now));
  EXPECT_FALSE(sign_off(edition(), team, now));
  EXPECT_FALSE(publish(after({Doing::signed_off}), director, now));
  EXPECT_EQ(said(comment(edition(), " \n ", head, now)), "Write your comment.");
}

TEST(AnEdition, IsReadByOthersOnlyWhenItIsPublished) {
  const auto draft = edition(), published = after({Doing::signed_off, Doing::published});
  for (const auto form : {Form::full, Form::open}) {
    EXPECT_TRUE(may_read(draft, form, head));
    EXPECT_FALSE(may_read(draft, form, officer));
    EXPECT_FALSE(may_read(draft, form, member));
  }
  EXPECT_TRUE(may_read(published, Form::full, member));
  EXPECT_FALSE(may_read(published, Form::full, officer));
  EXPECT_TRUE(may_read(published, Form::open, officer));
  council::Asker anybody;
  anybody.has_people = true;
  EXPECT_TRUE(may_read(published, Form::open, anybody)) << "where the council lets everybody read";
  EXPECT_FALSE(may_read(published, Form::full, anybody));
  EXPECT_FALSE(may_read(draft, Form::open, anybody));
  anybody.open_to_read = false;
  EXPECT_FALSE(may_read(published, Form::open, anybody));
}

TEST(ASecondRun, NeedsAReasonAndAnotherPerson) {
  const auto published = after({Doing::signed_off, Doing::published});
  EXPECT_EQ(said(ask_rerun(published, std::nullopt, "", team, now)),
            "Say why the report has to be run again: what was wrong, and since when it is right.");
  EXPECT_FALSE(ask_rerun(published, std::nullopt, "Because.", director, now));
  const auto asked = ask_rerun(published, std::nullopt, "AFL01 was counted twice.", team, now);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->key.number, 2);
  EXPECT_FALSE(ask_rerun(published, *asked, "Once more.", team, now)) << "one at a time";
  EXPECT_EQ(said(decide(*asked, Decision::approve, "", team, now)), "You asked for this second run. Another person decides.");
  EXPECT_FALSE(decide(*asked, Decision::approve, "", head, now));
  EXPECT_EQ(said(decide(*asked, Decision::refuse, "", director, now)), "Say why not, so that whoever asked knows what to do.");
  const auto approved = decide(*asked, Decision::approve, "", director, now);
  ASSERT_TRUE(approved);
  EXPECT_EQ(approved->stage, Rerun::Stage::approved);
  EXPECT_FALSE(decide(*approved, Decision::refuse, "No.", other_director, now));
  EXPECT_EQ(said(decide(std::nullopt, Decision::approve, "", director, now)), "No second run was asked for.");
  const auto refused = decide(*asked, Decision::refuse, "It is right.", director, now);
  ASSERT_TRUE(refused);
  const auto again = ask_rerun(published, *refused, "It is not.", team, now);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->step, 3);
}

TEST(ASecondRun, IsNotSignedOffByWhoeverAskedForIt) {
  auto second = edition();
  second.key.number = 2;
  second.asked_by = "d.lyle";
  second.approved_by = "i.greaves";
  EXPECT_EQ(said(sign_off(second, director, now)), "You asked for this second run. Another director signs it off.");
  EXPECT_TRUE(sign_off(second, other_director, now));
}

// -- words --------------------------------------------------------------------------------------------------------------

const Slot purpose{"paper.purpose", "Purpose of the report", ""}, comment_slot{"core.words", "", ""};

TEST(WordsForAReport, AreWrittenUntilItIsSignedOff) {
  const auto draft = edition(), signed_off = after({Doing::signed_off});
  EXPECT_TRUE(write_words(&draft, purpose, "To note.", 0, head, now));
  EXPECT_FALSE(write_words(&signed_off, purpose, "To note.", 0, head, now));
  EXPECT_FALSE(write_words(&draft, purpose, "To note.", 0, officer, now));
  EXPECT_FALSE(write_words(&draft, purpose, "To note.", 8, head, now));
  EXPECT_EQ(write_words(&draft, purpose, "\r\n One \r\n- two\r\n", 0, head, now)->words, "One \n- two");
}

TEST(WordsForAReport, StandInTheirPlaceAndExemptOnesOnlyInFull) {
  Document document;
  document.parts = {{"paper", "Covering paper", {purpose}, false},
                    {"core", "Core", {Paragraph{"Before."}, comment_slot, Paragraph{"After."}}, false}};
  const std::vector<Words> words = {{"core.words", 1, "Canary of a contract.", 3, "d.lyle", now},
                                    {"paper.purpose", 1, "To note.\n- One\n- Two", 0, "d.lyle", now}};
  council::Council council;
  council.people = {{"d.lyle", "Dana Lyle", "Director of Place", "", Role::corporate_leadership, "", {1}, false}};

  const auto full = with_words(document, words, council, Unwritten::go);
  ASSERT_EQ(full.parts[0].blocks.size(), 3u);
  EXPECT_EQ(std::get<Heading>(full.parts[0].blocks[0]).text, "1 Purpose of the report");
  EXPECT_EQ(std::get<Paragraph>(full.parts[0].blocks[1]).text, "1.1 To note.");
  EXPECT_EQ(std::get<List>(full.parts[0].blocks[2]).items, (std::vector<std::string>{"One", "Two"}));
  const auto& note = std::get<Note>(full.parts[1].blocks[1]);
  EXPECT_EQ(note.text, "Canary of a contract.");
  EXPECT_TRUE(note.by.starts_with("Director of Place, "));

  const auto open = with_words(document, open_words(words), council, Unwritten::go);
  EXPECT_EQ(open.parts[1].blocks.size(), 2u);
  EXPECT_EQ(with_words(document, {}, council, Unwritten::go).parts.size(), 1u) << "a paper that nobody wrote is no part";
  EXPECT_EQ(with_words(document, {}, council, Unwritten::stay).parts.size(), 2u);
}

// -- by the clock -------------------------------------------------------------------------------------------------------

Pack pack_called(std::string code, calendar::Frequency frequency) {
  Pack pack;
  pack.code = std::move(code);
  pack.frequency = frequency;
  return pack;
}
std::vector<std::string> told(const std::vector<DueRun>& due) {
  std::vector<std::string> all;
  for (const auto& one : due) all.push_back(one.at.iso() + " " + one.pack->code + " " + one.period.slug());
  return all;
}
kit::Moment at(const char* iso) { return *kit::Moment::parse(iso); }

TEST(ARun, IsDueAtTheMidnightInLondonThatEndsItsDay) {
  const std::vector<Pack> packs = {pack_called("q", calendar::Frequency::quarterly), pack_called("m", calendar::Frequency::monthly)};
  const auto cycles = calendar::usual_cycles();
  EXPECT_EQ(told(due_runs(packs, cycles, at("2025-07-31T22:59:59Z"), at("2025-07-31T23:00:00Z"))),
            (std::vector<std::string>{"2025-07-31T23:00:00Z m 2025-06", "2025-07-31T23:00:00Z q 2025-26-q1"}));
  EXPECT_TRUE(due_runs(packs, cycles, at("2025-07-31T23:00:00Z"), at("2025-08-31T22:59:59Z")).empty());
  EXPECT_EQ(told(due_runs(packs, cycles, at("2026-01-31T00:00:00Z"), at("2026-02-01T00:00:00Z"))),
            (std::vector<std::string>{"2026-02-01T00:00:00Z m 2025-12", "2026-02-01T00:00:00Z q 2025-26-q3"}));
}

TEST(ARun, IsNotDueForAPackThatWasMadeLaterOrIsGone) {
  auto late = pack_called("late", calendar::Frequency::quarterly), gone = pack_called("gone", calendar::Frequency::quarterly);
  late.since = at("2025-08-01T09:00:00Z");
  gone.gone = true;
  const std::vector<Pack> packs = {late, gone};
  EXPECT_EQ(told(due_runs(packs, calendar::usual_cycles(), at("2025-06-30T12:00:00Z"), at("2025-11-01T12:00:00Z"))),
            (std::vector<std::string>{"2025-11-01T00:00:00Z late 2025-26-q2"}));
}

TEST(ARun, OfEveryPeriodIsDueOnceInTenYears) {
  const std::vector<Pack> packs = {pack_called("m", calendar::Frequency::monthly)};
  const auto cycles = calendar::usual_cycles();
  std::vector<calendar::Period> found;
  for (auto from = at("2025-06-30T12:00:00Z"); from < at("2035-06-30T12:00:00Z");) {
    const kit::Moment to{from.seconds + 11 * 86400 + 3600};
    for (const auto& one : due_runs(packs, cycles, from, to)) found.push_back(one.period);
    from = to;
  }
  ASSERT_GE(found.size(), 119u);
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_EQ(found[i], found[i - 1].next());
}

TEST(TheNextRun, IsTheFirstAfterNow) {
  const auto pack = pack_called("q", calendar::Frequency::quarterly);
  const auto cycles = calendar::usual_cycles();
  EXPECT_EQ(next_run(pack, cycles, at("2025-07-31T22:59:59Z")).period.slug(), "2025-26-q1");
  EXPECT_EQ(next_run(pack, cycles, at("2025-07-31T23:00:00Z")).period.slug(), "2025-26-q2");
}

}  // namespace
}  // namespace report
