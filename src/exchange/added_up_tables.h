// What the figures of the councils before make together, by indicator and period, before anything is saved: from whom, with which
// parts, what cannot be made, and what averaging would have said instead.
#pragma once
#include "exchange/changes.h"
#include "kit/html.h"

namespace exchange {

void added_up_tables(kit::Html& html, const std::vector<AddedUpFigure>& figures);

}  // namespace exchange
