// The log: one line a happening, `name=value` after `name=value`, written so that no value can forge a line. It says what the
// program did, never who a person is: no addresses, cookies, values of queries or forms.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace kit {

enum class Level { note, warning, fault };

struct Said {
  std::string_view name;
  std::string value;
};

// To standard error until told otherwise. Throws Failure when the file cannot be opened.
void log_to_file(const std::string& path);
void log(Level level, std::string_view what, std::initializer_list<Said> said = {});
void flush_log();

// One answered request. The route is the pattern, "/indicators/{code}", not the address that was asked.
struct AccessLine {
  std::uint64_t request = 0;
  std::string_view method;
  std::string_view route;
  int status = 0;
  double milliseconds = 0;
  std::size_t bytes = 0;
};
void log(const AccessLine& line);

std::string log_value(std::string_view text);  // quoted where it must be; line ends, controls and quotes written as escapes

}  // namespace kit
