// Writes the figures of a published file to a Parquet file of their own, before the transaction that makes them count: fills in the `kept`
// and `fingerprint` of the load.
#pragma once
#include <istream>

#include "compare/load.h"
#include "compare/published.h"
#include "kit/duck.h"

namespace compare {

using TellValues = std::function<void(std::int64_t values)>;  // how many were found so far; now and then

// While the file is read: what is held does not grow with the figures. The answer has none. What was written is taken away when the file
// is refused.
kit::Verdict<PublishedFile> read_and_keep(kit::Duck& duck, std::istream& in, const Authorities& authorities,
                                          const Reading& reading, Load& load, const TellValues& tell = {});

// Those of a file that was read whole.
void keep_figures(kit::Duck& duck, const PublishedFile& file, const Authorities& authorities, Load& load);

// The path of a file beside it with the newest figures of each indicator alone, made from it when it is not there: title, period, area and
// value, by title where the figures of each indicator stand together.
std::string newest_beside(kit::Duck& duck, const Load& load);

}  // namespace compare
