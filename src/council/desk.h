// What a request has at hand: the facts, the time, what is remembered, and who asks.
#pragma once
#include <string>

#include "council/may.h"
#include "kit/db.h"
#include "kit/memory.h"
#include "kit/moment.h"

namespace council {

struct Desk {
  kit::Database& db;
  kit::Memory& memory;
  kit::Moment now;      // one moment for the whole request
  Asker asker;
  std::string token;    // against forged requests: every form carries it (parts::form)
  std::string data_folder;  // where an upload waits until it is confirmed
};

}  // namespace council
