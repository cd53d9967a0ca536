#include "report/edition.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace report {
namespace {

using council::Asker;
using council::May;

constexpr std::string_view before_number = "-edition-";
constexpr std::array<std::string_view, 3> doings = {"comment", "signed_off", "published"}, stages = {"asked", "approved", "refused"};
constexpr std::array<std::string_view, 4> states = {"draft", "commented", "signed_off", "published"};
constexpr std::array<std::string_view, 4> state_words = {"Draft", "Draft with comments", "Signed off", "Published"};
constexpr std::array<std::string_view, 10> ordinals = {"",      "first", "second",  "third",  "fourth",
                                                       "fifth", "sixth", "seventh", "eighth", "ninth"};
constexpr std::size_t longest = 8000;
constexpr int most_editions = 999;

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  std::string made;
  for (const char c : text)
    if (c != '\r') made += c;
  return made;
}

void may(kit::Refusals& no, May what, const Asker& by) { no.add(council::why_not(what, by)); }

int months_of(calendar::Frequency frequency) { return calendar::months_in(frequency); }

}  // namespace

// -- names ------------------------------------------------------------------------------------------------------------

std::string EditionKey::slug() const { return period.slug() + std::string(before_number) + std::to_string(number); }
std::string EditionKey::path() const { return "/reports/" + pack + "/" + slug(); }
std::string EditionKey::words() const {
  if (number == 1) return period.words();
  return period.words() + ", " +
         (number < 10 ? std::string(ordinals[static_cast<std::size_t>(number)]) : std::to_string(number) + "th") +
         " edition";
}

std::optional<AskedEdition> read_edition_slug(std::string_view slug) {
  const auto at = slug.find(before_number);
  const auto period = calendar::read_slug(slug.substr(0, at));
  if (!period) return std::nullopt;
  if (at == slug.npos) return AskedEdition{*period, 0};
  const auto digits = slug.substr(at + before_number.size());
  int number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || number < 1 || number > most_editions) return std::nullopt;
  return AskedEdition{*period, number};
}

std::string_view code(Doing doing) { return doings[static_cast<std::size_t>(doing)]; }
std::string_view code(State state) { return states[static_cast<std::size_t>(state)]; }
std::string_view words(State state) { return state_words[static_cast<std::size_t>(state)]; }
std::string_view code(Rerun::Stage stage) { return stages[static_cast<std::size_t>(stage)]; }

std::optional<Doing> read_doing(std::string_view text) {
  const auto found = std::ranges::find(doings, text);
  return found == doings.end() ? std::nullopt : std::optional(static_cast<Doing>(found - doings.begin()));
}
std::optional<Rerun::Stage> read_rerun_stage(std::string_view text) {
  const auto found = std::ranges::find(stages, text);
  return found == stages.end() ? std::nullopt : std::optional(static_cast<Rerun::Stage>(found - stages.begin()));
}

// -- review -----------------------------------------------------------------------------------------------------------

const Step* Edition::step(Doing doing) const {
  const auto found = std::find_if(steps.rbegin(), steps.rend(), [&](const Step& one) { return one.doing == doing; });
  return found == steps.rend() ? nullptr : &*found;
}

State Edition::state() const {
  if (step(Doing::published)) return State::published;
  if (step(Doing::signed_off)) return State::signed_off;
  return steps.empty() ? State::draft : State::commented;
}

kit::Verdict<Step> comment(const Edition& edition, std::string_view words, const Asker& by, kit::Moment now) {
  const auto text = trimmed(words);
  kit::Refusals no;
  may(no, May::review_reports, by);
  no.unless(edition.state() < State::signed_off, "", "This edition is signed off. What should be different asks for a second run.");
  no.unless(!text.empty(), "words", "Write your comment.");
  no.unless(text.size() <= longest, "words", "Use at most 8,000 characters.");
  if (no.any()) return no;
  return Step{Doing::comment, by.person, text, now};
}

kit::Verdict<Step> sign_off(const Edition& edition, const Asker& by, kit::Moment now) {
  kit::Refusals no;
  may(no, May::sign_off_reports, by);
  no.unless(edition.state() < State::signed_off, "", "This edition is signed off already.");
  no.unless(edition.asked_by.empty() || by.person != edition.asked_by, "", "You asked for this second run. Another director signs it off.");
  if (no.any()) return no;
  return Step{Doing::signed_off, by.person, "", now};
}

kit::Verdict<Step> publish(const Edition& edition, const Asker& by, kit::Moment now) {
  kit::Refusals no;
  may(no, May::prepare_reports, by);
  no.unless(edition.state() != State::published, "", "This edition is published already.");
  no.unless(edition.state() >= State::signed_off, "", "Nobody has signed this edition off yet. Ask a director.");
  if (no.any()) return no;
  return Step{Doing::published, by.person, "", now};
}

bool may_read(const Edition& edition, Form form, const Asker& asker) {
  const auto allowed = [&](May what) { return !council::why_not(what, asker).any(); };
  if (allowed(May::review_reports)) return true;
  if (edition.state() != State::published) return false;
  return form == Form::open ? allowed(May::read) : allowed(May::read_reports_in_full);
}

std::string readable_address(const Edition& edition, const Asker& asker) {
  return edition.key.path() + (may_read(edition, Form::full, asker) ? "" : "/public");
}

// -- words ------------------------------------------------------------------------------------------------------------

kit::Verdict<Words> write_words(const Edition* newest, const Slot& slot, std::string_view text, int exempt,
                                const Asker& by, kit::Moment now) {
  const auto written = trimmed(text);
  kit::Refusals no;
  may(no, May::review_reports, by);
  no.unless(!newest || newest->state() < State::signed_off, "", "This edition is signed off. Its words change with a second run.");
  no.unless(written.size() <= longest, "words", "Use at most 8,000 characters.");
  no.unless(exempt >= 0 && exempt <= last_paragraph, "exempt", "Choose a paragraph from 1 to 7, or say that the words are public.");
  if (no.any()) return no;
  return Words{slot.name, 1, written, exempt, by.person, now};
}

// -- a second run -----------------------------------------------------------------------------------------------------

kit::Verdict<Rerun> ask_rerun(const Edition& newest, const std::optional<Rerun>& waiting, std::string_view reason,
                              const Asker& by, kit::Moment now) {
  const auto text = trimmed(reason);
  kit::Refusals no;
  may(no, May::prepare_reports, by);
  no.unless(!waiting || waiting->stage != Rerun::Stage::asked, "", "A second run has been asked for and waits for its approval.");
  no.unless(!text.empty(), "reason", "Say why the report has to be run again: what was wrong, and since when it is right.");
  no.unless(text.size() <= longest, "reason", "Use at most 8,000 characters.");
  if (no.any()) return no;
  auto key = newest.key;
  ++key.number;
  return Rerun{key, waiting && waiting->key == key ? waiting->step + 1 : 1, Rerun::Stage::asked, text, by.person, "", "", now};
}

kit::Verdict<Rerun> decide(const std::optional<Rerun>& asked, Decision decision, std::string_view said, const Asker& by, kit::Moment now) {
  const auto text = trimmed(said);
  kit::Refusals no;
  may(no, May::approve_second_runs, by);
  no.unless(asked.has_value(), "", "No second run was asked for.");
  if (no.any()) return no;
  no.unless(asked->stage == Rerun::Stage::asked, "", "Somebody has decided already. Read what they said first.");
  no.unless(by.person != asked->asked_by, "", "You asked for this second run. Another person decides.");
  no.unless(decision == Decision::approve || !text.empty(), "said", "Say why not, so that whoever asked knows what to do.");
  if (no.any()) return no;
  auto decided = *asked;
  ++decided.step;
  decided.stage = decision == Decision::approve ? Rerun::Stage::approved : Rerun::Stage::refused;
  decided.decided_by = by.person;
  decided.said = text;
  decided.at = now;
  return decided;
}

// -- by the clock -----------------------------------------------------------------------------------------------------

std::vector<DueRun> due_runs(const std::vector<Pack>& packs, const calendar::Cycles& cycles, kit::Moment from, kit::Moment to) {
  std::vector<DueRun> due;
  for (const auto& pack : packs) {
    if (pack.gone) continue;
    const auto& cycle = calendar::of(cycles, pack.frequency);
    const auto after = std::max(from, pack.since);
    // A run follows its period by some months; no window is longer than a year.
    const auto first = calendar::Period::containing(after.date(), pack.frequency).start - 12 - months_of(pack.frequency);
    for (auto period = calendar::Period::containing(to.date(), pack.frequency); period.start >= first; period = period.previous()) {
      const auto runs = calendar::window(cycle, period).runs;
      if (runs > after && runs <= to) due.push_back({&pack, period, runs});
    }
  }
  std::ranges::sort(due, {}, [](const DueRun& one) { return std::tuple(one.at, one.pack->code); });
  return due;
}

DueRun next_run(const Pack& pack, const calendar::Cycles& cycles, kit::Moment now) {
  const auto& cycle = calendar::of(cycles, pack.frequency);
  auto period = calendar::Period::containing(now.date(), pack.frequency);
  while (calendar::window(cycle, period.previous()).runs > now) period = period.previous();
  while (calendar::window(cycle, period).runs <= now) period = period.next();
  return {&pack, period, calendar::window(cycle, period).runs};
}

}  // namespace report
