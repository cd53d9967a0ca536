// A council makes packs of its own, and changes those that it has: each change is a new edition of the pack. Editions of reports that
// are there stay as they are.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "council/may.h"
#include "report/pack.h"

namespace report {

struct TypedPack {
  std::string code, title, purpose, audience, frequency;
  std::vector<std::string> readers;  // codes of roles
  std::vector<std::int64_t> lists;   // numbers of distribution lists
};
struct TypedSection {
  std::string shows, title, kinds, by, priority, theme, directorate, portfolio, indicator, exempt;
};

// What a section may be about, beside all of the set: one kind, or two that belong together.
struct KindChoice {
  std::string_view code, words;
  std::vector<indicator::Kind> kinds;
};
const std::vector<KindChoice>& kind_choices();
const KindChoice& kind_choice(const std::vector<indicator::Kind>& kinds);

TypedPack typed(const Pack& pack);
TypedSection typed(const Section& section);

// `from`: whose sections it begins with; null: one place for words.
kit::Verdict<Pack> new_pack(const std::vector<Pack>& packs, const TypedPack& typed, const Pack* from,
                            const council::Asker& by, kit::Moment now);
kit::Verdict<Pack> change_pack(const Pack& pack, const TypedPack& typed, const council::Asker& by, kit::Moment now);
// `section`: its name; "new" for one more at the end.
kit::Verdict<Pack> change_section(const Pack& pack, std::string_view section, const TypedSection& typed,
                                  const council::Asker& by, kit::Moment now);

// The published figures of a section: some more under a theme, one fewer, or beside whom they stand.
kit::Verdict<Pack> show_published(const Pack& pack, std::string_view section, const std::vector<PlaceFigure>& more,
                                  const council::Asker& by, kit::Moment now);
kit::Verdict<Pack> take_out_published(const Pack& pack, std::string_view section, const compare::Series& series,
                                      const council::Asker& by, kit::Moment now);
kit::Verdict<Pack> compare_published_with(const Pack& pack, std::string_view section, const std::string& group,
                                          const council::Asker& by, kit::Moment now);

enum class Deed : std::uint8_t { move_up, take_out, stop, resume };
std::optional<Deed> read_deed(std::string_view text);  // "move_up"
kit::Verdict<Pack> rearrange(const Pack& pack, Deed deed, std::string_view section, const council::Asker& by, kit::Moment now);

}  // namespace report
