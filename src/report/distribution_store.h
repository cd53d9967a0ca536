// Who hears of a published edition: the people of the roles and lists that its pack names, each with a letter and a
// link to what they may see; and the outside addresses of its lists, with a link to the public edition. Where the
// council allows it the PDF of the same goes along.
#pragma once
#include <string>

#include "council/council.h"
#include "report/edition_store.h"

namespace report {

// Queued in the caller's transaction; each hears of an edition once. Answers to how many.
int tell_readers(kit::Transaction& tx, const Pack& pack, const Edition& edition, const council::Council& council,
                 const std::string& address, kit::Moment now);

}  // namespace report
