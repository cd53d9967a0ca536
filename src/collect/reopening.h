// A window opened again for one indicator and period: exceptional, asked for by one person and decided by another.
#pragma once
#include <string>
#include <string_view>

#include "collect/entry.h"

namespace collect {

struct TypedReopening {
  std::string reason, until;  // the last day, ISO
};
constexpr int longest_reopening = 31;  // days

// Refused while the window is open anyway, or when one is asked for or open already.
kit::Verdict<Reopening> ask_to_reopen(const Due& due, const std::vector<Reopening>& known, const TypedReopening& typed,
                                      const council::Asker& by, kit::Moment now);
enum class Decision : std::uint8_t { open, refuse };
kit::Verdict<Reopening> decide(const Reopening& asked, const Due& due, Decision decision, std::string_view said,
                               const council::Asker& by, kit::Moment now);
std::string_view words(Reopening::Stage stage);

}  // namespace collect
