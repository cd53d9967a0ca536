#include "app/clockwork.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include "council/letter_store.h"
#include "kit/log.h"
#include "kit/secret.h"
#include "work/clock_jobs.h"

namespace app {
namespace {

std::string host_of(const std::string& address) { return address.substr(address.rfind('@') + 1); }

void send_letters(kit::Database& db, kit::Moment now, const kit::SmtpServer& smtp, Turn& turn) {
  std::vector<council::Claimed> letters;
  {
    auto tx = db.write();
    letters = council::claim_letters(tx, now);
    tx.commit();
  }
  for (const auto& one : letters) {
    const auto& letter = one.letter;
    council::Fate fate = council::Fate::bounced;
    std::string problem;
    try {
      const auto id = kit::fingerprint(letter.key).substr(0, 32) + "@" + host_of(smtp.from);
      const auto delivered = kit::send({smtp.from, letter.address, letter.subject, letter.plain, letter.html, id, one.at}, smtp);
      using How = kit::Delivered::How;
      fate = delivered.how == How::taken ? council::Fate::sent : delivered.how == How::refused ? council::Fate::bounced : council::Fate::not_reached;
      problem = delivered.problem;
    } catch (const kit::Failure& unfit) {
      problem = unfit.what();
    }
    ++(fate == council::Fate::sent ? turn.sent : turn.not_sent);

    auto tx = db.write();
    council::settle_letter(tx, one, fate, problem, now);
    tx.commit();
  }
}

}  // namespace

Turn turn(kit::Database& db, kit::Moment now, const ClockworkSettings& settings) {
  Turn turn;
  turn.done = work::do_what_is_due(db, now, settings.address);
  if (settings.smtp) send_letters(db, now, *settings.smtp, turn);
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

  // A failure (a full disk, a database that is away) is logged and tried again: nothing that is due is lost.
  void look() {
    try {
      for (const auto& due : turn(db, clock.now(), settings).done)
        kit::log(kit::Level::note, "by the clock", {{"job", std::string(collect::code(due.job))}, {"subject", due.subject()}, {"due", due.at.iso()}});
    } catch (const std::exception& failed) {
      kit::log(kit::Level::fault, "what is due could not be done, and is tried again", {{"why", failed.what()}});
    }
  }

  void run() {
    std::unique_lock lock(guard);
    while (!stopping) {
      lock.unlock();
      look();
      lock.lock();
      woken.wait_for(lock, std::chrono::seconds(settings.seconds_between_looks), [&] { return stopping; });
    }
  }
};

Clockwork::Clockwork(kit::Database& db, const kit::Clock& clock, ClockworkSettings settings) : inside_(new Inside{db, clock, std::move(settings)}) {
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
