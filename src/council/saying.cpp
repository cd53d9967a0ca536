#include "council/saying.h"

#include "kit/secret.h"

namespace council {

kit::Response see_other(const Desk& desk, std::string path, std::string_view sentence) {
  auto response = kit::Response::see_other(std::move(path));
  response.with("Set-Cookie", "said=" + desk.key->proof(saying_purpose, sentence) + "." + kit::url_encoded(sentence) +
                                  "; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
  return response;
}

}  // namespace council
