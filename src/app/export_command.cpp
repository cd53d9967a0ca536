#include "app/export_command.h"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "app/demo.h"
#include "assess/picture_store.h"
#include "exchange/export.h"
#include "exchange/intake_store.h"

namespace app {
namespace {

namespace fs = std::filesystem;

// A file is whole or not there: written beside its place, then moved to it.
void write_file(const fs::path& path, std::string_view bytes) {
  const fs::path beside = path.string() + ".part";
  std::ofstream out(beside, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code failed;
  if (out) fs::rename(beside, path, failed);
  if (!out || failed) throw kit::Failure("Cannot write " + path.string() + ". Check that the folder is there and has room.");
}

int wrong_use(std::string_view sentence) {
  std::cerr << sentence << "\n";
  return 2;
}

int write_folder(const fs::path& folder, const assess::Picture& picture) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) throw kit::Failure("Cannot make the folder " + folder.string() + ": " + failed.message() + ".");
  for (const auto sheet : exchange::all_sheets)
    write_file(folder / exchange::file_name(sheet), exchange::as_csv(exchange::export_sheet(picture, sheet)));
  return 0;
}

bool fits_a_workbook(const std::vector<exchange::SheetText>& sheets) {
  return std::all_of(sheets.begin(), sheets.end(), [](const auto& sheet) { return sheet.rows.size() <= exchange::workbook_rows; });
}

}  // namespace

int export_command(const ExportOptions& options) {
  const bool to_output = options.out.empty() || options.out == "-";
  if (options.as == "csv" && to_output)
    return wrong_use("Name the folder for the six CSV files: goldenthread export --data DIR --as csv FOLDER");
  const auto as_at = kit::Moment::parse(options.as_at);
  if (!options.as_at.empty() && !as_at)
    return wrong_use("--as-at " + options.as_at +
                     " is not a moment. Type one such as 2025-07-31 or 2025-07-31T23:00:00Z.");

  auto db = open(options.place);
  const auto now = demo_moment(options.place.folder).value_or(kit::Clock().now());
  const auto picture = assess::load_picture(*db, as_at ? *as_at : exchange::moment_for(*db, now));
  if (options.as == "csv") return write_folder(options.out, *picture);

  const auto sheets = exchange::export_all(*picture);
  if (options.as == "xlsx" && !fits_a_workbook(sheets)) {
    std::cerr << "There are more figures than a sheet of a workbook can hold. Export them with --as csv.\n";
    return 1;
  }
  const auto bytes = options.as == "xlsx" ? exchange::as_workbook(sheets) : exchange::as_json(sheets);
  if (to_output) std::cout.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
  else write_file(options.out, bytes);
  return 0;
}

}  // namespace app
