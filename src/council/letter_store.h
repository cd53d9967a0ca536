// Letters to people, by e-mail: queued in the database in the transaction of what they tell, sent afterwards, tried again until
// the mail server takes them. An unreachable mail server loses nothing.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kit/db.h"
#include "kit/moment.h"

namespace council {

struct Letter {
  std::string key;       // the same letter is queued only once: "remind 2025-07-03 o.madeley"
  std::string person;    // code; empty when the reader is nobody's account
  std::string address;   // "o.madeley@ambleford.example"
  std::string subject;
  std::string plain;     // both parts say the same
  std::string html;      // made by kit::Html, never glued
  std::string attached = {};  // the address of a file that goes along, made when the letter goes; empty: none
};

// False when a letter of this key is there already.
bool queue(kit::Transaction& tx, const Letter& letter, kit::Moment now);

// A letter that waits to be sent, claimed for ten minutes: no other server takes it meanwhile, and if this one dies it is taken again.
struct Claimed {
  std::int64_t id = 0;
  Letter letter;
  int tries = 0;  // with this one
  kit::Moment at;
};
std::vector<Claimed> claim_letters(kit::Transaction& tx, kit::Moment now);

enum class Fate : std::uint8_t { sent, bounced, not_reached };  // bounced: refused for good
// Not reached: tried again after 1, 5, 15, 60 minutes and then every four hours for two days; then it has failed.
void settle_letter(kit::Transaction& tx, const Claimed& letter, Fate fate, const std::string& problem, kit::Moment now);

// What it waits for is not ready: tried again so many seconds later, and this was no try.
void postpone_letter(kit::Transaction& tx, const Claimed& letter, std::int64_t seconds, kit::Moment now);

struct Posted {
  std::int64_t id = 0;
  std::string person, address, subject, state;
  int tries = 0;
  kit::Moment next_try;
  std::string problem;
  kit::Moment at;
  std::optional<kit::Moment> sent_at;
};
std::vector<Posted> newest_letters(kit::Transaction& tx);  // at most 500
void try_again(kit::Transaction& tx, std::int64_t id, kit::Moment now);

}  // namespace council
