// The page that says in plain words that something could not be done, and what to do instead.
#pragma once
#include <string_view>

#include "parts/page.h"
#include "parts/text.h"

namespace parts {

Page error_page(int status, std::string_view sentence, const Link& more = {});  // `more` leads to what is behind it

}  // namespace parts
