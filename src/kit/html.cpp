#include "kit/html.h"

#include <array>
#include <charconv>
#include <cmath>

namespace kit {
namespace {

enum Treatment : unsigned char { plain, entity, dropped };

constexpr std::array<Treatment, 256> treatments() {
  std::array<Treatment, 256> table{};
  for (int c = 0; c < 32; ++c) table[c] = dropped;
  table['\t'] = table['\n'] = table['\r'] = plain;
  table[127] = dropped;
  for (unsigned char c : {'&', '<', '>', '"', '\''}) table[c] = entity;
  return table;
}
constexpr auto treatment = treatments();

std::string_view entity_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return "&#39;";
  }
}

void write_tag(std::string& out, Literal tag, Attributes attributes) {
  out += '<';
  out += tag.text();
  for (const auto& attribute : attributes) {
    if (!attribute.written) continue;
    out += ' ';
    out += attribute.name.text();
    out += "=\"";
    escape_into(out, attribute.value);
    out += '"';
  }
  out += '>';
}

}  // namespace

// Runs of plain characters are copied in one go: nearly all of a page is plain.
void escape_into(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto what = treatment[static_cast<unsigned char>(text[at])];
    if (what == plain) continue;
    out.append(text, from, at - from);
    if (what == entity) out += entity_of(text[at]);
    from = at + 1;
  }
  out.append(text, from);
}

Html& Html::text(std::string_view data) {
  escape_into(out_, data);
  return *this;
}

Html& Html::open(Literal tag, Attributes attributes) {
  write_tag(out_, tag, attributes);
  return *this;
}

Html& Html::close(Literal tag) {
  out_ += "</";
  out_ += tag.text();
  out_ += '>';
  return *this;
}

Html& Html::empty(Literal tag, Attributes attributes) { return open(tag, attributes); }

Html& Html::literal(Literal markup) {
  out_ += markup.text();
  return *this;
}

// A drawing has no place for "not a number": whoever draws leaves such points out, and 0 keeps the markup sound.
Html& Html::number(double value) {
  if (!std::isfinite(value) || std::abs(value) > 1e12) value = 0;
  const auto hundredths = std::llround(value * 100);
  char text[24];
  char* end = text;
  if (hundredths < 0) *end++ = '-';
  const auto size = hundredths < 0 ? -hundredths : hundredths;
  end = std::to_chars(end, text + sizeof text, size / 100).ptr;
  if (const auto part = size % 100; part != 0) {
    *end++ = '.';
    *end++ = static_cast<char>('0' + part / 10);
    if (part % 10 != 0) *end++ = static_cast<char>('0' + part % 10);
  }
  out_.append(text, end);
  return *this;
}

Html& Html::append(const Html& written) {
  out_ += written.out_;
  return *this;
}

}  // namespace kit
