#include "work/clock_jobs.h"

#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "work/clock.sql.h"
#include "work/ask_for_targets_store.h"
#include "work/follow_store.h"
#include "work/reminders_store.h"
#include "work/run_store.h"
#include "work/target_round_store.h"

namespace work {
namespace {

using collect::DueDate;
using Job = DueDate::Job;

bool take(kit::Transaction& tx, std::string_view job, const std::string& subject, kit::Moment due, kit::Moment now) {
  return tx.run(clock_sql::happened, {{"job", std::string(job)}, {"subject", subject}, {"due", due.seconds}, {"at", now.seconds}}) == 1;
}

bool has_begun(kit::Database& db) {
  auto tx = db.read();
  return tx.number(clock_sql::started).has_value();
}

void begin(kit::Database& db, kit::Moment now) {
  if (has_begun(db)) return;
  auto tx = db.write();
  if (!tx.number(clock_sql::started)) take(tx, "start", "", now, now);
  tx.commit();
}

// Everything before the newest thing that happened is done, since things are done in order; at its very moment others may wait.
std::vector<DueDate> waiting(kit::Database& db, kit::Moment now) {
  auto tx = db.read();
  const auto started = tx.number(clock_sql::started);
  if (!started) return {};
  const auto newest = tx.number(clock_sql::newest).value_or(*started);
  return collect::due_dates(collect::load_cycles(tx), collect::load_target_calendar(tx), {std::max(*started, newest - 1)}, now);
}

void do_it(kit::Transaction& tx, const assess::Picture& picture, const DueDate& due, kit::Moment now, const std::string& address) {
  switch (due.job) {
    case Job::run: return report_period(tx, picture, due.frequency, due.period, due.at, now);
    case Job::open: return follow_all_of(tx, picture, due.frequency, due.period, due.at);  // the window is open from this moment by itself
    case Job::remind: return remind_officers(tx, picture, due.at, now, address);
    case Job::check: return remind_checkers(tx, picture, due.at, now, address);
    case Job::chase: return chase(tx, picture, due.at, now, address);
    case Job::escalate: return escalate(tx, picture, due.at, now, address);
    case Job::propose: return ask_for_targets(tx, picture, due.period.financial_year(), now, address);
    case Job::seal: return seal_by_the_clock(tx, picture, due.period.financial_year(), due.at, now);
  }
}

}  // namespace

std::vector<DueDate> do_what_is_due(kit::Database& db, kit::Moment now, const std::string& address) {
  std::vector<DueDate> done;
  begin(db, now);
  for (const auto& due : waiting(db, now)) {
    const auto picture = assess::load_picture(db, kit::Moment::end_of(now.date()));

    auto tx = db.write();
    if (!take(tx, code(due.job), due.subject(), due.at, now)) continue;
    do_it(tx, *picture, due, now, address);
    tx.commit();
    done.push_back(due);
  }
  return done;
}

}  // namespace work
