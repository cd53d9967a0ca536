// The bytes of a text file as UTF-8, whatever they came as: UTF-8, UTF-16 (told by its mark or its pattern), else
// Windows-1252. Read block by block: a file of any size takes the memory of one block.
#pragma once
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace kit {

enum class Encoding { utf8, utf16_little, utf16_big, windows1252 };

class DecodedText {
 public:
  explicit DecodedText(std::istream& in) : in_(in) {}

  // Appends the next block to `out`. False at the end, and where the bytes are no text: then `fault` is a sentence, and
  // `out` holds everything before the fault.
  bool more(std::string& out);
  const std::string& fault() const { return fault_; }
  Encoding encoding() const { return encoding_; }

 private:
  void recognise();
  void decode_utf8(std::string& out);
  void decode_utf16(std::string& out);
  void decode_windows1252(std::string& out);

  std::istream& in_;
  std::string raw_;  // bytes read and not decoded yet
  std::string fault_;
  Encoding encoding_ = Encoding::utf8;
  bool begun_ = false, ended_ = false, beyond_ascii_ = false;
  char16_t high_ = 0;  // the first half of a pair in UTF-16
};

void append_utf8(std::string& out, char32_t character);

struct WellFormed {
  std::size_t bytes = 0;      // how many are well-formed UTF-8
  bool beyond_ascii = false;  // whether any of them is not ASCII
  bool cut = false;           // what follows may be the beginning of a character that goes on in the next block
};
WellFormed well_formed(std::string_view bytes);

}  // namespace kit
