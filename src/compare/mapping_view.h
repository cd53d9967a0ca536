// What the list of mappings tells: each indicator with the published one beside it, or the likeliest by its name.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "assess/picture.h"
#include "compare/load.h"
#include "compare/mapping.h"

namespace compare {

// One published indicator that an indicator could be mapped to.
struct Candidate {
  Series series;
  PublishedIndicator published;
  double likeness = 0;
};

struct MappingLine {
  const assess::Kept* kept = nullptr;
  std::optional<Mapping> mapping;  // none: it is not mapped
  std::optional<Candidate> likely;  // where it is not mapped and one is likely
};
template <class Teller>
void describe(Teller& t, const MappingLine& line) {
  const auto* d = line.kept ? &line.kept->now() : nullptr;
  t.field("indicator", d ? d->code : std::string());
  t.field("title", d ? d->title : std::string());
  t.field("data_set", line.mapping ? line.mapping->series.data_set : std::string());
  t.field("published", line.mapping ? line.mapping->series.title : std::string());
  t.field("like_with_like", line.mapping ? std::optional(line.mapping->is_like_with_like()) : std::nullopt);
  t.field("differs", line.mapping ? line.mapping->differs : std::string());
  t.field("compare_with", line.mapping ? line.mapping->compare_with : std::string());
  t.field("likely_data_set", line.likely ? line.likely->series.data_set : std::string());
  t.field("likely", line.likely ? line.likely->published.title : std::string());
}

struct MappingsView {
  std::vector<MappingLine> lines;
};
template <class Teller>
void describe(Teller& t, const MappingsView& view) {
  t.rows("indicators", view.lines);
}

// Every published indicator of the newest loads.
struct Offer {
  std::vector<Candidate> all;
  std::vector<TitleWords> words;  // of each
  void add(Candidate candidate);
};
// Those that are most like a title, or hold words that were looked for; most likely first. What can never be mapped is left out.
std::vector<Candidate> candidates(const Offer& offer, const indicator::Definition& own, std::string_view looked_for, std::size_t most);

}  // namespace compare
