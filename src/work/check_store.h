// A step of a check in the database: the edition, its record, the letter to the officer, and, after the run, the report at once.
#pragma once
#include <string>

#include "assess/picture.h"
#include "collect/entry.h"
#include "council/desk.h"

namespace work {

void add_step(kit::Transaction& tx, const council::Desk& desk, const assess::Picture& picture, const assess::Kept& kept,
              const collect::Due& due, const collect::Entry& next, const std::string& key);

}  // namespace work
