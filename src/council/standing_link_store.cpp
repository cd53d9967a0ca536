#include "council/standing_link_store.h"

#include "council/account_store.h"

namespace council {

std::string standing_key(const kit::ServerKey& key, std::string_view purpose, const std::string& person) {
  return person + "~" + key.proof(purpose, person);
}

std::optional<std::string> person_of_standing_key(kit::Transaction& tx, const kit::ServerKey& key,
                                                  std::string_view purpose, const std::string& text) {
  const auto ends = text.rfind('~');
  if (ends == std::string::npos) return std::nullopt;
  const auto person = text.substr(0, ends);
  if (!key.proves(text.substr(ends + 1), purpose, person)) return std::nullopt;
  const auto account = account_of(tx, person);
  return account && account->state == Account::State::active ? std::optional(person) : std::nullopt;
}

}  // namespace council
