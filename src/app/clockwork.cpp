#include "app/clockwork.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "assess/page_days_store.h"
#include "council/letter_store.h"
#include "kit/html.h"
#include "kit/log.h"
#include "kit/secret.h"
#include "report/enclosure_store.h"
#include "report/report_jobs.h"
#include "work/clock_jobs.h"

namespace app {
namespace {

std::string host_of(const std::string& address) { return address.substr(address.rfind('@') + 1); }

constexpr auto longest_turn = std::chrono::minutes(5);  // half of what letters are claimed for
constexpr std::int64_t until_a_file_is_made = 2;        // seconds, before a letter that waits for one is looked at again

// The letter as it goes: with its file, or with why it has none.
kit::Mail mail_of(const council::Claimed& one, const kit::SmtpServer& smtp, report::Enclosed enclosed) {
  const auto& letter = one.letter;
  const auto id = kit::fingerprint(letter.key).substr(0, 32) + "@" + host_of(smtp.from);
  kit::Mail mail{smtp.from, letter.address, letter.subject, letter.plain, letter.html, id, one.at};
  if (!enclosed.said.empty()) {
    kit::Html html;
    html.el("p", enclosed.said);
    mail.plain += "\n" + enclosed.said + "\n";
    mail.html += std::move(html).take();
  }
  if (enclosed.is == report::Enclosed::Is::there) mail.attachment = std::move(enclosed.file);
  return mail;
}

kit::Delivered deliver(const kit::Mail& mail, const kit::SmtpServer& smtp) {
  try {
    return kit::send(mail, smtp);
  } catch (const kit::Failure& unfit) {
    return {kit::Delivered::How::refused, unfit.what()};
  }
}

council::Fate fate_of(kit::Delivered::How how) {
  using How = kit::Delivered::How;
  return how == How::taken ? council::Fate::sent : how == How::refused ? council::Fate::bounced : council::Fate::not_reached;
}

std::vector<council::Claimed> claim(kit::Database& db, kit::Moment now) {
  auto tx = db.write();
  auto letters = council::claim_letters(tx, now);
  tx.commit();
  return letters;
}

// It waits for its file, and is no try. A turn that sends all waits with it; one of a server goes on, and comes back.
void wait_for_its_file(kit::Database& db, const council::Claimed& one, kit::Moment now, const ClockworkSettings& settings, Turn& turn) {
  const bool waits_here = settings.letters == ClockworkSettings::Letters::all;
  if (waits_here) std::this_thread::sleep_for(std::chrono::milliseconds(200));
  turn.waits_for_files = true;
  auto tx = db.write();
  council::postpone_letter(tx, one, waits_here ? 0 : until_a_file_is_made, now);
  tx.commit();
}

// The first few that wait. Once the server is not there, the others need not find out for themselves; and no turn takes so long
// that another server would take its letters for left behind. Whether there may be more.
bool send_some(kit::Database& db, kit::Moment now, const ClockworkSettings& settings, Turn& turn) {
  const auto& smtp = *settings.smtp;
  turn.waits_for_files = false;
  const auto began = std::chrono::steady_clock::now();
  const auto letters = claim(db, now);
  kit::Delivered delivered;
  for (const auto& one : letters) {
    if (std::chrono::steady_clock::now() - began > longest_turn) return false;
    auto enclosed = report::enclosed(db, settings.press, one.letter.attached, now);
    if (enclosed.is == report::Enclosed::Is::being_made) {
      wait_for_its_file(db, one, now, settings, turn);
      continue;
    }
    if (delivered.how != kit::Delivered::How::unreachable) delivered = deliver(mail_of(one, smtp, std::move(enclosed)), smtp);
    const auto fate = fate_of(delivered.how);
    ++(fate == council::Fate::sent ? turn.sent : turn.not_sent);

    auto tx = db.write();
    council::settle_letter(tx, one, fate, delivered.problem, now);
    tx.commit();
  }
  if (turn.waits_for_files && settings.letters == ClockworkSettings::Letters::some) return false;
  return !letters.empty() && delivered.how != kit::Delivered::How::unreachable;
}

}  // namespace

Turn turn(kit::Database& db, kit::Moment now, const ClockworkSettings& settings) {
  Turn turn;
  turn.done = work::do_what_is_due(db, now, settings.address);
  turn.reports = report::run_what_is_due(db, now, settings.data_folder);
  if (!settings.smtp) return turn;
  do {
    turn.more_letters = send_some(db, now, settings, turn);
  } while (turn.more_letters && settings.letters == ClockworkSettings::Letters::all);
  return turn;
}

struct Clockwork::Inside {
  kit::Database& db;
  const kit::Clock& clock;
  ClockworkSettings settings;
  std::mutex guard{};
  std::condition_variable woken{};
  bool stopping = false;
  std::thread thread{};

  // Whether to look again at once. A failure (a full disk, a database that is away) is logged and tried again: nothing that is due is lost.
  bool look() {
    try {
      const auto turn = app::turn(db, clock.now(), settings);
      for (const auto& due : turn.done)
        kit::log(kit::Level::note, "by the clock",
                 {{"job", std::string(collect::code(due.job))}, {"subject", due.subject()}, {"due", due.at.iso()}});
      if (settings.counter) assess::write_down(db, *settings.counter);
      for (const auto& edition : turn.reports)
        kit::log(kit::Level::note, "a report ran", {{"report", edition.key.path()}, {"as_at", edition.as_at.iso()}});
      return turn.more_letters;
    } catch (const std::exception& failed) {
      kit::log(kit::Level::fault, "what is due could not be done, and is tried again", {{"why", failed.what()}});
    }
    return false;
  }

  void run() {
    std::unique_lock lock(guard);
    while (!stopping) {
      lock.unlock();
      const bool again = look();
      lock.lock();
      if (!again) woken.wait_for(lock, std::chrono::seconds(settings.seconds_between_looks), [&] { return stopping; });
    }
  }
};

Clockwork::Clockwork(kit::Database& db, const kit::Clock& clock, ClockworkSettings settings)
    : inside_(new Inside{db, clock, std::move(settings)}) {
  inside_->thread = std::thread([inside = inside_.get()] { inside->run(); });
}

Clockwork::~Clockwork() {
  {
    const std::lock_guard lock(inside_->guard);
    inside_->stopping = true;
  }
  inside_->woken.notify_one();
  inside_->thread.join();
}

}  // namespace app
