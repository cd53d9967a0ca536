#include "assess/set_changes.h"

#include <algorithm>

#include "kit/quote.h"

namespace assess {
namespace {

using indicator::Definition;
using indicator::LineageKind;

constexpr std::string_view kind_codes[] = {"new", "redefined", "renumbered", "moved", "split", "merged", "removed"};
constexpr std::string_view kind_words[] = {"New", "Redefined", "Renumbered", "Moved", "Split", "Merged", "Removed"};

// Whether two editions say the same of what is counted: who looks after it, its reference and its place are passed over.
bool counts_the_same(const Definition& before, Definition now) {
  now.edition = before.edition, now.at = before.at, now.applies_from = before.applies_from, now.ends = before.ends,
  now.reason = before.reason;
  now.breaks_series = before.breaks_series, now.code = before.code, now.kind = before.kind, now.health_theme = before.health_theme;
  now.service = before.service, now.portfolio = before.portfolio, now.owner = before.owner,
  now.checker = before.checker, now.deputy = before.deputy;
  return now == before;
}

std::string codes(const std::vector<const Kept*>& all) {
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) text += (i == 0 ? "" : i + 1 == all.size() ? " and " : ", ") + all[i]->now().code;
  return text;
}

std::string unit_name(const Picture& picture, const std::string& code) {
  const auto* unit = picture.council.unit(code);
  return unit ? unit->name : code.empty() ? "no service" : code;
}

template <class Descents>
std::vector<const Kept*> relatives(const Descents& all, LineageKind kind) {
  std::vector<const Kept*> found;
  for (const auto& one : all)
    if (one.kind == kind) found.push_back(one.kept);
  return found;
}

template <class Descents>
bool has(const Descents& all, LineageKind kind) { return std::ranges::any_of(all, [&](const auto& one) { return one.kind == kind; }); }

}  // namespace

std::string_view words(SetChangeKind kind) { return kind_words[static_cast<std::size_t>(kind)]; }
std::string_view code(SetChangeKind kind) { return kind_codes[static_cast<std::size_t>(kind)]; }

SetChanges::SetChanges(const Picture& picture, calendar::FinancialYear year) : picture_(picture), year_(calendar::Period::year(year)) {
  for (const auto& kept : picture.indicators)
    for (const auto& line : kept.lineage) {
      const auto* origin = picture.find(line.from);
      if (!origin || line.on < year_.first() || line.on > year_.last()) continue;
      comes_from_[kept.id].push_back({origin, line.kind});
      goes_into_[origin->id].push_back({&kept, line.kind});
    }
}

const std::vector<SetChanges::Descent>& SetChanges::found(const ByIndicator& all, const Kept& kept) {
  static const std::vector<Descent> none;
  const auto place = all.find(kept.id);
  return place == all.end() ? none : place->second;
}

SetChangeKind SetChanges::came_by(const Kept& kept) const {
  if (has(from(kept), LineageKind::split_from)) return SetChangeKind::split;
  return has(from(kept), LineageKind::merged_from) ? SetChangeKind::merged : SetChangeKind::added;
}

SetChangeKind SetChanges::left_by(const Kept& kept) const {
  if (has(into(kept), LineageKind::split_from)) return SetChangeKind::split;
  return has(into(kept), LineageKind::merged_from) ? SetChangeKind::merged : SetChangeKind::removed;
}

bool SetChanges::moves_line(const Kept& kept, kit::Date on) const {
  return std::ranges::any_of(picture_.plan.lines, [&](const auto& line) { return line.indicator == kept.id && line.from == on; });
}

// "From Housing options to Council homes." and so on for its section and its place in the plan.
std::string SetChanges::move_words(const Kept& kept, const Definition& before, const Definition& now) const {
  std::string text;
  const auto say = [&](const std::string& from, const std::string& to) {
    if (from != to) text += (text.empty() ? "From " : " From ") + from + " to " + to + ".";
  };
  say(unit_name(picture_, before.service), unit_name(picture_, now.service));
  say("the " + std::string(words(before.kind)) + " section", "the " + std::string(words(now.kind)) + " section");
  const auto place = [&](kit::Date day) {
    const auto* main = picture_.plan.main();
    for (const auto* on : picture_.plan.of(kept.id, day))
      if (main && on->framework == main->code) return kit::quoted(on->title);
    return std::string("no line of the plan");
  };
  if (moves_line(kept, now.applies_from)) say(place(now.applies_from.plus(-1)), place(now.applies_from));
  return text;
}

std::optional<SetChange> SetChanges::alteration(const Kept& kept, const Definition& before, const Definition& now) const {
  const auto made = [&](SetChangeKind kind, std::string detail) { return SetChange{&kept, kind, now.reason, std::move(detail)}; };
  const auto parts = relatives(into(kept), LineageKind::split_from), others = relatives(from(kept), LineageKind::merged_from);
  if (now.breaks_series && !parts.empty())
    return made(SetChangeKind::split,
                "Goes on; " + codes(parts) + (parts.size() == 1 ? " was" : " were") + " part of it.");
  if (now.breaks_series && !others.empty()) return made(SetChangeKind::merged, "Takes in " + codes(others) + ".");
  if (now.breaks_series) return made(SetChangeKind::redefined, "A new line begins: earlier figures are not compared with later ones.");
  if (before.code != now.code) return made(SetChangeKind::renumbered, "Was " + before.code + ".");
  if (before.service != now.service || before.kind != now.kind) return made(SetChangeKind::moved, move_words(kept, before, now));
  if (!counts_the_same(before, now)) return made(SetChangeKind::redefined, "Figures stay comparable.");
  if (moves_line(kept, now.applies_from)) return made(SetChangeKind::moved, move_words(kept, before, now));
  return std::nullopt;
}

void SetChanges::add(std::vector<SetChange>& changes, const Kept& kept, Presence presence) const {
  if (presence == Presence::comes) {
    const auto how = came_by(kept);
    const auto kind = how == SetChangeKind::split    ? LineageKind::split_from
                      : how == SetChangeKind::merged ? LineageKind::merged_from
                                                     : LineageKind::replaces;
    const auto origins = codes(relatives(from(kept), kind));
    const auto& lineage = kept.lineage;
    const auto& reason = kept.definitions.front().reason.empty() && !lineage.empty() ? lineage.front().reason
                                                                                     : kept.definitions.front().reason;
    changes.push_back(
        {&kept, how, reason,
         origins.empty() ? "" : (how == SetChangeKind::added ? "In place of " : "From ") + origins + "."});
  } else if (presence == Presence::leaves) {
    const auto how = left_by(kept);
    const auto kind = how == SetChangeKind::split    ? LineageKind::split_from
                      : how == SetChangeKind::merged ? LineageKind::merged_from
                                                     : LineageKind::replaces;
    const auto into_codes = codes(relatives(into(kept), kind));
    changes.push_back(
        {&kept, how, kept.now().reason,
         into_codes.empty() ? "" : (how == SetChangeKind::removed ? "Replaced by " : "Into ") + into_codes + "."});
  } else {
    for (std::size_t i = 1; i < kept.definitions.size(); ++i) {
      const auto& now = kept.definitions[i];
      if (now.applies_from < year_.first() || now.applies_from > year_.last()) continue;
      if (auto change = alteration(kept, kept.definitions[i - 1], now)) changes.push_back(std::move(*change));
    }
  }
}

}  // namespace assess
