#include "council/address.h"

namespace council {

std::string link(const kit::Request& asked, std::string_view path,
                 const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string address(path);
  char mark = address.find('?') == std::string::npos ? '?' : '&';
  const auto add = [&](std::string_view name, std::string_view value) {
    address += mark + std::string(name) + '=' + kit::url_encoded(value);
    mark = '&';
  };
  for (const auto& [name, value] : values) add(name, value);
  if (const auto as_at = asked.asked("as-at"); !as_at.empty()) add("as-at", as_at);
  return address;
}

std::string path_to(std::string_view folder, std::string_view code) {
  return '/' + std::string(folder) + '/' + kit::url_encoded(code);
}

}  // namespace council
