#include "kit/http.h"

namespace kit {
namespace {

const std::string nothing;

const std::string& first(const std::vector<std::pair<std::string, std::string>>& pairs, std::string_view name) {
  for (const auto& pair : pairs) {
    if (pair.first == name) return pair.second;
  }
  return nothing;
}

}  // namespace

const std::string& Request::value(std::string_view name) const { return first(path_values, name); }
std::string Request::asked(std::string_view name) const { return first(query, name); }
std::string Request::header(std::string_view name) const { return first(headers, name); }
std::string Request::cookie(std::string_view name) const { return first(cookies, name); }
std::string Request::typed(std::string_view field) const { return first(form, field); }

}  // namespace kit
