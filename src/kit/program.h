// Another program that is asked about a file, such as a virus scanner: started directly, never through a shell, with an empty
// environment but for PATH, and ended when it takes too long.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kit {

// Its exit code; none when it could not be started, was ended by a signal, or took too long. What it prints is thrown away.
std::optional<int> run_program(const std::string& path, const std::vector<std::string>& arguments, std::chrono::milliseconds longest);

}  // namespace kit
