// People: who there is, in which role, and whether and how they can sign in. For administrators.
#pragma once
#include "council/route.h"

namespace council {

const Routes& people_routes();
const Routes& person_routes();  // inviting one, and what becomes of an account

}  // namespace council
