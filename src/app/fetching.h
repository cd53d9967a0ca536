// Fetches published figures from LG Inform Plus while the server runs, on a thread of its own: a slow answer keeps no letter and no report
// waiting.
#pragma once
#include <memory>

#include "compare/lg_inform_jobs.h"
#include "kit/moment.h"

namespace app {

// Where LG Inform Plus is asked: as the option says, or at its own address. Refused when it is neither https nor on this machine.
std::string lg_inform_at(const std::string& option);

class Fetching {
 public:
  Fetching(kit::Database& db, const kit::Clock& clock, compare::FetchSettings settings);
  ~Fetching();  // gives up what it is at; it is begun again at the next start

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace app
