// A program that works for us while we watch: started directly, never through a shell, in a folder of its own and a group of its own,
// so that it ends with everything it has started. It gets no more of our environment than PATH and a home of its own.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kit {

// How long something may take, how much memory, and whether anybody still wants it.
struct Watch {
  std::chrono::steady_clock::time_point until = std::chrono::steady_clock::time_point::max();
  std::size_t most_memory = 1'500u << 20;
  std::function<bool()> is_wanted;  // empty: it is
};
enum class Kept { on, too_long, too_large, not_wanted };
std::string_view words(Kept stopped);  // "It took too long."

class Child {
 public:
  enum class Talks { not_at_all, by_pipes };  // by pipes: it hears us at its descriptor 3 and answers at 4
  // Throws Failure when it cannot be started.
  Child(const std::string& program, const std::vector<std::string>& arguments, const std::string& folder, Talks talks,
        const std::vector<std::string>& environment = {});
  ~Child();  // ends it and all that it has started
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int hears() const { return hears_; }      // where we write
  int answers() const { return answers_; }  // where we read
  std::optional<int> ended();               // its exit code once it has ended, 128 and the signal's number when that ended it
  Kept standing(const Watch& watch);        // looks at the clock each time, at its memory now and then
  std::size_t memory() const;               // of its whole group, what it shares with others counted by its part

 private:
  pid_t group_ = 0;
  int hears_ = -1, answers_ = -1;
  std::optional<int> status_;
  std::chrono::steady_clock::time_point weighed_;
};

// Waits for it: its exit code, or why it was stopped.
struct Ran {
  std::optional<int> code;
  Kept kept = Kept::on;
};
Ran run_watched(const std::string& program, const std::vector<std::string>& arguments, const std::string& folder,
                const Watch& watch, const std::vector<std::string>& environment = {});

}  // namespace kit
