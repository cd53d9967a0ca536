// A letter that lists what waits for somebody, each line with its link. Both its parts say the same.
#pragma once
#include <string>
#include <vector>

#include "council/council.h"
#include "council/letter_store.h"

namespace work {

struct ListedLine {
  std::string words, path;  // of the page where it is dealt with
  std::string by;           // the last day, in words; empty when there is none
};
struct ListedPage {
  std::string words, path;  // "Everything that waits for you", under the list
};
struct ListLetter {
  std::string key, subject, opening;
  std::vector<ListedLine> lines;
  ListedPage all;
};
// `address`: by which people reach the server.
council::Letter list_letter(const council::Person& person, const ListLetter& letter, const std::string& address);

}  // namespace work
