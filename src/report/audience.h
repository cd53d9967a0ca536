// Who reads exceptions, and which of them are for whom.
#pragma once
#include <array>
#include <string_view>

#include "assess/warning_signs.h"

namespace report {

struct Audience {
  std::string_view code;   // in the address; empty for everybody
  std::string_view words;  // "Leadership"
  std::string_view shows;  // what is in this part of the list, in a sentence
  bool (*holds)(const assess::Exception&);
};
const std::array<Audience, 4>& audiences();
const Audience& audience(std::string_view code);  // the one for everybody when there is no such

}  // namespace report
