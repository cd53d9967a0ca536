#include "compare/story.h"

namespace compare {

kit::Verdict<Story> write(Story before, const std::string& words) {
  kit::Refusals no;
  no.unless(!words.empty() || !before.words.empty(), "words", "Write what lies behind the figure here.");
  no.unless(words.size() <= longest_story, "words", "Say it in at most 4,000 letters.");
  no.unless(words != before.words || words.empty(), "words", "Nothing has changed. Change the words, or go back.");
  if (no.any()) return no;

  ++before.edition;
  before.words = words;
  return before;
}

const Story* story_for(const std::vector<Story>& newest_first, const calendar::Period& period) {
  for (const auto& each : newest_first)
    if (each.period.end() <= period.end() && !each.words.empty()) return &each;
  return nullptr;
}

}  // namespace compare
