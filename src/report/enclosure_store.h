// Gathers the PDF that a letter names, at the moment at which the letter goes.
#pragma once
#include <string>

#include "kit/db.h"
#include "kit/mail.h"
#include "kit/press.h"
#include "report/enclosure.h"

namespace report {

std::size_t most_enclosed(const council::Council& council);  // in bytes, by the council's setting; 0: nothing is attached

struct Enclosed {
  enum class Is : std::uint8_t { nothing, being_made, there, left_out } is = Is::nothing;
  kit::Attachment file;  // there
  std::string said;      // what the letter says of it
};
// `address`: as the letter has it; empty: it names none. `press`: null where no files are made.
Enclosed enclosed(kit::Database& db, kit::Press* press, const std::string& address, kit::Moment now);

}  // namespace report
