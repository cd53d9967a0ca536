// What can be asked at the command line. Each answers the program's exit code: 0 done, 1 refused or something is wrong,
// 2 asked in a way that cannot be understood.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "kit/db.h"

namespace app {

// Where the council's data are: a folder, with an SQLite file in it unless `database` names a PostgreSQL.
struct Place {
  std::string folder;
  std::string database;  // "postgresql://…", or empty
};
std::unique_ptr<kit::Database> open(const Place& place);  // makes the folder (mode 700) when it is not there

constexpr std::size_t usual_figures_memory = 512;  // MB that the engine of published figures takes before it spills into the data folder

struct ServeOptions {
  Place place;
  std::string listen = "127.0.0.1:8080";
  std::string clock;       // a moment from which the clock goes on; empty: the machine's own
  bool keep_pages = true;
  unsigned threads = 0;
  std::size_t figures_memory = usual_figures_memory;
  std::string address;       // for links in mail, and https cookies: "https://performance.ambleford.gov.uk"
  bool behind_proxy = false;
  std::string scan;          // the program that looks through evidence for viruses
  std::string chromium, pandoc, word_reference;  // programs that make PDF and Word files, and the look of the latter; empty: looked for
  std::string smtp, smtp_user, smtp_password_file, smtp_ca_file, mail_from;  // none: letters wait, and can be read at /mail
  std::string lg_inform;  // where LG Inform Plus is asked, when not at its own address
  std::vector<std::string> names;  // by which people reach the server, when not by this machine's own
};
int serve_command(const ServeOptions& options);
int demo_command(const Place& place);

int run(int argc, char** argv);

}  // namespace app
