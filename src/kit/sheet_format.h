// How a spreadsheet's stored number is to be read: as itself, as a part of a hundred, as a day or as a time. The cell's
// number format says which.
#pragma once
#include <string>
#include <string_view>

#include "kit/verdict.h"

namespace kit {

enum class Shown { number, percent, day, day_and_time, time, elapsed };

Shown shown_by_builtin(unsigned number_format);     // the ids that every workbook knows without saying
Shown shown_by_code(std::string_view format_code);  // "dd/mm/yyyy", "0.0%", "[h]:mm"

enum class DayZero { end_of_1899, start_of_1904 };

// The cell's text: "92.5", "92.5%", "2025-07-31", "2025-07-31T09:30:00", "09:30:00". Refuses with what is wrong with
// it.
Verdict<std::string> cell_text(double number, Shown shown, DayZero zero);

// A number without the noise beyond fifteen digits, in plain notation, its point moved to the right by `places`.
std::string plain_number(double number, int places = 0);

}  // namespace kit
