// Where somebody begins an indicator's process chart afresh, sees first how it would look, and takes it back.
#pragma once
#include "council/route.h"

namespace assess {

const council::Routes& rebase_routes();

}  // namespace assess
