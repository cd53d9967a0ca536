// What a request has at hand: the facts, the time, what is remembered, and who asks.
#pragma once
#include <string>

#include "council/may.h"
#include "council/record.h"
#include "kit/db.h"
#include "kit/memory.h"
#include "kit/moment.h"

namespace kit {
class Press;
class ServerKey;
}

namespace council {

struct Desk {
  kit::Database& db;
  kit::Memory& memory;
  kit::Moment now;      // one moment for the whole request
  Asker asker;
  std::string token;    // against forged requests: every form carries it (parts::form)
  std::string data_folder;  // where an upload waits until it is confirmed, and evidence lies

  const kit::ServerKey* key = nullptr;  // the server's own, for what must be sealed or proved
  kit::Clock* clock = nullptr;          // of the demo, which a visitor may move
  std::string scan;                     // the program that looks through a file for viruses; empty: none
  kit::Press* press = nullptr;          // makes files that take seconds; none: there are none of them
  std::string address;                  // by which people reach the server, for links in mail: "https://performance.ambleford.gov.uk"
  std::string place;                    // from where this request came, for the record: an address of the network
  std::string browser;                  // as it calls itself, shortened
  std::string session;                  // the cookie's; whoever signs in or out gives another, which the edge then sets
  std::string said;                     // what the page before this one had to say ("Saved. It goes to be checked."), shown once

  kit::Moment end_of_today() const {
    return kit::Moment::end_of(now.date());
  }  // what a page reads counts until then: a page is kept for a version, not for a second
};

// A deed of whoever asks, from where they ask, now. `key`: the same for a repetition of the same request.
Deed deed_of(const Desk& desk, std::string what, std::string subject, std::string detail, std::string key = {});

}  // namespace council
