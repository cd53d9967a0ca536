// One XML part of a spreadsheet, read as a stream of beginnings, text and ends. A DOCTYPE is refused in whatever
// encoding, so no entity can be declared; depth, attributes and the size of a tag are bounded. Expat stays inside
// sheet_xml.cpp.
#pragma once
#include <string>
#include <string_view>

#include "kit/sheet.h"
#include "kit/sheet_zip.h"

namespace kit {

class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  std::string_view operator[](std::string_view name) const;  // by its name without a prefix; empty when there is none
  std::uint64_t number(std::string_view name, std::uint64_t otherwise) const;  // not a number: the largest there is
  bool yes(std::string_view name) const { return (*this)[name] == "1" || (*this)[name] == "true"; }
  bool any(std::string_view name, std::string_view value) const;  // under whatever prefix
  bool has(std::string_view name) const { return (*this)[name].data() != nullptr; }

 private:
  const char** pairs_;
};

// Who is told. Answering false stops the reading; names come without their prefix.
class XmlListener {
 public:
  virtual ~XmlListener() = default;
  virtual bool begins(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual bool ends(std::string_view element) = 0;
  virtual bool text(std::string_view) { return true; }
};

// Reads the part. The answer is a sentence when the part or its XML is at fault, else empty: also when the listener
// stopped.
std::string read_xml(Package& package, const std::string& part, XmlListener& listener, const SheetLimits& limits);

// Reads as far as the first element, to find a DOCTYPE in a part that is not otherwise read.
std::string refuse_doctype(Package& package, const std::string& part, const SheetLimits& limits);

}  // namespace kit
