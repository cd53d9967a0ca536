// Figures in the database: every edition, never overwritten.
#pragma once
#include <functional>
#include <span>

#include "collect/figure.h"
#include "council/record.h"
#include "kit/db.h"

namespace collect {

// Hands over the figures of one indicator after another, by its number: every edition as known at a moment and up to a
// record.
void load_figures(kit::Transaction& tx, kit::Moment as_at, council::RecordId upto,
                  const std::function<void(indicator::IndicatorId, Figures)>& take);

std::int32_t newest_edition(kit::Transaction& tx, indicator::IndicatorId indicator,
                            const calendar::Period& period);  // 0 when there is none

// AlreadyThere when another edition of the same number was first. Of a million, one after the other is asked for, until
// there is none.
void add_figures(kit::Transaction& tx, const std::function<const Figure*()>& next, council::RecordId record);
void add_figures(kit::Transaction& tx, std::span<const Figure> figures, council::RecordId record);

}  // namespace collect
