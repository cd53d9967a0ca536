#include "report/compose.h"

#include <algorithm>
#include <map>

#include "report/cells.h"
#include "report/counted_sentences.h"
#include "report/paper.h"
#include "report/sections.h"

namespace report {
namespace {

using assess::Judged;

std::shared_ptr<const Judged> judged_from(std::shared_ptr<const assess::Picture> picture, const calendar::Period& period) {
  auto judged = std::make_shared<Judged>();
  judged->all = assess::judge_all(*picture, period);
  judged->period = period;
  judged->picture = std::move(picture);
  return judged;
}

using Make = std::vector<Block> (*)(const Scene&, const Section&);
Make maker_of(Shows shows) {
  switch (shows) {
    case Shows::paper:
    case Shows::short_paper: return paper_blocks;
    case Shows::words: return words_blocks;
    case Shows::summary: return summary_blocks;
    case Shows::indicators: return indicators_blocks;
    case Shows::exceptions: return exceptions_blocks;
    case Shows::awaited: return awaited_blocks;
    case Shows::charts: return charts_blocks;
    case Shows::set_counts: return set_counts_blocks;
    case Shows::set_changes: return set_changes_blocks;
    case Shows::definitions: return definitions_blocks;
    case Shows::money: return money_blocks;
    case Shows::comparison: return comparison_blocks;
    case Shows::history: return history_blocks;
    case Shows::thread: return thread_blocks;
    case Shows::process: return process_blocks;
    case Shows::published: return published_blocks;
  }
  return words_blocks;
}

bool is_about_indicators(Shows shows) {
  return !is_paper(shows) && shows != Shows::words && shows != Shows::money && shows != Shows::published &&
         shows != Shows::set_counts && shows != Shows::set_changes;
}

std::vector<Fact> facts_of(const Scene& scene) {
  std::map<std::string, const assess::Judgement*> all;
  for (const auto& section : scene.pack.sections)
    if (is_about_indicators(section.shows))
      for (const auto* j : chosen(scene.judged, section.choice)) all.emplace(j->definition->code, j);
  std::vector<Fact> facts;
  std::map<const assess::Judgement*, const assess::Exception*> warned;
  for (const auto& exception : scene.exceptions) warned.emplace(exception.judgement, &exception);
  for (const auto& [code, j] : all) {
    facts.push_back(fact_of(scene.picture(), *j));
    if (const auto found = warned.find(j); found != warned.end())
      for (const auto& warning : found->second->warnings) facts.back().warnings.emplace_back(assess::sign(warning.trigger).code);
  }
  std::ranges::move(published_facts(scene), std::back_inserter(facts));
  return facts;
}

std::vector<std::pair<std::string, std::string>> symbols_in(const std::vector<Fact>& facts) {
  static constexpr std::pair<const char*, const char*> all[] = {
      {"p", "provisional: it may still change"}, {"r", "revised since it was first reported"}, {"u", "reported before its check"},
      {"c", "suppressed: so small a number could point to someone"}, {"x", "not available yet"}, {"z", "not applicable"}};
  std::vector<std::pair<std::string, std::string>> used;
  for (const auto& [mark, meaning] : all)
    if (std::ranges::any_of(facts, [&, mark = std::string(mark)](const Fact& fact) { return fact.mark == mark; }))
      used.emplace_back("[" + std::string(mark) + "]", meaning);
  return used;
}

std::string lower(std::string words) {
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z') words[0] = static_cast<char>(words[0] + 32);
  return words;
}

// "61.2% in June 2025, against a target of 75%: off target, worsening."
std::string answer_of(const Fact& fact) {
  const auto period = calendar::Period::parse(fact.period);
  const auto when = period ? period->words() : fact.period;
  if (!fact.value) return (fact.shown == "No figure" ? "There is no figure" : fact.shown) + " for " + when + ".";
  auto said = fact.shown + " in " + when;
  if (!fact.target.empty()) said += ", against a target of " + fact.target;
  auto so = fact.target.empty() ? "" : lower(fact.status_words);
  if (!fact.direction_words.empty()) so += (so.empty() ? "" : ", ") + lower(fact.direction_words);
  return said + (so.empty() ? "" : ": " + so) + ".";
}

bool is_of_one(const Pack& pack) {
  return std::ranges::any_of(pack.sections, [](const Section& section) { return !section.choice.indicator.empty(); }) &&
         std::ranges::all_of(pack.sections, [](const Section& section) {
           return !section.choice.indicator.empty() || !is_about_indicators(section.shows);
         });
}

// How the one indicator stands; of several the first sentence that counts, or else the first of all.
std::string answer_of(const Pack& pack, const Document& document) {
  if (is_of_one(pack) && document.facts.size() == 1) return answer_of(document.facts.front());
  std::string first;
  for (const auto& part : document.parts)
    for (const auto& block : part.blocks) {
      if (const auto* counted = std::get_if<Counted>(&block)) return counted->text;
      if (const auto* paragraph = std::get_if<Paragraph>(&block); paragraph && first.empty()) first = paragraph->text;
    }
  return document.parts.empty() ? "This report has nothing to show yet." : first;
}

// Letters, digits and underscores, whatever a council calls its groups.
std::string plain(std::string_view text) {
  std::string name;
  for (const char c : text) name += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
  return name;
}

std::string number_of(int count, const char* one, const char* many) { return std::to_string(count) + ' ' + (count == 1 ? one : many); }

// How much of what the full form shows is not in the public one, for it to say so: the numbers alone, never which.
struct Withheld {
  int unlicensed = 0, unchecked = 0, suppressed = 0;
};
Withheld withheld(const std::vector<Fact>& whole, const std::vector<Fact>& open) {
  Withheld out;
  for (const auto& fact : whole) {
    out.unlicensed += std::ranges::find(open, fact.indicator, &Fact::indicator) == open.end();
    out.unchecked += fact.mark == "u";
    out.suppressed += fact.mark == "c";
  }
  return out;
}

std::vector<std::string> withheld_words(const Pack& whole, const Withheld& out) {
  std::vector<std::string> all;
  for (const auto& section : whole.sections)
    if (section.exempt > 0)
      all.push_back("A section is not for publication under " + paragraph_words(section.exempt) +
                    " of Part 1 of Schedule 12A to the Local Government Act 1972.");
  if (out.unlicensed > 0) all.push_back(number_of(out.unlicensed, "indicator is", "indicators are") + " not published by the council.");
  if (out.unchecked > 0)
    all.push_back(number_of(out.unchecked, "figure waits", "figures wait") + " for a check and " +
                  (out.unchecked == 1 ? "is" : "are") + " shown as not available.");
  if (out.suppressed > 0)
    all.push_back(number_of(out.suppressed, "figure is", "figures are") +
                  " suppressed, since so small a number could point to someone.");
  return all;
}

void begin(Document& document, const Scene& scene) {
  const auto& council = scene.picture().council;
  document.pack = scene.pack.code;
  document.title = scene.pack.title;
  document.council = council.setting("name");
  document.area = council.setting("area_code");
  document.audience = scene.pack.audience;
  document.period = scene.judged.period;
  document.as_at = scene.picture().as_at;
  document.form = scene.form;
}

// What is long begins on a page of its own; a single indicator is not.
bool begins_a_page(const Section& section, const std::vector<Block>& blocks) {
  const bool is_appendix = section.shows == Shows::indicators || section.shows == Shows::charts || section.shows == Shows::definitions;
  return is_appendix && section.choice.indicator.empty() && std::ranges::any_of(blocks, [](const Block& block) {
           return std::holds_alternative<Table>(block) || std::holds_alternative<Chart>(block);
         });
}

// A section that has nothing to say is no part of the document.
std::vector<Part> parts_of(const Scene& scene) {
  std::vector<Part> parts;
  for (const auto& section : scene.pack.sections) {
    auto blocks = maker_of(section.shows)(scene, section);
    if (blocks.empty()) continue;
    const bool on_a_new_page = begins_a_page(section, blocks);
    parts.push_back({section.name, section.title, std::move(blocks), on_a_new_page});
  }
  return parts;
}

Document compose_from(const Scene& scene) {
  Document document;
  begin(document, scene);
  document.parts = parts_of(scene);
  document.front = front_of(scene.pack, document);
  document.facts = facts_of(scene);
  document.answer = answer_of(scene.pack, document);
  document.symbols = symbols_in(document.facts);
  document.counting = counting_rule(assess::ratings(scene.picture()));
  return document;
}

void add_published(Scene& scene, const Composing& from) {
  for (const auto& section : scene.pack.sections)
    if (section.shows == Shows::published && !section.published.empty())
      scene.published.emplace(section.name, from.place(scene.picture(), scene.judged.period, section));
  if (!scene.published.empty()) scene.last = from.last(scene.form);
}

Scene scene_of(const Pack& pack, const Judged& judged, const Composing& from, Form form) {
  const auto has = [&](Shows shows) { return std::ranges::find(pack.sections, shows, &Section::shows) != pack.sections.end(); };
  Scene scene{pack, judged, {}, {}, form};
  add_published(scene, from);
  if (!has(Shows::exceptions) && !has(Shows::comparison)) return scene;
  auto elsewhere = from.others(*judged.picture, judged.period);
  if (has(Shows::exceptions)) scene.exceptions = assess::exceptions(judged, elsewhere.others);
  scene.beside = std::move(elsewhere.beside);
  return scene;
}

}  // namespace

std::string capital(std::string_view words) {
  std::string made(words);
  if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 32);
  return made;
}

std::string name_of(const Section& section, std::string_view of) { return plain(section.name + (of.empty() ? "" : "_" + std::string(of))); }
std::string slot_of(const Section& section, std::string_view of) { return plain(section.name) + "." + plain(of); }

Document compose(const Composing& from, Form form) {
  const auto judged = judged_from(from.picture, from.period);
  if (form == Form::full) return compose_from(scene_of(from.pack, *judged, from, form));
  const auto pack = open_part(from.pack);
  const auto open = judged_from(open_picture(*from.picture), from.period);
  auto document = compose_from(scene_of(pack, *open, from, form));
  document.front = front_of(from.pack, document);
  document.withheld = withheld_words(from.pack, withheld(facts_of({pack, *judged, {}, {}, form}), document.facts));
  return document;
}

}  // namespace report
