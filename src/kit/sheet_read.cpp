#include "kit/quote.h"
#include "kit/sheet.h"
#include "kit/sheet_ods.h"
#include "kit/sheet_xlsx.h"

namespace kit {
namespace {

const std::string locked = "The workbook is locked with a password. Take the password off, save it and send it again.";

// Excel 97's files and locked workbooks share one outer form; only the latter name a stream so (in UTF-16).
std::string old_form(std::string_view file) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) name += std::string{c, '\0'};
  if (file.find(name) != file.npos) return locked;
  return "This is a workbook of an old form (.xls). Open it and save it as .xlsx.";
}

bool is_xml(const std::string& name) {
  for (const std::string_view ending : {".xml", ".rels", ".vml", ".rdf"})
    if (name.ends_with(ending)) return true;
  return false;
}

std::string read_package(Package& package, SheetTeller& teller, const SheetLimits& limits) {
  if (!package.fault().empty()) return package.fault();
  for (const auto& [name, entry] : package.parts())
    if (is_xml(name))
      if (std::string fault = refuse_doctype(package, name, limits); !fault.empty()) return fault;
  if (package.has("[Content_Types].xml") && package.parts().lower_bound("xl/") != package.parts().lower_bound("xl0"))
    return read_xlsx(package, teller, limits);
  if (package.has("content.xml")) return read_ods(package, teller, limits);
  return "The file is a zip archive and not a workbook. Take the workbook (.xlsx or .ods) out of it and send that.";
}

}  // namespace

bool looks_like_sheet(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

Refusals read_sheet(std::string_view file, const SheetReader& reader, const SheetLimits& limits) {
  SheetTeller teller(reader, limits);
  if (file.starts_with("\xD0\xCF\x11\xE0")) {
    teller.refuse_file(old_form(file));
  } else if (!looks_like_sheet(file)) {
    teller.refuse_file("The file is not a workbook that can be read. Save it as .xlsx, .ods or CSV.");
  } else {
    Package package(file, limits);
    if (const std::string fault = read_package(package, teller, limits); !fault.empty()) teller.refuse_file(fault);
  }
  return teller.take();
}

}  // namespace kit
