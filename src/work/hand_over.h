// Someone leaves: everything they own, check or stand in for goes to someone else, as new editions of the definitions, all or
// nothing. And the indicators that wait for nobody: without an owner, or whose owner has left or never comes.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "calendar/cycle.h"
#include "council/may.h"
#include "kit/verdict.h"

namespace work {

// What of one indicator is someone's.
struct Holding {
  const assess::Kept* kept = nullptr;
  bool owner = false, checker = false, deputy = false;
  std::string words() const;  // "owner", "checker and deputy"
};
// Of indicators in force, by code; only those within the asker's reach.
std::vector<Holding> holdings(const assess::Picture& picture, const std::string& person, const council::Asker& asker, kit::Date today);
// How many more there are that someone else has to hand over.
std::size_t out_of_reach(const assess::Picture& picture, const std::string& person, const council::Asker& asker, kit::Date today);

struct HandOver {
  std::string from, to;                  // codes of people
  std::vector<std::string> indicators;   // their codes
};
// The new editions: of each indicator those that apply now, applied to a period that is still open, or will apply.
kit::Verdict<std::vector<indicator::Definition>> hand_over(const assess::Picture& picture, const HandOver& wanted, const council::Asker& by, kit::Moment now);

// When people who have an account last signed in.
struct SignIn {
  std::string state;  // "active"
  std::optional<kit::Moment> at;
};
using SignIns = std::map<std::string, SignIn>;  // by person; empty where nobody can sign in yet

// An indicator whose figures may not come, why, and what to do.
struct Unowned {
  std::string code, title, service, service_name, owner, owner_name, why, what_to_do;
};
template <class Teller>
void describe(Teller& t, const Unowned& one) {
  t.field("code", one.code);
  t.field("title", one.title);
  t.field("service", one.service);
  t.field("service_name", one.service_name);
  t.field("owner", one.owner);
  t.field("owner_name", one.owner_name);
  t.field("why", one.why);
  t.field("what_to_do", one.what_to_do);
}
struct OwnersView {
  std::vector<Unowned> indicators;
  int in_force = 0;  // within reach
};
template <class Teller>
void describe(Teller& t, const OwnersView& view) {
  t.rows("indicators", view.indicators);
  t.field("in_force", view.in_force);
}
OwnersView owners(const assess::Picture& picture, const SignIns& sign_ins, const council::Asker& asker, kit::Moment now);

}  // namespace work
