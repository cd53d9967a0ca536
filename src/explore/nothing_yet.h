// A page that looks at published figures, before there are any.
#pragma once
#include <string>

#include "parts/page.h"

namespace explore {

parts::Page nothing_yet(std::string title, const std::string& question);

}  // namespace explore
