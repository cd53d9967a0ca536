// How a thing stands, said three times over: by a word, a shape and a colour. Readable in black and white and by ear.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "kit/html.h"

namespace parts {

enum class Status : std::uint8_t { better, on_target, close, off_target, not_rated };
inline constexpr std::array all_statuses = {Status::better, Status::on_target, Status::close, Status::off_target,
                                            Status::not_rated};
std::string_view words(Status status);  // "Better than target", "On target", "Close", "Off target", "Not rated"
std::string_view code(Status status);   // for addresses: "blue", "green", "amber", "red", "none"

// Shape and word. `instead` says more than the usual word ("Off target, provisional", "Not due yet").
void status(kit::Html& html, Status status, std::string_view instead = {});

// Where a figure is heading. Raised and fallen are for indicators of which neither is good.
enum class Direction : std::uint8_t { improving, worsening, no_change, raised, fallen, not_known };
std::string_view words(Direction direction);
void direction(kit::Html& html, Direction direction, std::string_view instead = {});
// "▲ 3" for a table's column; "none" when the count is 0.
void direction_count(kit::Html& html, Direction direction, int count);

// How many stand how.
struct StatusCounts {
  std::array<int, 5> of{};  // by Status
  int& operator[](Status s) { return of[static_cast<std::size_t>(s)]; }
  int operator[](Status s) const { return of[static_cast<std::size_t>(s)]; }
  int total() const;
  std::string words() const;  // "14 on target, 4 close, 3 off target, 6 not rated"
};
// One bar, split in proportion; each part carries its shape and count.
void status_bar(kit::Html& html, const StatusCounts& counts);
// What the shapes mean, in one line, for the head of the column. Leaves out "better than target" when nothing is.
enum class Shows { all, without_better };
void status_key(kit::Html& html, Shows shows);

}  // namespace parts
