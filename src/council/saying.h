// Leads on to another page, which says a sentence at its top, once: "Saved. It goes to be checked."
#pragma once
#include <string>
#include <string_view>

#include "council/desk.h"
#include "kit/http.h"

namespace council {

inline constexpr std::string_view saying_purpose = "said";
kit::Response see_other(const Desk& desk, std::string path, std::string_view sentence);

}  // namespace council
