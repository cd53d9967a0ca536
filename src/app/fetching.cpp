#include "app/fetching.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "kit/failure.h"
#include "kit/log.h"
#include "kit/web_client.h"

namespace app {
namespace {

constexpr std::chrono::seconds between_looks{3};

void log_what_came(const compare::LgFetch& fetch) {
  using State = compare::LgFetch::State;
  const auto what = fetch.data_set.empty() ? std::string("metric types") : fetch.data_set;
  if (fetch.state == State::done) kit::log(kit::Level::note, "fetched from LG Inform Plus", {{"what", what}});
  else
    kit::log(kit::Level::fault, "nothing was fetched from LG Inform Plus",
             {{"what", what},
              {"why", fetch.problem},
              {"again", fetch.state == State::waiting ? fetch.next_try.iso() : "no"}});
}

}  // namespace

std::string lg_inform_at(const std::string& option) {
  if (option.empty()) return std::string(compare::lg_inform_address);
  if (!kit::is_safe_web_address(option))
    throw kit::Failure("--lg-inform " + option +
                       " is not an address that may be asked. Write it as https://gateway.council.example.");
  return option.ends_with('/') ? option.substr(0, option.size() - 1) : option;
}

struct Fetching::Inside {
  kit::Database& db;
  const kit::Clock& clock;
  compare::FetchSettings settings;
  std::atomic<bool> stopping = false;
  std::mutex guard{};
  std::condition_variable woken{};
  std::thread thread{};

  // Whether to look again at once.
  bool look() {
    try {
      const auto fetch = compare::fetch_what_is_due(db, clock.now(), settings);
      if (fetch) log_what_came(*fetch);
      return fetch.has_value();
    } catch (const std::exception& failed) {
      kit::log(kit::Level::fault, "published figures could not be fetched, and it is tried again", {{"why", failed.what()}});
    }
    return false;
  }

  void run() {
    while (!stopping) {
      if (look()) continue;
      std::unique_lock lock(guard);
      woken.wait_for(lock, between_looks, [&] { return stopping.load(); });
    }
  }
};

Fetching::Fetching(kit::Database& db, const kit::Clock& clock, compare::FetchSettings settings)
    : inside_(new Inside{db, clock, std::move(settings)}) {
  inside_->settings.is_wanted = [inside = inside_.get()] { return !inside->stopping; };
  inside_->thread = std::thread([inside = inside_.get()] { inside->run(); });
}

Fetching::~Fetching() {
  {
    const std::scoped_lock lock(inside_->guard);
    inside_->stopping = true;
  }
  inside_->woken.notify_one();
  inside_->thread.join();
}

}  // namespace app
