#include "kit/http_writer.h"

#include <algorithm>
#include <charconv>

namespace kit {
namespace {

// Below a kilobyte compression saves no packet.
constexpr std::size_t worth_compressing = 1024;

// On every response, whatever it is. Pages carry no inline script or style and load nothing from elsewhere.
constexpr std::string_view security =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";

std::string_view reason(int status) {
  switch (status) {
    case 200: return "200 OK";
    case 201: return "201 Created";
    case 303: return "303 See Other";
    case 304: return "304 Not Modified";
    case 308: return "308 Permanent Redirect";
    case 400: return "400 Bad Request";
    case 401: return "401 Unauthorized";
    case 403: return "403 Forbidden";
    case 404: return "404 Not Found";
    case 405: return "405 Method Not Allowed";
    case 408: return "408 Request Timeout";
    case 409: return "409 Conflict";
    case 410: return "410 Gone";
    case 413: return "413 Content Too Large";
    case 414: return "414 URI Too Long";
    case 415: return "415 Unsupported Media Type";
    case 417: return "417 Expectation Failed";
    case 421: return "421 Misdirected Request";
    case 422: return "422 Unprocessable Content";
    case 429: return "429 Too Many Requests";
    case 431: return "431 Request Header Fields Too Large";
    case 500: return "500 Internal Server Error";
    case 503: return "503 Service Unavailable";
    case 507: return "507 Insufficient Storage";
    default: return {};
  }
}

bool is_compressible(std::string_view type) {
  return type.starts_with("text/") || type.starts_with("application/json") || type.starts_with("image/svg") ||
         type.find("+json") != type.npos || type.find("+xml") != type.npos || type.starts_with("application/javascript");
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// Calls `each` with every trimmed element of a comma list, until it answers true.
template <class Each>
bool any_of_list(std::string_view list, Each each) {
  while (!list.empty()) {
    const auto end = std::min(list.find(','), list.size());
    if (each(trimmed(list.substr(0, end)))) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

// "gzip", "gzip;q=0.5"; "gzip;q=0" is a no.
bool accepts(std::string_view header, std::string_view coding) {
  return any_of_list(header, [&](std::string_view one) {
    const auto semicolon = std::min(one.find(';'), one.size());
    if (trimmed(one.substr(0, semicolon)) != coding) return false;
    auto weight = trimmed(one.substr(std::min(semicolon + 1, one.size())));
    if (!weight.starts_with("q=")) return true;
    return weight.find_first_of("123456789") != weight.npos;
  });
}

// Each coding of a page has a tag of its own, "abc-br" beside "abc": they differ in their bytes.
std::string tag_of(std::string_view etag, std::string_view coding) {
  if (coding.empty() || etag.size() < 2) return std::string(etag);
  return std::string(etag.substr(0, etag.size() - 1)) + '-' + std::string(coding) + '"';
}

bool client_has_it(std::string_view if_none_match, std::string_view etag) {
  if (etag.empty() || if_none_match.empty()) return false;
  return any_of_list(if_none_match, [&](std::string_view one) {
    if (one.starts_with("W/")) one.remove_prefix(2);
    return one == "*" || one == etag || one == tag_of(etag, "br") || one == tag_of(etag, "gzip");
  });
}

bool says(const Response& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(), [&](const auto& header) {
    return std::equal(header.first.begin(), header.first.end(), name.begin(), name.end(),
                      [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
  });
}

void line(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

void number_into(std::string& out, std::size_t number) {
  char text[24];
  out.append(text, std::to_chars(text, text + sizeof text, number).ptr);
}

bool varies(const Response& response) { return response.body->size() >= worth_compressing && is_compressible(response.type); }

}  // namespace

Wishes Wishes::of(const Request& request) {
  return {request.header("accept-encoding"), request.header("if-none-match"), false, true};
}

Sending choose(const Response& response, const Wishes& wishes, Compressing compressing) {
  Sending out{response.status, response.body, 0, {}};
  const bool large = varies(response);
  if (response.brotli && accepts(wishes.accept_encoding, "br")) {
    out.body = response.brotli;
    out.coding = "br";
  } else if (response.gzip && accepts(wishes.accept_encoding, "gzip")) {
    out.body = response.gzip;
    out.coding = "gzip";
  } else if (large && compressing == Compressing::now && accepts(wishes.accept_encoding, "gzip")) {
    out.body = std::make_shared<const std::string>(gzip(*response.body, 5));
    out.coding = "gzip";
  }
  out.length = out.body->size();
  if (response.status == 200 && client_has_it(wishes.if_none_match, response.etag)) out.status = 304;
  if (wishes.head || out.status == 304) out.body = nullptr;
  return out;
}

void write_head(std::string& out, const Response& response, const Sending& sending, const Wishes& wishes, std::string_view date) {
  out.assign("HTTP/1.1 ");
  if (const auto words = reason(sending.status); !words.empty()) {
    out += words;
  } else {
    out.append(std::to_string(sending.status)).append(" Status");
  }
  out.append("\r\nDate: ").append(date).append("\r\n");
  if (sending.status != 304) {
    line(out, "Content-Type", response.type);
    out += "Content-Length: ";
    number_into(out, sending.length);
    out += "\r\n";
    if (!sending.coding.empty()) line(out, "Content-Encoding", sending.coding);
  }
  if (!response.etag.empty()) line(out, "ETag", tag_of(response.etag, sending.coding));
  if (varies(response) || response.gzip || response.brotli) out += "Vary: Accept-Encoding\r\n";
  // Asked again each time, answered with 304 when nothing moved. Nothing of a council's lies in a shared cache unasked.
  if (!says(response, "Cache-Control")) out += "Cache-Control: private, no-cache\r\n";
  out += security;
  for (const auto& [name, value] : response.headers) line(out, name, value);
  out += wishes.keep_alive ? "\r\n" : "Connection: close\r\n\r\n";
}

}  // namespace kit
