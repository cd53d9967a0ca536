// Whether bytes are text: well-formed UTF-8 without NUL. What is not is refused at the door, so that everything inside is text.
#pragma once
#include <string_view>

namespace kit {

bool is_text(std::string_view bytes);

}  // namespace kit
