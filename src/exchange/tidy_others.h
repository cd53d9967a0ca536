// Rows of other areas in tidy published files: kept as comparator figures, never mixed with the council's own.
#pragma once
#include "exchange/deciding.h"

namespace exchange {

// `titles` beside the intake's series: what each is called here. An area that is new, or has another name, is kept too.
void keep_beside(Deciding& it, const std::vector<std::string>& titles, const std::vector<const TidyRow*>& rows);

}  // namespace exchange
