// The edge of the server: from a request to its route, through the rule that the route names, to a response with the council's
// header round it. Pages that anyone may read are kept in memory for as long as the data do not change.
#pragma once
#include <memory>
#include <string>

#include "kit/db.h"
#include "kit/http.h"
#include "kit/memory.h"
#include "kit/moment.h"

namespace app {

struct EdgeSettings {
  bool keep_pages = true;   // render each page once a version of the data
  std::string server_key;   // for tokens against forged requests
  std::string data_folder;  // where uploads wait for their confirmation
  bool demo = false;        // says so in the footer
};

class Edge {
 public:
  Edge(kit::Database& db, const kit::Clock& clock, EdgeSettings settings);
  ~Edge();
  kit::Response answer(kit::Request& request);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace app
