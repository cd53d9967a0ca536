#include "work/owners.h"

#include <algorithm>
#include <set>

#include "collect/entry.h"
#include "council/address.h"
#include "kit/http.h"

namespace work {
namespace {

using council::Asker;
using council::May;
using indicator::Definition;

// Whoever has not signed in during the cycle that runs now nor the whole one before.
kit::Moment two_cycles_ago(calendar::Frequency frequency, kit::Moment now) {
  return kit::Moment::start_of(calendar::ended_period(frequency, now).first());
}

// What stands in somebody's way, and which of the ways out fits.
struct Trouble {
  enum class Way { name_somebody, hand_over, invite } way = Way::name_somebody;
  std::string why, what_to_do, instead;  // instead: for a reader who cannot
};


constexpr const char* ask_to_hand_over = "Ask the head of service, or the performance team, to hand over";
constexpr const char* ask_to_name = "Ask the head of service, or the performance team, to name somebody";
constexpr const char* ask_to_invite = "Ask an administrator to invite them";

std::optional<Trouble> trouble_of(const std::string& code, const std::string& as, const assess::Picture& picture,
                                  const SignIns& sign_ins, kit::Moment since) {
  using Way = Trouble::Way;
  const auto* person = picture.council.person(code);
  const auto who = "The " + as;
  if (!person) return Trouble{Way::name_somebody, "No " + as, "Name somebody", ask_to_name};
  if (person->gone) return Trouble{Way::hand_over, who + " has left", "Hand over", ask_to_hand_over};
  if (sign_ins.empty()) return std::nullopt;  // nobody can sign in here yet
  const auto found = sign_ins.find(code);
  if (found == sign_ins.end()) return Trouble{Way::invite, who + " has no account", "Invite them", ask_to_invite};
  if (found->second.state == "suspended")
    return Trouble{Way::hand_over, who + "’s account is suspended", "Hand over, or let an administrator restore it",
                   ask_to_hand_over};
  if (!found->second.at) return Trouble{Way::invite, who + " has never signed in", "Invite them again", ask_to_invite};
  if (*found->second.at < since)
    return Trouble{Way::hand_over, who + " last signed in on " + found->second.at->date().words(),
                   "Ask them, or hand over", "Ask them, or the head of service to hand over"};
  return std::nullopt;
}

std::string where_to(Trouble::Way way, const Unowned& one, const Asker& asker, const council::Subject& subject) {
  switch (way) {
    case Trouble::Way::invite:
      return council::why_not(May::manage_people, asker).any() ? std::string() : council::path_to("people", one.person);
    case Trouble::Way::hand_over:
      return council::why_not(May::hand_over, asker, subject).any() ? std::string()
                                                                    : "/hand-over?from=" + kit::url_encoded(one.person);
    case Trouble::Way::name_somebody:
      return council::why_not(May::hand_over, asker, subject).any() ? std::string()
                                                                    : council::path_to("owners", one.code);
  }
  return {};
}

class Looking {
 public:
  Looking(const assess::Picture& picture, const SignIns& sign_ins, const Asker& asker, kit::Moment now)
      : picture_(picture), sign_ins_(sign_ins), asker_(asker), now_(now) {}

  void look(const Definition& d, OwnersView& view) const {
    const auto since = two_cycles_ago(d.frequency, now_);
    if (auto found = trouble_of(d.owner, "owner", picture_, sign_ins_, since)) add(d, "owner", d.owner, *std::move(found), view);
    if (!d.owner.empty() && d.owner == d.checker)
      return add(d, "checker", d.checker,
                 {Trouble::Way::name_somebody, "The owner is also the checker, and nobody checks what they entered",
                  "Name another checker", ask_to_name},
                 view);
    if (auto found = trouble_of(d.checker, "checker", picture_, sign_ins_, since)) add(d, "checker", d.checker, *std::move(found), view);
  }

 private:
  void add(const Definition& d, const char* as, const std::string& person, Trouble found, OwnersView& view) const {
    const auto* unit = picture_.council.unit(d.service);
    const auto* known = picture_.council.person(person);
    Unowned one{d.code,
                d.title,
                d.service,
                unit ? unit->name : "",
                as,
                known ? person : "",
                known ? known->name : "",
                std::move(found.why),
                "",
                ""};
    one.where = where_to(found.way, one, asker_, collect::subject_of(d));
    one.what_to_do = one.where.empty() ? std::move(found.instead) : std::move(found.what_to_do);
    view.indicators.push_back(std::move(one));
  }
  const assess::Picture& picture_;
  const SignIns& sign_ins_;
  const Asker& asker_;
  kit::Moment now_;
};

std::string lede_of(const OwnersView& view) {
  if (view.in_force == 0) return "There is no indicator within your reach.";
  std::set<std::string> troubled;
  for (const auto& one : view.indicators) troubled.insert(one.code);
  const auto all = std::to_string(view.in_force);
  if (troubled.empty())
    return view.in_force == 1
               ? "The one indicator within your reach has an owner and a checker who are there."
               : "All " + all + " indicators within your reach have an owner and a checker who are there.";
  return std::to_string(troubled.size()) + " of " + all +
         (view.in_force == 1     ? " indicator waits"
          : troubled.size() == 1 ? " indicators waits"
                                 : " indicators wait") +
         " for somebody who is not there: the figure may not come, or not be checked.";
}

}  // namespace

OwnersView owners(const assess::Picture& picture, const SignIns& sign_ins, const Asker& asker, kit::Moment now) {
  OwnersView view;
  const Looking looking(picture, sign_ins, asker, now);
  for (const auto& kept : picture.indicators) {
    const auto& d = kept.now();
    if ((d.ends && *d.ends < now.date()) || council::why_not(May::see_completion, asker, collect::subject_of(d)).any()) continue;
    ++view.in_force;
    if (!indicator::is_computed(d)) looking.look(d, view);  // nobody enters or checks what follows from others
  }
  std::ranges::stable_sort(view.indicators, {}, [](const Unowned& one) { return std::pair(one.as == "checker", !one.person.empty()); });
  view.lede = lede_of(view);
  return view;
}

}  // namespace work
