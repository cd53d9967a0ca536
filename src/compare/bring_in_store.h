// Brings in a file of published figures of any size: read and written to its own Parquet file first, then made to count in one transaction
// with its record. Until then nobody sees anything of it.
#pragma once
#include <istream>

#include "compare/bring_in.h"
#include "compare/published_file_store.h"
#include "council/record.h"
#include "kit/db.h"
#include "kit/duck.h"

namespace compare {

// Also when it is packed with gzip. Fills in the `kept` and `fingerprint` of the load; what was written of a file that
// is refused is taken away.
kit::Verdict<PublishedFile> read_published_bytes(kit::Duck& duck, std::istream& bytes, const Authorities& authorities,
                                                 const Reading& reading, Load& load, const TellValues& tell = {});

struct MadeToCount {
  std::int64_t load = 0;
  council::RecordId record = 0;
};
MadeToCount make_it_count(kit::Database& db, const std::string& data_folder, const Load& load,
                          const PublishedFile& read, council::Deed deed);

}  // namespace compare
