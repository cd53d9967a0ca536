// All packs with all editions, and the cycles by which they run; and what one address of a report means.
#pragma once
#include <optional>

#include "council/desk.h"
#include "kit/http.h"
#include "report/edition_store.h"
#include "report/reports_view.h"

namespace report {

Shelf load_shelf(kit::Transaction& tx);

// What `/reports/{pack}/{edition}` names, whoever asks: whether they may read it is another question.
struct Asked {
  Pack pack;
  std::vector<Edition> editions;  // of the pack
  std::size_t at = 0;             // which of them

  const Edition& edition() const { return editions[at]; }
};
// Of a period without a number the newest that `asker` may read; none when there is no such thing.
std::optional<Asked> find_asked(kit::Transaction& tx, const kit::Request& asked, const council::Asker& asker);

}  // namespace report
