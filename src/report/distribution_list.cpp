#include "report/distribution_list.h"

#include <algorithm>
#include <set>

#include "council/account.h"

namespace report {
namespace {

using council::plain_email;

constexpr std::size_t most_addresses = 200, longest_name = 80;

template <class All, class One>
bool holds(const All& all, const One& one) { return std::ranges::find(all, one) != all.end(); }

template <class All>
void add_once(std::vector<std::string>& to, const All& one) {
  if (!holds(to, one)) to.push_back(one);
}

// One of "Cora Crane <c.crane@…>", "c.crane@…" or "Cora Crane", in lower case.
std::string plain_line(std::string_view line) {
  const auto from = line.find('<'), to = line.find('>', from == line.npos ? 0 : from);
  return plain_email(from != line.npos && to != line.npos ? line.substr(from + 1, to - from - 1) : line);
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of("\r\n;"), text.size());
    if (auto line = plain_line(text.substr(0, end)); !line.empty()) lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<const council::Person*> who_is(std::string_view line, const council::Council& council) {
  std::vector<const council::Person*> found;
  for (const auto& person : council.people)
    if (!person.gone && (plain_email(person.email) == line || plain_email(person.name) == line || person.code == line))
      found.push_back(&person);
  return found;
}

void take_people(kit::Refusals& no, DistributionList& list, std::string_view text, const council::Council& council) {
  list.people.clear();
  for (const auto& line : lines_of(text)) {
    const auto found = who_is(line, council);
    if (found.size() == 1) add_once(list.people, found.front()->code);
    else if (found.empty())
      no.add("people",
             "Nobody in the council is called “" + line +
                 "”. Type a name or e-mail address as it stands under People, or move it to the outside addresses.");
    else no.add("people", "More than one person is called “" + line + "”. Type the e-mail address.");
  }
}

void take_outside(kit::Refusals& no, DistributionList& list, std::string_view text, const council::Council& council) {
  list.outside.clear();
  for (const auto& line : lines_of(text)) {
    if (council::email_faults(line).any())
      no.add("outside", "“" + line + "” is no e-mail address. Type one a line, such as clerk@parish.example.");
    else if (!who_is(line, council).empty())
      no.add(
          "outside",
          "“" + line +
              "” belongs to somebody in the council. Move it to the people, so that they are told as far as they may read.");
    else add_once(list.outside, line);
  }
  no.unless(list.outside.size() <= most_addresses, "outside",
            "A list has at most 200 outside addresses. Write to a mailing list of theirs instead.");
}

DistributionList next_edition(DistributionList list, const council::Asker& by, kit::Moment now) {
  ++list.edition;
  list.by = by.person;
  list.at = now;
  return list;
}

// A name that two people share tells nobody who is meant.
std::string line_for(const council::Person& person, const council::Council& council) {
  return who_is(plain_email(person.name), council).size() == 1 ? person.name : person.email.empty() ? person.code : person.email;
}

}  // namespace

TypedList typed(const DistributionList& list, const council::Council& council) {
  TypedList typed{list.name, "", ""};
  for (const auto& code : list.people)
    if (const auto* person = council.person(code); person && !person->gone) typed.people += line_for(*person, council) + "\n";
  for (const auto& address : list.outside) typed.outside += address + "\n";
  return typed;
}

kit::Verdict<DistributionList> change_list(const DistributionList& before, const TypedList& typed,
                                           const std::vector<DistributionList>& all, const council::Council& council,
                                           const council::Asker& by, kit::Moment now) {
  kit::Refusals no = council::why_not(council::May::prepare_reports, by);
  auto list = before;
  list.name = typed.name;
  no.unless(!list.name.empty(), "name", "Give the list a name, such as Corporate Scrutiny Committee.");
  no.unless(list.name.size() <= longest_name, "name", "Use at most 80 characters.");
  const auto is_another = [&](const DistributionList& other) {
    return !other.gone && other.number != list.number && plain_email(other.name) == plain_email(list.name);
  };
  no.unless(std::ranges::none_of(all, is_another), "name", "There is a list of that name already. Choose another.");
  take_people(no, list, typed.people, council);
  take_outside(no, list, typed.outside, council);
  no.unless(no.any() || !list.people.empty() || !list.outside.empty(), "people", "Name at least one person or one outside address.");
  if (no.any()) return no;
  return next_edition(std::move(list), by, now);
}

kit::Verdict<DistributionList> remove_list(const DistributionList& before, const council::Asker& by, kit::Moment now) {
  if (const auto no = council::why_not(council::May::prepare_reports, by); no.any()) return no;
  auto list = before;
  list.people.clear();
  list.outside.clear();
  list.gone = true;
  return next_edition(std::move(list), by, now);
}

const DistributionList* find_list(const std::vector<DistributionList>& all, std::int64_t number) {
  const auto found = std::ranges::find(all, number, &DistributionList::number);
  return found == all.end() || found->gone ? nullptr : &*found;
}

std::string list_names(const std::vector<DistributionList>& all, const Pack& pack) {
  std::string names;
  for (const auto number : pack.lists)
    if (const auto* list = find_list(all, number)) names += (names.empty() ? "" : ", ") + list->name;
  return names;
}

Recipients recipients(const Pack& pack, const std::vector<DistributionList>& all, const council::Council& council) {
  std::set<std::string> listed, outside, told;
  for (const auto number : pack.lists) {
    const auto* list = find_list(all, number);
    if (!list) continue;
    listed.insert(list->people.begin(), list->people.end());
    outside.insert(list->outside.begin(), list->outside.end());
  }
  Recipients who;
  for (const auto& person : council.people) {
    if (person.gone || person.email.empty() || !(holds(pack.readers, person.role) || listed.contains(person.code))) continue;
    if (told.insert(plain_email(person.email)).second) who.people.push_back(&person);
  }
  std::ranges::copy_if(outside, std::back_inserter(who.outside), [&](const std::string& address) { return !told.contains(address); });
  return who;
}

}  // namespace report
