#include "kit/json.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <utility>

#include "kit/quote.h"

namespace kit {
namespace {

using boost::json::error_code;
using boost::json::string_view;

constexpr std::size_t deepest = 32;

// Takes what the parser finds, and builds the tree.
struct Builder {
  static constexpr std::size_t max_object_size = 100'000, max_array_size = 1'000'000, max_key_size = 65'536, max_string_size = 8u << 20;

  Json root;
  std::vector<Json*> open{&root};  // where the next value goes: the innermost list or object last
  std::string name, taken;
  std::string fault;               // what this reader refuses, though it is JSON

  bool refuse(std::string sentence, error_code& wrong) {
    fault = std::move(sentence);
    wrong = boost::json::error::exception;
    return false;
  }
  Json& place() {
    auto& inner = *open.back();
    if (inner.kind == Json::Kind::list) return inner.items.emplace_back();
    if (inner.kind == Json::Kind::object) {
      inner.fields.push_back({std::exchange(name, {}), {}});
      return inner.fields.back().value;
    }
    return inner;
  }
  bool plain(Json::Kind kind, std::string text) {
    auto& made = place();
    made.kind = kind;
    made.text = std::move(text);
    return true;
  }
  bool number(string_view digits) { return plain(Json::Kind::number, std::exchange(taken, {}).append(digits.data(), digits.size())); }
  bool begin(Json::Kind kind) {
    auto& made = place();
    made.kind = kind;
    open.push_back(&made);
    return true;
  }
  bool end() { return open.pop_back(), true; }
  bool take(string_view part) { return taken.append(part.data(), part.size()), true; }

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  // The place of the list or object that holds it: what is open never moves while something inside it is read.
  bool on_object_begin(error_code&) { return begin(Json::Kind::object); }
  bool on_object_end(std::size_t, error_code&) { return end(); }
  bool on_array_begin(error_code&) { return begin(Json::Kind::list); }
  bool on_array_end(std::size_t, error_code&) { return end(); }
  bool on_key_part(string_view part, std::size_t, error_code&) { return take(part); }
  bool on_key(string_view part, std::size_t, error_code& wrong) {
    take(part);
    name = std::exchange(taken, {});
    if (open.back()->find(name)) return refuse("The field " + quoted(name) + " is there twice. Send it once.", wrong);
    return true;
  }
  bool on_string_part(string_view part, std::size_t, error_code&) { return take(part); }
  bool on_string(string_view part, std::size_t, error_code& wrong) {
    take(part);
    if (taken.find('\0') != std::string::npos) return refuse("A text holds the character NUL. Leave it out.", wrong);
    return plain(Json::Kind::text, std::exchange(taken, {}));
  }
  bool on_number_part(string_view part, error_code&) { return take(part); }
  bool on_int64(std::int64_t, string_view digits, error_code&) { return number(digits); }
  bool on_uint64(std::uint64_t, string_view digits, error_code&) { return number(digits); }
  bool on_double(double, string_view digits, error_code&) { return number(digits); }
  bool on_bool(bool yes, error_code&) { return plain(Json::Kind::yes_or_no, yes ? "true" : "false"); }
  bool on_null(error_code&) { return plain(Json::Kind::nothing, {}); }
  bool on_comment_part(string_view, error_code&) { return true; }
  bool on_comment(string_view, error_code&) { return true; }
};

std::string place_of(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, std::min(at, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const auto from = before.rfind('\n');
  return "line " + std::to_string(line) + ", character " + std::to_string(before.size() - (from == before.npos ? 0 : from + 1) + 1);
}

}  // namespace

const Json* Json::find(std::string_view name) const {
  for (const auto& [known, value] : fields)
    if (known == name) return &value;
  return nullptr;
}

Verdict<Json> read_json(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = deepest;
  boost::json::basic_parser<Builder> parser(options);
  error_code wrong;
  const auto read = parser.write_some(false, text.data(), text.size(), wrong);
  if (!wrong && read == text.size()) return std::move(parser.handler().root);
  Refusals no;
  if (const auto& fault = parser.handler().fault; !fault.empty()) no.add("", fault);
  else no.add("", "This cannot be read as JSON from " + place_of(text, read) + ". Check the commas, quotes and brackets there.");
  return no;
}

}  // namespace kit
