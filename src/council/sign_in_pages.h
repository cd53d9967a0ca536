// The pages before sign-in: sign in, choose a new password, accept an invitation, become the first administrator.
#pragma once
#include "council/route.h"

namespace council {

const Routes& sign_in_routes();

}  // namespace council
