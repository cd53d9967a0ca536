#include "collect/entry_store.h"

#include "../../tests/support/stored.h"

namespace collect {
namespace {

using calendar::Period;

const Period q1 = Period::quarter({2025}, 1), q2 = Period::quarter({2025}, 2);

class EntriesStored : public tests::Stored {
 protected:
  council::RecordId add(std::vector<Entry> entries) {
    return save([&](auto& tx, auto record) { add_entries(tx, entries, record); });
  }
  template <class Ask>
  auto ask(const Ask& question) {
    auto tx = db->read();
    return question(tx);
  }
  template <class Do>
  void change(const Do& deed) {
    auto tx = db->write();
    deed(tx);
    tx.commit();
  }
};
INSTANTIATE_TEST_SUITE_P(On, EntriesStored, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

Entry plain(indicator::IndicatorId id, const Period& period = q1, std::int32_t edition = 1, Stage stage = Stage::entered) {
  Entry entry;
  entry.indicator = id;
  entry.period = period;
  entry.edition = edition;
  entry.stage = stage;
  entry.value = kit::Decimal::of_units(125'000);
  entry.note = "Two crews short.";
  entry.entered_by = entry.by = "p.shah";
  entry.at = {200 + edition};
  return entry;
}

auto every(const Entry& e) {
  return std::tie(e.indicator, e.period, e.edition, e.stage, e.kind, e.state, e.standing, e.value, e.numerator,
                  e.denominator, e.note, e.next, e.back_on, e.expected_on, e.reason, e.said, e.entered_by, e.by,
                  e.computed, e.at, e.deviation);
}

TEST_P(EntriesStored, ComeBackAsTheyWereSaved) {
  const auto id = new_indicator();
  auto full = plain(id);
  full.kind = EntryKind::correction;
  full.standing = Standing::revised;
  full.numerator = kit::Decimal::of_units(1);
  full.denominator = kit::Decimal::of_units(2);
  full.deviation = kit::Decimal::of_units(123'000);
  full.note = "Two crews short in May; “back” on track\tin June\nby the 9th | 10th. <script>";
  full.next = "Another crew\r\nin August";
  full.back_on = kit::Date::of(2025, 9, 30);
  full.reason = "counted twice";
  full.answers = {{"ten_times", "120 is more\tthan ten times 12.", "The depot\nflooded \\ twice."}, {"outside_usual", "", ""}};
  full.said = "Which week?";
  full.computed = true;
  auto delayed = plain(id, q2);
  delayed.state = State::delayed;
  delayed.value.reset();
  delayed.expected_on = kit::Date::of(2025, 11, 20);
  add({full, delayed});

  const auto one = ask([&](auto& tx) { return newest_entry(tx, id, q1); }), other = ask([&](auto& tx) { return newest_entry(tx, id, q2); });
  ASSERT_TRUE(one && other);
  EXPECT_EQ(every(*one), every(full));
  EXPECT_EQ(every(*other), every(delayed));
  ASSERT_EQ(one->answers.size(), 2u);
  EXPECT_EQ(one->answers[0].sentence, full.answers[0].sentence);
  EXPECT_EQ(one->answers[0].reason, full.answers[0].reason);
  EXPECT_EQ(one->answers[1].warning, "outside_usual");
}

TEST_P(EntriesStored, KeepEveryEdition) {
  const auto id = new_indicator();
  add({plain(id)});
  add({plain(id, q1, 2, Stage::returned)});
  const auto third = add({plain(id, q1, 3)});
  EXPECT_EQ(ask([&](auto& tx) { return newest_entry(tx, id, q1); })->edition, 3);
  const auto history = ask([&](auto& tx) { return entry_history(tx, id, q1); });
  ASSERT_EQ(history.size(), 3u);
  EXPECT_EQ(history[1].stage, Stage::returned);
  EXPECT_FALSE(ask([&](auto& tx) { return newest_entry(tx, id, q2); }));
  const auto since = ask([&](auto& tx) { return entries_since(tx, third - 1); });
  ASSERT_EQ(since.size(), 1u);
  EXPECT_EQ(since[0].edition, 3);
}

TEST_P(EntriesStored, TakeAnEditionFromOneOfTwoPeopleOnly) {
  const auto id = new_indicator();
  add({plain(id)});
  auto second = plain(id);
  second.note = "Mine instead.";
  EXPECT_THROW(add({second}), kit::AlreadyThere);
  EXPECT_EQ(ask([&](auto& tx) { return newest_entry(tx, id, q1); })->note, "Two crews short.");
}

TEST_P(EntriesStored, TellWhatIsNotReportedYet) {
  const auto waiting = new_indicator(), reported = new_indicator();
  add({plain(waiting), plain(waiting, q2, 1, Stage::checked), plain(reported)});
  add({plain(reported, q1, 2, Stage::reported)});
  const auto found = ask([](auto& tx) { return unreported_entries(tx); });
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].indicator, waiting);
  EXPECT_EQ(found[1].period, q2);
  const auto of_period = ask([](auto& tx) { return newest_entries(tx, q1); });
  ASSERT_EQ(of_period.size(), 2u);
  EXPECT_EQ(of_period[1].stage, Stage::reported) << "the newest edition only";
}

TEST_P(EntriesStored, KeepADraftAsItWasTypedUntilItIsForgotten) {
  const auto id = new_indicator();
  Typed form;
  form.seen = 4;
  form.state = "given";
  form.value = " £1,2x ";
  form.deviation = "12.5 or so";
  form.note = "Half a\tsentence,\r\n“and” \\ more";
  form.back_on = "next we";
  form.standing = "provisional";
  form.reasons = {{"ten_times", "because\nof this"}};
  change([&](auto& tx) { keep_draft(tx, "p.shah", id, q1, Typed{}, {100}); });
  change([&](auto& tx) { keep_draft(tx, "p.shah", id, q1, form, {200}); });
  const auto kept = ask([&](auto& tx) { return find_draft(tx, "p.shah", id, q1); });
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->at, kit::Moment{200});
  EXPECT_EQ(std::tie(kept->typed.seen, kept->typed.state, kept->typed.value, kept->typed.deviation, kept->typed.note,
                     kept->typed.back_on, kept->typed.standing, kept->typed.reasons),
            std::tie(form.seen, form.state, form.value, form.deviation, form.note, form.back_on, form.standing,
                     form.reasons));
  EXPECT_FALSE(ask([&](auto& tx) { return find_draft(tx, "o.other", id, q1); })) << "nobody else's";
  change([&](auto& tx) { forget_draft(tx, "p.shah", id, q1); });
  EXPECT_FALSE(ask([&](auto& tx) { return find_draft(tx, "p.shah", id, q1); }));
}

TEST_P(EntriesStored, RememberWhichEditionACheckerHasOpened) {
  const auto id = new_indicator();
  const auto first = plain(id), second = plain(id, q1, 2);
  for (int twice = 0; twice < 2; ++twice) change([&](auto& tx) { mark_opened(tx, "c.checker", first, {300}); });
  EXPECT_TRUE(ask([&](auto& tx) { return was_opened(tx, "c.checker", first); }));
  EXPECT_FALSE(ask([&](auto& tx) { return was_opened(tx, "c.checker", second); })) << "a new edition is to be opened again";
  EXPECT_FALSE(ask([&](auto& tx) { return was_opened(tx, "o.other", first); }));
}

TEST_P(EntriesStored, KnowWhichWindowsAreOpenAgain) {
  const auto id = new_indicator();
  Reopening asked;
  asked.indicator = id;
  asked.period = q1;
  asked.ends = {900};
  asked.reason = "The system was down.";
  asked.asked_by = "m.manager";
  save([&](auto& tx, auto record) { asked.id = add_reopening(tx, asked, record); });
  EXPECT_TRUE(ask([](auto& tx) { return open_reopenings(tx, {500}); }).empty()) << "asked for is not open";
  auto agreed = asked;
  agreed.stage = Reopening::Stage::open;
  agreed.decided_by = "t.team";
  save([&](auto& tx, auto record) { add_reopening(tx, agreed, record); });
  const auto open = ask([](auto& tx) { return open_reopenings(tx, {500}); });
  ASSERT_EQ(open.size(), 1u);
  EXPECT_EQ(open[0].id, asked.id);
  EXPECT_EQ(open[0].edition, 2);
  EXPECT_EQ(open[0].decided_by, "t.team");
  EXPECT_TRUE(ask([](auto& tx) { return open_reopenings(tx, {900}); }).empty()) << "it has ended";
  EXPECT_EQ(ask([](auto& tx) { return all_reopenings(tx); }).size(), 1u);
}

}  // namespace
}  // namespace collect
