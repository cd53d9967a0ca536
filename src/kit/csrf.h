// Proof that a form was sent from a page of ours: each form carries a token that belongs to the visitor's session cookie, and
// no other site can know it.
#pragma once
#include <string>

#include "kit/http.h"
#include "kit/secret.h"

namespace kit {

enum class Transport { plain, https };  // how people reach us: by the configured address, not by what a request says

class FormGuard {
 public:
  FormGuard(ServerKey key, Transport transport) : key_(std::move(key)), transport_(transport) {}

  // The visitor's session: of the cookie, or a new one (empty cookie, or one that is none of ours).
  std::string session(const Request& request) const;
  bool is_known(const Request& request) const;         // it came with a cookie that may be ours
  std::string token(const std::string& session) const;  // for the form's hidden field "token"
  // Sets the cookie when the request came without it. A response that does so is for one visitor: never keep it in memory.
  Response& remember(Response& response, const Request& request, const std::string& session) const;
  // Whether a POST came from a form of ours. The refusal's sentence is for the page.
  bool holds(const Request& request) const;
  static constexpr const char* sentence =
      "This form has expired or was not sent from this site. Go back, load the page again and send it once more.";

 private:
  const char* cookie_name() const;
  ServerKey key_;
  Transport transport_;
};

}  // namespace kit
