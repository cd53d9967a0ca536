// One published indicator as a report about the district tells it: ours beside the middle of the others, where we
// stand, what moved since the period before, and whence it comes.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compare/against_others.h"
#include "compare/load.h"
#include "compare/story.h"

namespace compare {

struct PublishedStanding {
  AgainstOthers stands;  // of no indicator of our own; without a period: the council has no figure until then
  Load load;             // number 0: no file has this series any more
  std::string unit;
  std::string mark;                          // of our figure, as published
  std::optional<Then> before;                // the newest period before that is as long
  std::vector<std::optional<double>> line;   // ours, oldest first
  std::optional<Story> story;                // what lies behind it here, in the council's own words
};

struct Published {
  const Load& load;
  const PublishedIndicator& indicator;
  std::span<const AreaFigure> figures;
  const std::vector<Story>& stories;  // newest first
};
PublishedStanding standing(const Published& of, const Authorities& authorities, const Authority& own,
                           const Group& group, const calendar::Period& until);

// "Up 1.2 points from 22.2% in 2023"; "The same as in 2023"; empty where there is nothing before.
std::string change_words(const PublishedStanding& of);
// How the middle of the others moved: "up 0.4 points"; empty where that is not known.
std::string middle_change_words(const PublishedStanding& of);

}  // namespace compare
