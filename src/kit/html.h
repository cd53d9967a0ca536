// The writer of HTML. Markup is literal text of the program, data is escaped: they are different types, so unescaped data
// does not compile. Only parts/ and kit/ write markup; pages compose parts.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

namespace kit {

// Text that stands in the source: a tag, an attribute's name. Cannot be made from data.
class Literal {
 public:
  template <std::size_t N>
  consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

void escape_into(std::string& out, std::string_view text);  // & < > " '; control characters but tab and line end are dropped

struct Attribute {
  Literal name;
  std::string_view value;  // escaped when written
  bool written = true;     // false leaves the attribute out
};
using Attributes = std::initializer_list<Attribute>;

class Html {
 public:
  Html& text(std::string_view data);  // escaped
  Html& open(Literal tag, Attributes attributes = {});
  Html& close(Literal tag);
  Html& empty(Literal tag, Attributes attributes = {});  // <br>, <input>, <img>

  // An element around text or around whatever `inside` writes.
  Html& el(Literal tag, Attributes attributes, std::string_view data) { return open(tag, attributes).text(data).close(tag); }
  Html& el(Literal tag, std::string_view data) { return el(tag, {}, data); }
  template <class Inside>
    requires std::is_invocable_v<Inside>
  Html& el(Literal tag, Attributes attributes, Inside inside) {
    open(tag, attributes);
    inside();
    return close(tag);
  }
  template <class Inside>
    requires std::is_invocable_v<Inside>
  Html& el(Literal tag, Inside inside) { return el(tag, Attributes{}, inside); }

  Html& literal(Literal markup);      // for fixed markup, such as an icon
  Html& number(double value);         // for SVG: at most two decimals, no exponent
  Html& append(const Html& written);  // what another writer wrote

  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  const std::string& written() const { return out_; }
  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace kit
