// A run: a pack and the council as at a moment become an edition, both forms of it, in one transaction. There is no half of one.
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "assess/picture.h"
#include "council/record.h"
#include "kit/db.h"
#include "report/compose.h"
#include "report/edition_store.h"

namespace report {

// Composed from what the database holds, and not kept yet. `data_folder`: where published figures lie.
Document composed(kit::Database& db, const Pack& pack, const std::shared_ptr<const assess::Picture>& picture,
                  const calendar::Period& period, const std::string& data_folder, Form form);
Frozen composed(kit::Database& db, const Pack& pack, const std::shared_ptr<const assess::Picture>& picture,
                const calendar::Period& period, const std::string& data_folder);

// Keeps an edition, with its record. False when it has been kept already.
bool keep(kit::Transaction& tx, const Edition& edition, const Frozen& frozen, const std::string& who, kit::Moment now);

}  // namespace report
