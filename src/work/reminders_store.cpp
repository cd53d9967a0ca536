#include "work/reminders_store.h"

#include <algorithm>
#include <map>

#include "council/account_store.h"
#include "council/cover_store.h"
#include "council/letter_store.h"
#include "kit/http.h"
#include "kit/number.h"
#include "work/gather_store.h"
#include "work/list_letter_store.h"
#include "work/my_figures_view.h"

namespace work {
namespace {

using collect::Due;
using collect::Waits;
using council::Person;
using council::Role;

struct Line {
  const Due* due;
  std::string path;  // of the page where it is dealt with
};
using Lines = std::vector<Line>;

std::string path_to(const Due& due, std::string_view folder) {
  return "/" + std::string(folder) + "/" + kit::url_encoded(due.definition->code) + "/" + due.period.slug();
}

std::string line_words(const Due& due) {
  return due.definition->title + " (" + due.definition->code + "), " + due.period.words();
}

bool waits_for_entry(Waits waits) { return waits == Waits::for_entry || waits == Waits::for_late_entry || waits == Waits::for_rework; }

// Whoever answers for it: the owner, or who covers for an owner who has left.
const Person* reader(const council::Council& council, const std::string& code) {
  const auto* person = council.person(code);
  return person && !person->gone && !person->email.empty() ? person : nullptr;
}

struct Words {
  std::string job;      // "remind": names the letter's key
  std::string subject;  // "Figures are due"
  std::string opening;  // above the list
};

class Post {
 public:
  Post(kit::Transaction& tx, kit::Moment due, kit::Moment now, const std::string& address)
      : tx_(tx), due_(due), now_(now), address_(address) {}

  bool send(const Person& person, const Lines& lines, const Words& words) {
    ListLetter letter{words.job + " " + due_.date().iso() + " " + person.code,
                      words.subject,
                      words.opening,
                      {},
                      {"Everything that waits for you", "/my-figures"}};
    for (const auto& line : lines) letter.lines.push_back({line_words(*line.due), line.path, day_words(line.due->window.enter_by)});
    return council::queue(tx_, list_letter(person, letter, address_), now_);
  }

  bool wants(const Person& person) { return council::preference(tx_, person.code, "reminders") != "off"; }

 private:
  kit::Transaction& tx_;
  kit::Moment due_, now_;
  const std::string& address_;
};

std::string how_many(std::size_t count, const char* one, const char* many) {
  return kit::in_words(static_cast<int>(count)) + " " + (count == 1 ? one : many);
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 32);
  return words;
}

enum class Which { all, late };

// By owner: what each has to enter. What deputies may do for them is left to the page.
std::map<std::string, Lines> by_owner(const std::vector<Due>& all, kit::Moment at, Which which) {
  std::map<std::string, Lines> found;
  for (const auto& due : all) {
    const auto waits = collect::waits(due, at);
    if (which == Which::late ? waits == Waits::for_late_entry : waits_for_entry(waits))
      found[due.definition->owner].push_back({&due, path_to(due, "my-figures")});
  }
  return found;
}

std::map<std::string, Lines> late_by_service(const std::vector<Due>& all, kit::Moment at) {
  std::map<std::string, Lines> found;
  for (const auto& due : all) {
    const auto waits = collect::waits(due, at);
    if (waits == Waits::for_late_entry || waits == Waits::for_rework)
      found[due.definition->service].push_back({&due, path_to(due, "my-figures")});
  }
  return found;
}

void to_people_of(Post& post, const assess::Picture& picture, const std::map<std::string, Lines>& by_service, Role role,
                  const Words& words) {
  std::map<const Person*, Lines> by_person;
  for (const auto& [service, lines] : by_service)
    for (const auto& person : picture.council.people)
      if (person.role == role && person.unit == service && reader(picture.council, person.code))
        by_person[&person].insert(by_person[&person].end(), lines.begin(), lines.end());
  for (const auto& [person, lines] : by_person) {
    auto own = words;
    own.opening = capital(how_many(lines.size(), "figure of your service is", "figures of your service are")) + " late." + words.opening;
    post.send(*person, lines, own);
  }
}

}  // namespace

void remind_officers(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address) {
  const auto all = gather_all(tx, picture, due);
  Post post(tx, due, now, address);
  for (const auto& [owner, lines] : by_owner(all, due, Which::all)) {
    const auto* person = reader(picture.council, owner);
    if (!person || !post.wants(*person)) continue;
    post.send(
        *person, lines,
        {"remind", "Figures are due: " + std::to_string(lines.size()),
         capital(how_many(lines.size(), "figure waits", "figures wait")) + " for you. Two minutes each, with a note."});
  }
}

void remind_checkers(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address) {
  const auto all = gather_all(tx, picture, due);
  Post post(tx, due, now, address);
  std::map<std::string, Lines> by_checker;
  for (const auto& one : all)
    if (collect::waits(one, due) == Waits::for_check && one.entry.entered_by != one.definition->checker)
      by_checker[one.definition->checker].push_back({&one, path_to(one, "check")});
  for (const auto& [checker, lines] : by_checker) {
    const auto* person = reader(picture.council, checker);
    if (!person || !post.wants(*person)) continue;
    post.send(*person, lines,
              {"check", "Figures wait for your check: " + std::to_string(lines.size()),
               capital(how_many(lines.size(), "figure waits", "figures wait")) + " for your check this week."});
  }
}

Reminded remind_by_hand(kit::Transaction& tx, const assess::Picture& picture, const std::vector<Due>& dues,
                        kit::Moment now, const std::string& address) {
  Post post(tx, now, now, address);
  std::map<std::string, Lines> by_person;
  for (const auto& due : dues) {
    const auto waits = collect::waits(due, now);
    if (waits_for_entry(waits)) by_person[due.definition->owner].push_back({&due, path_to(due, "my-figures")});
    if (waits == Waits::for_check && due.entry.entered_by != due.definition->checker)
      by_person[due.definition->checker].push_back({&due, path_to(due, "check")});
  }
  Reminded reminded;
  for (const auto& [code, lines] : by_person) {
    const auto* person = reader(picture.council, code);
    if (!person) continue;
    if (!post.wants(*person)) ++reminded.unwanted;
    else
      ++(post.send(*person, lines,
                   {"by hand", "Figures wait for you: " + std::to_string(lines.size()),
                    capital(how_many(lines.size(), "figure waits", "figures wait")) +
                        " for you. You are asked to look at them."})
             ? reminded.letters
             : reminded.already);
  }
  return reminded;
}

void chase(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address) {
  const auto all = gather_all(tx, picture, due);
  Post post(tx, due, now, address);
  for (const auto& [owner, lines] : by_owner(all, due, Which::late)) {
    const auto* person = reader(picture.council, owner);
    if (!person || !post.wants(*person)) continue;
    post.send(*person, lines,
              {"chase", "Figures are late: " + std::to_string(lines.size()),
               capital(how_many(lines.size(), "figure is", "figures are")) +
                   " late. They are still accepted until the reports run."});
  }
  to_people_of(post, picture, late_by_service(all, due), Role::service_manager,
               {"chase", "Late figures of your service", " Their owners have been told."});
}

void escalate(kit::Transaction& tx, const assess::Picture& picture, kit::Moment due, kit::Moment now, const std::string& address) {
  const auto all = gather_all(tx, picture, due);
  Post post(tx, due, now, address);
  to_people_of(
      post, picture, late_by_service(all, due), Role::head_of_service,
      {"escalate", "Late figures of your service", " The reports run soon; what is missing is reported as missing."});
}

}  // namespace work
