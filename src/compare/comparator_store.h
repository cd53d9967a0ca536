// Comparator figures and their areas in the database, apart from the council's own figures.
#pragma once
#include <functional>
#include <span>
#include <vector>

#include "compare/comparator.h"
#include "council/record.h"
#include "kit/db.h"

namespace compare {

// The newest edition of each, as known at a moment and up to a record. Figures come by indicator, measure, unit, area
// and period.
std::vector<Area> load_areas(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto);
std::vector<ComparatorFigure> load_comparator_figures(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto);
// Those of one indicator, by its published title.
std::vector<ComparatorFigure> load_comparator_figures(kit::Transaction& tx, const std::string& indicator,
                                                      kit::Moment as_at, council::RecordId upto);

// Each becomes the next edition of its key.
void add_areas(kit::Transaction& tx, std::span<const Area> areas, kit::Moment at, council::RecordId record);
void add_comparator_figures(kit::Transaction& tx, std::span<const ComparatorFigure> figures, council::RecordId record);

}  // namespace compare
