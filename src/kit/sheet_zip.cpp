#include "kit/sheet_zip.h"

#include "kit/number.h"
#include "kit/quote.h"

namespace kit {
namespace {

constexpr std::uint64_t most_parts = 10'000;
constexpr std::uint64_t small_part = 1 << 20;  // below this, how far a part grows does not matter

const std::string damaged =
    "The file is damaged or was cut off. Save the workbook again as .xlsx and send the whole file.";

std::uint64_t little_endian(std::string_view bytes, std::size_t at, unsigned length) {
  std::uint64_t number = 0;
  for (unsigned i = length; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

// How many parts an end-of-directory record at `at` claims; the larger record of large archives stands before it.
std::uint64_t claimed_at(std::string_view file, std::size_t at) {
  const std::uint64_t plain = at + 12 <= file.size() ? little_endian(file, at + 10, 2) : 0;
  if (at < 20 || file.substr(at - 20, 4) != "PK\x06\x07") return plain;
  const std::uint64_t larger = little_endian(file, at - 12, 8);
  if (larger > file.size() || file.size() - larger < 40) return plain;
  return std::max(plain, little_endian(file, static_cast<std::size_t>(larger) + 32, 8));
}

// Asked before libzip makes a table of them. There may be several such records; the largest claim counts.
std::uint64_t claimed_parts(std::string_view file) {
  std::uint64_t most = 0;
  const std::size_t from = file.size() - std::min<std::size_t>(file.size(), 70'000);
  for (std::size_t at = file.find("PK\x05\x06", from); at != file.npos; at = file.find("PK\x05\x06", at + 1))
    most = std::max(most, claimed_at(file, at));
  return most;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

}  // namespace

Package::Package(std::string_view file, const SheetLimits& limits) : limits_(limits) {
  if (claimed_parts(file) > most_parts) {
    fail("The file holds more than 10,000 parts. A workbook has a few dozen: save it again as .xlsx.");
    return;
  }
  open(file);
  if (!zip_) return;
  std::map<std::string, std::string> names;
  const zip_int64_t entries = zip_get_num_entries(zip_, 0);
  for (zip_int64_t i = 0; i < entries && fault_.empty(); ++i) look_at(static_cast<zip_uint64_t>(i), names);
}

Package::~Package() {
  if (zip_) zip_discard(zip_);
}

void Package::open(std::string_view file) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(file.data(), file.size(), 0, &error);
  if (source) zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (!zip_ && source) zip_source_free(source);
  zip_error_fini(&error);
  if (!zip_) fail(damaged);
}

void Package::look_at(zip_uint64_t entry, std::map<std::string, std::string>& names) {
  zip_stat_t about;
  if (zip_stat_index(zip_, entry, 0, &about) != 0 || !(about.valid & ZIP_STAT_NAME)) return fail(damaged);
  const std::string name = about.name;
  if (name.ends_with('/')) return;
  if (const auto [other, fresh] = names.emplace(lower(name), name); !fresh)
    return fail("The file holds two parts named " + quoted(name) +
                ", so it cannot be known which counts. Save the workbook again.");
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
    return fail("The file is locked with a password. Take the password off, save it and send it again.");
  if (about.comp_method != ZIP_CM_STORE && about.comp_method != ZIP_CM_DEFLATE)
    return fail("The part " + quoted(name) +
                " is packed in a way that workbooks are not. Save the workbook again as .xlsx.");
  if (about.size > limits_.inflated_bytes || (about.size > small_part && about.size / limits_.ratio > about.comp_size))
    return fail("The part " + quoted(name) + " would unpack to " + with_commas(static_cast<double>(about.size), 0) +
                " bytes, far more than a workbook needs. Save the workbook again, without empty formatted rows.");
  parts_.emplace(name, entry);
}

Part::Part(Package& package, const std::string& name) : package_(package), name_(name) {
  const auto found = package.parts_.find(name);
  if (!package.fault_.empty() || found == package.parts_.end()) {
    package.fail("The part " + quoted(name) + " is missing. Save the workbook again.");
    return;
  }
  zip_stat_t about;
  if (zip_stat_index(package.zip_, found->second, 0, &about) == 0) packed_ = about.comp_size;
  file_ = zip_fopen_index(package.zip_, found->second, 0);
  if (!file_) package.fail(damaged);
}

Part::~Part() {
  if (file_) zip_fclose(file_);
}

std::size_t Part::read(char* to, std::size_t most) {
  if (!file_ || !package_.fault_.empty()) return 0;
  const zip_int64_t got = zip_fread(file_, to, most);
  if (got < 0) return package_.fail(damaged), 0;
  const auto bytes = static_cast<std::uint64_t>(got);
  inflated_ += bytes;
  package_.inflated_ += bytes;
  const SheetLimits& limits = package_.limits_;
  if (package_.inflated_ > limits.inflated_bytes || (inflated_ > small_part && inflated_ / limits.ratio > packed_)) {
    package_.fail("The part " + quoted(name_) +
                  " unpacks to far more than a workbook needs. Save the workbook again, without empty formatted rows.");
    return 0;
  }
  return static_cast<std::size_t>(bytes);
}

}  // namespace kit
