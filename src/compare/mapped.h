// An indicator beside the published one that it is mapped to: the figures of all councils, with our own where the file
// has none of ours yet.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/early_warning.h"
#include "compare/load.h"
#include "compare/mapping.h"
#include "compare/others.h"

namespace assess {
struct Kept;
}

namespace compare {

struct Mapped {
  Mapping mapping;
  Load load;
  PublishedIndicator published;
  std::vector<AreaFigure> figures;
  Group group;  // that the mapping names
};

inline constexpr std::string_view own_mark = "own records";  // a figure that the file does not have

// The council's own figures as an area's: of each period as it was reported, and of each whole year that is complete.
std::vector<AreaFigure> own_figures(const assess::Kept& kept, const std::string& area);
// With those of our own that the file has not, in periods that it has.
void complete(std::vector<AreaFigure>& figures, const std::vector<AreaFigure>& own);

// Why a comparison by this mapping is context, or what a reader must know of it: sentences.
std::vector<std::string> doubts(const Mapped& mapped, const Comparison& found, const std::vector<AreaFigure>& own, const Writing& writing);

// Where the council stands in the newest period until `until`, for early warning. None unless like is compared with like, with fewer than
// five councils, and where neither way is better.
std::optional<assess::AmongOthers> standing(const Mapped& mapped, const Authorities& authorities, const Authority& own,
                                            indicator::Polarity polarity, const calendar::Period& until);

// The figures of the group in the newest period that enough of them have, without our own; none where it is only context.
OtherAreas other_areas(const Mapped& mapped, const Authorities& authorities, const Authority& own);

}  // namespace compare
