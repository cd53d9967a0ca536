#include "kit/file_kind.h"

#include <algorithm>
#include <array>

#include "kit/sheet_zip.h"
#include "kit/utf8.h"

namespace kit {
namespace {

constexpr std::array<KindOfFile, 9> kinds = {{
    {FileKind::pdf, "PDF", "application/pdf", ".pdf"},
    {FileKind::png, "PNG", "image/png", ".png"},
    {FileKind::jpeg, "JPEG", "image/jpeg", ".jpg .jpeg"},
    {FileKind::excel, "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
    {FileKind::word, "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
    {FileKind::powerpoint, "PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"},
    {FileKind::open_sheet, "OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", ".ods"},
    {FileKind::open_text, "OpenDocument text", "application/vnd.oasis.opendocument.text", ".odt"},
    {FileKind::text, "plain text or CSV", "text/plain; charset=utf-8", ".txt .csv .md"},
}};

constexpr std::size_t longest_name = 120;

bool runs_macros(const Package& package) {
  return std::ranges::any_of(package.parts(), [](const auto& part) {
    return part.first.ends_with("vbaProject.bin") || part.first.starts_with("Basic/") || part.first.starts_with("Scripts/");
  });
}

std::string mimetype(Package& package) {
  if (!package.has("mimetype")) return {};
  Part part(package, "mimetype");
  std::array<char, 100> bytes{};
  return {bytes.data(), part.read(bytes.data(), bytes.size())};
}

std::optional<FileKind> kind_of_zip(std::string_view bytes) {
  Package package(bytes, {});
  if (!package.fault().empty() || runs_macros(package)) return std::nullopt;
  if (package.has("xl/workbook.xml")) return FileKind::excel;
  if (package.has("word/document.xml")) return FileKind::word;
  if (package.has("ppt/presentation.xml")) return FileKind::powerpoint;
  const auto type = mimetype(package);
  for (const auto kind : {FileKind::open_sheet, FileKind::open_text})
    if (type == about(kind).media_type) return kind;
  return std::nullopt;
}

// Text that no program takes for a page: letters in UTF-8 that do not begin as markup does.
bool is_plain_text(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == bytes.npos || bytes[first] == '<' || bytes.starts_with("\xEF\xBB\xBF<")) return false;
  const bool has_control = std::ranges::any_of(
      bytes, [](unsigned char c) { return (c < 32 && c != '\t' && c != '\r' && c != '\n') || c == 127; });
  return !has_control && is_text(bytes);
}

// At most so many bytes, and no half letter at the end.
std::string first_letters(const std::string& text, std::size_t most) {
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

}  // namespace

const KindOfFile& about(FileKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::string kinds_in_words() {
  std::string all;
  for (const auto& one : kinds) all += (all.empty() ? "" : &one == &kinds.back() ? " and " : ", ") + std::string(one.words);
  return all;
}

std::string kind_endings() {
  std::string all;
  for (const auto& one : kinds) all += (all.empty() ? "" : " ") + std::string(one.endings);
  std::ranges::replace(all, ' ', ',');
  return all;
}

std::optional<FileKind> kind_of(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return FileKind::pdf;
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return FileKind::png;
  if (bytes.starts_with("\xff\xd8\xff")) return FileKind::jpeg;
  if (bytes.starts_with("PK\x03\x04")) return kind_of_zip(bytes);
  return is_plain_text(bytes) ? std::optional(FileKind::text) : std::nullopt;
}

bool ends_as(FileKind kind, std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto dot = lower.rfind('.');
  if (dot == std::string::npos) return false;
  return (" " + std::string(about(kind).endings) + " ").find(" " + lower.substr(dot) + " ") != std::string::npos;
}

std::string plain_file_name(std::string_view name) {
  if (const auto slash = name.find_last_of("/\\"); slash != name.npos) name.remove_prefix(slash + 1);
  std::string plain;
  for (const unsigned char c : name)
    plain += c < 32 || c == 127 || c == '"' || c == ':' || c == '<' || c == '>' ? '_' : static_cast<char>(c);
  plain.erase(0, plain.find_first_not_of(". "));
  if (!is_text(plain)) plain.clear();
  // A long name loses its middle, never its ending.
  const auto dot = plain.rfind('.');
  const bool keeps_ending = dot != std::string::npos && plain.size() - dot < 10;
  if (plain.size() > longest_name) plain = first_letters(plain, longest_name - 10) + (keeps_ending ? plain.substr(dot) : "");
  return plain.empty() ? "file" : plain;
}

}  // namespace kit
