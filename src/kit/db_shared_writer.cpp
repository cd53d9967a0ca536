#include "kit/db_shared_writer.h"

#include <chrono>

namespace kit {
namespace {

constexpr auto patience = std::chrono::seconds(10);
constexpr int most_parts = 64;  // so that the first of them is answered soon

}  // namespace

class SharedWriter::Part : public Turn {
 public:
  Part(SharedWriter& writer, Writing writing) : writer_(writer), writing_(writing) { writer_.begin(*this); }
  Part(const Part&) = delete;
  ~Part() override {
    if (!is_done_) writer_.roll_back(*this);
  }

  Link& link() override {
    demand(!is_done_, "A transaction is used after its end.");
    return *writer_.link_;
  }
  void commit() override {
    writer_.commit(*this);
    is_done_ = true;
  }

 private:
  friend class SharedWriter;
  SharedWriter& writer_;
  const Writing writing_;
  bool is_first_ = false, is_done_ = false;
};

std::unique_ptr<Turn> SharedWriter::take(Writing writing) { return std::make_unique<Part>(*this, writing); }

void SharedWriter::begin(Part& part) {
  const bool together = part.writing_ == Writing::together;
  {
    std::unique_lock lock(guard_);
    auto& waiting = together ? waiting_together_ : waiting_alone_;
    ++waiting;
    const bool came = (together ? freed_together_ : freed_).wait_for(lock, patience, [&] { return !is_taken_ && (together || !group_); });
    --waiting;
    if (!came) throw Busy("All connections to the database are in use.");
    is_taken_ = true;
    part.is_first_ = !group_;
  }
  try {
    part.is_first_ ? link_->begin_writing() : link_->begin_part();
  } catch (...) {
    part.is_first_ ? leave() : flush();
    throw;
  }
  if (!part.is_first_) return;
  const std::lock_guard lock(guard_);
  group_ = std::make_shared<Group>();
}

// An error can have ended the whole transaction (a full disk): then no part of it is kept, and everyone must hear it.
void SharedWriter::commit(Part& part) {
  if (!link_->is_open()) throw Failure("commit: an earlier error has ended the transaction");
  if (!part.is_first_) link_->keep_part();
  ++group_->parts;
  part.is_done_ = true;  // from here on the group decides
  std::shared_ptr<Group> group;
  {
    std::unique_lock lock(guard_);
    group = group_;
    if (part.writing_ == Writing::together && pass_on()) landed_.wait(lock, [&] { return group->has_ended; });
  }
  if (!group->has_ended) flush();
  if (group->failure) std::rethrow_exception(group->failure);
}

void SharedWriter::roll_back(Part& part) noexcept {
  if (part.is_first_) {
    link_->roll_back();
    {
      const std::lock_guard lock(guard_);
      group_.reset();
    }
    return leave();
  }
  link_->drop_part();
  {
    const std::lock_guard lock(guard_);
    if (link_->is_open() && pass_on()) return;
  }
  flush();
}

bool SharedWriter::pass_on() {
  if (waiting_together_ == 0 || group_->parts >= most_parts) return false;
  is_taken_ = false;
  freed_together_.notify_one();
  return true;
}

void SharedWriter::flush() noexcept {
  std::exception_ptr failure;
  try {
    link_->commit();
  } catch (...) {
    failure = std::current_exception();
    link_->roll_back();
  }
  {
    const std::lock_guard lock(guard_);
    const auto group = std::exchange(group_, nullptr);
    group->failure = failure;
    group->has_ended = true;
  }
  landed_.notify_all();
  leave();
}

void SharedWriter::leave() noexcept {
  {
    const std::lock_guard lock(guard_);
    is_taken_ = false;
  }
  freed_.notify_one();
  freed_together_.notify_one();
}

}  // namespace kit
