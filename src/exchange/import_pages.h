// The import page: files are brought, what they would change is shown, and nothing is saved until someone says so.
#pragma once
#include "council/route.h"

namespace exchange {

const council::Routes& import_routes();

}  // namespace exchange
