#include "explore/saved_view.h"

#include <algorithm>

#include "kit/http.h"

namespace explore {
namespace {

constexpr std::string_view codes[] = {"own", "everybody", "nobody"};
constexpr std::string_view known_names[] = {"set", "of", "group", "in", "as", "classes", "layout", "zoom", "shapes", "order", "area"};
constexpr std::size_t most_letters = 80, longest = 1500, most_views = 200;

bool is_known(std::string_view name) { return std::ranges::find(known_names, name) != std::end(known_names); }

}  // namespace

std::string_view code(SeenBy seen_by) { return codes[static_cast<std::size_t>(seen_by)]; }
std::optional<SeenBy> read_seen_by(std::string_view text) {
  const auto* found = std::ranges::find(codes, text);
  return found == std::end(codes) ? std::nullopt : std::optional(static_cast<SeenBy>(found - codes));
}

std::optional<std::string> view_address(std::string_view address) {
  constexpr std::string_view explorer = "/explore?";
  if (!address.starts_with(explorer) || address.size() > longest) return std::nullopt;
  std::string made;
  auto rest = address.substr(explorer.size());
  while (!rest.empty()) {
    const auto one = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    const auto equals = one.find('=');
    const auto name = kit::url_decoded(one.substr(0, equals)),
               value = equals == one.npos ? std::optional<std::string>("") : kit::url_decoded(one.substr(equals + 1));
    if (!name || !value || !is_known(*name)) return std::nullopt;
    if (!value->empty()) made += (made.empty() ? "" : "&") + *name + '=' + kit::url_encoded(*value);
  }
  return made.empty() ? std::nullopt : std::optional(std::string(explorer) + made);
}

kit::Verdict<SavedView> save(const ViewDraft& draft, std::span<const SavedView> all, const std::string& person, kit::Moment now) {
  const auto address = view_address(draft.address);
  const auto seen_by = read_seen_by(draft.seen_by);
  const auto is_own = [&](const SavedView& each) { return each.person == person && each.seen_by != SeenBy::nobody; };
  kit::Refusals no;
  no.unless(address.has_value(), "", "This is no view of the explorer. Open the view, and choose “Save this view” there.");
  no.unless(!draft.name.empty() && draft.name.size() <= most_letters, "name", "Give the view a name of at most 80 letters.");
  no.unless(seen_by && seen_by != SeenBy::nobody, "seen_by", "Choose who sees it.");
  no.unless(std::ranges::count_if(all, is_own) < static_cast<std::ptrdiff_t>(most_views), "",
            "You have saved 200 views. Take some away first.");
  if (no.any()) return no;

  SavedView view{.name = draft.name, .person = person};
  for (const auto& each : all)
    if (is_own(each) && each.name == draft.name) view = each;
  view.address = *address;
  view.seen_by = *seen_by;
  view.at = now;
  ++view.edition;
  return view;
}

kit::Verdict<SavedView> take_away(std::int64_t number, std::span<const SavedView> all, const std::string& person, kit::Moment now) {
  const auto found = std::ranges::find(all, number, &SavedView::number);
  kit::Refusals no;
  no.unless(found != all.end() && found->seen_by != SeenBy::nobody &&
                (found->person == person || found->seen_by == SeenBy::everybody),
            "", "There is no saved view with this number.");
  if (no.any()) return no;
  no.unless(found->person == person, "", "Only the person who saved a view can take it away.");
  if (no.any()) return no;

  SavedView view = *found;
  view.seen_by = SeenBy::nobody;
  view.at = now;
  ++view.edition;
  return view;
}

}  // namespace explore
