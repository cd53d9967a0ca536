// A browser without a window (Chromium) that turns a page of ours into a PDF or into pictures. It is started when first needed and
// kept warm. It runs no scripts and reaches no network and no file: the page is handed to it, whole, through a pipe.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "kit/child.h"

namespace kit {

struct PrintedPage {
  std::string html;
  std::string above, below;  // in the margins of each page, as HTML: see Chromium's classes pageNumber and totalPages
};
struct Box {
  int left = 0, top = 0, width = 0, height = 0;  // in CSS pixels
};

// Not for two threads at once. Throws Failure, after which it begins afresh.
class Browser {
 public:
  explicit Browser(std::string program);
  ~Browser();

  // A tagged PDF, A4, with its outline from the headings; `moment` (seconds since 1970) is when it says that it was made.
  std::string printed(const PrintedPage& page, std::int64_t moment, const Watch& watch);
  // PNGs of parts of a page, at twice their size.
  std::vector<std::string> pictures(const std::string& html, const std::vector<Box>& boxes, const Watch& watch);
  void rest();                 // ends it until it is needed again
  std::size_t memory() const;  // of all its processes; 0 while it rests

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace kit
