// Workbooks made for the tests: small, complete, and bad in one chosen way.
#pragma once
#include <zip.h>

#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "kit/sheet.h"

namespace kit {

struct Told {
  std::vector<std::string> sheets, rows, places;
  std::string refusals, notices;
};

inline Told tell(const std::string& file, const SheetLimits& limits = {}) {
  Told told;
  std::string current;
  SheetReader reader;
  reader.sheet = [&](const std::string& name, bool hidden) {
    return current = name, told.sheets.push_back(name + (hidden ? " (hidden)" : "")), true;
  };
  reader.row = [&](std::uint64_t row, const std::vector<SheetCell>& cells) {
    std::string line = current + "!" + std::to_string(row);
    for (const SheetCell& cell : cells) line += " " + column_name(cell.column) + "=" + cell.text;
    return told.rows.push_back(line), true;
  };
  reader.notice = [&](const std::string& sentence) { told.notices += sentence + "\n"; };
  const Refusals no = read_sheet(file, reader, limits);
  for (const Refusal& refusal : no.all())
    told.refusals += refusal.sentence + "\n", told.places.push_back(refusal.field);
  return told;
}

using PartsOut = std::vector<std::pair<std::string, std::string>>;

enum class Packed { yes, no };

inline std::string zipped(const PartsOut& parts, const std::string& password = "", Packed packed = Packed::yes) {
  zip_error_t error;
  zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* const zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [name, bytes] : parts) {
    const zip_int64_t at =
        zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), ZIP_FL_ENC_UTF_8);
    if (packed == Packed::no) zip_set_file_compression(zip, static_cast<zip_uint64_t>(at), ZIP_CM_STORE, 0);
    if (!password.empty())
      zip_file_set_encryption(zip, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password.c_str());
  }
  if (zip_close(zip) != 0) throw std::runtime_error("the test's archive could not be written");
  zip_source_open(source);
  zip_source_seek(source, 0, SEEK_END);
  std::string file(static_cast<std::size_t>(zip_source_tell(source)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  zip_source_read(source, file.data(), file.size());
  zip_source_close(source);
  zip_source_free(source);
  return file;
}

inline std::string part_of(const std::string& file, const std::string& name) {
  zip_error_t error;
  zip_t* const zip =
      zip_open_from_source(zip_source_buffer_create(file.data(), file.size(), 0, &error), ZIP_RDONLY, &error);
  zip_stat_t about;
  std::string bytes;
  if (zip_stat(zip, name.c_str(), 0, &about) == 0) {
    bytes.resize(about.size);
    zip_file_t* const part = zip_fopen(zip, name.c_str(), 0);
    zip_fread(part, bytes.data(), bytes.size());
    zip_fclose(part);
  }
  zip_discard(zip);
  return bytes;
}

struct Sample {
  std::string declaration = "<?xml version='1.0' encoding='UTF-8'?>";
  std::string workbook_settings, sheet_state, styles, texts, columns, rows;
  std::string links;                        // more relationships of the workbook
  std::map<std::string, std::string> more;  // further parts

  PartsOut parts() const {
    const std::string kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    PartsOut all = {
        {"[Content_Types].xml", declaration + "<Types/>"},
        {"_rels/.rels", "<Relationships><Relationship Id='r1' Type='" + kind +
                            "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
        {"xl/workbook.xml", "<workbook>" + workbook_settings + "<sheets><sheet name='Figures' sheetId='1'" +
                                sheet_state + " r:id='r1'/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships><Relationship Id='r1' Type='" + kind + "/worksheet' Target='worksheets/sheet1.xml'/>" +
             "<Relationship Id='r2' Type='" + kind + "/styles' Target='/xl/styles.xml'/><Relationship Id='r3' Type='" +
             kind + "/sharedStrings' Target='sharedStrings.xml'/>" + links + "</Relationships>"},
        {"xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>"},
        {"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"},
        {"xl/worksheets/sheet1.xml",
         declaration + "<worksheet>" + columns + "<sheetData>" + rows + "</sheetData></worksheet>"}};
    for (const auto& part : more) all.push_back(part);
    return all;
  }
  std::string file() const { return zipped(parts()); }
};

inline PartsOut ods_parts(const std::string& table, const std::string& style = "", const std::string& before = "") {
  return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
          {"META-INF/manifest.xml", "<manifest:manifest/>"},
          {"content.xml",
           "<?xml version='1.0'?>" + before +
               "<office:document-content><office:automatic-styles><style:style style:name='hid' style:family='table'>"
               "<style:table-properties "
               "table:display='false'/></style:style></office:automatic-styles><office:body><office:spreadsheet>"
               "<table:table table:name='Figures' table:style-name='" +
               style + "'>" + table + "</table:table></office:spreadsheet></office:body></office:document-content>"}};
}
inline std::string ods_file(const std::string& table, const std::string& style = "", const std::string& before = "") {
  return zipped(ods_parts(table, style, before));
}

}  // namespace kit
