// What a browser sends along: query, form, cookies, uploaded files. Everything is decoded and checked to be text, and bounded
// in number; what is not well formed is refused with a sentence, never guessed.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/http.h"

namespace kit {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// Why a request is not served: a status and a sentence. Status 0: it is fine.
struct Fault {
  int status = 0;
  std::string sentence;
  explicit operator bool() const { return status != 0; }
};

struct FormLimits {
  std::size_t query = 1'000;     // parameters of an address
  std::size_t fields = 10'000;   // a grid of every indicator of a service fits many times
  std::size_t files = 20;
  std::size_t cookies = 100;
  std::size_t part_header = 8 * 1024;
};

Fault read_query(std::string_view text, Pairs& out, std::size_t most);
Fault read_cookies(std::string_view header, Pairs& out, std::size_t most);
Fault read_multipart(std::string_view type, std::string_view body, Request& out, const FormLimits& limits = {});
// By the request's content type; a POST of another type keeps an empty form.
Fault read_form(std::string_view body, Request& out, const FormLimits& limits = {});

}  // namespace kit
