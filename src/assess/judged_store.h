// Every indicator judged for the period a request asks for, shared between the pages that show it until the data move on.
#pragma once
#include <memory>

#include "assess/judged.h"
#include "council/desk.h"
#include "kit/http.h"

namespace assess {

// For `?period=2025-26-q2`, otherwise the newest quarter with figures. None when the period cannot be read.
std::shared_ptr<const Judged> judged_for(const kit::Request& asked, council::Desk& desk);

}  // namespace assess
