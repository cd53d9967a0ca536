// Loads the picture of the council as it was known at a moment, and keeps the newest ones at hand.
#pragma once
#include <memory>

#include "assess/picture.h"
#include "council/desk.h"
#include "kit/db.h"
#include "kit/http.h"

namespace assess {

enum class Seen { now, from_the_past };
std::shared_ptr<const Picture> load_picture(kit::Database& db, kit::Moment as_at, Seen seen = Seen::now);

// For a request: as at `?as-at=2025-07-31`, otherwise now. Shared between requests until the data move on.
std::shared_ptr<const Picture> picture_for(const kit::Request& asked, council::Desk& desk);

}  // namespace assess
