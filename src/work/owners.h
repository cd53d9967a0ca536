// Indicators whose figures may not come, or not be checked: nobody is named, or whoever is named has left, cannot sign in or does
// not come. Each with what to do about it.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "calendar/cycle.h"
#include "council/may.h"

namespace work {

// When people who have an account last signed in.
struct SignIn {
  std::string state;  // "active", "invited", "suspended"
  std::optional<kit::Moment> at;
};
using SignIns = std::map<std::string, SignIn>;  // by person; empty where nobody can sign in yet

struct Unowned {
  std::string code, title, service, service_name;
  std::string as;               // "owner" or "checker"
  std::string person, name;     // empty where nobody is named
  std::string why, what_to_do;
  std::string where;            // the address at which this reader can do it; empty where they cannot
};
template <class Teller>
void describe(Teller& t, const Unowned& one) {
  t.field("code", one.code);
  t.field("title", one.title);
  t.field("service", one.service);
  t.field("service_name", one.service_name);
  t.field("as", one.as);
  t.field("person", one.person);
  t.field("name", one.name);
  t.field("why", one.why);
  t.field("what_to_do", one.what_to_do);
}
struct OwnersView {
  std::string lede;
  std::vector<Unowned> indicators;  // those without an owner first; one may stand for its owner and for its checker
  int in_force = 0;                 // within reach
};
template <class Teller>
void describe(Teller& t, const OwnersView& view) {
  t.field("in_short", view.lede);
  t.rows("indicators", view.indicators);
  t.field("in_force", view.in_force);
}
OwnersView owners(const assess::Picture& picture, const SignIns& sign_ins, const council::Asker& asker, kit::Moment now);

}  // namespace work
