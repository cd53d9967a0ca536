// The page of money: budget, actual, commitments and forecast by directorate and service.
#pragma once
#include "council/route.h"

namespace assess {

const council::Routes& money_routes();

}  // namespace assess
