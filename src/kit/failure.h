// The world failed (a disk, a database, the network), someone was first, or we were wrong. Thrown only in kit and in
// stores; caught only at three edges: a request, a job, a command.
#pragma once
#include <stdexcept>
#include <string>

namespace kit {

struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Someone saved first: answered with 409 and both versions.
struct Conflict : Failure {
  using Failure::Failure;
};

// The write may or may not have been kept; ask again by its idempotency key.
struct OutcomeUnknown : Failure {
  using Failure::Failure;
};

struct Defect : std::logic_error {
  using std::logic_error::logic_error;
};

inline void demand(bool condition, const char* sentence) {
  if (!condition) throw Defect(sentence);
}

}  // namespace kit
