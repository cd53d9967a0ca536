// A distribution list: who hears of published reports beside the roles of their packs, often a committee. It names people of the
// council, who are told as far as they may read, and outside addresses, which are told of the public edition and of nothing else.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "council/council.h"
#include "council/may.h"
#include "kit/verdict.h"
#include "report/pack.h"

namespace report {

struct DistributionList {
  std::int64_t number = 0;
  std::int64_t edition = 0;
  std::string name;                  // "Corporate Scrutiny Committee"
  std::vector<std::string> people;   // codes
  std::vector<std::string> outside;  // e-mail addresses, in lower case
  bool gone = false;
  std::string by;
  kit::Moment at;
  bool operator==(const DistributionList&) const = default;
};

// As it is typed: people and addresses one a line, or as a mail program copies them ("Cora Crane <c.crane@ambleford.gov.uk>; …").
struct TypedList {
  std::string name, people, outside;
};
TypedList typed(const DistributionList& list, const council::Council& council);

// `before`: the list that is changed; one without a number is made.
kit::Verdict<DistributionList> change_list(const DistributionList& before, const TypedList& typed,
                                           const std::vector<DistributionList>& all, const council::Council& council,
                                           const council::Asker& by, kit::Moment now);
kit::Verdict<DistributionList> remove_list(const DistributionList& before, const council::Asker& by, kit::Moment now);
const DistributionList* find_list(const std::vector<DistributionList>& all, std::int64_t number);  // null: there is none, or it was removed
std::string list_names(const std::vector<DistributionList>& all,
                       const Pack& pack);  // "Housing board, Press", of those that the pack has

// Who hears of an edition of a pack: each once, by whichever way they are reached.
struct Recipients {
  std::vector<const council::Person*> people;
  std::vector<std::string> outside;  // none of somebody who is told as a person
};
Recipients recipients(const Pack& pack, const std::vector<DistributionList>& all, const council::Council& council);

}  // namespace report
