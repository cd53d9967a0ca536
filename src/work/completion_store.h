#pragma once
#include <optional>

#include "assess/picture.h"
#include "collect/entry.h"
#include "council/desk.h"
#include "work/completion_view.h"

namespace work {

// The figures of a period that are within the asker's reach by this rule.
std::vector<collect::Due> dues_in(kit::Transaction& tx, const assess::Picture& picture, const calendar::Period& period,
                                  const council::Desk& desk, council::May may);
bool is_of(const collect::Due& due, const council::Council& council, const std::string& unit);  // a service, or a directorate above it

// None: there is no such period, or no indicator at all. `slug` and `unit` may be empty.
std::optional<CompletionView> completion_view(council::Desk& desk, const assess::Picture& picture,
                                              const std::string& slug, const std::string& unit);

}  // namespace work
