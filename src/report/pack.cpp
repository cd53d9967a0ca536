#include "report/pack.h"

#include <algorithm>
#include <array>
#include <set>

#include "collect/packed.h"
#include "indicator/word_table.h"

namespace report {
namespace {

using indicator::WordRow;

struct ShowsRow {
  Shows shows;
  std::string_view code, words, meaning;
};
constexpr std::array<ShowsRow, 17> kinds_of_section = {{
    {Shows::paper, "paper", "Covering paper",
     "The paper that goes to a committee: purpose, recommendations, background, implications, in words of your own"},
    {Shows::words, "words", "Your own words", "A summary or comment written for this report"},
    {Shows::summary, "summary", "Summary", "How many are on target, improving and awaited, in sentences and by group"},
    {Shows::indicators, "indicators", "Indicators", "Each in a row with figure, target, status, direction and note"},
    {Shows::exceptions, "exceptions", "Exceptions",
     "What needs attention, worst first, each with its reasons, line and note"},
    {Shows::awaited, "awaited", "Awaited figures", "Those that have not come, why, and when they are expected"},
    {Shows::charts, "charts", "Charts", "One indicator after another, each with its chart"},
    {Shows::set_counts, "set_counts", "The set in numbers",
     "How many indicators by priority and section, and how the set came from the year before"},
    {Shows::set_changes, "set_changes", "Changes to the set",
     "What is new, redefined, renumbered, moved, split, merged and removed, with reasons"},
    {Shows::definitions, "definitions", "Definitions", "What each indicator means and where it comes from"},
    {Shows::money, "money", "Money",
     "Budget, actual to date, commitments and forecast of the year by directorate, with the variance in words"},
    {Shows::short_paper, "short_paper", "Covering paper, short form",
     "Purpose, action required, background, papers and contact, as scrutiny committees ask for it"},
    {Shows::comparison, "comparison", "Compared with others",
     "Indicators that other councils publish too: ours, the middle of the others, and in which quarter we stand"},
    {Shows::history, "history", "Every period",
     "All figures of an indicator with target, status and note, and its targets by year"},
    {Shows::thread, "thread", "Golden thread", "The line from the council’s vision down to each indicator"},
    {Shows::process, "process", "Signal or chance",
     "What each process chart says: a change that means something, or chance alone; and whether the target will be met"},
    {Shows::published, "published", "The district beside its neighbours",
     "Published figures about the place by theme (demographics, deprivation, economy, health): ours, the middle of the neighbours, and what changed. You choose them once it is saved"},
}};

constexpr std::array groupings = {
    WordRow<Grouping>{Grouping::none, "none", "not grouped"},
    WordRow<Grouping>{Grouping::priority, "priority", "by priority of the plan"},
    WordRow<Grouping>{Grouping::theme, "theme", "by health theme"},
    WordRow<Grouping>{Grouping::directorate, "directorate", "by directorate"},
    WordRow<Grouping>{Grouping::portfolio, "portfolio", "by portfolio"},
};

constexpr std::array<std::string_view, last_paragraph + 1> paragraphs = {
    "",
    "information about an individual",
    "information likely to reveal who an individual is",
    "financial or business affairs of a person",
    "consultations or negotiations about labour relations",
    "legal professional privilege",
    "notices and orders that the council proposes",
    "prevention, investigation or prosecution of crime"};

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }) && text.front() != '-';
}

void section_faults(kit::Refusals& no, const Section& section, std::size_t number) {
  const auto field = [&](const char* name) { return "section-" + std::to_string(number) + "-" + name; };
  no.unless(!section.title.empty(), field("title"), "Give the section a title, such as Core indicators.");
  no.unless(section.title.size() <= 120, field("title"), "Use at most 120 characters.");
  no.unless(section.exempt >= 0 && section.exempt <= last_paragraph, field("exempt"),
            "Choose a paragraph from 1 to 7, or say that the section is public.");
}

std::string packed_kinds(const std::vector<indicator::Kind>& kinds) {
  std::string text;
  for (const auto kind : kinds) text += (text.empty() ? "" : " ") + std::string(indicator::code(kind));
  return text;
}

std::vector<indicator::Kind> unpacked_kinds(std::string_view text) {
  std::vector<indicator::Kind> kinds;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (const auto kind = indicator::read_kind(text.substr(0, end))) kinds.push_back(*kind);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return kinds;
}

std::string packed_published(const std::vector<PlaceFigure>& all) {
  std::string text;
  for (const auto& one : all) text += collect::packed_line({code(one.theme), one.series.data_set, one.series.title});
  return text;
}

std::vector<PlaceFigure> unpacked_published(std::string_view text) {
  std::vector<PlaceFigure> all;
  for (const auto& line : collect::unpacked_lines(text))
    if (line.size() == 3) all.push_back({read_theme(line[0]).value_or(Theme::other), {line[1], line[2]}});
  return all;
}

// Sections from before there were published figures are shorter.
constexpr std::size_t fields_at_first = 12, fields_now = 14;

Section unpacked_section(const std::vector<std::string>& t) {
  Section s;
  s.name = t[0];
  s.shows = read_shows(t[1]).value_or(Shows::words);
  s.title = t[2];
  s.by = read_grouping(t[3]).value_or(Grouping::none);
  s.exempt = t[4].size() == 1 && t[4][0] > '0' && t[4][0] <= '0' + last_paragraph ? t[4][0] - '0' : 0;
  s.choice = {unpacked_kinds(t[5]), t[6], t[7], t[8], t[9], t[10], t[11]};
  if (t.size() == fields_now) s.published = unpacked_published(t[12]), s.compare_with = t[13];
  return s;
}

}  // namespace

std::string_view code(Shows shows) { return kinds_of_section[static_cast<std::size_t>(shows)].code; }
std::string_view words(Shows shows) { return kinds_of_section[static_cast<std::size_t>(shows)].words; }
std::string_view meaning(Shows shows) { return kinds_of_section[static_cast<std::size_t>(shows)].meaning; }
std::string_view code(Grouping grouping) { return groupings[static_cast<std::size_t>(grouping)].code; }
std::string_view words(Grouping grouping) { return groupings[static_cast<std::size_t>(grouping)].words; }
std::optional<Grouping> read_grouping(std::string_view text) {
  return indicator::read_word(text, std::span<const WordRow<Grouping>>(groupings));
}

std::optional<Shows> read_shows(std::string_view text) {
  const auto found = std::ranges::find(kinds_of_section, text, &ShowsRow::code);
  return found == kinds_of_section.end() ? std::nullopt : std::optional(found->shows);
}

const std::vector<Shows>& all_shows() {
  static const auto all = [] {
    std::vector<Shows> made;
    for (const auto& row : kinds_of_section) made.push_back(row.shows);
    return made;
  }();
  return all;
}

std::string paragraph_words(int paragraph) {
  return "paragraph " + std::to_string(paragraph) + " (" +
         std::string(paragraphs[static_cast<std::size_t>(std::clamp(paragraph, 0, last_paragraph))]) + ")";
}

kit::Refusals faults(const Pack& pack) {
  kit::Refusals no;
  no.unless(is_code(pack.code), "code", "Type a short name for the address: small letters, digits and hyphens, such as housing-board.");
  no.unless(!pack.title.empty(), "title", "Give the report a title, such as Housing board.");
  no.unless(pack.title.size() <= 120, "title", "Use at most 120 characters.");
  no.unless(!pack.audience.empty(), "audience", "Say who reads it, such as All members.");
  no.unless(pack.purpose.size() <= 400 && pack.audience.size() <= 120, "purpose", "Use at most 400 characters.");
  no.unless(!pack.sections.empty(), "sections", "Choose at least one section.");
  std::set<std::string> names;
  for (std::size_t i = 0; i < pack.sections.size(); ++i) {
    section_faults(no, pack.sections[i], i + 1);
    no.unless(names.insert(pack.sections[i].name).second, "sections", "Two sections have the same name.");
  }
  return no;
}

const Pack* find(const std::vector<Pack>& packs, std::string_view code) {
  const auto found = std::ranges::find(packs, code, &Pack::code);
  return found == packs.end() ? nullptr : &*found;
}

Pack open_part(const Pack& pack) {
  auto open = pack;
  std::erase_if(open.sections, [](const Section& section) { return section.exempt > 0; });
  return open;
}

std::string packed_sections(const std::vector<Section>& sections) {
  std::string text;
  for (const auto& s : sections)
    text += collect::packed_line({s.name, code(s.shows), s.title, code(s.by), std::to_string(s.exempt),
                                  packed_kinds(s.choice.kinds), s.choice.priority, s.choice.theme, s.choice.directorate,
                                  s.choice.service, s.choice.portfolio, s.choice.indicator,
                                  packed_published(s.published), s.compare_with});
  return text;
}

std::vector<Section> unpacked_sections(std::string_view packed) {
  std::vector<Section> sections;
  for (const auto& line : collect::unpacked_lines(packed))
    if (line.size() == fields_at_first || line.size() == fields_now) sections.push_back(unpacked_section(line));
  return sections;
}

}  // namespace report
