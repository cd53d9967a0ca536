// The forms in which an edition is taken away: Excel, PDF, Word. Each is made from its document and from nothing else.
#pragma once
#include "council/route.h"

namespace report {

const council::Routes& forms_routes();

}  // namespace report
