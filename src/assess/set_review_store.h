// The review of the indicator set in the database: its changes, each step an edition, and the seal that carries them out.
#pragma once
#include "assess/set_review.h"
#include "council/record.h"
#include "kit/db.h"

namespace assess {

Review load_review(kit::Transaction& tx, const Picture& picture, calendar::FinancialYear year);
std::optional<calendar::FinancialYear> year_of_change(kit::Transaction& tx, std::int64_t id);
std::int64_t add_review_change(kit::Transaction& tx, const ReviewChange& change, council::RecordId record);  // answers its number

// Everything that is agreed, and the seal, in the caller's one transaction. AlreadyThere when the set has been sealed.
void carry_out(kit::Transaction& tx, const Review& review, const SetSeal& seal, council::RecordId record);

}  // namespace assess
