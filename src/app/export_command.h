// `goldenthread export`: everything known, or known at a past moment, as a workbook, as CSV files or as JSON.
#pragma once
#include <string>

#include "app/commands.h"

namespace app {

struct ExportOptions {
  Place place;
  std::string as;     // csv, xlsx or json
  std::string as_at;  // a moment; empty: now
  std::string out;    // the file, or for csv the folder; empty or -: standard output
};
int export_command(const ExportOptions& options);

}  // namespace app
