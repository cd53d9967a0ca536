// The words that Chromium understands at its pipe (the DevTools protocol): a question in JSON, NUL, and in time its answer. Inside
// the kit: browser.cpp.
#pragma once
#include <memory>
#include <string>

#include "kit/child.h"
#include "kit/json.h"
#include "kit/temporary_folder.h"

namespace kit {

class DevTools {
 public:
  explicit DevTools(const std::string& program);

  // Throws Failure when the browser says no, dies, or is no longer to be waited for.
  Json ask(std::string_view method, const std::string& parameters, const std::string& session, const Watch& watch);
  bool lives() { return !child_.ended(); }
  std::size_t memory() const { return child_.memory(); }

 private:
  void write(const std::string& question, const Watch& watch);
  std::string answer(const Watch& watch);  // the next message
  void go_on(const Watch& watch);          // throws when it is over

  TemporaryFolder folder_;
  Child child_;
  std::string heard_;
  std::size_t looked_at_ = 0;
  int last_ = 0;
};

std::string json_text(std::string_view text);  // with its quotes

}  // namespace kit
