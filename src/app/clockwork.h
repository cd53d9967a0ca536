// The clockwork of a running server: does what falls due and sends the letters that wait, on one thread of its own.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/page_days.h"
#include "collect/due_dates.h"
#include "kit/db.h"
#include "kit/mail.h"
#include "kit/moment.h"
#include "kit/press.h"
#include "report/edition.h"

namespace app {

struct ClockworkSettings {
  std::string address;                      // by which people reach the server, for links
  std::optional<kit::SmtpServer> smtp;      // none: letters wait and can be read at /mail
  int seconds_between_looks = 5;
  enum class Letters { some, all } letters = Letters::some;  // in one turn: the first few that wait, or all
  assess::PageCounter* counter = nullptr;                    // written down at each look
  std::string data_folder = {};                              // where published figures lie
  kit::Press* press = nullptr;                               // makes the PDF that goes with a letter; none: letters go without
};

class Clockwork {
 public:
  Clockwork(kit::Database& db, const kit::Clock& clock, ClockworkSettings settings);
  ~Clockwork();  // finishes what it is at

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// One turn of it: what is due, then the letters. Answers what was done. `sent` counts letters taken by the mail server.
struct Turn {
  std::vector<collect::DueDate> done;
  std::vector<report::Edition> reports;  // that ran
  int sent = 0, not_sent = 0;
  bool more_letters = false;  // others may wait: the next turn need not be waited for
  bool waits_for_files = false;  // of the last few letters some have a file that is being made
};
Turn turn(kit::Database& db, kit::Moment now, const ClockworkSettings& settings);

}  // namespace app
