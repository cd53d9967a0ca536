// A package (a zip archive, as word processors and spreadsheets write them) with one of its parts changed; every other part stays as it
// was, and the same package gives the same bytes.
#pragma once
#include <functional>
#include <string>

namespace kit {

// Throws Failure where the package has no such part.
std::string repacked(const std::string& package, const std::string& part, const std::function<std::string(std::string)>& change);

}  // namespace kit
