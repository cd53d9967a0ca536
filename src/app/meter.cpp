#include "app/meter.h"

#include <unistd.h>

#include <iostream>

#include "kit/number.h"

namespace app {

using SteadyClock = std::chrono::steady_clock;

Meter::Meter() : on_terminal_(::isatty(STDERR_FILENO) == 1), begun_(SteadyClock::now()), told_(begun_) {}

bool Meter::is_due() {
  const auto now = SteadyClock::now();
  if (!on_terminal_ || now - begun_ < std::chrono::seconds(1) || now - told_ < std::chrono::milliseconds(100)) return false;
  told_ = now;
  return shown_ = true;
}

void Meter::operator()(std::string_view what, std::size_t count, std::string_view of, double share) {
  if (!is_due()) return;
  std::cerr << "\r\033[K" << what << " " << kit::with_commas(static_cast<double>(count), 0) << " of " << of << ", "
            << static_cast<int>(share * 100) << "%" << std::flush;
}

void Meter::say(std::string_view words) {
  if (on_terminal_) std::cerr << "\r\033[K" << words << std::flush, shown_ = true;
}

void Meter::clear() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
  shown_ = false;
}

}  // namespace app
