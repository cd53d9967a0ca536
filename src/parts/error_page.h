// The page that says in plain words that something could not be done, and what to do instead.
#pragma once
#include <string_view>

#include "parts/page.h"

namespace parts {

Page error_page(int status, std::string_view sentence);

}  // namespace parts
