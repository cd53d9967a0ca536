// What a rule of collect needs to decide on, gathered: an indicator in a period with its window, its entry, what is reported, and
// between what its figures fall by chance.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "assess/picture.h"
#include "collect/entry.h"
#include "kit/db.h"

namespace work {

// Whether each comes with its colour and with its usual range: lists of what waits need neither.
enum class Judged : std::uint8_t { yes, no };

// None when the indicator is not in force in the period, or the period is not one of its frequency.
std::optional<collect::Due> gather(kit::Transaction& tx, const assess::Picture& picture, const assess::Kept& kept,
                                   const calendar::Period& period, kit::Moment now, Judged judged = Judged::yes);

// The same of several; null where there is none. Asks the database once a period, however many there are.
struct Wanted {
  const assess::Kept* kept = nullptr;  // null: no such indicator
  std::optional<calendar::Period> period;
};
std::vector<std::optional<collect::Due>> gather_these(kit::Transaction& tx, const assess::Picture& picture,
                                                      const std::vector<Wanted>& wanted, kit::Moment now,
                                                      Judged judged = Judged::yes);

// Of every indicator in force: the periods whose windows are open, the newest one that has ended, and whatever is entered and not yet
// reported. By window's run, then by code. Asks the database a fixed number of times, however many there are.
std::vector<collect::Due> gather_all(kit::Transaction& tx, const assess::Picture& picture, kit::Moment now, Judged judged = Judged::yes);

}  // namespace work
