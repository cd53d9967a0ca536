#include "council/settings.h"

#include <algorithm>

#include "kit/decimal.h"
#include "kit/quote.h"

namespace council {
namespace {

bool is_area_code(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 9 && text[0] >= 'A' && text[0] <= 'Z' && std::all_of(text.begin() + 1, text.end(), digit);
}

bool is_whole(std::string_view text, int least, int most) {
  const auto number = kit::Decimal::parse(text);
  return number && text.find_first_not_of("0123456789") == text.npos && *number >= kit::Decimal::whole(least) &&
         *number <= kit::Decimal::whole(most);
}

std::string_view take_word(std::string_view& text) {
  const auto from = std::min(text.find_first_not_of(' '), text.size());
  const auto to = std::min(text.find(' ', from), text.size());
  const auto word = text.substr(from, to - from);
  text.remove_prefix(to);
  return word;
}

bool is_not_negative(std::string_view text) {
  const auto number = kit::Decimal::parse(text);
  return number && number->units() >= 0;
}

// The outer form only; what a tolerance means is indicator/tolerance's work.
bool is_tolerance(std::string_view text) {
  const auto kind = take_word(text);
  const auto size = take_word(text);
  const auto blue = take_word(text);
  const auto well_above = take_word(text);
  if (kind != "relative" && kind != "absolute" && kind != "explicit") return false;
  if (kind == "explicit" ? !kit::Decimal::parse(size) : !is_not_negative(size)) return false;
  return blue.empty() || (blue == "blue" && is_not_negative(well_above) && take_word(text).empty());
}

}  // namespace

const std::vector<SettingKind>& settings() {
  static const std::vector<SettingKind> all = {
      {"name", "Your council", "The council's name, as every page shows it."},
      {"area_code", "",
       "The council's GSS code, such as E06000061: figures of this area in published files are its own."},
      {"tolerance", "relative 5",
       "How far off its target a figure may be and still be close, unless an indicator says otherwise."},
      {"priority_word", "priority", "What the council calls what the board counts by: commitment, pillar, theme."},
      {"priority_words", "priorities", "The same for several."},
      {"ratings", "on", "on, or off to show direction of travel without colours."},
      {"reading", "people",
       "Who reads what is reported: people who have signed in, or everyone who reaches the server."},
      {"evidence_mb", "10", "How large one file of evidence may be, in megabytes: a whole number from 1 to 50."},
      {"attach_mb", "0",
       "How large a PDF may be that goes with the letter about a published report, in megabytes: a whole number from 1 to 20; 0 sends the link alone."},
      {"keep_particulars", "6",
       "Years after which goldenthread erase takes away where a deed came from and the words before and after."},
      {"keep_people", "6", "Years after which goldenthread erase takes away the names of people who have left."},
  };
  return all;
}

const SettingKind* setting_kind(std::string_view name) {
  for (const auto& kind : settings())
    if (kind.name == name) return &kind;
  return nullptr;
}

kit::Refusals faults(std::string_view name, std::string_view value) {
  kit::Refusals no;
  if (!setting_kind(name)) {
    std::string known;
    for (const auto& kind : settings()) known += (known.empty() ? "" : ", ") + std::string(kind.name);
    no.add("code", "There is no setting " + kit::quoted(name) + ". The settings are " + known + ".");
    return no;
  }
  const std::string found = "Found " + kit::quoted(value) + ". ";
  no.unless(name == "area_code" || !value.empty(), "name", "Give the setting a value.");
  no.unless(value.size() <= 200, "name", "Use at most 200 characters.");
  if (name == "area_code")
    no.unless(value.empty() || is_area_code(value), "name",
              found + "A GSS code is a letter and eight digits, such as E06000061.");
  if (name == "tolerance" && !value.empty())
    no.unless(is_tolerance(value), "name",
              found + "Type a tolerance such as relative 5, absolute 2 or explicit 85, then optionally blue 10.");
  if (name == "reading" && !value.empty())
    no.unless(value == "people" || value == "everyone", "name", found + "Type people or everyone.");
  if (name.starts_with("keep_") && !value.empty())
    no.unless(is_whole(value, 1, 100), "name", found + "Type a number of years from 1 to 100.");
  if (name == "evidence_mb" && !value.empty())
    no.unless(is_whole(value, 1, 50), "name", found + "Type a number of megabytes from 1 to 50.");
  if (name == "attach_mb" && !value.empty())
    no.unless(is_whole(value, 0, 20), "name", found + "Type a number of megabytes from 1 to 20, or 0 for none.");
  if (name == "ratings" && !value.empty())
    no.unless(value == "on" || value == "off", "name", found + "Type on or off.");
  return no;
}

}  // namespace council
