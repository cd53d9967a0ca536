#include "kit/memory.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <set>
#include <unordered_map>
#include <utility>

namespace kit {
namespace {

// Small things cost their entry too: a name, a list node, a slot of the table.
constexpr std::size_t cost_of_an_entry = 256;

}  // namespace

struct Memory::Inside {
  struct Kept {
    std::string name;
    std::int64_t version;
    std::shared_ptr<const void> thing;
    std::size_t bytes;
  };
  using Order = std::list<Kept>;  // the most recently used stands first
  using Making = std::pair<std::string, std::int64_t>;

  const std::size_t most_bytes;
  std::mutex guard{};
  std::condition_variable made{};
  Order order{};
  std::unordered_map<std::string, Order::iterator> by_name{};
  std::set<Making> making{};
  std::size_t bytes = 0;

  const Kept* kept(const std::string& name) const {
    const auto there = by_name.find(name);
    return there == by_name.end() ? nullptr : &*there->second;
  }

  std::shared_ptr<const void> used(const std::string& name) {
    const auto there = by_name.find(name)->second;
    order.splice(order.begin(), order, there);
    return there->thing;
  }

  void forget(const std::string& name) {
    const auto there = by_name.find(name);
    if (there == by_name.end()) return;
    bytes -= there->second->bytes;
    order.erase(there->second);
    by_name.erase(there);
  }

  void keep(Kept one) {
    if (const auto* there = kept(one.name); there && there->version > one.version) return;
    forget(one.name);
    if (one.bytes > most_bytes) return;
    bytes += one.bytes;
    order.push_front(std::move(one));
    by_name[order.front().name] = order.begin();
    while (bytes > most_bytes) forget(std::string(order.back().name));
  }
};

Memory::Memory(std::size_t most_bytes) : inside_(new Inside{.most_bytes = most_bytes}) {}
Memory::~Memory() = default;

std::size_t Memory::bytes() const {
  const std::lock_guard lock(inside_->guard);
  return inside_->bytes;
}

std::shared_ptr<const void> Memory::find_any(std::int64_t version, const std::string& name) const {
  const std::lock_guard lock(inside_->guard);
  const auto* there = inside_->kept(name);
  return there && there->version == version ? inside_->used(name) : nullptr;
}

// Only the newest version of a thing is kept. Whoever asks for an older one (it began before the change) gets its own.
std::shared_ptr<const void> Memory::get_any(std::int64_t version, const std::string& name, const std::function<Any()>& make) {
  auto& in = *inside_;
  const Inside::Making mine(name, version);
  std::unique_lock lock(in.guard);
  for (;;) {
    if (const auto* there = in.kept(name); there && there->version == version) return in.used(name);
    if (in.making.insert(mine).second) break;
    in.made.wait(lock);
  }
  lock.unlock();

  Any made{};
  try {
    made = make();
  } catch (...) {
    // Whoever waits tries for itself: the fault may have been ours alone.
    lock.lock();
    in.making.erase(mine);
    in.made.notify_all();
    throw;
  }

  lock.lock();
  in.making.erase(mine);
  if (made.thing) in.keep({name, version, made.thing, made.bytes + name.size() + cost_of_an_entry});
  in.made.notify_all();
  return made.thing;
}

}  // namespace kit
