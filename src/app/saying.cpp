#include "app/saying.h"

#include "council/saying.h"

namespace app {

bool Saying::is_waiting(const kit::Request& asked) const { return !asked.cookie("said").empty(); }

std::string Saying::heard(const kit::Request& asked) const {
  const auto told = asked.cookie("said");
  const auto dot = told.find('.');
  if (dot == std::string::npos) return "";
  const auto sentence = kit::url_decoded(told.substr(dot + 1));
  return sentence && key_.proves(told.substr(0, dot), council::saying_purpose, *sentence) ? *sentence : "";
}

void Saying::forget(kit::Response& answer) const { answer.with("Set-Cookie", "said=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"); }

}  // namespace app
