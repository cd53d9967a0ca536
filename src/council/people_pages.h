// People: who there is, in which role, and whether and how they can sign in. For administrators.
#pragma once
#include "council/route.h"

namespace council {

const Routes& people_routes();

}  // namespace council
