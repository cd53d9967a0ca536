// An edition opened: its document as it was kept, with the words written so far while it is a draft.
#pragma once
#include "council/desk.h"
#include "report/shelf_store.h"

namespace report {

Document open_document(kit::Transaction& tx, const Edition& edition, Form form, council::Desk& desk);

}  // namespace report
