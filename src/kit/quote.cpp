#include "kit/quote.h"

namespace kit {
namespace {

constexpr std::size_t longest = 48;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string quoted(std::string_view found) {
  std::size_t end = found.size();
  if (end > longest) {
    end = longest;
    while (end > 0 && continues(found[end])) --end;  // never half a character
  }
  std::string text = "‘";
  for (const char c : found.substr(0, end)) {
    const auto byte = static_cast<unsigned char>(c);
    text += byte < 0x20 || byte == 0x7F ? ' ' : c;
  }
  return text + (end < found.size() ? "…’" : "’");
}

}  // namespace kit
