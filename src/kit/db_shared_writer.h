// The one writer of SQLite. Those who save something small at the same moment write one transaction together: each a part of it,
// which can be rolled back alone, and one flush to the disk keeps all parts. Nobody is answered before that flush. What takes
// longer is written alone, so that nobody waits for it whose own part is done.
#pragma once
#include <condition_variable>
#include <exception>
#include <mutex>

#include "kit/db_turn.h"

namespace kit {

enum class Writing { alone, together };

class SharedWriter {
 public:
  explicit SharedWriter(std::unique_ptr<PartedLink> link) : link_(std::move(link)) {}

  std::unique_ptr<Turn> take(Writing writing);  // Busy after ten seconds
  PartedLink& link() { return *link_; }         // before anybody else has it: for migrations

 private:
  class Part;
  struct Group {
    int parts = 0;  // those that are to be kept
    bool has_ended = false;
    std::exception_ptr failure;
  };

  void begin(Part& part);
  void commit(Part& part);
  void roll_back(Part& part) noexcept;
  bool pass_on();          // to somebody who waits to write together with this group; with guard_ held
  void flush() noexcept;   // ends the group, well or not
  void leave() noexcept;   // lets the next one in

  const std::unique_ptr<PartedLink> link_;
  std::mutex guard_;
  std::condition_variable freed_, freed_together_, landed_;
  bool is_taken_ = false;
  int waiting_alone_ = 0, waiting_together_ = 0;
  std::shared_ptr<Group> group_;  // none while nothing is begun
};

}  // namespace kit
