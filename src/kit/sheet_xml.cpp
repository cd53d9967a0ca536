#include "kit/sheet_xml.h"

#include <expat.h>

#include <charconv>
#include <exception>
#include <limits>

#include "kit/quote.h"

namespace kit {
namespace {

constexpr int block = 64 * 1024;
constexpr std::uint64_t longest_tag = 1 << 20;  // expat holds a tag until it is whole

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

class Reading {
 public:
  Reading(const std::string& part, XmlListener& listener, const SheetLimits& limits)
      : part_(part), listener_(listener), limits_(limits), parser_(XML_ParserCreate(nullptr)) {
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, begins, ends);
    XML_SetCharacterDataHandler(parser_, text);
    XML_SetStartDoctypeDeclHandler(parser_, doctype);
  }
  ~Reading() { XML_ParserFree(parser_); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  std::string read(Package& package) {
    Part part(package, part_);
    for (bool more = true; more && !stopped_;) {
      void* const room = XML_GetBuffer(parser_, block);
      if (!room) return "There is not enough memory for the part " + quoted(part_) + ".";
      const std::size_t got = part.read(static_cast<char*>(room), block);
      if (!package.fault().empty()) return package.fault();
      fed_ += got;
      more = got > 0;
      const bool good = XML_ParseBuffer(parser_, static_cast<int>(got), !more) == XML_STATUS_OK;
      if (wrong_) std::rethrow_exception(wrong_);
      if (!good && !stopped_) return broken();
      if (fed_ - heard_ > longest_tag)
        return "The part " + quoted(part_) + " holds a tag of more than a million characters. Save the workbook again.";
    }
    return fault_;
  }

  // A DOCTYPE, or an encoding in which one could hide.
  bool harmful() const { return !fault_.empty() || has_strange_encoding(); }

 private:
  bool has_strange_encoding() const {
    const XML_Error error = XML_GetErrorCode(parser_);
    return error == XML_ERROR_UNKNOWN_ENCODING || error == XML_ERROR_INCORRECT_ENCODING;
  }

  static Reading& self(void* data) { return *static_cast<Reading*>(data); }

  // What is thrown must not pass through expat, which is C: it waits until expat has returned.
  template <class Told>
  void tell(Told told) {
    heard_ = fed_;
    if (stopped_) return;
    try {
      if (told()) return;
    } catch (...) {
      wrong_ = std::current_exception();
    }
    stop();
  }
  void stop() {
    stopped_ = true;
    XML_StopParser(parser_, XML_FALSE);
  }
  void refuse(std::string sentence) {
    fault_ = std::move(sentence);
    stop();
  }

  static void XMLCALL begins(void* data, const XML_Char* name, const XML_Char** attributes) {
    Reading& me = self(data);
    if (me.stopped_) return;
    if (++me.depth_ > me.limits_.depth)
      return me.refuse("The part " + quoted(me.part_) +
                       " is nested too deeply for a workbook. Save it again as .xlsx.");
    unsigned count = 0;
    while (attributes[count * 2]) ++count;
    if (count > me.limits_.attributes)
      return me.refuse("The part " + quoted(me.part_) +
                       " has an element with too many attributes. Save the workbook again as .xlsx.");
    me.tell([&] { return me.listener_.begins(local(name), XmlAttributes(attributes)); });
  }
  static void XMLCALL ends(void* data, const XML_Char* name) {
    Reading& me = self(data);
    --me.depth_;
    me.tell([&] { return me.listener_.ends(local(name)); });
  }
  static void XMLCALL text(void* data, const XML_Char* text, int length) {
    Reading& me = self(data);
    me.tell([&] { return me.listener_.text({text, static_cast<std::size_t>(length)}); });
  }
  static void XMLCALL doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    Reading& me = self(data);
    me.refuse("The part " + quoted(me.part_) +
              " declares a DOCTYPE, which no workbook needs and attacks use. Save the workbook again as .xlsx.");
  }

  std::string broken() const {
    if (has_strange_encoding())
      return "The part " + quoted(part_) +
             " is in an encoding that workbooks do not use. Save the workbook again as .xlsx.";
    return "The part " + quoted(part_) + " is broken at line " + std::to_string(XML_GetCurrentLineNumber(parser_)) +
           ". Save the workbook again as .xlsx.";
  }

  const std::string& part_;
  XmlListener& listener_;
  const SheetLimits& limits_;
  XML_Parser parser_;
  std::exception_ptr wrong_;
  std::string fault_;
  bool stopped_ = false;
  unsigned depth_ = 0;
  std::uint64_t fed_ = 0, heard_ = 0;
};

class FirstElement : public XmlListener {
  bool begins(std::string_view, const XmlAttributes&) override { return false; }
  bool ends(std::string_view) override { return false; }
};

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char** pair = pairs_; *pair; pair += 2)
    if (local(*pair) == name) return pair[1];
  return {};
}

bool XmlAttributes::any(std::string_view name, std::string_view value) const {
  for (const char** pair = pairs_; *pair; pair += 2)
    if (local(*pair) == name && pair[1] == value) return true;
  return false;
}

std::uint64_t XmlAttributes::number(std::string_view name, std::uint64_t otherwise) const {
  const std::string_view text = (*this)[name];
  if (!text.data()) return otherwise;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? number : std::numeric_limits<std::uint64_t>::max();
}

std::string read_xml(Package& package, const std::string& part, XmlListener& listener, const SheetLimits& limits) {
  return Reading(part, listener, limits).read(package);
}

std::string refuse_doctype(Package& package, const std::string& part, const SheetLimits& limits) {
  FirstElement first;
  Reading reading(part, first, limits);
  const std::string fault = reading.read(package);
  return reading.harmful() || !package.fault().empty() ? fault
                                                       : "";  // merely broken: no matter, as long as nobody reads it
}

}  // namespace kit
