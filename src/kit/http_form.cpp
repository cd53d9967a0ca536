#include "kit/http_form.h"

#include <algorithm>

#include "kit/utf8.h"

namespace kit {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus { is_a_space, is_itself };

std::optional<std::string> decoded(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '+' && plus == Plus::is_a_space) {
      out += ' ';
    } else if (text[at] == '%') {
      if (at + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      out += text[at];
    }
  }
  if (!is_text(out)) return std::nullopt;
  return out;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::optional<std::string> url_decoded(std::string_view text) { return decoded(text, Plus::is_itself); }

std::string url_encoded(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out;
  for (const unsigned char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                       c == '_' || c == '~';
    if (plain) {
      out += static_cast<char>(c);
    } else {
      out += {'%', digits[c >> 4], digits[c & 15]};
    }
  }
  return out;
}

Fault read_query(std::string_view text, Pairs& out, std::size_t most) {
  while (!text.empty()) {
    const auto end = std::min(text.find('&'), text.size());
    const auto one = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (one.empty()) continue;
    if (out.size() == most) return {400, "The request has more than " + std::to_string(most) + " values. Send fewer."};
    const auto equals = std::min(one.find('='), one.size());
    auto name = decoded(one.substr(0, equals), Plus::is_a_space);
    auto value = decoded(equals == one.size() ? std::string_view{} : one.substr(equals + 1), Plus::is_a_space);
    if (!name || !value) return {400, "The address or form holds an escape that is broken, or bytes that are not text."};
    out.emplace_back(std::move(*name), std::move(*value));
  }
  return {};
}

Fault read_cookies(std::string_view header, Pairs& out, std::size_t most) {
  while (!header.empty()) {
    const auto end = std::min(header.find(';'), header.size());
    const auto one = trimmed(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));
    const auto equals = one.find('=');
    if (equals == one.npos || equals == 0) continue;  // other programs of the same host set odd cookies: not ours to refuse
    if (out.size() == most) return {400, "The request has more than " + std::to_string(most) + " cookies."};
    auto value = one.substr(equals + 1);
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    if (is_text(one)) out.emplace_back(one.substr(0, equals), value);
  }
  return {};
}

Fault read_form(std::string_view body, Request& out, const FormLimits& limits) {
  const auto header = out.header("content-type");
  std::string kind(trimmed(std::string_view(header).substr(0, header.find(';'))));
  std::transform(kind.begin(), kind.end(), kind.begin(), [](unsigned char c) { return std::tolower(c); });
  if (kind == "application/x-www-form-urlencoded") return read_query(body, out.form, limits.fields);
  if (kind == "multipart/form-data") return read_multipart(header, body, out, limits);
  if (kind == "application/json") out.body = body;
  return {};
}

}  // namespace kit
