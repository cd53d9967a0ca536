// Evidence of a figure: the file an officer keeps with it, so that whoever checks or audits need not ask. Only sorts of file that
// no browser runs; told by content, not by name. Never published.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/period.h"
#include "indicator/indicator.h"
#include "kit/moment.h"
#include "kit/verdict.h"

namespace collect {

struct Evidence {
  std::string id;           // nobody guesses it
  indicator::IndicatorId indicator = 0;
  calendar::Period period;
  std::string name;         // to show and to download by
  std::string type;         // its media type
  std::int64_t bytes = 0;
  std::string fingerprint;  // of its content (SHA-256): by which it lies on the disk
  std::string by;           // who added it
  std::optional<kit::Moment> removed_at;
  kit::Moment at;
};

constexpr std::size_t most_evidence = 20;  // files with one figure

// What a file would be kept as; refusals name the file, say what was found and what is taken. `most_bytes` is the council's setting.
kit::Verdict<Evidence> evidence_of(std::string_view name, std::string_view content, std::int64_t most_bytes);
std::string size_words(std::int64_t bytes);  // "2.4 MB"

}  // namespace collect
