#include "kit/press.h"

#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "kit/failure.h"
#include "kit/log.h"
#include "kit/made_files.h"
#include "kit/temporary_folder.h"

namespace kit {
namespace {

using Clock = std::chrono::steady_clock;
using Is = Standing::Is;

std::string first_there(std::initializer_list<const char*> paths) {
  for (const auto* path : paths)
    if (::access(path, X_OK) == 0) return path;
  return {};
}

}  // namespace

std::string find_browser() {
  return first_there(
      {"/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable", "/usr/bin/google-chrome"});
}
std::string find_pandoc() { return first_there({"/usr/bin/pandoc", "/usr/local/bin/pandoc"}); }

struct Press::Inside {
  struct Job {
    Make make;
    std::set<std::string> askers;
    bool has_begun = false, is_wanted = true;
    Clock::time_point begun;
  };

  PressSettings settings;
  MadeFiles files{settings.folder, settings.most_bytes};
  Browser browser{settings.browser};
  std::mutex guard{};
  std::condition_variable more{};
  std::deque<std::string> order{};  // the first is being made
  std::map<std::string, std::shared_ptr<Job>> jobs{};
  std::map<std::string, std::string> failed{};  // why
  bool is_over = false;
  std::atomic<std::size_t> weight{0};
  std::thread worker{};

  Standing standing(const std::string& name) {
    Standing answer;
    if (const auto found = jobs.find(name); found != jobs.end()) {
      answer.is = found->second->has_begun ? Is::being_made : Is::waiting;
      answer.before = static_cast<int>(std::find(order.begin(), order.end(), name) - order.begin());
      if (found->second->has_begun)
        answer.seconds = static_cast<int>(
            std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - found->second->begun).count());
    } else if (const auto why = failed.find(name); why != failed.end()) {
      answer.is = Is::failed;
      answer.why = why->second;
    } else if (files.has(name)) {
      answer.is = Is::made;
    }
    return answer;
  }

  bool is_wanted(const Job& job) {
    const std::lock_guard lock(guard);
    return job.is_wanted && !is_over;
  }

  // What went wrong, in a sentence; empty when it has been made.
  std::string make(const std::string& name, Job& job) {
    try {
      Tools tools{browser, settings, {Clock::now() + settings.longest, 1'500u << 20, [&] { return is_wanted(job); }}};
      files.put(name, job.make(tools));
      weight = browser.memory();
      return {};
    } catch (const std::exception& wrong) {
      if (is_wanted(job)) log(Level::fault, "a file could not be made", {{"name", name}, {"why", wrong.what()}});
      return wrong.what();
    }
  }

  void work() {
    std::unique_lock lock(guard);
    while (!is_over) {
      if (order.empty()) {
        if (more.wait_for(lock, settings.warm) == std::cv_status::timeout && order.empty()) browser.rest();
        continue;
      }
      const auto name = order.front();
      const auto job = jobs.at(name);
      job->has_begun = true;
      job->begun = Clock::now();
      lock.unlock();
      const auto why = make(name, *job);
      lock.lock();
      if (!why.empty() && job->is_wanted) failed[name] = why;
      std::erase(order, name);
      jobs.erase(name);
    }
  }
};

Press::Press(PressSettings settings) : inside_(new Inside{std::move(settings)}) {
  if (const auto cleared = clear_left_behind(); cleared > 0)
    log(Level::note, "temporary folders of a server that was killed are cleared",
        {{"folders", std::to_string(cleared)}});
  inside_->worker = std::thread([inside = inside_.get()] { inside->work(); });
}

Press::~Press() {
  {
    const std::lock_guard lock(inside_->guard);
    inside_->is_over = true;
  }
  inside_->more.notify_all();
  inside_->worker.join();
}

const PressSettings& Press::settings() const { return inside_->settings; }

std::optional<std::string> Press::find(const std::string& name) { return inside_->files.find(name); }

Standing Press::ask(const std::string& name, const std::string& asker, Make make) {
  auto& in = *inside_;
  const std::lock_guard lock(in.guard);
  const auto now = in.standing(name);
  if (now.is == Is::waiting || now.is == Is::being_made) in.jobs.at(name)->askers.insert(asker);
  if (now.is != Is::unknown) return now;
  if (in.order.size() >= in.settings.most_waiting) return {Is::too_many, static_cast<int>(in.order.size()), 0, ""};
  auto job = std::make_shared<Inside::Job>();
  job->make = std::move(make);
  job->askers.insert(asker);
  in.jobs.emplace(name, std::move(job));
  in.order.push_back(name);
  in.more.notify_all();
  return in.standing(name);
}

Standing Press::standing(const std::string& name) {
  const std::lock_guard lock(inside_->guard);
  return inside_->standing(name);
}

void Press::leave(const std::string& name, const std::string& asker) {
  auto& in = *inside_;
  const std::lock_guard lock(in.guard);
  const auto found = in.jobs.find(name);
  if (found == in.jobs.end() || found->second->askers.erase(asker) == 0 || !found->second->askers.empty()) return;
  found->second->is_wanted = false;  // what has begun ends by itself, and whoever asks meanwhile waits for its end
  if (found->second->has_begun) return;
  std::erase(in.order, name);
  in.jobs.erase(found);
}

void Press::forget(const std::string& name) {
  const std::lock_guard lock(inside_->guard);
  inside_->failed.erase(name);
}

std::size_t Press::memory() const { return inside_->weight; }

}  // namespace kit
