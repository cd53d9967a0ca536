// The periods of a published file while it is read: each spelling is understood once, and what was taken for granted is noted.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "calendar/period.h"
#include "compare/published_notes.h"
#include "compare/published_years.h"

namespace compare {

class PublishedPeriods {
 public:
  PublishedPeriods(std::vector<calendar::Period>& all, Years years, PublishedNotes& notes) : all_(all), years_(years), notes_(notes) {}

  std::optional<std::uint32_t> find(std::string_view text, std::string_view kind);
  std::uint32_t place_of(calendar::Period period);
  // Where years and months are spelt alike: why the file is refused.
  std::string doubt() const;
  const std::string& plain_year() const { return plain_year_; }  // of which nobody said what it is

 private:
  std::optional<std::uint32_t> understand(std::string_view text, std::string_view kind);

  std::vector<calendar::Period>& all_;
  Years years_;
  PublishedNotes& notes_;
  std::unordered_map<std::string, std::optional<std::uint32_t>> known_;
  std::string key_, last_, year_or_month_, month_, plain_year_;
  std::optional<std::uint32_t> last_place_;
};

}  // namespace compare
