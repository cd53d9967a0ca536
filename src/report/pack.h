// A pack: what a council reads together, for an audience, in an order. It holds no figures: from it and the picture of the
// council at a moment a document is composed. The shipped ones are packs like any other; a change is a new edition.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/period.h"
#include "compare/series.h"
#include "council/council.h"
#include "indicator/indicator.h"
#include "kit/moment.h"
#include "kit/verdict.h"
#include "report/theme.h"

namespace report {

// What a section shows.
enum class Shows : std::uint8_t {
  paper,       // the covering paper of a committee: purpose, recommendations, implications and so on, in a person's words
  words,       // words written for this report
  summary,     // sentences that count, and a table of counts by group
  indicators,  // every indicator in a table, by group, with its note
  exceptions,  // what needs attention, worst first, with its reasons
  awaited,     // figures that have not come, and when they are expected
  charts,      // one indicator after another, each with its chart
  set_counts,  // how many indicators by priority and section, and how the set came from the year before
  set_changes, // what changed in the set, with reasons
  definitions, // what each indicator means
  money,       // budget, actual, commitments and forecast by directorate
  short_paper, // the covering paper in the short form of a scrutiny committee
  comparison,  // each indicator that is mapped to a published one, among other councils
  history,     // every period of an indicator with its note, and its targets by year
  thread,      // the line from the council's vision down to an indicator
  process,     // what the process chart of an indicator says: a signal, or chance alone
  published,   // published figures about the place, by theme, beside its neighbours
};
std::string_view code(Shows shows), words(Shows shows), meaning(Shows shows);
std::optional<Shows> read_shows(std::string_view text);
const std::vector<Shows>& all_shows();

enum class Grouping : std::uint8_t { none, priority, theme, directorate, portfolio };
std::string_view code(Grouping grouping), words(Grouping grouping);
std::optional<Grouping> read_grouping(std::string_view text);

// Which indicators a section is about: all of which hold that are named.
struct Choice {
  std::vector<indicator::Kind> kinds;  // empty: those of the set (core, service, organisational health)
  std::string priority, theme, directorate, service, portfolio;
  std::string indicator;               // one alone, by its reference
  bool operator==(const Choice&) const = default;
};

// A published indicator that a section shows, and the heading under which it stands.
struct PlaceFigure {
  Theme theme = Theme::people;
  compare::Series series;
  bool operator==(const PlaceFigure&) const = default;
};

struct Section {
  std::string name;   // unique in the pack: "core"
  Shows shows = Shows::words;
  std::string title;  // "Core indicators"
  Choice choice;
  Grouping by = Grouping::none;
  int exempt = 0;     // paragraph of Part 1 of Schedule 12A of the Local Government Act 1972 under which it is not public; 0: it is
  std::vector<PlaceFigure> published = {};  // in the order in which they were chosen
  std::string compare_with = {};            // whom they stand beside, as an address names a group: "list:CIPFA 2024"
  bool operator==(const Section&) const = default;
};

struct Pack {
  std::string code;     // in addresses: "core"
  std::string title;    // "Monthly core indicators"
  std::string purpose;  // in a sentence
  std::string audience; // "All members"
  calendar::Frequency frequency = calendar::Frequency::quarterly;
  std::vector<Section> sections;
  std::vector<council::Role> readers;  // to whom a letter goes when an edition is published
  std::vector<std::int64_t> lists;     // numbers of distribution lists that hear of it as well
  int edition = 0;      // 0: as shipped
  kit::Moment at;       // when this edition was made
  std::string by;       // who made it
  kit::Moment since;    // since when it runs as often as it does: nothing from before is run
  bool gone = false;    // reports no more
  bool operator==(const Pack&) const = default;
};

inline constexpr int last_paragraph = 7;  // of Schedule 12A, Part 1
std::string paragraph_words(int paragraph);  // "paragraph 3 (financial or business affairs of a person)"

kit::Refusals faults(const Pack& pack);  // by field: "title", "section-2-title" …
const std::vector<Pack>& shipped_packs();
const Pack* find(const std::vector<Pack>& packs, std::string_view code);

// Without what is exempt: what a public document is composed of.
Pack open_part(const Pack& pack);

// Sections as kept in the database.
std::string packed_sections(const std::vector<Section>& sections);
std::vector<Section> unpacked_sections(std::string_view packed);

}  // namespace report
