#include "work/hand_over.h"

#include <algorithm>
#include <set>

namespace work {
namespace {

using indicator::Definition;

// A figure may still come in for a period that ended so long ago.
constexpr int still_open = 400;  // days

council::Subject subject_of(const Definition& d) { return {d.owner, d.checker, d.deputy, d.service, d.portfolio}; }

bool is_in_force(const assess::Kept& kept, kit::Date today) { return !kept.now().ends || *kept.now().ends >= today; }

bool names(const Definition& d, const std::string& person) { return d.owner == person || d.checker == person || d.deputy == person; }

// The editions that some period still reads, oldest first: an edition hides those before it from its day on.
std::vector<const Definition*> effective(const assess::Kept& kept, kit::Date today) {
  std::vector<const Definition*> all;
  for (auto each = kept.definitions.rbegin(); each != kept.definitions.rend(); ++each) {
    if (!all.empty() && each->applies_from >= all.back()->applies_from) continue;
    if (!all.empty() && all.back()->applies_from.plus(still_open) < today) break;
    all.push_back(&*each);
  }
  std::ranges::reverse(all);
  return all;
}

std::optional<Holding> holding(const assess::Kept& kept, const std::string& person, kit::Date today) {
  Holding found{&kept};
  for (const auto* d : effective(kept, today)) {
    found.owner |= d->owner == person;
    found.checker |= d->checker == person;
    found.deputy |= d->deputy == person;
  }
  return found.owner || found.checker || found.deputy ? std::optional(found) : std::nullopt;
}

bool may_hand_over(const assess::Kept& kept, const council::Asker& asker) {
  return !council::why_not(council::May::hand_over, asker, subject_of(kept.now())).any();
}

// From the first edition that changes on, all are written again: the newest that fits a period is the one that counts.
void renew(std::vector<Definition>& all, const assess::Kept& kept, const HandOver& wanted, const std::string& reason, kit::Moment now) {
  const auto chain = effective(kept, now.date());
  auto first = std::ranges::find_if(chain, [&](const Definition* d) { return names(*d, wanted.from); });
  auto edition = kept.now().edition;
  for (; first != chain.end(); ++first) {
    auto d = **first;
    for (auto* person : {&d.owner, &d.checker, &d.deputy})
      if (*person == wanted.from) *person = wanted.to;
    if (d.deputy == d.owner) d.deputy.clear();
    d.edition = ++edition;
    d.at = now;
    d.reason = reason;
    all.push_back(std::move(d));
  }
}

kit::Refusals who_faults(const assess::Picture& picture, const HandOver& wanted) {
  kit::Refusals no;
  const auto* to = picture.council.person(wanted.to);
  no.unless(picture.council.person(wanted.from) != nullptr, "from", "Choose who leaves.");
  no.unless(!wanted.to.empty(), "to", "Choose who takes over.");
  no.unless(wanted.to.empty() || wanted.to != wanted.from, "to", "This is who leaves. Choose someone else to take over.");
  no.unless(wanted.to.empty() || (to && !to->gone), "to", "This person is not there, or has left. Choose someone else.");
  if (!to || to->gone) return no;
  council::Asker as;
  as.person = to->code;
  as.role = to->role;
  no.unless(!council::why_not(council::May::enter_figures, as).any(), "to", to->name + " does not enter figures in any role. Choose someone who does.");
  return no;
}

std::string name_of(const council::Council& council, const std::string& code) {
  const auto* person = council.person(code);
  return person ? person->name : code;
}

}  // namespace

std::string Holding::words() const {
  std::string text;
  const auto add = [&](bool is, const char* word) {
    if (is) text += (text.empty() ? "" : " and ") + std::string(word);
  };
  add(owner, "owner");
  add(checker, "checker");
  add(deputy, "deputy");
  return text;
}

std::vector<Holding> holdings(const assess::Picture& picture, const std::string& person, const council::Asker& asker, kit::Date today) {
  std::vector<Holding> all;
  for (const auto& kept : picture.indicators) {
    if (person.empty() || !is_in_force(kept, today) || !may_hand_over(kept, asker)) continue;
    if (const auto found = holding(kept, person, today)) all.push_back(*found);
  }
  return all;
}

std::size_t out_of_reach(const assess::Picture& picture, const std::string& person, const council::Asker& asker, kit::Date today) {
  return static_cast<std::size_t>(std::ranges::count_if(picture.indicators, [&](const assess::Kept& kept) {
    return !person.empty() && is_in_force(kept, today) && !may_hand_over(kept, asker) && holding(kept, person, today);
  }));
}

kit::Verdict<std::vector<Definition>> hand_over(const assess::Picture& picture, const HandOver& wanted, const council::Asker& by, kit::Moment now) {
  kit::Refusals no = council::why_not(council::May::hand_over, by);
  if (no.any()) return no;
  no.add(who_faults(picture, wanted));
  no.unless(!wanted.indicators.empty(), "indicators", "Choose at least one indicator.");
  if (no.any()) return no;

  const auto reason = "Handed over from " + name_of(picture.council, wanted.from) + " to " + name_of(picture.council, wanted.to);
  const std::set<std::string> chosen(wanted.indicators.begin(), wanted.indicators.end());
  std::vector<Definition> all;
  for (const auto& code : chosen) {
    const auto* kept = picture.find(code);
    const auto held = kept && is_in_force(*kept, now.date()) && may_hand_over(*kept, by) ? holding(*kept, wanted.from, now.date()) : std::nullopt;
    no.unless(held.has_value(), "indicators", code + " is not " + name_of(picture.council, wanted.from) + "’s, or not yours to hand over. Load the page again.");
    if (held) renew(all, *kept, wanted, reason, now);
  }
  for (const auto& d : all)
    no.unless(d.owner.empty() || d.owner != d.checker, "indicators",
              d.code + ": " + name_of(picture.council, wanted.to) + " would both enter and check it. Leave it out, and hand it over to someone else.");
  if (no.any()) return no;
  return all;
}

namespace {

// The owner signed in during neither the cycle that runs now nor the one before.
kit::Moment two_cycles_ago(calendar::Frequency frequency, kit::Moment now) {
  return kit::Moment::start_of(calendar::ended_period(frequency, now).first());
}

void judge_owner(Unowned& one, const assess::Picture& picture, const SignIns& sign_ins, const Definition& d, kit::Moment now) {
  const auto* owner = picture.council.person(d.owner);
  if (d.owner.empty() || !owner) {
    one.why = "No owner";
    one.what_to_do = "Propose a definition that names one";
    return;
  }
  one.owner_name = owner->name;
  if (owner->gone) {
    one.why = "The owner has left";
    one.what_to_do = "Hand over";
    return;
  }
  if (sign_ins.empty()) return;  // nobody can sign in here yet
  const auto found = sign_ins.find(d.owner);
  const auto since = two_cycles_ago(d.frequency, now);
  if (found == sign_ins.end()) one.why = "The owner has no account", one.what_to_do = "Ask an administrator to invite them";
  else if (found->second.state == "suspended") one.why = "The owner’s account is suspended", one.what_to_do = "Hand over, or name a deputy";
  else if (!found->second.at) one.why = "The owner has never signed in", one.what_to_do = "Ask an administrator to invite them again";
  else if (*found->second.at < since) one.why = "The owner last signed in on " + found->second.at->date().words(), one.what_to_do = "Ask them, or hand over";
}

}  // namespace

OwnersView owners(const assess::Picture& picture, const SignIns& sign_ins, const council::Asker& asker, kit::Moment now) {
  OwnersView view;
  for (const auto& kept : picture.indicators) {
    const auto& d = kept.now();
    if (!is_in_force(kept, now.date()) || council::why_not(council::May::see_completion, asker, subject_of(d)).any()) continue;
    ++view.in_force;
    const auto* unit = picture.council.unit(d.service);
    Unowned one{d.code, d.title, d.service, unit ? unit->name : "", d.owner};
    judge_owner(one, picture, sign_ins, d, now);
    if (!one.why.empty()) view.indicators.push_back(std::move(one));
  }
  return view;
}

}  // namespace work
