// Goal G8 of the assurance plan: ten years of the clock, with three servers, restarts, months of standstill and clocks that jump.
#include "work/clock_jobs.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "../../tests/support/stored.h"
#include "collect/cycle_store.h"
#include "collect/entry_store.h"
#include "council/council_store.h"

namespace work {
namespace {

using calendar::Frequency;
using calendar::Period;
using collect::DueDate;
using Job = DueDate::Job;

constexpr std::int64_t hour = 3600, day = 24 * hour;
constexpr int servers = 3;

const kit::Moment begins = *kit::Moment::parse("2025-06-30T12:00:00Z"), ends = *kit::Moment::parse("2035-06-30T12:00:00Z");

// The days of both changes of the clocks, ten years long.
bool clocks_change_near(kit::Moment now) {
  for (const auto days : {0, 1})
    if (kit::Moment::end_of(now.date().plus(days)).seconds - kit::Moment::start_of(now.date().plus(days)).seconds != day) return true;
  return false;
}

class TenYears : public tests::Stored {
 protected:
  void SetUp() override {
    Stored::SetUp();
    if (IsSkipped()) return;
    save([&](auto& tx, auto record) {
      const auto person = [](const char* code, council::Role role) {
        return council::Person{code, code, "Post", std::string(code) + "@smallborough.example",
                               role, "S1", {50},   false};
      };
      council::add_units(
          tx, std::vector<council::Unit>{{council::Unit::Kind::service, "S1", "Service one", "", "", 0, {50}, false}},
          record);
      council::add_people(
          tx,
          std::vector{person("owner", council::Role::officer), person("checker", council::Role::service_manager),
                      person("head", council::Role::head_of_service)},
          record);
      // Monthly windows that last two months and remind on every day on which the clocks may change.
      auto monthly = calendar::usual_cycle(Frequency::monthly);
      monthly.enter_days = 31;
      monthly.remind_days = {25, 26, 27, 28, 29, 30, 31};
      monthly.check_from_day = 32;
      monthly.check_to_day = 38;
      monthly.run_months = 2;
      ASSERT_FALSE(calendar::faults(monthly).any());
      collect::add_cycle(tx, monthly, {50}, record);
      for (const auto frequency : {Frequency::monthly, Frequency::quarterly}) add_one(tx, frequency, record);
      cycles = collect::load_cycles(tx);
    });
    for (int i = 0; i < servers; ++i) start(i);
  }

  void add_one(kit::Transaction& tx, Frequency frequency, council::RecordId record) {
    indicator::Definition d;
    d.indicator = indicator::add_indicator(tx, {50}, record);
    d.at = {60};
    d.applies_from = kit::Date::of(2025, 4, 1);
    d.code = std::string(calendar::code(frequency));
    d.title = "Cases handled";
    d.frequency = frequency;
    d.service = "S1";
    d.owner = "owner";
    d.checker = "checker";
    indicator::add_definitions(tx, std::span(&d, 1), record);
    indicators[frequency] = d.indicator;
  }

  void start(int server) { open[static_cast<std::size_t>(server)] = kit::Database::open(address); }

  // What one server sees as the time: a little off, and now and then far behind.
  kit::Moment clock_of(kit::Moment now) {
    const auto off = one_of(12) == 0 ? -one_of(40 * day) : one_of(180) - 90;
    return {now.seconds + off};
  }
  std::int64_t one_of(std::int64_t many) { return std::uniform_int_distribution<std::int64_t>(0, many - 1)(chance); }

  void turn(kit::Moment now) {
    std::vector<std::thread> together;
    std::vector<std::vector<DueDate>> found(servers);
    const bool all_at_once = one_of(8) == 0;
    for (std::size_t i = 0; i < servers; ++i) {
      if (!all_at_once && one_of(3) != 0) continue;
      const auto seen = clock_of(now);
      const auto look = [this, &found, i, seen] { found[i] = do_what_is_due(*open[i], seen, "https://performance.example"); };
      if (all_at_once) together.emplace_back(look);
      else look();
      if (one_of(50) == 0 && !all_at_once) start(static_cast<int>(i));
    }
    for (auto& one : together) one.join();
    for (auto& one : found) done.insert(done.end(), one.begin(), one.end());
  }

  // Figures that were entered and checked, well within their windows, wait for their run.
  void people_enter(kit::Moment now) {
    for (const auto& [frequency, indicator] : indicators)
      for (const auto& period : calendar::open_periods(calendar::of(cycles, frequency), now)) {
        const auto window = calendar::window(calendar::of(cycles, frequency), period);
        if (now.seconds < window.opens.seconds + day || now.seconds > window.runs.seconds - 2 * day ||
            !entered.emplace(indicator, period).second)
          continue;
        collect::Entry entry;
        entry.indicator = indicator;
        entry.period = period;
        entry.edition = 1;
        entry.stage = collect::Stage::checked;
        entry.value = kit::Decimal::whole(100 + one_of(9));
        entry.note = "As planned.";
        entry.entered_by = "owner";
        entry.by = "checker";
        entry.at = now;
        save([&](auto& tx, auto record) { collect::add_entries(tx, std::span(&entry, 1), record); });
      }
  }

  void live() {
    for (auto now = begins; now < ends;) {
      turn(now);
      if (one_of(2) == 0) people_enter(now);
      const auto step = one_of(60) == 0 ? one_of(60 * day) : clocks_change_near(now) ? 2 * hour : one_of(5 * day);
      now.seconds += step + 1;
    }
    do_what_is_due(*open[0], ends, "https://performance.example");
  }

  template <class Each>
  void each(const char* query, kit::Columns columns, const Each& see) {
    auto tx = db->read();
    tx.each({"asked", query, ""}, {}, columns, see);
  }
  std::int64_t count(const char* query) {
    auto tx = db->read();
    return tx.number({"asked", query, ""}).value_or(-1);
  }

  std::mt19937_64 chance{20260801};
  calendar::Cycles cycles{};
  std::map<Frequency, indicator::IndicatorId> indicators;
  std::set<std::pair<indicator::IndicatorId, Period>> entered;
  std::array<std::unique_ptr<kit::Database>, servers> open;
  std::vector<DueDate> done;
};
INSTANTIATE_TEST_SUITE_P(On, TenYears, testing::Values(kit::Engine::sqlite, kit::Engine::postgres), tests::engine_name);

std::string row_of(std::string_view job, const std::string& subject, std::int64_t due) {
  return std::string(job) + " " + subject + " " + kit::Moment{due}.iso();
}

TEST_P(TenYears, HappenExactlyOnceAndInOrder) {
  live();

  // Everything that fell due since the council began, and nothing else, each once.
  std::multiset<std::string> happened, expected;
  std::int64_t started = 0;
  each("select job, subject, due from happened", "tti", [&](const kit::Row& row) {
    if (row.text(0) == "start") started = row.integer(2);
    else happened.insert(row_of(row.text(0), row.text(1), row.integer(2)));
  });
  const auto due = collect::due_dates(cycles, {}, {started}, ends);
  for (const auto& one : due) expected.insert(row_of(code(one.job), one.subject(), one.at.seconds));
  EXPECT_GT(expected.size(), 1'500u);
  EXPECT_EQ(happened, expected);
  EXPECT_EQ(count("select count(*) from happened where job = 'start'"), 1);
  EXPECT_EQ(count("select count(*) from happened where at < due"), 0) << "nothing before its time, by the clock that did it";

  // Mornings are at eight in London and runs at midnight, on the days on which the clocks change too.
  int at_changes = 0;
  for (const auto& one : due) {
    const bool at_midnight = one.job == Job::run || one.job == Job::open || one.job == Job::seal;
    EXPECT_TRUE(one.at.words().ends_with(at_midnight ? "at 00:00" : "at 08:00")) << one.at.words();
    at_changes += kit::Moment::end_of(one.at.date()).seconds - kit::Moment::start_of(one.at.date()).seconds != day;
  }
  EXPECT_GE(at_changes, 20) << "both days of every year";

  // Runs are recorded in order, each once, and what was entered is reported once.
  std::vector<std::string> ran, should_run;
  each("select subject from record where what = 'run' order by id", "t", [&](const kit::Row& row) { ran.push_back(row.text(0)); });
  for (const auto& one : due)
    if (one.job == Job::run) should_run.push_back(one.period.words() + ", " + std::string(calendar::words(one.frequency)));
  EXPECT_EQ(ran, should_run);
  EXPECT_GT(entered.size(), 120u);
  std::int64_t reported = 0;
  for (const auto& [indicator, period] : entered)
    reported +=
        calendar::window(calendar::of(cycles, indicator == indicators[Frequency::monthly] ? Frequency::monthly
                                                                                          : Frequency::quarterly),
                         period)
            .runs <= ends;
  EXPECT_EQ(count("select count(*) from figure"), reported);
  EXPECT_EQ(count("select count(*) from (select indicator from figure group by indicator, period having count(*) > 1) twice"), 0);

  // Letters: one a day, job and person, queued in order.
  EXPECT_EQ(count("select count(*) from (select key from mail group by key having count(*) > 1) twice"), 0);
  std::vector<std::string> days;
  each("select key from mail order by id", "t",
       [&](const kit::Row& row) { days.push_back(row.text(0).substr(row.text(0).find(' ') + 1, 10)); });
  EXPECT_GT(days.size(), 100u);
  EXPECT_TRUE(std::ranges::is_sorted(days));

  // What the servers say they did is what was done.
  std::multiset<std::string> told;
  for (const auto& one : done) told.insert(row_of(code(one.job), one.subject(), one.at.seconds));
  EXPECT_TRUE(std::ranges::includes(happened, told));
}

TEST_P(TenYears, StartWithNothingFromBeforeTheyBegan) {
  EXPECT_TRUE(do_what_is_due(*db, *kit::Moment::parse("2025-07-20T12:00:00Z"), "").empty());
  const auto next = do_what_is_due(*db, *kit::Moment::parse("2025-07-22T07:00:00Z"), "");
  ASSERT_FALSE(next.empty());
  EXPECT_GT(next.front().at, *kit::Moment::parse("2025-07-20T12:00:00Z"));
  EXPECT_TRUE(do_what_is_due(*db, *kit::Moment::parse("2025-07-22T07:00:00Z"), "").empty());
  EXPECT_TRUE(do_what_is_due(*db, *kit::Moment::parse("2025-07-01T07:00:00Z"), "").empty()) << "a clock that jumps back";
}

}  // namespace
}  // namespace work
