#include "kit/csrf.h"

namespace kit {
namespace {

constexpr std::string_view purpose = "form";
constexpr std::size_t session_length = 43;  // 32 bytes as letters

}  // namespace

const char* FormGuard::cookie_name() const { return transport_ == Transport::https ? "__Host-session" : "session"; }

std::string FormGuard::session(const Request& request) const {
  auto told = request.cookie(cookie_name());
  return told.size() == session_length ? told : random_name(32);
}

bool FormGuard::is_known(const Request& request) const { return request.cookie(cookie_name()).size() == session_length; }

std::string FormGuard::token(const std::string& session) const { return key_.proof(purpose, session); }

Response& FormGuard::remember(Response& response, const Request& request, const std::string& session) const {
  if (request.cookie(cookie_name()) == session) return response;
  std::string cookie = std::string(cookie_name()) + "=" + session + "; Path=/; HttpOnly; SameSite=Lax";
  if (transport_ == Transport::https) cookie += "; Secure";
  response.with("Set-Cookie", std::move(cookie));
  return response.with("Cache-Control", "no-store");
}

bool FormGuard::holds(const Request& request) const {
  // Browsers say where a request began; one that began on another site is refused before its token is looked at.
  const auto site = request.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return false;
  const auto session = request.cookie(cookie_name());
  return session.size() == session_length && key_.proves(request.typed("token"), purpose, session);
}

}  // namespace kit
