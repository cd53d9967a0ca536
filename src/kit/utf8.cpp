#include "kit/utf8.h"

#include <cstddef>

namespace kit {
namespace {

struct Lead {
  int more;                    // how many bytes follow; -1: no character begins so
  unsigned char first, last;  // what the next byte may be: keeps overlong forms, surrogates and what lies beyond U+10FFFF out
};

Lead lead(unsigned char c) {
  if (c >= 0x01 && c <= 0x7f) return {0, 0, 0};
  if (c >= 0xc2 && c <= 0xdf) return {1, 0x80, 0xbf};
  if (c == 0xe0) return {2, 0xa0, 0xbf};
  if (c == 0xed) return {2, 0x80, 0x9f};
  if (c >= 0xe1 && c <= 0xef) return {2, 0x80, 0xbf};
  if (c == 0xf0) return {3, 0x90, 0xbf};
  if (c >= 0xf1 && c <= 0xf3) return {3, 0x80, 0xbf};
  if (c == 0xf4) return {3, 0x80, 0x8f};
  return {-1, 0, 0};
}

}  // namespace

bool is_text(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    auto [more, first, last] = lead(static_cast<unsigned char>(bytes[at++]));
    if (more < 0) return false;
    for (; more > 0; --more, first = 0x80, last = 0xbf) {
      if (at == bytes.size()) return false;
      const auto next = static_cast<unsigned char>(bytes[at++]);
      if (next < first || next > last) return false;
    }
  }
  return true;
}

}  // namespace kit
