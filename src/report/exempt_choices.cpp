#include "report/exempt_choices.h"

#include <charconv>

#include "report/pack.h"

namespace report {

std::vector<parts::Choice> exempt_choices() {
  std::vector<parts::Choice> choices = {{"0", "Public"}};
  for (int paragraph = 1; paragraph <= last_paragraph; ++paragraph)
    choices.push_back({std::to_string(paragraph), "Not public: " + paragraph_words(paragraph)});
  return choices;
}

void exempt_select(kit::Html& html, const std::string& typed, const kit::Refusals& no) {
  parts::select(html,
                {"exempt", "May the public read it?",
                 "What is exempt under Part 1 of Schedule 12A to the Local Government Act 1972 never reaches the public edition.",
                 parts::error_of("exempt", no)},
                exempt_choices(), typed);
}

int read_exempt(const std::string& typed) {
  int paragraph = -1;
  std::from_chars(typed.data(), typed.data() + typed.size(), paragraph);
  return paragraph;
}

}  // namespace report
