// The council's own words on how it compares in a published indicator, by period: what lies behind the difference here. In editions.
#pragma once
#include <string>
#include <vector>

#include "calendar/period.h"
#include "compare/series.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace compare {

struct Story {
  Series series;
  calendar::Period period;
  std::int64_t edition = 0;
  std::string words;  // empty: taken back
  std::string by;
  kit::Moment at;
};
inline constexpr std::size_t longest_story = 4000;
kit::Verdict<Story> write(Story before, const std::string& words);  // the next edition; a story that was never written cannot be taken back

// Of a period; the newest before it where it has none. Null where there is none with words.
const Story* story_for(const std::vector<Story>& newest_first, const calendar::Period& period);

}  // namespace compare
