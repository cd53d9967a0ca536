#include "kit/db_pool.h"

#include <chrono>

namespace kit {
namespace {

class PooledTurn : public Turn {
 public:
  explicit PooledTurn(Pool::Lent link) : link_(std::move(link)) {}
  PooledTurn(const PooledTurn&) = delete;
  ~PooledTurn() override {
    if (!is_done_) link_->roll_back();
  }

  Link& link() override { return *link_; }
  void commit() override {
    link_->commit();
    is_done_ = true;
  }

 private:
  const Pool::Lent link_;
  bool is_done_ = false;
};

}  // namespace

Pool::Lent Pool::lend() { return {take().release(), GiveBack{this}}; }

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

std::unique_ptr<Turn> Pool::turn(void (Link::*begin)()) {
  for (std::size_t tries = 0;; ++tries) {
    auto link = lend();
    try {
      (link.get()->*begin)();
      return std::make_unique<PooledTurn>(std::move(link));
    } catch (const Failure&) {
      if (link->is_alive() || tries > most_) throw;
    }
  }
}

}  // namespace kit
