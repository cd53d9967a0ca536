// Connections kept open between transactions. Whoever finds none free waits; one that was lost is opened anew.
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "kit/db_turn.h"

namespace kit {

class Pool {
 public:
  Pool(std::size_t most, std::function<std::unique_ptr<Link>()> open) : most_(most), open_(std::move(open)) {}

  struct GiveBack {
    Pool* pool;
    void operator()(Link* link) const noexcept { pool->give_back(std::unique_ptr<Link>(link)); }
  };
  using Lent = std::unique_ptr<Link, GiveBack>;

  Lent lend();  // Busy after ten seconds
  // A connection on which `begin` has worked. A lost one is found out there, where nothing can have been done yet.
  std::unique_ptr<Turn> turn(void (Link::*begin)());

 private:
  std::unique_ptr<Link> take();
  std::unique_ptr<Link> opened();
  void give_back(std::unique_ptr<Link> link) noexcept;
  void count_off() noexcept;

  const std::size_t most_;
  const std::function<std::unique_ptr<Link>()> open_;
  std::mutex guard_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Link>> free_;
  std::size_t out_ = 0;
};

}  // namespace kit
