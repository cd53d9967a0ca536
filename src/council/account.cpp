#include "council/account.h"

#include <algorithm>
#include <array>

namespace council {
namespace {

constexpr std::size_t shortest = 12, longest = 200;
constexpr std::int64_t hour = 3600, day = 24 * hour;

// Of at least twelve characters, the ones that guessers try first.
constexpr std::array<std::string_view, 24> commonest = {
    "password1234", "password12345", "passwordpassword", "123456789012", "1234567890123", "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf",
    "letmeinletmein", "iloveyou1234", "adminadminadmin", "administrator", "administrator1", "welcome12345", "welcome123456", "changeme1234",
    "changemechangeme", "monkeymonkey", "footballfootball", "liverpoolfc1", "goldenthread", "goldenthread1", "111111111111", "abcdefghijkl",
};

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return made;
}

}  // namespace

std::string_view code(Account::State state) {
  return state == Account::State::invited ? "invited" : state == Account::State::active ? "active" : "suspended";
}
std::string_view words(Account::State state) {
  return state == Account::State::invited ? "Invited" : state == Account::State::active ? "Active" : "Suspended";
}
std::string_view code(SignInLink::Purpose purpose) {
  using enum SignInLink::Purpose;
  return purpose == invitation ? "invitation" : purpose == reset ? "reset" : "first";
}
std::int64_t lasts(SignInLink::Purpose purpose) {
  using enum SignInLink::Purpose;
  return purpose == invitation ? 7 * day : purpose == reset ? hour : day;
}

std::string plain_email(std::string_view typed) {
  while (typed.starts_with(' ')) typed.remove_prefix(1);
  while (typed.ends_with(' ')) typed.remove_suffix(1);
  return lower(typed);
}

kit::Refusals email_faults(std::string_view email) {
  kit::Refusals no;
  const auto at = email.find('@');
  const bool shaped = at != std::string_view::npos && at > 0 && email.find('.', at) != std::string_view::npos &&
                      email.find('@', at + 1) == std::string_view::npos && email.size() <= 200 && !email.ends_with('.');
  const bool plain = std::ranges::none_of(email, [](unsigned char c) {
    return c <= ' ' || c == ',' || c == ';' || c == '<' || c == '>' || c == '"' || c == 127;
  });
  no.unless(shaped && plain, "email", "Type an e-mail address such as o.madeley@ambleford.gov.uk.");
  return no;
}

kit::Refusals password_faults(std::string_view password, std::string_view email, std::string_view name) {
  kit::Refusals no;
  const auto plain = lower(password);
  no.unless(
      password.size() >= shortest, "password",
      "Use at least 12 characters. Three or four words that only you would put together are easy to keep in mind.");
  no.unless(password.size() <= longest, "password", "Use at most 200 characters.");
  const bool own = (!email.empty() && plain == email) || (!name.empty() && plain == lower(name)) ||
                   (!email.empty() && plain == email.substr(0, email.find('@')));
  no.unless(!own, "password", "Do not use your name or e-mail address.");
  const bool one_letter = !plain.empty() && plain.find_first_not_of(plain[0]) == std::string::npos;
  no.unless(std::ranges::find(commonest, plain) == commonest.end() && !one_letter, "password",
            "That is one of the first passwords a guesser tries. Choose another.");
  return no;
}

// A name under attack from everywhere stays open to its owner's usual places, and colleagues who mistype at one address of the
// network do not shut out the others; a place that guesses is slowed for every name that has never signed in from there.
bool is_slowed(const Attempts& attempts) {
  if (attempts.known_place) return attempts.of_both >= most_attempts || attempts.of_place >= most_of_a_known_place;
  return attempts.of_place >= most_attempts || attempts.of_name >= most_attempts;
}

std::string own_path(std::string_view next, std::string_view otherwise) {
  const bool own = next.starts_with('/') && !next.starts_with("//") && next.find('\\') == std::string_view::npos &&
                   next.find("/sign-") != 0 &&
                   std::ranges::none_of(next, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  return std::string(own ? next : otherwise);
}

}  // namespace council
