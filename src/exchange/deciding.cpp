#include "exchange/deciding.h"

#include "exchange/header.h"
#include "kit/quote.h"

namespace exchange {

const std::string* Spelling::find(std::string_view code) const {
  const auto found = codes_.find(upper(code));
  return found == codes_.end() ? nullptr : &found->second;
}

namespace {

std::string did_you_mean(std::string_view code, const std::vector<std::string_view>& known) {
  const auto near = nearest(code, known);
  return near.empty() ? std::string() : " Did you mean " + std::string(near) + "?";
}

}  // namespace

std::vector<std::string> Spelling::all() const {
  std::vector<std::string> codes;
  for (const auto& [key, code] : codes_) codes.push_back(code);
  std::ranges::sort(codes);
  return codes;
}

std::string Spelling::suggestion(std::string_view code) const {
  std::vector<std::string_view> known;
  for (const auto& [up, spelt] : codes_) known.push_back(spelt);
  std::sort(known.begin(), known.end());
  return did_you_mean(code, known);
}

const indicator::Definition& Becoming::in(const calendar::Period& period) const {
  if (definitions.size() > 1) {
    const auto last = period.last();
    for (auto d = definitions.rbegin(); d != definitions.rend(); ++d)
      if ((*d)->applies_from <= last) return **d;
  }
  return *definitions.front();
}

void Deciding::fault(Place place, const kit::Refusals& refusals) {
  for (const auto& refusal : refusals.all()) fault(place, refusal.field, refusal.sentence);
}

std::optional<std::size_t> Deciding::indicator(std::string_view code) const {
  const auto up = upper(code);
  if (const auto found = codes.find(up); found != codes.end()) return found->second;
  if (const auto found = earlier_codes.find(up); found != earlier_codes.end()) return found->second;
  return std::nullopt;
}

void Deciding::no_indicator(Place place, std::string_view column, const std::string& code) {
  if (refused.contains(upper(code))) return;
  auto& sentence = no_indicators[upper(code)];
  if (sentence.empty())
    sentence = found(code, "There is no indicator with this reference." + indicator_suggestion(code) +
                               " Correct it, or add its row to the sheet Indicators.");
  fault(place, column, sentence);
}

void Deciding::agreed_elsewhere(Place place, std::string_view column, std::string_view typed, std::string_view instead) {
  if (intake.by != Intake::By::machine) fault(place, column, found(typed, std::string(instead)));
}

void Deciding::reported_already(Place place, const calendar::Period& period) {
  agreed_elsewhere(
      place, "period", period.words(),
      "This period has been reported. A reported figure changes by a correction, which another person approves: correct it on its own page, or leave the row as it is.");
}

std::string Deciding::indicator_suggestion(std::string_view code) const {
  std::vector<std::string_view> known;
  for (const auto& [up, place] : codes) known.push_back(indicators[place].now().code);
  std::sort(known.begin(), known.end());
  return did_you_mean(code, known);
}

bool Deciding::spell(std::string& code, const Spelling& among, Place place, std::string_view column, std::string_view what) {
  if (code.empty()) return true;
  const auto* spelt = among.find(code);
  if (spelt) code = *spelt;
  else
    fault(place, column,
          found(code, "There is no " + std::string(what) + " with this code." + among.suggestion(code) +
                          " Correct it, or add its row."));
  return spelt != nullptr;
}

// A row that says what the newest edition says, or what another said on the same day, is known. Anything else is a new
// edition and counts from later than the one before: one of the same day follows it by a second.
Standing stand(const When& when, kit::Moment usual, InFile in_file, std::span<const Edition> editions, kit::Moment now) {
  using Is = Standing::Is;
  if (!editions.empty() && editions.back().same) return {Is::known, {}, {}};
  for (const auto& edition : editions)
    if (edition.same && (when ? edition.at.date() == when->date() : in_file == InFile::followed)) return {Is::known, {}, {}};
  auto at = when.value_or(editions.empty() && usual <= now ? usual : now);
  if (at > now)
    return {Is::refused,
            {},
            "found " + at.date().words() +
                ", which is still to come. Bring the row in on that day, or leave the date empty."};
  if (editions.empty() || at > editions.back().at) return {Is::added, at, {}};
  const auto last = editions.back().at;
  if (!when || at.date() == last.date()) return {Is::added, {last.seconds + 1}, {}};
  return {Is::refused,
          {},
          "found " + at.date().words() + ", but an edition of " + last.date().words() +
              " is known. A later edition needs a later date: " +
              "put rows in order of their dates, or leave the date empty to count from now."};
}

void note(Tally& tally, bool is_new, std::string line) {
  ++(is_new ? tally.added : tally.changed);
  auto& lines = is_new ? tally.first_added : tally.first_changed;
  if (lines.size() < Tally::shown) lines.push_back(std::move(line));
}

std::size_t Changes::facts() const {
  return settings.size() + units.size() + people.size() + frameworks.size() + priorities.size() + lines.size() +
         definitions.size() + lineage.size() + targets.size() + rebases.size() + rules.size() + money.size() +
         added_rows.size() + figures.size() + areas.size() + comparator_figures.size();
}

Changes without_facts(Changes changes) {
  Changes shown;
  shown.sheets = std::move(changes.sheets);
  shown.comparators = std::move(changes.comparators);
  shown.notices = std::move(changes.notices);
  shown.added_up = std::move(changes.added_up);
  return shown;
}

namespace {

void gather_spellings(Deciding& it) {
  const auto& picture = *it.known.picture;
  for (const auto& unit : picture.council.units) it.units.add(unit.code);
  for (const auto& person : picture.council.people) it.people.add(person.code);
  for (const auto& framework : picture.plan.frameworks) it.frameworks.add(framework.code);
  for (const auto& priority : picture.plan.priorities) it.priorities.add(priority.code);
  for (const auto& row : it.intake.people) it.people.add(row.code);
  for (const auto& row : it.intake.council)
    if (row.what != CouncilRow::What::setting) it.units.add(row.code);
  const auto& refused = it.intake.named_in_refused_rows;
  const auto in = [&](Sheet sheet) -> const std::vector<std::string>& { return refused[static_cast<std::size_t>(sheet)]; };
  for (const auto& code : in(Sheet::people)) it.people.add(code);
  for (const auto& code : in(Sheet::council)) it.units.add(code);
  for (const auto& code : in(Sheet::plan)) it.frameworks.add(code), it.priorities.add(code);
  for (const auto& code : in(Sheet::indicators)) it.refused.insert(upper(code));
  for (const auto& row : it.intake.plan) (row.what == PlanRow::What::framework ? it.frameworks : it.priorities).add(row.code);
}

}  // namespace

kit::Verdict<Changes> decide(Intake intake, const Known& known, kit::Moment now) {
  Deciding it(intake, known, now);
  gather_spellings(it);
  decide_council(it);
  decide_people(it);
  decide_plan(it);
  decide_indicators(it);
  decide_targets(it);
  decide_rebases(it);
  decide_predecessors(it);
  decide_figures(it);
  decide_rules(it);
  decide_money(it);
  decide_tidy(it);
  if (!it.faults.any()) decide_computed(it);
  if (it.faults.any()) return it.faults.all();
  it.changes.notices.insert(it.changes.notices.begin(), intake.notices.begin(), intake.notices.end());
  return std::move(it.changes);
}

}  // namespace exchange
