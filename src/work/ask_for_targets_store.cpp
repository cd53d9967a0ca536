#include "work/ask_for_targets_store.h"

#include <map>

#include "council/account_store.h"
#include "council/address.h"
#include "kit/number.h"
#include "work/list_letter_store.h"
#include "work/target_round_store.h"

namespace work {
namespace {

bool waits_for_proposal(const collect::InRound& one) {
  const auto* standing = one.standing();
  return one.needs_target() && !one.in_force && (!standing || standing->stage == collect::ProposedTarget::Stage::withdrawn);
}

std::map<std::string, std::vector<ListedLine>> by_owner(const Round& round) {
  const auto year = "?year=" + calendar::Period::year(round.year).slug();
  std::map<std::string, std::vector<ListedLine>> found;
  for (const auto& one : round.all)
    if (waits_for_proposal(one))
      found[one.definition->owner].push_back({one.definition->title + " (" + one.definition->code + ")",
                                              council::path_to("targets", one.definition->code) + year,
                                              {}});
  return found;
}

std::string opening(const Round& round, std::size_t count) {
  const auto several = kit::in_words(static_cast<int>(count)) + (count == 1 ? " indicator" : " indicators");
  return "The round of targets for " + round.year.words() + " is open. Propose a target for " + several +
         " of yours, with a reason. Proposals are challenged from " + round.dates.challenge_from.date().words() +
         ", agreed by " + round.dates.last_to_agree().words() + " and sealed on " + round.dates.seal_day().words() +
         ". Each page says what a target would mean before you propose it.";
}

}  // namespace

void ask_for_targets(kit::Transaction& tx, const assess::Picture& picture, calendar::FinancialYear year,
                     kit::Moment now, const std::string& address) {
  const auto round = load_round(tx, picture, year);
  if (round.seal) return;
  const ListedPage all{"The targets of the council", "/targets?year=" + calendar::Period::year(year).slug()};
  for (auto& [owner, lines] : by_owner(round)) {
    const auto* person = picture.council.person(owner);
    if (!person || person->gone || person->email.empty() || council::preference(tx, owner, "reminders") == "off") continue;
    const auto said = opening(round, lines.size());
    council::queue(tx,
                   list_letter(*person,
                               {"propose " + round.dates.opens.date().iso() + " " + owner,
                                "Targets for " + year.words() + " are to be proposed: " + std::to_string(lines.size()),
                                said, std::move(lines), all},
                               address),
                   now);
  }
}

}  // namespace work
