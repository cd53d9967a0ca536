// The edge of the server: from a request to its route, through the rule that the route names, to a response with the council's
// header round it. Pages that anyone may read are kept in memory for as long as the data do not change.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "assess/page_days.h"
#include "kit/db.h"
#include "kit/http.h"
#include "kit/moment.h"

namespace kit {
class Press;
}

namespace app {

enum class Pages { kept, made_afresh };

struct EdgeSettings {
  Pages pages = Pages::kept;
  std::string data_folder;  // holds the server's key; uploads wait there for their confirmation
  bool demo = false;  // the footer says so, and on this machine a visitor may be anybody
  kit::Clock* demo_clock = nullptr;  // which a visitor of the demo may move on
  std::string scan;           // the program that looks through evidence for viruses; empty: none
  kit::Press* press = nullptr;  // makes PDF and Word files; none: there are only the other forms
  std::string address;        // by which people reach the server: "https://performance.ambleford.gov.uk"; empty: as they ask
  assess::PageCounter* counter = nullptr;  // of the days on which pages of indicators are opened; none: they are not counted
  bool behind_proxy = false;  // the last entry of X-Forwarded-For says from where a request comes
};

class Edge {
 public:
  Edge(kit::Database& db, const kit::Clock& clock, EdgeSettings settings);
  ~Edge();
  kit::Site site();  // to be served while this edge lives
  // Makes ready, and keeps, what takes long: see app/readiness.h. Stops where `go_on` says no.
  void make_ready(const std::function<bool()>& go_on);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace app
