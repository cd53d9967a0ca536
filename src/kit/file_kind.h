// What sort of file some bytes are, by their content: a name proves nothing. Only sorts that a council keeps as evidence are known,
// and none that a browser would run.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kit {

enum class FileKind : std::uint8_t { pdf, png, jpeg, excel, word, powerpoint, open_sheet, open_text, text };

struct KindOfFile {
  FileKind kind;
  std::string_view words;       // "an Excel workbook"
  std::string_view media_type;  // for the download
  std::string_view endings;     // ".jpg .jpeg"
};
const KindOfFile& about(FileKind kind);
std::string kinds_in_words();  // "PDF, PNG, JPEG, Excel …", for a hint and for refusals
std::string kind_endings();    // ".pdf,.png,…", for a form's field

// None when it is no sort we know. Workbooks and documents with macros are none: they run.
std::optional<FileKind> kind_of(std::string_view bytes);
bool ends_as(FileKind kind, std::string_view name);

// A name to show and to download by: the last part of any path, on one line, without what would end a header or a path.
std::string plain_file_name(std::string_view name);

}  // namespace kit
