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
  no.unless(!council::why_not(council::May::enter_figures, as).any(), "to",
            to->name + " does not enter figures in any role. Choose someone who does.");
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

kit::Verdict<std::vector<Definition>> hand_over(const assess::Picture& picture, const HandOver& wanted,
                                                const council::Asker& by, kit::Moment now) {
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
    const auto held = kept && is_in_force(*kept, now.date()) && may_hand_over(*kept, by)
                          ? holding(*kept, wanted.from, now.date())
                          : std::nullopt;
    no.unless(held.has_value(), "indicators",
              code + " is not " + name_of(picture.council, wanted.from) +
                  "’s, or not yours to hand over. Load the page again.");
    if (held) renew(all, *kept, wanted, reason, now);
  }
  for (const auto& d : all)
    no.unless(d.owner.empty() || d.owner != d.checker, "indicators",
              d.code + ": " + name_of(picture.council, wanted.to) +
                  " would both enter and check it. Leave it out, and hand it over to someone else.");
  if (no.any()) return no;
  return all;
}

namespace {

// What a person is named for, and the right that goes with it.
struct Part {
  std::string_view field, verb;
  council::May may;
};
constexpr Part owner_part{"owner", "enter", council::May::enter_figures},
    checker_part{"checker", "check", council::May::check_figures},
    deputy_part{"deputy", "enter", council::May::enter_figures};

// Somebody who is there, in a role that does this.
void want(kit::Refusals& no, const assess::Picture& picture, const std::string& code, const Part& part) {
  if (code.empty()) return;
  const auto* person = picture.council.person(code);
  no.unless(person && !person->gone, part.field, "This person is not there, or has left. Choose someone else.");
  if (!person || person->gone) return;
  council::Asker as;
  as.person = person->code;
  as.role = person->role;
  no.unless(!council::why_not(part.may, as).any(), part.field,
            person->name + " does not " + std::string(part.verb) + " figures in any role. Choose someone who does.");
}

kit::Refusals naming_faults(const assess::Picture& picture, const Named& named) {
  kit::Refusals no;
  no.unless(!named.owner.empty(), "owner", "Choose who enters its figures.");
  no.unless(!named.checker.empty(), "checker", "Choose who checks its figures.");
  no.unless(named.checker.empty() || named.checker != named.owner, "checker",
            "Nobody checks what they entered. Choose someone other than the owner.");
  no.unless(named.deputy.empty() || named.deputy != named.owner, "deputy",
            "A deputy stands in for the owner. Choose someone else, or nobody.");
  want(no, picture, named.owner, owner_part);
  want(no, picture, named.checker, checker_part);
  want(no, picture, named.deputy, deputy_part);
  return no;
}

bool stands(const Definition& d, const Named& named) {
  return d.owner == named.owner && d.checker == named.checker && d.deputy == named.deputy;
}

}  // namespace

kit::Verdict<std::vector<Definition>> name_people(const assess::Picture& picture, const Named& named,
                                                  const council::Asker& by, kit::Moment now) {
  kit::Refusals no;
  const auto* kept = picture.find(named.indicator);
  if (!kept || !is_in_force(*kept, now.date()) || !may_hand_over(*kept, by)) {
    no.add("", "There is no such indicator among those that are yours to hand over. Start from the list of owners.");
    return no;
  }
  no.add(naming_faults(picture, named));
  const auto chain = effective(*kept, now.date());
  no.unless(std::ranges::any_of(chain, [&](const Definition* d) { return !stands(*d, named); }), "",
            "This is who answers for it already. Choose someone else, or leave it as it is.");
  if (no.any()) return no;

  std::vector<Definition> all;
  auto edition = kept->now().edition;
  for (const auto* each : chain) {
    auto d = *each;
    d.owner = named.owner;
    d.checker = named.checker;
    d.deputy = named.deputy;
    d.edition = ++edition;
    d.at = now;
    d.reason = "Entered by " + name_of(picture.council, named.owner) + " and checked by " +
               name_of(picture.council, named.checker) + " from now on";
    all.push_back(std::move(d));
  }
  return all;
}

}  // namespace work
