#include "council/people_store.h"

#include <algorithm>

#include "council/council_store.h"
#include "council/letter_store.h"
#include "council/record_store.h"
#include "council/session_store.h"
#include "kit/html.h"
#include "kit/secret.h"

namespace council {
namespace {

std::string in_words(const Person& p) {
  return p.name + ", " + p.job + ", " + p.email + ", " + std::string(words(p.role)) +
         (p.unit.empty() ? "" : ", " + p.unit) + (p.gone ? ", has left" : "");
}

Person person_of(const TypedPerson& typed, kit::Moment now) {
  return {typed.code, typed.name, typed.job, plain_email(typed.email), *read_role(typed.role), typed.unit, now};
}

// "h.okonjo" of "Harriet Okonjo": the first letter and the last word, in letters that an address can carry.
std::string new_code(const Council& council, const std::string& name) {
  std::string plain;
  for (const char c : name) plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const auto last = plain.rfind(' ');
  std::string base;
  for (const char c : plain.substr(0, 1) + "." + (last == std::string::npos ? plain : plain.substr(last + 1)))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-') base += c;
  auto code = base.size() > 1 ? base : "person";
  for (int i = 2; council.person(code); ++i) code = base + "." + std::to_string(i);
  return code;
}

std::string invitation(kit::Transaction& tx, const Desk& desk, const Person& person) {
  const auto secret = add_link(tx, SignInLink::Purpose::invitation, person.code, desk.now);
  const auto address = desk.address + "/choose-password?link=" + secret;
  if (desk.address.empty()) return address;
  Letter letter{"invitation " + kit::fingerprint(secret), person.code, person.email, "Your account for the council's performance", {}, {}};
  letter.plain = "You can now sign in to see and enter figures. Choose a password within a week:\n\n" + address + "\n";
  kit::Html html;
  html.el("p", "You can now sign in to see and enter figures. Choose a password within a week:")
      .open("p")
      .el("a", {{"href", address}}, "Choose a password")
      .close("p");
  letter.html = std::move(html).take();
  queue(tx, letter, desk.now);
  return {};
}

int active_administrators(kit::Transaction& tx, const Council& council) {
  int count = 0;
  for (const auto& account : all_accounts(tx)) {
    const auto* person = council.person(account.person);
    count += account.state == Account::State::active && person && !person->gone && person->role == Role::administrator;
  }
  return count;
}

bool is_last_administrator(kit::Transaction& tx, const Council& council, const Person& person) {
  const auto account = account_of(tx, person.code);
  return person.role == Role::administrator && account && account->state == Account::State::active &&
         active_administrators(tx, council) == 1;
}

constexpr std::string_view last_one = "This is the last administrator who can sign in. Make another one first.";

}  // namespace

Council council_now(kit::Transaction& tx, const Desk& desk) { return load_council(tx, desk.end_of_today(), version(tx)); }

kit::Refusals person_faults(const TypedPerson& typed, const Council& council) {
  auto no = email_faults(plain_email(typed.email));
  no.unless(!typed.name.empty() && typed.name.size() <= 200, "name", "Type the name, as others know the person.");
  no.unless(typed.job.size() <= 200, "job", "Use at most 200 characters.");
  no.unless(read_role(typed.role).has_value(), "role", "Choose a role.");
  no.unless(typed.unit.empty() || council.unit(typed.unit), "unit", "Choose a service or directorate of the list.");
  return no;
}

kit::Verdict<std::string> invite(Desk& desk, const TypedPerson& typed) {
  auto tx = desk.db.write();
  const auto council = council_now(tx, desk);
  auto person = person_of(typed, desk.now);
  kit::Refusals no;
  const auto taken = account_by_email(tx, person.email);
  no.unless(!taken || taken->person == person.code, "email", "Somebody signs in with this address already.");
  no.unless(typed.code.empty() || council.person(typed.code), "", "There is no such person.");
  if (no.any()) return no;

  if (person.code.empty()) person.code = new_code(council, person.name);
  const bool first = !anyone_can_sign_in(tx);
  const auto* before = council.person(person.code);
  const bool changed = !before || in_words(*before) != in_words(person);
  auto deed = deed_of(desk, "invited", person.code, "");
  deed.moves = changed || first ? Moves::what_is_read : Moves::nothing;
  deed.particulars.was = before ? in_words(*before) : "";
  deed.particulars.became = in_words(person);
  const auto recorded = record(tx, deed);
  if (changed) add_people(tx, std::span(&person, 1), recorded.id);
  if (!account_of(tx, person.code))
    add_account(tx, {person.code, person.email, "", "", 0, Account::State::invited, std::nullopt}, desk.now,
                recorded.id);
  auto link = invitation(tx, desk, person);
  tx.commit();

  return link;
}

kit::Refusals change_person(Desk& desk, const TypedPerson& typed) {
  auto tx = desk.db.write();
  const auto council = council_now(tx, desk);
  const auto* before = council.person(typed.code);
  auto person = person_of(typed, desk.now);
  kit::Refusals no;
  no.unless(before, "", "There is no such person.");
  const auto taken = account_by_email(tx, person.email);
  no.unless(!taken || taken->person == person.code, "email", "Somebody signs in with this address already.");
  no.unless(!before || person.role == before->role || !is_last_administrator(tx, council, *before), "role", last_one);
  if (no.any()) return no;

  auto deed = deed_of(desk, "person changed", person.code, "");
  deed.particulars.was = in_words(*before);
  deed.particulars.became = in_words(person);
  const auto recorded = record(tx, deed);
  add_people(tx, std::span(&person, 1), recorded.id);
  if (auto account = account_of(tx, person.code); account && account->email != person.email) {
    account->email = person.email;
    change_account(tx, *account);
  }
  // What was allowed before is over on the next request, whatever is open.
  if (person.role != before->role || person.unit != before->unit) end_sessions(tx, person.code);
  tx.commit();
  return no;
}

kit::Refusals turn_account(Desk& desk, const std::string& code, Turn turn) {
  auto tx = desk.db.write();
  const auto council = council_now(tx, desk);
  const auto* before = council.person(code);
  auto account = account_of(tx, code);
  kit::Refusals no;
  no.unless(before && (account || before->gone || turn == Turn::has_left), "", "There is no such account.");
  if (no.any()) return no;
  no.unless(!before->gone || turn == Turn::restore, "", before->name + " has left already.");
  no.unless(turn == Turn::restore || !is_last_administrator(tx, council, *before), "", last_one);
  if (no.any()) return no;

  auto deed = deed_of(desk, "account: " + std::string(words(turn)), code, "");
  const bool comes_or_goes = turn == Turn::has_left || before->gone;
  deed.moves = comes_or_goes ? Moves::what_is_read : Moves::nothing;
  const auto recorded = record(tx, deed);
  if (comes_or_goes) {
    auto person = *before;
    person.gone = turn == Turn::has_left;
    person.at = desk.now;
    add_people(tx, std::span(&person, 1), recorded.id);
  }
  if (account) {
    const bool restored = turn == Turn::restore;
    account->state = !restored ? Account::State::suspended : account->password.empty() ? Account::State::invited : Account::State::active;
    change_account(tx, *account);
  }
  if (turn != Turn::restore) {
    end_sessions(tx, code);
    end_tokens(tx, code);
    use_links_of(tx, code, desk.now);
  }
  tx.commit();
  return no;
}

std::string_view words(Turn turn) { return turn == Turn::suspend ? "suspended" : turn == Turn::restore ? "restored" : "has left"; }

}  // namespace council
