// The files that travel inside the program and are served as they are: style sheets, scripts, fonts, pictures. Their address
// carries a fingerprint of their content, so a browser keeps them for ever and still gets a new edition at once.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "kit/http.h"

namespace kit {

// "goldenthread.css" -> "/static/goldenthread.0f3a9c21d4.css". A name that is not carried is a defect.
std::string static_address(std::string_view name);

enum class StaticFile { none, must_be_made, is_made };
StaticFile static_file_state(std::string_view path);   // of "/static/…"; cheap
std::optional<Response> static_file(std::string_view path);  // compresses the file at its first call

}  // namespace kit
