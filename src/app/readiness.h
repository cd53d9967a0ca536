// What takes long to make is made before anybody asks: the forecast of every indicator, of the year that is under way and of the one
// whose targets are set next, and with them the exceptions. At start, and after each change of what everybody reads.
#pragma once
#include <functional>
#include <memory>

#include "council/desk.h"

namespace app {

class Edge;

// Once, with the desk's own memory. Stops where `go_on` says no.
void make_ready(council::Desk& desk, const std::function<bool()>& go_on);

// On one thread of its own, for as long as it lives.
class Readiness {
 public:
  Readiness(kit::Database& db, Edge& edge);
  ~Readiness();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace app
