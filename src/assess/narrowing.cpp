#include "assess/narrowing.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "assess/marks.h"
#include "plan/counting.h"

namespace assess {
namespace {

using parts::Choice;

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return made;
}

// Every word must be found somewhere.
bool speaks_of(const indicator::Definition& definition, const std::vector<std::string>& words) {
  const auto text = lower(definition.code + ' ' + definition.title + ' ' + definition.meaning + ' ' + definition.tags);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  for (char c : lower(text) + ' ') {
    if (c != ' ') word += c;
    else if (!word.empty()) words.push_back(std::move(word)), word.clear();
  }
  return words;
}

class Sieve {
 public:
  Sieve(const Judged& judged, const Narrowing& to) : judged_(judged), to_(to), words_(split(to.words)) {
    if (to.priority.empty()) return;
    const auto below = judged.picture->plan.below(to.priority);
    on_priority_.insert(below.begin(), below.end());
  }

  bool lets_through(const Judgement& judgement) const {
    const auto& definition = *judgement.definition;
    const auto& council = judged_.picture->council;
    if (!judged_.in_force(*judgement.kept)) return false;
    if (!to_.kind.empty() && to_.kind != indicator::code(definition.kind)) return false;
    if (!to_.status.empty() && to_.status != parts::code(mark_of(judgement.rating))) return false;
    if (!to_.service.empty() && to_.service != definition.service) return false;
    if (!to_.owner.empty() && to_.owner != definition.owner) return false;
    if (!to_.priority.empty() && !on_priority_.contains(judgement.kept->id)) return false;
    if (!to_.directorate.empty()) {
      const auto* directorate = council.directorate_of(definition.service);
      if (!directorate || directorate->code != to_.directorate) return false;
    }
    return words_.empty() || speaks_of(definition, words_);
  }

 private:
  const Judged& judged_;
  const Narrowing& to_;
  std::vector<std::string> words_;
  std::unordered_set<indicator::IndicatorId> on_priority_;
};

std::string capital(std::string_view words) {
  std::string made(words);
  if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 32);
  return made;
}

// The quarters with figures, newest first; and the one asked for, whatever it is.
std::vector<Choice> period_choices(const Judged& judged) {
  const auto newest = newest_quarter(*judged.picture);
  int first = newest.start;
  for (const auto& kept : judged.picture->indicators)
    if (!kept.figures.empty()) first = std::min(first, kept.figures.front().period.end() - 3);
  std::vector<Choice> choices;
  bool asked_is_there = false;
  for (auto quarter = newest; quarter.end() > first && choices.size() < 20; quarter = quarter.previous()) {
    choices.push_back({quarter == newest ? std::string() : quarter.slug(), quarter.words()});
    asked_is_there |= quarter == judged.period;
  }
  if (!asked_is_there) choices.push_back({judged.period.slug(), judged.period.words()});
  return choices;
}

std::vector<Choice> unit_choices(const council::Council& council, council::Unit::Kind kind, std::string_view all) {
  std::vector<Choice> choices = {{"", std::string(all)}};
  for (const auto& unit : council.units)
    if (!unit.gone && unit.kind == kind) choices.push_back({unit.code, unit.name});
  return choices;
}

std::vector<Choice> priority_choices(const plan::Plan& plan, const std::string& words) {
  std::vector<Choice> choices = {{"", "All " + words}};
  for (const auto* priority : plan::counted(plan)) choices.push_back({priority->code, priority->title});
  return choices;
}

std::vector<Choice> kind_choices(const Judged& judged) {
  std::set<indicator::Kind> kinds;
  for (const auto& judgement : judged.all) kinds.insert(judgement.definition->kind);
  std::vector<Choice> choices = {{"", "All kinds"}};
  for (auto kind : kinds) choices.push_back({std::string(indicator::code(kind)), capital(indicator::words(kind))});
  return choices;
}

std::vector<Choice> status_choices() {
  std::vector<Choice> choices = {{"", "Any status"}};
  for (auto status : parts::all_statuses) choices.push_back({std::string(parts::code(status)), std::string(parts::words(status))});
  return choices;
}

std::vector<Choice> owner_choices(const Judged& judged) {
  std::set<std::string_view> owners;
  for (const auto& judgement : judged.all) owners.insert(judgement.definition->owner);
  std::vector<Choice> choices;
  for (auto owner : owners)
    if (!owner.empty()) {
      auto job = judged.picture->council.job_of(owner);
      choices.push_back({std::string(owner), job.empty() ? std::string(owner) : std::move(job)});
    }
  std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.text < b.text; });
  choices.insert(choices.begin(), {"", "Anyone"});
  return choices;
}

std::string chosen_text(const parts::Filter& filter) {
  for (const auto& choice : filter.choices)
    if (choice.value == filter.chosen) return choice.text;
  return filter.chosen;
}

std::string_view period_value(const Judged& judged, const parts::Filter& filter) {
  for (const auto& choice : filter.choices)
    if (choice.text == judged.period.words()) return choice.value;
  return {};
}

}  // namespace

bool Narrowing::any() const {
  return !(priority.empty() && directorate.empty() && service.empty() && kind.empty() && status.empty() && owner.empty() && words.empty());
}

Narrowing narrowing(const kit::Request& asked) {
  return {asked.asked("priority"), asked.asked("directorate"), asked.asked("service"), asked.asked("kind"),
          asked.asked("status"),   asked.asked("owner"),       asked.asked("q")};
}

std::vector<const Judgement*> narrowed(const Judged& judged, const Narrowing& to) {
  const Sieve sieve(judged, to);
  std::vector<const Judgement*> left;
  left.reserve(judged.all.size());
  for (const auto& judgement : judged.all)
    if (sieve.lets_through(judgement)) left.push_back(&judgement);
  return left;
}

std::string with_value(const kit::Request& asked, std::string_view name, std::string_view value) {
  std::string address = asked.path;
  char mark = '?';
  const auto add = [&](std::string_view n, std::string_view v) {
    address += mark + kit::url_encoded(n) + '=' + kit::url_encoded(v);
    mark = '&';
  };
  for (const auto& [each, kept] : asked.query)
    if (each != name && !kept.empty()) add(each, kept);
  if (!value.empty()) add(name, value);
  return address;
}

std::string data_address(const kit::Request& asked, std::string_view ending) {
  const auto same = with_value(asked, "", "");
  const auto question = same.find('?');
  return asked.path + '.' + std::string(ending) + (question == std::string::npos ? std::string() : same.substr(question));
}

parts::Filters filters_of(const kit::Request& asked, const Judged& judged, const Narrowing& to) {
  using Kind = council::Unit::Kind;
  const auto& picture = *judged.picture;
  parts::Filters all;
  all.action = asked.path;
  all.filters = {{"period", "Period", period_choices(judged), ""},
                 {"priority", capital(picture.council.setting("priority_word")),
                  priority_choices(picture.plan, picture.council.setting("priority_words")), to.priority},
                 {"directorate", "Directorate", unit_choices(picture.council, Kind::directorate, "All directorates"), to.directorate},
                 {"service", "Service", unit_choices(picture.council, Kind::service, "All services"), to.service},
                 {"kind", "Kind of indicator", kind_choices(judged), to.kind},
                 {"owner", "Owner", owner_choices(judged), to.owner}};
  if (ratings(picture) == Ratings::shown) all.filters.push_back({"status", "Status", status_choices(), to.status});
  all.filters[0].chosen = period_value(judged, all.filters[0]);
  all.chips.push_back({"Period", judged.period.words(), ""});
  for (std::size_t i = 1; i < all.filters.size(); ++i)
    if (const auto& filter = all.filters[i]; !filter.chosen.empty())
      all.chips.push_back({filter.label, chosen_text(filter), with_value(asked, filter.name, "")});
  if (!to.words.empty()) all.chips.push_back({"Words", to.words, with_value(asked, "q", "")});
  all.asks_as_at = true;
  all.as_at = asked.asked("as-at");
  return all;
}

}  // namespace assess
