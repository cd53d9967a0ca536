// The demo council's own time: its figures end in autumn 2025, so its clock starts then and goes on from there.
#pragma once
#include <optional>
#include <string>

#include "kit/moment.h"

namespace app {

inline constexpr const char* demo_today = "2025-11-24T09:00:00Z";

// The moment at which a folder's demo begins; none when it holds no demo council.
std::optional<kit::Moment> demo_moment(const std::string& folder);

}  // namespace app
