#include "collect/packed.h"

#include "kit/http.h"

namespace collect {

std::string packed_line(std::initializer_list<std::string_view> texts) {
  std::string line;
  for (const auto text : texts) line += (line.empty() ? "" : "&") + std::string("=") + kit::url_encoded(text);
  return line + "\n";
}

std::vector<std::vector<std::string>> unpacked_lines(std::string_view text) {
  std::vector<std::vector<std::string>> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    auto& texts = lines.emplace_back();
    while (line.starts_with('=')) {
      const auto stop = std::min(line.find('&'), line.size());
      texts.push_back(kit::url_decoded(line.substr(1, stop - 1)).value_or(""));
      line.remove_prefix(std::min(stop + 1, line.size()));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace collect
