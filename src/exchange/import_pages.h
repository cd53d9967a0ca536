// The import page: files are brought, what they would change is shown, and nothing is saved until someone says so. And the
// same sheets out again: the template, a filled example and everything that is stored.
#pragma once
#include "council/route.h"

namespace exchange {

const council::Routes& import_routes();

}  // namespace exchange
