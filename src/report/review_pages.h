// The review of an edition: comments, signing off, publishing, and asking for it to be run again.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& review_routes();

}  // namespace report
