// Where the council stands among the areas that publish the same figure, in the newest period in which enough of them do: its
// quarter, its quarter a year before, and how far from the middle it is.
#pragma once
#include <optional>
#include <span>

#include "assess/warning_signs.h"
#include "compare/comparator.h"

namespace compare {

// `figures` are those of one indicator, of other areas. None with fewer than four areas, and where neither way is better.
std::optional<assess::AmongOthers> among_others(std::span<const ComparatorFigure> figures, const assess::Kept& kept,
                                                const calendar::Period& until);

// Of every indicator with such figures, found by its title. `figures` come by indicator.
assess::Others among_others(std::span<const ComparatorFigure> figures, const assess::Picture& picture, const calendar::Period& until);

}  // namespace compare
