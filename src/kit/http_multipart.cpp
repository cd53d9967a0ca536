// multipart/form-data (RFC 7578): how a browser sends a form with files. Strict about what it takes apart: a part without a
// name, a boundary that is missing or a body that is cut short refuses the whole form.
#include <algorithm>
#include <cctype>

#include "kit/http_form.h"
#include "kit/utf8.h"

namespace kit {
namespace {

const Fault cut_short{400, "The form came cut short or is not well formed. Send it again."};

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The text of a quoted value, from behind its opening quote; `rest` goes on behind the closing one. Browsers write %22 for a
// quote; others write \". A backslash before anything else is itself: Windows paths stand in old clients' file names.
std::optional<std::string> unquoted(std::string_view& rest) {
  std::string out;
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (rest[at] == '"') {
      rest.remove_prefix(at + 1);
      return out;
    }
    if (rest[at] == '\\' && at + 1 < rest.size() && (rest[at + 1] == '"' || rest[at + 1] == '\\')) ++at;
    out += rest[at];
  }
  return std::nullopt;
}

// `; name="x"; filename="y"` into pairs. None when it is not well formed.
std::optional<Pairs> parameters(std::string_view text) {
  Pairs out;
  for (;;) {
    text = trimmed(text);
    if (text.empty()) return out;
    if (text.front() != ';') return std::nullopt;
    text = trimmed(text.substr(1));
    if (text.empty()) return out;
    const auto equals = text.find('=');
    if (equals == text.npos || equals == 0) return std::nullopt;
    std::string name(trimmed(text.substr(0, equals)));
    text.remove_prefix(equals + 1);
    if (!text.empty() && text.front() == '"') {
      text.remove_prefix(1);
      auto value = unquoted(text);
      if (!value) return std::nullopt;
      out.emplace_back(std::move(name), std::move(*value));
    } else {
      const auto end = std::min(text.find(';'), text.size());
      out.emplace_back(std::move(name), trimmed(text.substr(0, end)));
      text.remove_prefix(end);
    }
  }
}

const std::string* find(const Pairs& pairs, std::string_view name) {
  const auto at = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return same_name(pair.first, name); });
  return at == pairs.end() ? nullptr : &at->second;
}

std::optional<Pairs> disposition(std::string_view header) {
  while (!header.empty()) {
    const auto end = std::min(header.find("\r\n"), header.size());
    const auto line = header.substr(0, end);
    header.remove_prefix(std::min(end + 2, header.size()));
    const auto colon = line.find(':');
    if (colon == line.npos || !same_name(trimmed(line.substr(0, colon)), "content-disposition")) continue;
    const auto value = trimmed(line.substr(colon + 1));
    const auto semicolon = std::min(value.find(';'), value.size());
    if (!same_name(trimmed(value.substr(0, semicolon)), "form-data")) return std::nullopt;
    return parameters(value.substr(semicolon));
  }
  return std::nullopt;
}

Fault add_part(std::string_view header, std::string_view content, Request& out, const FormLimits& limits) {
  const auto told = disposition(header);
  const auto* name = told ? find(*told, "name") : nullptr;
  if (!name || !is_text(*name)) return cut_short;
  const auto* file = find(*told, "filename");
  if (file) {
    if (out.files.size() == limits.files) return {400, "More than " + std::to_string(limits.files) + " files at once."};
    if (!is_text(*file)) return {400, "The name of the file is not text. Rename the file and send it again."};
    out.files.push_back({*name, *file, std::string(content)});
    return {};
  }
  if (out.form.size() == limits.fields) return {400, "The form has more than " + std::to_string(limits.fields) + " fields."};
  if (!is_text(content)) return {400, "The form holds bytes that are not text."};
  out.form.emplace_back(*name, content);
  return {};
}

// Where the next boundary begins: the boundary's letters may also begin a longer line of the content.
std::size_t end_of_part(std::string_view body, std::string_view between) {
  for (auto at = body.find(between); at != body.npos; at = body.find(between, at + 1)) {
    const auto behind = body.substr(at + between.size());
    if (behind.starts_with("--") || behind.substr(std::min(behind.find_first_not_of(" \t"), behind.size())).starts_with("\r\n")) return at;
  }
  return body.npos;
}

}  // namespace

Fault read_multipart(std::string_view type, std::string_view body, Request& out, const FormLimits& limits) {
  const auto told = parameters(type.substr(std::min(type.find(';'), type.size())));
  const auto* boundary = told ? find(*told, "boundary") : nullptr;
  if (!boundary || boundary->empty() || boundary->size() > 70) return cut_short;

  const std::string first = "--" + *boundary, between = "\r\n" + first;
  if (!body.starts_with(first)) return cut_short;
  body.remove_prefix(first.size());
  while (!body.starts_with("--")) {
    const auto header_start = body.find("\r\n");
    if (header_start == body.npos || body.find_first_not_of(" \t") != header_start) return cut_short;
    body.remove_prefix(header_start + 2);
    const auto header_end = body.substr(0, limits.part_header).find("\r\n\r\n");
    if (header_end == body.npos) return cut_short;
    const auto header = body.substr(0, header_end);
    body.remove_prefix(header_end + 4);
    const auto end = end_of_part(body, between);
    if (end == body.npos) return cut_short;
    if (const auto fault = add_part(header, body.substr(0, end), out, limits)) return fault;
    body.remove_prefix(end + between.size());
  }
  return {};
}

}  // namespace kit
