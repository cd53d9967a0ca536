#include "kit/failure.h"
#include "kit/http.h"

namespace kit {
namespace {

Response made(std::string body, std::string_view type, int status) {
  Response response;
  response.status = status;
  response.type = type;
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

bool is_one_line(std::string_view text) {
  for (const unsigned char c : text) {
    if ((c < 32 && c != '\t') || c == 127) return false;
  }
  return true;
}

// "Report (May).csv" twice: plainly for old programs, exactly for the rest (RFC 6266).
std::string attached(std::string_view file_name) {
  std::string plain;
  for (const unsigned char c : file_name) plain += c < 32 || c > 126 || c == '"' || c == '\\' ? '_' : static_cast<char>(c);
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + url_encoded(file_name);
}

// Where a browser stays with us: "//host", "/\host" and anything with a control character leads elsewhere.
bool is_own_path(std::string_view path) {
  if (path.empty() || path.front() != '/' || !is_one_line(path)) return false;
  return path.size() == 1 || (path[1] != '/' && path[1] != '\\');
}

}  // namespace

Response Response::html(std::string body, int status) { return made(std::move(body), "text/html; charset=utf-8", status); }
Response Response::json(std::string body, int status) { return made(std::move(body), "application/json", status); }

Response Response::csv(std::string body, std::string_view file_name) {
  return file(std::move(body), "text/csv; charset=utf-8; header=present", file_name);
}

Response Response::file(std::string body, std::string_view type, std::string_view file_name) {
  auto response = made(std::move(body), type, 200);
  response.with("Content-Disposition", attached(file_name));
  return response;
}

// A path that leads elsewhere comes from a form or an address, not from us: the front page is the safe answer.
Response Response::see_other(std::string path) {
  auto response = made({}, "text/plain; charset=utf-8", 303);
  return response.with("Location", is_own_path(path) ? std::move(path) : "/");
}

Response& Response::with(std::string name, std::string value) {
  demand(!name.empty() && is_one_line(name) && is_one_line(value), "a response header holds a line end");
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

}  // namespace kit
