// Signing off: the words that were written so far become part of the document, in both of its forms, and are frozen with it.
#pragma once
#include "council/council.h"
#include "report/edition_store.h"

namespace report {

// In the caller's transaction. AlreadyThere: it has been signed off.
void add_signed_documents(kit::Transaction& tx, const Edition& edition, const council::Council& council, council::RecordId record);

}  // namespace report
