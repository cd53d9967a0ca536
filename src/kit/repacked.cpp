#include "kit/repacked.h"

#include <zip.h>

#include <memory>

#include "kit/failure.h"

namespace kit {
namespace {

constexpr zip_uint16_t first_day = 0x21;  // 1 January 1980, as an archive writes it: the same package gives the same bytes

[[noreturn]] void fail() { throw Failure("The file that was made cannot be opened again."); }

struct Closed {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Closed>;
using Source = std::unique_ptr<zip_source_t, Closed>;

std::string read(zip_t* archive, zip_uint64_t at) {
  zip_stat_t about;
  const std::unique_ptr<zip_file_t, Closed> file(zip_fopen_index(archive, at, 0));
  if (!file || zip_stat_index(archive, at, 0, &about) != 0) fail();
  std::string text(about.size, '\0');
  if (zip_fread(file.get(), text.data(), text.size()) != static_cast<zip_int64_t>(text.size())) fail();
  return text;
}

void write(zip_t* archive, zip_uint64_t at, const std::string& text) {
  auto* source = zip_source_buffer(archive, text.data(), text.size(), 0);
  if (!source) fail();
  if (zip_file_replace(archive, at, source, 0) != 0) zip_source_free(source), fail();
  if (zip_file_set_dostime(archive, at, 0, first_day, 0) != 0) fail();
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t about;
  if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0) fail();
  std::string bytes(about.size, '\0');
  const auto got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got != static_cast<zip_int64_t>(bytes.size())) fail();
  return bytes;
}

}  // namespace

std::string repacked(const std::string& package, const std::string& part, const std::function<std::string(std::string)>& change) {
  zip_error_t error;
  zip_error_init(&error);
  Source source(zip_source_buffer_create(package.data(), package.size(), 0, &error));
  if (!source) fail();
  Archive archive(zip_open_from_source(source.get(), 0, &error));
  if (!archive) fail();
  zip_source_keep(source.get());  // closing the archive lets go of one hold; we read it afterwards

  const auto at = zip_name_locate(archive.get(), part.c_str(), 0);
  if (at < 0) fail();
  const auto changed = change(read(archive.get(), static_cast<zip_uint64_t>(at)));
  write(archive.get(), static_cast<zip_uint64_t>(at), changed);
  if (zip_close(archive.get()) != 0) fail();
  archive.release();
  return bytes_of(source.get());
}

}  // namespace kit
