#include "report/pack_change.h"

#include <algorithm>
#include <array>

namespace report {
namespace {

using indicator::Kind;
constexpr std::array<std::string_view, 4> deeds = {"move_up", "take_out", "stop", "resume"};
constexpr std::size_t most_sections = 40, most_published = 60;

Pack next_edition(Pack pack, const council::Asker& by, kit::Moment now) {
  ++pack.edition;
  pack.by = by.person;
  pack.at = now;
  return pack;
}

void take(kit::Refusals& no, Pack& pack, const TypedPack& typed) {
  pack.title = typed.title;
  pack.purpose = typed.purpose;
  pack.audience = typed.audience;
  const auto frequency = calendar::read_frequency(typed.frequency);
  no.unless(frequency.has_value(), "frequency", "Choose how often it runs.");
  pack.frequency = frequency.value_or(calendar::Frequency::quarterly);
  pack.readers.clear();
  for (const auto& code : typed.readers)
    if (const auto role = council::read_role(code)) pack.readers.push_back(*role);
  pack.lists = typed.lists;
}

// What any change must keep to; the fields of one section are called as on its own page.
void sound(kit::Refusals& no, const Pack& pack, const council::Asker& by) {
  no.add(council::why_not(council::May::prepare_reports, by));
  const auto found = faults(pack);
  for (const auto& fault : found.all()) {
    const bool of_section = fault.field.starts_with("section-");
    no.add(of_section ? fault.field.substr(fault.field.rfind('-') + 1) : fault.field, fault.sentence);
  }
  no.unless(pack.sections.size() <= most_sections, "sections", "A report has at most 40 sections.");
}

kit::Verdict<Pack> verdict(const kit::Refusals& no, Pack pack, const council::Asker& by, kit::Moment now) {
  if (no.any()) return no;
  return next_edition(std::move(pack), by, now);
}

std::string free_name(const Pack& pack) {
  for (std::size_t number = pack.sections.size() + 1;; ++number) {
    auto name = "section" + std::to_string(number);
    if (std::ranges::find(pack.sections, name, &Section::name) == pack.sections.end()) return name;
  }
}

// A change of one section's published figures.
template <class Change>
kit::Verdict<Pack> with_published(const Pack& before, std::string_view name, const council::Asker& by, kit::Moment now,
                                  const Change& change) {
  auto pack = before;
  kit::Refusals no;
  const auto place = std::ranges::find(pack.sections, name, &Section::name);
  const bool is_one = place != pack.sections.end() && place->shows == Shows::published;
  no.unless(is_one, "", "There is no section of published figures of this name any more. Go back to the report.");
  if (is_one) change(no, *place);
  sound(no, pack, by);
  return verdict(no, std::move(pack), by, now);
}

int paragraph_of(const std::string& text) { return text.size() == 1 && text[0] >= '0' && text[0] <= '9' ? text[0] - '0' : -1; }

}  // namespace

const std::vector<KindChoice>& kind_choices() {
  static const std::vector<KindChoice> all = {
      {"set", "All of the set: core, service and organisational health", {}},
      {"core", "Core", {Kind::core}},
      {"service", "Service", {Kind::service}},
      {"organisational_health", "Organisational health", {Kind::organisational_health}},
      {"management", "Management", {Kind::management}},
      {"place", "The place: place-based and contextual", {Kind::place_based, Kind::contextual}},
  };
  return all;
}

const KindChoice& kind_choice(const std::vector<Kind>& kinds) {
  const auto found = std::ranges::find(kind_choices(), kinds, &KindChoice::kinds);
  return found == kind_choices().end() ? kind_choices().front() : *found;
}

TypedPack typed(const Pack& pack) {
  TypedPack typed{pack.code, pack.title, pack.purpose, pack.audience, std::string(calendar::code(pack.frequency)), {}, pack.lists};
  for (const auto role : pack.readers) typed.readers.emplace_back(council::code(role));
  return typed;
}

TypedSection typed(const Section& s) {
  return {std::string(code(s.shows)),
          s.title,
          std::string(kind_choice(s.choice.kinds).code),
          std::string(code(s.by)),
          s.choice.priority,
          s.choice.theme,
          s.choice.directorate,
          s.choice.portfolio,
          s.choice.indicator,
          std::to_string(s.exempt)};
}

kit::Verdict<Pack> new_pack(const std::vector<Pack>& packs, const TypedPack& typed, const Pack* from,
                            const council::Asker& by, kit::Moment now) {
  Pack pack;
  kit::Refusals no;
  pack.code = typed.code;
  take(no, pack, typed);
  if (from) pack.sections = from->sections;
  else pack.sections = {{"words", Shows::words, "In short", {}, Grouping::none, 0}};
  no.unless(!find(packs, typed.code), "code", "There is a report of that name already. Choose another.");
  no.unless(typed.code != "new" && typed.code != "lists", "code", "Choose another name: this one is an address of its own.");
  sound(no, pack, by);
  return verdict(no, std::move(pack), by, now);
}

kit::Verdict<Pack> change_pack(const Pack& before, const TypedPack& typed, const council::Asker& by, kit::Moment now) {
  auto pack = before;
  kit::Refusals no;
  take(no, pack, typed);
  sound(no, pack, by);
  return verdict(no, std::move(pack), by, now);
}

kit::Verdict<Pack> change_section(const Pack& before, std::string_view name, const TypedSection& typed,
                                  const council::Asker& by, kit::Moment now) {
  auto pack = before;
  kit::Refusals no;
  Section section;
  const auto shows = read_shows(typed.shows);
  const auto grouping = read_grouping(typed.by);
  const auto kinds = std::ranges::find(kind_choices(), typed.kinds, &KindChoice::code);
  no.unless(shows.has_value(), "shows", "Choose what the section shows.");
  no.unless(grouping.has_value(), "by", "Choose how its indicators are grouped.");
  no.unless(kinds != kind_choices().end(), "kinds", "Choose which indicators it is about.");
  section.title = typed.title;
  section.shows = shows.value_or(Shows::words);
  section.by = grouping.value_or(Grouping::none);
  if (kinds != kind_choices().end()) section.choice.kinds = kinds->kinds;
  section.choice.priority = typed.priority, section.choice.theme = typed.theme,
  section.choice.directorate = typed.directorate, section.choice.portfolio = typed.portfolio,
  section.choice.indicator = typed.indicator;
  section.exempt = paragraph_of(typed.exempt);

  const auto place = std::ranges::find(pack.sections, name, &Section::name);
  section.name = name == "new" ? free_name(pack) : std::string(name);
  if (place != pack.sections.end()) section.published = place->published, section.compare_with = place->compare_with;
  if (name == "new") pack.sections.push_back(section);
  else if (place != pack.sections.end()) *place = section;
  else no.add("", "There is no such section any more. Go back to the report.");
  sound(no, pack, by);
  return verdict(no, std::move(pack), by, now);
}

kit::Verdict<Pack> show_published(const Pack& before, std::string_view section, const std::vector<PlaceFigure>& more,
                                  const council::Asker& by, kit::Moment now) {
  return with_published(before, section, by, now, [&](kit::Refusals& no, Section& of) {
    no.unless(!more.empty(), "series", "Tick at least one published figure.");
    for (const auto& one : more)
      if (std::ranges::find(of.published, one.series, &PlaceFigure::series) == of.published.end()) of.published.push_back(one);
    no.unless(of.published.size() <= most_published, "series",
              "A section shows at most 60 published figures. Take some out, or add another section.");
  });
}

kit::Verdict<Pack> take_out_published(const Pack& before, std::string_view section, const compare::Series& series,
                                      const council::Asker& by, kit::Moment now) {
  return with_published(before, section, by, now, [&](kit::Refusals&, Section& of) {
    std::erase_if(of.published, [&](const PlaceFigure& one) { return one.series == series; });
  });
}

kit::Verdict<Pack> compare_published_with(const Pack& before, std::string_view section, const std::string& group,
                                          const council::Asker& by, kit::Moment now) {
  return with_published(before, section, by, now, [&](kit::Refusals& no, Section& of) {
    no.unless(!group.empty(), "group", "Choose with whom the district is compared.");
    of.compare_with = group;
  });
}

std::optional<Deed> read_deed(std::string_view text) {
  const auto found = std::ranges::find(deeds, text);
  return found == deeds.end() ? std::nullopt : std::optional(static_cast<Deed>(found - deeds.begin()));
}

kit::Verdict<Pack> rearrange(const Pack& before, Deed deed, std::string_view name, const council::Asker& by, kit::Moment now) {
  auto pack = before;
  kit::Refusals no;
  const auto place = std::ranges::find(pack.sections, name, &Section::name);
  const bool of_section = deed == Deed::move_up || deed == Deed::take_out;
  no.unless(!of_section || place != pack.sections.end(), "", "There is no such section any more. Go back to the report.");
  if (no.any()) return no;
  if (deed == Deed::move_up && place != pack.sections.begin()) std::iter_swap(place, place - 1);
  if (deed == Deed::take_out) pack.sections.erase(place);
  if (deed == Deed::stop || deed == Deed::resume) pack.gone = deed == Deed::stop;
  sound(no, pack, by);
  return verdict(no, std::move(pack), by, now);
}

}  // namespace report
