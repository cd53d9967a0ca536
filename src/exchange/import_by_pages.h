// Who brings an import from a page: under which name it waits, by which right, and from where.
#pragma once
#include "council/desk.h"
#include "exchange/intake_store.h"

namespace exchange {

std::string who_asks(const council::Desk& desk);
Import import_by(const council::Desk& desk);

}  // namespace exchange
