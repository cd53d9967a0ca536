#include "kit/http_reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>

#include "kit/utf8.h"

namespace kit {
namespace {

namespace beast = boost::beast;
namespace http = boost::beast::http;
using Text = beast::string_view;
using Error = beast::error_code;

constexpr std::size_t most_headers = 100;

std::string lower(std::string_view text) {
  std::string out(text);
  for (auto& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

class Parser final : public http::basic_parser<true> {
 public:
  Request request;
  std::string body;
  bool head = false, known_method = false, has_length = false, is_chunked = false;
  int version = 11;
  std::size_t header_bytes = 0, most_header_bytes = 0;
  unsigned lengths = 0, codings = 0, hosts = 0;
  Fault fault;

 private:
  void on_request_impl(http::verb verb, Text, Text target, int told_version, Error&) override {
    head = verb == http::verb::head;
    known_method = head || verb == http::verb::get || verb == http::verb::post;
    request.method = verb == http::verb::post ? Method::post : Method::get;
    request.target.assign(target.data(), target.size());
    version = told_version;
    request.headers.reserve(12);
  }
  void on_field_impl(http::field field, Text name, Text value, Error& error) override {
    if (is_header_done()) return;  // fields behind a chunked body mean nothing to us
    header_bytes += name.size() + value.size();
    if (request.headers.size() == most_headers || header_bytes > most_header_bytes)
      error = http::make_error_code(http::error::header_limit);
    lengths += field == http::field::content_length;
    codings += field == http::field::transfer_encoding;
    hosts += field == http::field::host;
    request.headers.emplace_back(lower({name.data(), name.size()}), std::string(value.data(), value.size()));
  }
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, Error&) override {
    if (length) body.reserve(std::min<std::uint64_t>(*length, 1 << 20));  // the rest as it comes, not as it is promised
  }
  std::size_t on_body_impl(Text bytes, Error&) override {
    body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  std::size_t on_chunk_body_impl(std::uint64_t, Text bytes, Error&) override {
    body.append(bytes.data(), bytes.size());
    return bytes.size();
  }
  void on_response_impl(int, Text, int, Error&) override {}
  void on_header_impl(Error&) override {}
  void on_chunk_header_impl(std::uint64_t, Text, Error&) override {}
  void on_finish_impl(Error&) override {}
};

Fault fault_of(const Error& error) {
  if (error == http::error::body_limit) return {413, "What was sent is too large. Send a smaller file, or split it."};
  if (error == http::error::header_limit) return {431, "The request's header is too large. Clear this site's cookies and try again."};
  return {400, "The request is not well formed."};
}

// "http://host/path" is another spelling of "/path".
void take_authority_off(std::string& target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const auto path = target.find_first_of("/?", scheme.size());
    target = path == target.npos ? "/" : target[path] == '?' ? "/" + target.substr(path) : target.substr(path);
  }
}

bool climbs(std::string_view path) {
  while (!path.empty()) {
    const auto end = std::min(path.find('/'), path.size());
    const auto segment = path.substr(0, end);
    if (segment == "." || segment == "..") return true;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return false;
}

Fault read_target(Request& request, const ServerLimits& limits) {
  if (request.target.size() > limits.target_bytes) return {414, "The address is too long."};
  take_authority_off(request.target);
  if (!request.target.starts_with('/')) return {400, "The address does not begin with a slash."};
  request.target.resize(std::min(request.target.find('#'), request.target.size()));
  const std::string_view target = request.target;
  const auto question = std::min(target.find('?'), target.size());
  auto path = url_decoded(target.substr(0, question));
  if (!path) return {400, "The address holds an escape that is broken, or bytes that are not text."};
  if (climbs(*path)) return {400, "The address climbs out of its folder."};
  request.path = std::move(*path);
  if (question == target.size()) return {};
  return read_query(target.substr(question + 1), request.query, FormLimits{}.query);
}

std::string_view name_of_host(std::string_view host) {
  const auto colon = host.rfind(':');
  return colon == host.npos || host.find(']', colon) != host.npos ? host : host.substr(0, colon);
}

Fault check_host(const Parser& parser, const ServerLimits& limits) {
  if (parser.hosts > 1 || (parser.hosts == 0 && parser.version >= 11)) return {400, "The request does not name one host."};
  if (limits.hosts.empty() || parser.hosts == 0) return {};
  const auto host = lower(parser.request.header("host"));
  const auto name = name_of_host(host);
  if (std::find(limits.hosts.begin(), limits.hosts.end(), name) != limits.hosts.end()) return {};
  return {421, "This server does not answer to that name."};
}

Fault check_body(const Parser& parser) {
  if (parser.lengths > 1 || parser.codings > 1 || (parser.lengths && parser.codings)) {
    return {400, "The request says its length in more than one way."};
  }
  if (parser.lengths && parser.request.header("content-length").find_first_not_of("0123456789") != std::string::npos) {
    return {400, "The request's length is not a number."};
  }
  if (parser.codings && (parser.version < 11 || lower(parser.request.header("transfer-encoding")) != "chunked")) {
    return {400, "The request's transfer coding is not understood."};
  }
  const auto coding = lower(parser.request.header("content-encoding"));
  if (!coding.empty() && coding != "identity") return {415, "Send the form or file as it is, not compressed."};
  const auto expects = lower(parser.request.header("expect"));
  if (!expects.empty() && expects != "100-continue") return {417, "The request expects what this server does not do."};
  return {};
}

Fault check_header(Parser& parser, const ServerLimits& limits) {
  if (auto fault = check_host(parser, limits)) return fault;
  if (auto fault = check_body(parser)) return fault;
  if (!parser.known_method) return {405, "This address is only for reading (GET) and sending (POST)."};
  if (auto fault = read_target(parser.request, limits)) return fault;
  for (const auto& [name, value] : parser.request.headers) {
    if (name != "cookie") continue;
    if (auto fault = read_cookies(value, parser.request.cookies, FormLimits{}.cookies)) return fault;
  }
  return {};
}

}  // namespace

struct RequestReader::Inside {
  const ServerLimits& limits;
  std::optional<Parser> parser{};
  bool checked = false;
};

RequestReader::RequestReader(const ServerLimits& limits) : inside_(new Inside{limits}) { begin(); }
RequestReader::~RequestReader() = default;

void RequestReader::begin() {
  auto& parser = inside_->parser.emplace();
  parser.header_limit(static_cast<std::uint32_t>(inside_->limits.header_bytes));
  parser.body_limit(inside_->limits.body_bytes);
  parser.most_header_bytes = inside_->limits.header_bytes;
  parser.eager(true);
  inside_->checked = false;
}

std::size_t RequestReader::take(std::string_view bytes) {
  auto& parser = *inside_->parser;
  // Beast 1.81 stops the program when a last chunk ("0", line end) comes in pieces. Five bytes always still follow at least.
  if (parser.is_header_done() && parser.chunked() && bytes.size() < 5) return 0;
  Error error;
  const auto used = parser.put({bytes.data(), bytes.size()}, error);
  // A target too long makes a header too long; say which it was.
  const auto line = bytes.substr(0, bytes.find_first_of("\r\n"));
  if (error == http::error::header_limit && parser.request.target.empty() && line.size() > inside_->limits.target_bytes) {
    parser.fault = {414, "The address is too long."};
  } else if (error && error != http::error::need_more) {
    parser.fault = fault_of(error);
  } else if (parser.is_header_done() && !inside_->checked) {
    inside_->checked = true;
    parser.fault = check_header(parser, inside_->limits);
  }
  return used;
}

bool RequestReader::has_header() const { return inside_->parser->is_header_done(); }
bool RequestReader::is_done() const { return inside_->parser->is_done(); }
bool RequestReader::keeps_alive() const {
  const auto& parser = *inside_->parser;
  return !parser.fault && parser.is_done() && parser.version >= 11 && parser.keep_alive();
}
bool RequestReader::is_head() const { return inside_->parser->head; }
const Fault& RequestReader::fault() const { return inside_->parser->fault; }
Request& RequestReader::request() { return inside_->parser->request; }
std::string& RequestReader::body() { return inside_->parser->body; }

bool RequestReader::expects_continue() const {
  const auto& parser = *inside_->parser;
  return has_header() && !is_done() && parser.version >= 11 && !parser.request.header("expect").empty();
}

}  // namespace kit
