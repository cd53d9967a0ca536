#include "exchange/place.h"

#include "kit/number.h"
#include "kit/quote.h"

namespace exchange {

std::string words(const Source& source) {
  return source.sheet.empty() ? source.file : source.file + ", sheet " + source.sheet;
}

std::string words(const std::vector<Source>& sources, Place place) {
  return words(sources[place.source]) + ", row " + std::to_string(place.row);
}

std::string found(std::string_view cell, std::string_view what_to_do) {
  const auto what = cell.empty() ? "found nothing. " : "found " + kit::quoted(cell) + ". ";
  return what + std::string(what_to_do);
}

void Faults::keep(std::string where, std::string what) {
  if (++count_ <= listed) listed_.add(std::move(where), std::move(what));
}

void Faults::at(const std::vector<Source>& sources, Place place, std::string_view column, std::string what) {
  if (count_ >= listed) {
    ++count_;
    return;
  }
  auto where = words(sources, place);
  if (!column.empty()) where += ", column " + std::string(column);
  keep(std::move(where), std::move(what));
}

void Faults::of_file(std::string_view file, std::string what) { keep(std::string(file), std::move(what)); }

// What kit says of a file names its row and column in the sentence: "Row 823, column H: a quote opens here …".
void Faults::add(const kit::Refusals& others, std::string_view file) {
  for (const auto& refusal : others.all()) {
    const auto colon = refusal.sentence.find(": ");
    const bool has_place = refusal.sentence.starts_with("Row ") && colon != std::string::npos;
    if (has_place) keep(std::string(file) + ", row " + refusal.sentence.substr(4, colon - 4), refusal.sentence.substr(colon + 2));
    else keep(std::string(file), refusal.sentence);
  }
}

kit::Refusals Faults::all() const {
  auto all = listed_;
  if (count_ > listed) {
    const auto rest = kit::with_commas(static_cast<double>(count_ - listed), 0);
    all.add("", "There are " + rest + " more like these. Put right what is listed, then bring the files in again to see the rest.");
  }
  return all;
}

}  // namespace exchange
