// Makes of a response what goes over the line: which coding of the body the client takes, whether it has it already, the
// header with everything that stands on every response.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "kit/http.h"

namespace kit {

// What the client said of itself in its request's header.
struct Wishes {
  std::string accept_encoding, if_none_match;
  bool head = false, keep_alive = true;
  static Wishes of(const Request& request);
};

enum class Compressing { now, only_what_is_made };

// Chooses the body's coding: what was compressed once, or for a large page compresses now.
struct Sending {
  int status = 200;
  std::shared_ptr<const std::string> body;  // null: header only
  std::size_t length = 0;                   // of the body, also when it is not sent (HEAD)
  std::string_view coding;                  // "", "gzip", "br"
};
Sending choose(const Response& response, const Wishes& wishes, Compressing compressing);

// `date` as HTTP writes it. The header is written into `out`, which is emptied first: its room is used again.
void write_head(std::string& out, const Response& response, const Sending& sending, const Wishes& wishes, std::string_view date);

}  // namespace kit
