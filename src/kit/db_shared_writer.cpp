#include "kit/db_shared_writer.h"

#include <algorithm>
#include <chrono>
#include <exception>

namespace kit {
namespace {

constexpr auto patience = std::chrono::seconds(10);
constexpr std::size_t most_parts = 64;  // so that the first of them is answered soon
constexpr int most_groups = 4;          // that one thread leads: its own answer waits for them

[[noreturn]] void too_long() { throw Busy("All connections to the database are in use."); }

}  // namespace

// Somebody's part, from the moment it is asked for to the flush.
struct SharedWriter::Waiting {
  explicit Waiting(const Part& asked) : part(asked) {}
  const Part& part;
  std::condition_variable woken = {};
  bool is_begun = false, is_kept = false, has_ended = false;
  std::exception_ptr failure = nullptr;
};

class SharedWriter::Alone : public Turn {
 public:
  explicit Alone(SharedWriter& writer) : writer_(writer) {
    std::unique_lock lock(writer_.guard_);
    if (!writer_.await_turn_alone(lock)) too_long();
    lock.unlock();
    try {
      writer_.link_->begin_writing();
    } catch (...) {
      writer_.leave(false);
      throw;
    }
  }
  Alone(const Alone&) = delete;
  ~Alone() override {
    if (!is_done_) end([&] { writer_.link_->roll_back(); });
  }

  Link& link() override {
    demand(!is_done_, "A transaction is used after its end.");
    return *writer_.link_;
  }
  void commit() override {
    if (!writer_.link_->is_open()) throw Failure("commit: an earlier error has ended the transaction");
    writer_.link_->commit();
    end([] {});
  }

 private:
  template <class Last>
  void end(Last last) noexcept {
    is_done_ = true;
    last();
    writer_.leave(false);
    writer_.take_over_in_turn();
  }

  SharedWriter& writer_;
  bool is_done_ = false;
};

std::unique_ptr<Turn> SharedWriter::alone() { return std::make_unique<Alone>(*this); }

void SharedWriter::together(const Part& part) {
  const auto own = std::make_shared<Waiting>(part);
  {
    std::unique_lock lock(guard_);
    waiting_together_.push_back(own);
    const auto is_first = [&] { return !own->is_begun && waiting_together_.front() == own && together_may_begin(); };
    own->woken.wait_for(lock, patience, [&] { return own->is_begun || is_first(); });
    if (own->is_begun) {
      own->woken.wait(lock, [&] { return own->has_ended; });
    } else if (is_first()) {
      is_taken_ = true;
    } else {
      std::erase(waiting_together_, own);
      too_long();
    }
  }
  if (!own->has_ended) {
    for (int groups = 1; lead(groups < most_groups);) ++groups;
    take_over_in_turn();
  }
  if (own->failure) std::rethrow_exception(own->failure);
}

bool SharedWriter::lead(bool may_go_on) {
  Group group;
  group.reserve(most_parts);
  std::exception_ptr failure;
  try {
    link_->begin_writing();
    while (auto one = next(group)) {
      write(*group.emplace_back(std::move(one)));
      if (!link_->is_open()) break;
    }
    flush(group);
    return tell(group, may_go_on);
  } catch (...) {
    failure = std::current_exception();
  }
  if (group.empty()) group.push_back(next(group));
  for (const auto& one : group) one->failure = failure;
  return tell(group, false);
}

std::shared_ptr<SharedWriter::Waiting> SharedWriter::next(const Group& group) {
  const std::lock_guard lock(guard_);
  if (waiting_together_.empty() || group.size() == most_parts) return nullptr;
  auto one = std::move(waiting_together_.front());
  waiting_together_.pop_front();
  one->is_begun = true;
  return one;
}

void SharedWriter::write(Waiting& one) noexcept {
  try {
    link_->begin_part();
    one.is_kept = one.part(*link_);
    if (one.is_kept) link_->keep_part();
  } catch (...) {
    one.is_kept = false;
    one.failure = std::current_exception();
  }
  if (!one.is_kept && link_->is_open()) link_->drop_part();
}

// An error can have ended the whole transaction (a full disk): then no part of it is kept, and everyone must hear it.
void SharedWriter::flush(const Group& group) noexcept {
  const bool any = std::ranges::any_of(group, [](const auto& one) { return one->is_kept; });
  try {
    if (!link_->is_open()) throw Failure("commit: an earlier error has ended the transaction");
    any ? link_->commit() : link_->roll_back();
  } catch (...) {
    link_->roll_back();
    for (const auto& one : group)
      if (one->is_kept) one->failure = std::current_exception();
  }
}

bool SharedWriter::tell(const Group& group, bool may_go_on) noexcept {
  bool goes_on = false;
  {
    const std::lock_guard lock(guard_);
    for (const auto& one : group) one->has_ended = true;
    goes_on = may_go_on && waiting_alone_ == 0 && !waiting_together_.empty();
  }
  if (!goes_on) leave(true);
  for (const auto& one : group) one->woken.notify_one();
  return goes_on;
}

bool SharedWriter::await_turn_alone(std::unique_lock<std::mutex>& lock) {
  ++waiting_alone_;
  const bool came = freed_.wait_for(lock, patience, [&] { return alone_may_begin(); });
  --waiting_alone_;
  if (came) is_taken_ = true;
  return came;
}

void SharedWriter::leave(bool alone_is_next) noexcept {
  const std::lock_guard lock(guard_);
  has_much_to_take_over_ = link_->has_much_to_take_over();
  is_taken_ = false;
  alone_is_next_ = alone_is_next;
  if (waiting_alone_ > 0) freed_.notify_all();
  if (!waiting_together_.empty()) waiting_together_.front()->woken.notify_one();
}

// Nobody's answer depends on it: when no turn comes, the next who writes does it.
void SharedWriter::take_over_in_turn() noexcept {
  {
    std::unique_lock lock(guard_);
    if (!std::exchange(has_much_to_take_over_, false) || !await_turn_alone(lock)) return;
  }
  link_->take_over();
  leave(false);
}

}  // namespace kit
