// JSON as other programs send it. Numbers keep the digits they came with, so that an exact figure stays exact; every fault says
// where it is and what to do.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kit/verdict.h"

namespace kit {

// A value with its name. A template, so that it is whole wherever a Json is: a vector wants the size of what it holds.
template <class Value>
struct Named {
  std::string name;
  Value value;
};

struct Json {
  enum class Kind : std::uint8_t { nothing, yes_or_no, number, text, list, object };
  Kind kind = Kind::nothing;
  std::string text;                                     // a number's digits, a text, "true" or "false"
  std::vector<Json> items;                              // of a list
  std::vector<Named<Json>> fields;                      // of an object, in order; no name twice

  const Json* find(std::string_view name) const;        // null when there is none, or this is no object
  bool is_plain() const { return kind == Kind::number || kind == Kind::text || kind == Kind::yes_or_no; }
};

// The numbers of a list of lists of … numbers, all at one depth, and where each list ends: at each level how many things of the next
// level lie before its end. A million numbers are a million doubles, and not a million values.
struct NumberNest {
  std::vector<double> numbers;
  std::vector<std::vector<std::uint32_t>> ends;  // the whole list first, those that hold numbers last

  std::size_t depth() const { return ends.size(); }
};
struct PackedJson {
  Json tree;                     // in place of each field that was packed stands a number: its place in `nests`
  std::vector<NumberNest> nests;
};

// At most 32 deep; a text may not hold the character NUL, which no database keeps.
Verdict<Json> read_json(std::string_view text);
// The same, with the fields of these names packed wherever they stand; they may hold nothing but numbers in lists.
Verdict<PackedJson> read_json(std::string_view text, const std::vector<std::string_view>& packed);

}  // namespace kit
