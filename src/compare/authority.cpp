#include "compare/authority.h"

#include <algorithm>
#include <array>
#include <set>

#include "kit/verdict.h"

namespace compare {
namespace {

struct TierRow {
  Tier tier;
  std::string_view code, words;
  std::array<std::string_view, 4> also;
};
constexpr TierRow tiers[] = {
    {Tier::district, "district", "Shire district", {"nmd", "non-metropolitan district", "sd", "districts"}},
    {Tier::unitary, "unitary", "Unitary", {"ua", "unitary authority", "unitary authorities", "unitary council"}},
    {Tier::metropolitan,
     "metropolitan",
     "Metropolitan borough",
     {"md", "metropolitan district", "metropolitan districts", "metropolitan borough"}},
    {Tier::london, "london", "London borough", {"lbo", "cc", "city corporation", "london boroughs"}},
    {Tier::county, "county", "County", {"cty", "sc", "county council", "counties"}},
    {Tier::combined, "combined", "Combined authority", {"comb", "sra", "strategic regional authority", ""}},
    {Tier::elsewhere, "elsewhere", "Elsewhere in the UK", {"nid", "sco", "wpa", ""}},
    {Tier::small, "small", "Ward or other small area", {"ward", "lsoa", "msoa", ""}},
};
const TierRow& row(Tier tier) { return *std::ranges::find(tiers, tier, &TierRow::tier); }

std::string lower(std::string_view text) {
  std::string made(text);
  for (char& c : made) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return made;
}

// What stands in names and tells nothing apart. "county" is not among them: it tells Dorset from Dorset County.
const std::set<std::string, std::less<>> empty_words = {
    "the",          "of", "and", "city", "council", "borough", "district", "royal",   "london",
    "metropolitan", "ua", "lb",  "mbc",  "dc",      "bc",      "cc",       "unitary", "authority"};

bool is_area_code(std::string_view code) {
  return code.size() == 9 && code[0] >= 'A' && code[0] <= 'Z' &&
         std::ranges::all_of(code.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

// Nations, regions and other sums of areas carry codes of their own.
bool is_a_sum(std::string_view code) {
  static const std::set<std::string, std::less<>> sums = {"E92", "E12", "E11", "E13", "E47", "E61",
                                                          "K02", "K03", "K04", "W92", "S92", "N92"};
  return is_area_code(code) && sums.contains(code.substr(0, 3));
}

}  // namespace

std::string_view code(Tier tier) { return row(tier).code; }
std::string_view words(Tier tier) { return row(tier).words; }

std::optional<Tier> read_tier(std::string_view text) {
  const auto asked = lower(text);
  for (const auto& each : tiers)
    if (asked == each.code || asked == lower(each.words) ||
        (!asked.empty() && std::ranges::find(each.also, asked) != each.also.end()))
      return each.tier;
  return std::nullopt;
}

std::string plain_area_name(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : lower(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) words.back() += c;
    else if (c == '&') words.emplace_back("and"), words.emplace_back();
    else if (c != '\'' && c != '.' && !words.back().empty()) words.emplace_back();
  }
  std::erase_if(words, [](const auto& word) { return word.empty(); });
  std::string kept, all;
  for (const auto& word : words) {
    all += (all.empty() ? "" : " ") + word;
    if (!empty_words.contains(word)) kept += (kept.empty() ? "" : " ") + (word == "st" ? std::string("saint") : word);
  }
  return kept.empty() ? all : kept;  // "City of London" keeps its words
}

Authorities::Authorities(std::vector<Authority> all) : all_(std::move(all)) {
  for (std::size_t i = 0; i < all_.size(); ++i) {
    by_code_[all_[i].code].push_back(i);
    for (const auto& former : all_[i].codes) by_former_code_[former].push_back(i);
    if (all_[i].is_small()) continue;
    std::set<std::string> names = {plain_area_name(all_[i].name)};
    for (const auto& other : all_[i].names) names.insert(plain_area_name(other));
    for (const auto& name : names) by_name_[name].push_back(i);
  }
}

const Authority* Authorities::find(std::string_view code) const {
  const auto found = by_code_.find(std::string(code));
  return found == by_code_.end() ? nullptr : &all_[found->second.front()];
}

std::vector<const Authority*> Authorities::predecessors(const Authority& authority) const {
  std::vector<const Authority*> found;
  for (const auto& each : all_)
    if (std::ranges::find(each.successors, authority.code) != each.successors.end()) found.push_back(&each);
  return found;
}

std::vector<const Authority*> Authorities::successors(const Authority& authority) const {
  std::vector<const Authority*> found;
  for (const auto& code : authority.successors)
    if (const auto* each = find(code)) found.push_back(each);
  return found;
}

// The one that was on the day; else the one that came later and whose past was worked out anew.
Understood Authorities::among(const Places& places, const std::string& key, kit::Date day, Understood::How how) const {
  const auto found = places.find(key);
  if (found == places.end()) return {};
  const Authority* to_come = nullptr;
  for (const auto place : found->second) {
    const auto& each = all_[place];
    if (each.was_on(day)) return {&each, how};
    if (each.starts && day < *each.starts) to_come = &each;
  }
  return to_come ? Understood{to_come, Understood::How::before_its_time} : Understood{nullptr, Understood::How::was_no_more};
}

Understood Authorities::understand(std::string_view code, std::string_view name, kit::Date day) const {
  if (is_a_sum(code)) return {nullptr, Understood::How::is_no_authority};
  if (!code.empty()) {
    const std::string key(code);
    if (by_code_.contains(key)) return among(by_code_, key, day, Understood::How::by_code);
    if (by_former_code_.contains(key)) return among(by_former_code_, key, day, Understood::How::by_former_code);
    if (is_area_code(code)) return {};
  }
  return among(by_name_, plain_area_name(name), day, Understood::How::by_name);
}

}  // namespace compare
