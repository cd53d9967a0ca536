#include "kit/db_pool.h"

#include <chrono>

namespace kit {

std::unique_ptr<Link> Pool::take() {
  std::unique_lock lock(guard_);
  if (!freed_.wait_for(lock, std::chrono::seconds(10), [&] { return out_ < most_; }))
    throw Busy("All connections to the database are in use.");
  ++out_;
  if (free_.empty()) {
    lock.unlock();
    return opened();
  }
  auto link = std::move(free_.back());
  free_.pop_back();
  return link;
}

std::unique_ptr<Link> Pool::opened() {
  try {
    return open_();
  } catch (...) {
    count_off();
    throw;
  }
}

void Pool::count_off() noexcept {
  {
    std::lock_guard lock(guard_);
    --out_;
  }
  freed_.notify_one();
}

void Pool::give_back(std::unique_ptr<Link> link) noexcept {
  if (link && link->is_alive()) {
    std::lock_guard lock(guard_);
    free_.push_back(std::move(link));
  }
  link.reset();
  count_off();
}

std::unique_ptr<Link> Pool::begun(void (Link::*begin)()) {
  for (std::size_t tries = 0;; ++tries) {
    auto link = take();
    try {
      (link.get()->*begin)();
      return link;
    } catch (const Failure&) {
      const bool was_lost = !link->is_alive();
      give_back(std::move(link));
      if (!was_lost || tries > most_) throw;
    } catch (...) {
      give_back(std::move(link));
      throw;
    }
  }
}

}  // namespace kit
