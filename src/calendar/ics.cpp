#include "calendar/ics.h"

#include <algorithm>

namespace calendar {
namespace {

constexpr std::size_t longest_line = 75;

std::string escaped(const std::string& text) {
  std::string made;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') made += '\\';
    if (c == '\n') made += "\\n";
    else if (c != '\r') made += c;
  }
  return made;
}

bool is_within_a_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

void line(std::string& out, const std::string& text) {
  std::size_t at = 0, room = longest_line;
  while (text.size() - at > room) {
    auto take = room;
    while (is_within_a_letter(text[at + take])) --take;
    out.append(text, at, take).append("\r\n ");
    at += take;
    room = longest_line - 1;  // the space before a folded line counts
  }
  out.append(text, at).append("\r\n");
}

std::string compact(std::string iso) {
  std::erase_if(iso, [](char c) { return c == '-' || c == ':'; });
  return iso;
}

void event(std::string& out, const Event& e, kit::Moment stamp) {
  line(out, "BEGIN:VEVENT");
  line(out, "UID:" + escaped(e.uid));
  line(out, "DTSTAMP:" + compact(stamp.iso()));
  if (e.moment) {
    line(out, "DTSTART:" + compact(e.moment->iso()));
  } else {
    line(out, "DTSTART;VALUE=DATE:" + compact(e.first.iso()));
    line(out, "DTEND;VALUE=DATE:" + compact(e.last.plus(1).iso()));  // the day after the last
    line(out, "TRANSP:TRANSPARENT");
  }
  line(out, "SUMMARY:" + escaped(e.summary));
  if (!e.description.empty()) line(out, "DESCRIPTION:" + escaped(e.description));
  if (!e.url.empty()) line(out, "URL:" + e.url);
  line(out, "END:VEVENT");
}

}  // namespace

std::string ics(const std::string& name, const std::vector<Event>& events, kit::Moment stamp) {
  std::string out;
  line(out, "BEGIN:VCALENDAR");
  line(out, "VERSION:2.0");
  line(out, "PRODID:-//Goldenthread//Cycle//EN");
  line(out, "CALSCALE:GREGORIAN");
  line(out, "METHOD:PUBLISH");
  line(out, "NAME:" + escaped(name));
  line(out, "X-WR-CALNAME:" + escaped(name));
  line(out, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
  for (const auto& one : events) event(out, one, stamp);
  line(out, "END:VCALENDAR");
  return out;
}

}  // namespace calendar
