#include "kit/encoding.h"

#include <cstring>

#include "kit/failure.h"

namespace kit {
namespace {

constexpr std::size_t block = 256 * 1024;

// 0x80 to 0x9F; 0 where Windows-1252 has no character.
constexpr char16_t windows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::size_t ascii_from(std::string_view bytes, std::size_t at) {
  for (std::uint64_t eight = 0; at + 8 <= bytes.size(); at += 8) {
    std::memcpy(&eight, bytes.data() + at, 8);
    if (eight & 0x8080808080808080u) break;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

struct Lead {
  unsigned length = 0;                    // 0: no character begins so
  unsigned char low = 0x80, high = 0xBF;  // what the second byte may be
};

Lead lead(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};  // no halves of pairs
  if (byte >= 0xE1 && byte <= 0xEF) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

// NULs on one side of the pairs only: text in UTF-16 without its mark.
Encoding by_pattern(std::string_view bytes) {
  const std::size_t looked = std::min<std::size_t>(bytes.size(), 64) & ~std::size_t{1};
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < looked; ++i)
    if (bytes[i] == '\0') ++(i % 2 ? odd : even);
  if (even == 0 && odd > looked / 4) return Encoding::utf16_little;
  if (odd == 0 && even > looked / 4) return Encoding::utf16_big;
  return Encoding::utf8;
}

bool is_high(char16_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(char16_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// Whether some of the bytes beyond ASCII are UTF-8 and others are not: read as either, some letters would come out wrong.
bool is_mixed(std::string_view bytes) {
  bool good = false, bad = false;
  for (std::size_t at = 0; at < bytes.size() && !(good && bad);) {
    const WellFormed found = well_formed(bytes.substr(at));
    good = good || found.beyond_ascii;
    at += found.bytes;
    if (found.cut) break;
    bad = bad || at < bytes.size();
    ++at;
  }
  return good && bad;
}

}  // namespace

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6), tail(0);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12), tail(6), tail(0);
  }
}

WellFormed well_formed(std::string_view bytes) {
  WellFormed found;
  for (;;) {
    found.bytes = ascii_from(bytes, found.bytes);
    if (found.bytes == bytes.size()) return found;
    const auto [length, low, high] = lead(static_cast<unsigned char>(bytes[found.bytes]));
    if (length == 0) return found;
    const std::size_t here = std::min<std::size_t>(length, bytes.size() - found.bytes);
    for (unsigned i = 1; i < here; ++i) {
      const auto byte = static_cast<unsigned char>(bytes[found.bytes + i]);
      if (byte < (i == 1 ? low : 0x80) || byte > (i == 1 ? high : 0xBF)) return found;
    }
    found.cut = here < length;
    if (found.cut) return found;
    found.bytes += length;
    found.beyond_ascii = true;
  }
}

bool DecodedText::more(std::string& out) {
  if (ended_ || !fault_.empty()) return false;
  const std::size_t kept = raw_.size();
  raw_.resize(kept + block);
  in_.read(raw_.data() + kept, static_cast<std::streamsize>(block));
  if (in_.bad()) throw Failure("The file could not be read to its end.");
  raw_.resize(kept + static_cast<std::size_t>(in_.gcount()));
  ended_ = raw_.size() < kept + block;
  if (!begun_) recognise();

  if (encoding_ == Encoding::utf8)
    decode_utf8(out);
  else if (encoding_ == Encoding::windows1252)
    decode_windows1252(out);
  else
    decode_utf16(out);
  return fault_.empty();
}

void DecodedText::recognise() {
  begun_ = true;
  const std::string_view bytes = raw_;
  std::size_t mark = 0;
  if (bytes.starts_with("\xEF\xBB\xBF"))
    mark = 3, beyond_ascii_ = true;
  else if (bytes.starts_with("\xFF\xFE"))
    mark = 2, encoding_ = Encoding::utf16_little;
  else if (bytes.starts_with("\xFE\xFF"))
    mark = 2, encoding_ = Encoding::utf16_big;
  else
    encoding_ = by_pattern(bytes);
  raw_.erase(0, mark);
}

void DecodedText::decode_utf8(std::string& out) {
  const WellFormed good = well_formed(raw_);
  out.append(raw_, 0, good.bytes);
  raw_.erase(0, good.bytes);
  beyond_ascii_ = beyond_ascii_ || good.beyond_ascii;
  if (raw_.empty() || (good.cut && !ended_)) return;
  // Nothing but ASCII so far, which is the same in both: the file is Windows-1252. Otherwise we would be guessing.
  if (beyond_ascii_) {
    fault_ = "the text is UTF-8 up to here and then is not. Save the file again as CSV UTF-8";
    return;
  }
  encoding_ = Encoding::windows1252;
  decode_windows1252(out);
}

void DecodedText::decode_windows1252(std::string& out) {
  if (is_mixed(raw_)) {
    fault_ = "some letters of the text are UTF-8 and others are not. Save the file again as CSV UTF-8";
    return;
  }
  for (const char c : raw_) {
    const auto byte = static_cast<unsigned char>(c);
    const bool special = byte >= 0x80 && byte < 0xA0;
    if (special && windows1252[byte - 0x80] == 0) {
      fault_ = "a character is neither UTF-8 nor Windows-1252. Save the file again as CSV UTF-8";
      return;
    }
    append_utf8(out, special ? windows1252[byte - 0x80] : byte);
  }
  raw_.clear();
}

void DecodedText::decode_utf16(std::string& out) {
  const bool big = encoding_ == Encoding::utf16_big;
  std::size_t at = 0;
  for (; at + 2 <= raw_.size(); at += 2) {
    const auto first = static_cast<unsigned char>(raw_[at]), second = static_cast<unsigned char>(raw_[at + 1]);
    const auto unit = static_cast<char16_t>(big ? first << 8 | second : second << 8 | first);
    if (is_low(unit) != (high_ != 0)) break;
    if (is_high(unit))
      high_ = unit;
    else if (high_)
      append_utf8(out, 0x10000 + ((high_ - 0xD800u) << 10) + (unit - 0xDC00u)), high_ = 0;
    else
      append_utf8(out, unit);
  }
  raw_.erase(0, at);
  if (raw_.size() > 1)
    fault_ = "a character of the UTF-16 text is broken. Save the file again as CSV UTF-8";
  else if (ended_ && (!raw_.empty() || high_))
    fault_ = "the UTF-16 text ends in the middle of a character. Copy the whole file again";
}

}  // namespace kit
