#include "app/readiness.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "app/edge.h"
#include "assess/forecast_memory.h"
#include "assess/picture_store.h"
#include "collect/cycle_store.h"
#include "kit/http.h"
#include "kit/log.h"
#include "report/exceptions_store.h"

namespace app {
namespace {

constexpr auto between_looks = std::chrono::seconds(1);

calendar::FinancialYear year_of_targets(council::Desk& desk) {
  auto tx = desk.db.read();
  return calendar::next_round(collect::load_target_calendar(tx), desk.now);
}

}  // namespace

void make_ready(council::Desk& desk, const std::function<bool()>& go_on) {
  const auto picture = assess::picture_for({}, desk);
  for (const auto& kept : picture->indicators) {
    if (!go_on()) return;
    assess::forecast_ahead(*picture, kept);
  }
  report::exceptions_for({}, desk);
  const auto year = year_of_targets(desk);
  for (const auto& kept : picture->indicators) {
    if (!go_on()) return;
    if (indicator::takes_target(kept.now().kind)) assess::forecast_memory().forecast(*picture, kept, year);
  }
}

struct Readiness::Inside {
  kit::Database& db;
  Edge& edge;
  std::mutex guard{};
  std::condition_variable woken{};
  bool stopping = false;
  std::thread thread{};
  std::optional<std::int64_t> ready_for{}, seen{};

  bool goes_on() {
    const std::lock_guard lock(guard);
    return !stopping;
  }

  // Not in the midst of changes that follow each other: once the data have stood still from one look to the next.
  void look() {
    try {
      const auto version = db.version();
      if (ready_for != version && (seen == version || !ready_for)) {
        edge.make_ready([this] { return goes_on(); });
        ready_for = version;
      }
      seen = version;
    } catch (const std::exception& failed) {
      kit::log(kit::Level::fault, "forecasts could not be made ready, and are tried again", {{"why", failed.what()}});
    }
  }

  void run() {
    std::unique_lock lock(guard);
    while (!stopping) {
      lock.unlock();
      look();
      lock.lock();
      woken.wait_for(lock, between_looks, [this] { return stopping; });
    }
  }
};

Readiness::Readiness(kit::Database& db, Edge& edge) : inside_(new Inside{db, edge}) {
  inside_->thread = std::thread([inside = inside_.get()] { inside->run(); });
}

Readiness::~Readiness() {
  {
    const std::lock_guard lock(inside_->guard);
    inside_->stopping = true;
  }
  inside_->woken.notify_one();
  inside_->thread.join();
}

}  // namespace app
