#include "compare/bring_in_store.h"

#include <filesystem>

#include "compare/published_copy_store.h"
#include "compare/published_store.h"
#include "council/record_store.h"
#include "kit/gunzip.h"

namespace compare {

kit::Verdict<PublishedFile> read_published_bytes(kit::Duck& duck, std::istream& bytes, const Authorities& authorities,
                                                 const Reading& reading, Load& load, const TellValues& tell) {
  kit::Refusals no;
  no.unless(!authorities.all().empty(), "file",
            "Bring in the register of authorities first: without it no council can be told from another.");
  if (no.any()) return no;
  kit::Gunzip unpacked(bytes);
  std::istream in(&unpacked);
  auto read = read_and_keep(duck, in, authorities, reading, load, tell);
  no.unless(unpacked.fault().empty(), "file", unpacked.fault());
  if (!no.any()) return read;
  if (!load.kept.empty()) std::filesystem::remove(duck.path(load.kept));
  return no;
}

MadeToCount make_it_count(kit::Database& db, const std::string& data_folder, const Load& load,
                          const PublishedFile& read, council::Deed deed) {
  copy_beforehand(db, data_folder, load);
  newest_beside(duck_in(data_folder), load);

  auto tx = db.write();
  const auto recorded = council::record(tx, std::move(deed));
  const auto number = add_load(tx, load, read, recorded.id);
  keep_copy(tx, data_folder, load);
  tx.commit();

  return {number, recorded.id};
}

}  // namespace compare
