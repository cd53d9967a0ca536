// Files that take seconds to make: made in the background one after the other, in the order in which they were asked for, and kept in
// a folder, so that the next who asks has them at once. A file's name says all that it is made of: under one name it is always the
// same. What was made can be thrown away at any time.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kit/browser.h"
#include "kit/child.h"

namespace kit {

struct PressSettings {
  std::string folder;                        // where what was made is kept
  std::string browser, pandoc;               // the programs; empty: they are not here
  std::string word_reference;                // the council's own look of a Word file; empty: the usual one
  std::size_t most_bytes = 512u << 20;       // kept; the longest unread goes first
  std::size_t most_waiting = 200;            // more are refused
  std::chrono::seconds longest{120};         // for one file, from when its turn has come
  std::chrono::seconds warm{300};            // the browser rests after so long without work
};

struct Standing {
  enum class Is : std::uint8_t { unknown, waiting, being_made, made, failed, too_many };
  Is is = Is::unknown;
  int before = 0;    // how many are made first
  int seconds = 0;   // since its turn came
  std::string why;   // it failed
};

class Press {
 public:
  // Makes the bytes, or throws Failure. Called on the press's own thread.
  struct Tools {
    Browser& browser;
    const PressSettings& settings;
    Watch watch;
  };
  using Make = std::function<std::string(Tools&)>;

  explicit Press(PressSettings settings);
  ~Press();  // what is being made is given up
  const PressSettings& settings() const;

  std::optional<std::string> find(const std::string& name);  // its bytes, when it has been made
  // Asks for it on behalf of `asker`; once it is asked for, others who ask wait for the same.
  Standing ask(const std::string& name, const std::string& asker, Make make);
  Standing standing(const std::string& name);
  void leave(const std::string& name, const std::string& asker);  // given up when nobody else waits for it
  void forget(const std::string& name);                           // that it failed
  std::size_t memory() const;                                     // of the browser, for measuring

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// Where programs are looked for when no path is given; empty when there is none.
std::string find_browser();
std::string find_pandoc();

}  // namespace kit
