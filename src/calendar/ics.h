// A calendar that other programs subscribe to: RFC 5545. Days stand as days, moments in UTC.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "kit/moment.h"

namespace calendar {

struct Event {
  std::string uid;      // the same for the same thing, so that a change moves it and makes no second one
  std::string summary;
  std::string description;
  std::string url;
  kit::Date first{};
  kit::Date last{};                   // of an event of whole days: its last
  std::optional<kit::Moment> moment;  // instead of days
};

// `stamp`: when it was made. Lines end in CR LF and are folded at 75 bytes, never within a letter.
std::string ics(const std::string& name, const std::vector<Event>& events, kit::Moment stamp);

}  // namespace calendar
