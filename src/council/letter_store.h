// Letters to people, by e-mail: queued in the database in the transaction of what they tell, sent afterwards, tried again until
// the mail server takes them. An unreachable mail server loses nothing.
#pragma once
#include <string>

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
};

// False when a letter of this key is there already.
bool queue(kit::Transaction& tx, const Letter& letter, kit::Moment now);

}  // namespace council
