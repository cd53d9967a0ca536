#include "app/pressing.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "kit/failure.h"
#include "kit/file_kind.h"

namespace app {
namespace {

constexpr std::uintmax_t largest_reference = 10u << 20;

std::string program(const std::string& option, const std::string& given, std::string (*find)()) {
  if (given.empty()) return find();
  if (given == "none") return {};
  if (!given.starts_with('/') || ::access(given.c_str(), X_OK) != 0)
    throw kit::Failure(option + " " + given + " is not the absolute path of a program.");
  return given;
}

std::string word_reference(const std::string& given) {
  if (given.empty()) return given;
  std::error_code failed;
  const auto bytes = std::filesystem::file_size(given, failed);
  if (failed || bytes > largest_reference) throw kit::Failure("--word-reference " + given + " cannot be read, or is larger than 10 MB.");
  std::ifstream in(given, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(in), {}};
  if (kit::kind_of(content) != kit::FileKind::word)
    throw kit::Failure("--word-reference " + given + " is not a Word file (.docx) without macros.");
  return std::filesystem::absolute(given).string();
}

}  // namespace

kit::PressSettings press_settings(const Place& place) {
  kit::PressSettings settings;
  settings.folder = (std::filesystem::absolute(place.folder) / "made").string();
  settings.browser = kit::find_browser();
  settings.pandoc = kit::find_pandoc();
  return settings;
}

kit::PressSettings press_settings(const ServeOptions& options) {
  auto settings = press_settings(options.place);
  settings.browser = program("--chromium", options.chromium, kit::find_browser);
  settings.pandoc = program("--pandoc", options.pandoc, kit::find_pandoc);
  settings.word_reference = word_reference(options.word_reference);
  return settings;
}

}  // namespace app
