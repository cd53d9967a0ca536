// The one writer of SQLite. Those who save something small at the same moment write one transaction together: each a part of it,
// which can be taken back alone, and one flush to the disk keeps all parts. Whoever finds the writer free writes its own part and
// those of all who wait by then, so that the writer never stands still while one thread wakes another. Nobody is answered before the
// flush. What takes longer is written alone, so that nobody waits for it whose own part is done.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

#include "kit/db_turn.h"

namespace kit {

class SharedWriter {
 public:
  explicit SharedWriter(std::unique_ptr<PartedLink> link) : link_(std::move(link)) {}

  // Writes to the link, perhaps on the thread of another who writes at this moment. Answers whether it is to be kept; what it throws
  // is thrown to the one who asked.
  using Part = std::function<bool(Link&)>;

  std::unique_ptr<Turn> alone();     // Busy after ten seconds
  void together(const Part& part);   // it is on the disk when this returns; Busy after ten seconds
  PartedLink& link() { return *link_; }  // before anybody else has it: for migrations

 private:
  class Alone;
  struct Waiting;
  using Group = std::vector<std::shared_ptr<Waiting>>;

  bool lead(bool may_go_on);  // writes a group, beginning with the first who waits; true when there is another to lead
  std::shared_ptr<Waiting> next(const Group& group);  // none when the group is to be flushed
  void write(Waiting& one) noexcept;
  void flush(const Group& group) noexcept;
  bool tell(const Group& group, bool may_go_on) noexcept;
  bool together_may_begin() const { return !is_taken_ && (waiting_alone_ == 0 || !alone_is_next_); }
  bool alone_may_begin() const { return !is_taken_ && (waiting_together_.empty() || alone_is_next_); }
  bool await_turn_alone(std::unique_lock<std::mutex>& lock);  // false after ten seconds
  void leave(bool alone_is_next) noexcept;
  void take_over_in_turn() noexcept;  // after one's own turn, when those who waited have had theirs

  const std::unique_ptr<PartedLink> link_;
  std::mutex guard_;
  std::condition_variable freed_;
  bool is_taken_ = false;
  bool has_much_to_take_over_ = false;
  bool alone_is_next_ = false;  // they take turns, when both sorts wait
  int waiting_alone_ = 0;
  std::deque<std::shared_ptr<Waiting>> waiting_together_;
};

}  // namespace kit
