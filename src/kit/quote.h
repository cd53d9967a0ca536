// How a refusal shows what was found: between ‘ and ’, cut to a length a sentence can carry, without control characters.
#pragma once
#include <string>
#include <string_view>

namespace kit {

std::string quoted(std::string_view found);  // "‘1 234’"; long text ends in "…"

}  // namespace kit
