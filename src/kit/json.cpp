#include "kit/json.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <optional>
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

// Packs what stands in the fields named, and builds the tree of the rest.
struct Packer : Builder {
  const std::vector<std::string_view>* packed = nullptr;
  std::vector<NumberNest> nests;
  std::size_t open_lists = 0;            // of the nest being packed; 0: none is
  std::optional<std::size_t> numbers_at; // the level whose lists hold its numbers

  bool is_packed() const {
    return open_lists == 0 && open.back()->kind == Json::Kind::object &&
           std::ranges::find(*packed, name) != packed->end();
  }
  bool no_number(error_code& wrong) {
    return refuse("Among coordinates stands something that is no number. Only numbers in lists belong there.", wrong);
  }

  bool on_array_begin(error_code& wrong) {
    if (is_packed()) {
      plain(Json::Kind::number, std::to_string(nests.size()));
      nests.emplace_back();
      numbers_at.reset();
    } else if (open_lists == 0) {
      return Builder::on_array_begin(wrong);
    }
    auto& ends = nests.back().ends;
    if (numbers_at && *numbers_at < open_lists) return no_number(wrong);
    if (ends.size() == open_lists) ends.emplace_back();
    ++open_lists;
    return true;
  }
  bool on_array_end(std::size_t count, error_code& wrong) {
    if (open_lists == 0) return Builder::on_array_end(count, wrong);
    auto& nest = nests.back();
    const auto level = --open_lists;
    const auto inside = numbers_at == level ? nest.numbers.size() : level + 1 < nest.ends.size() ? nest.ends[level + 1].size() : 0;
    nest.ends[level].push_back(static_cast<std::uint32_t>(inside));
    return true;
  }
  bool packs(double value, error_code& wrong) {
    const auto level = open_lists - 1;
    if (numbers_at.value_or(level) != level || nests.back().ends.size() != open_lists) return no_number(wrong);
    numbers_at = level;
    nests.back().numbers.push_back(value);
    return taken.clear(), true;
  }
  bool counts(double value, string_view digits, error_code& wrong) {
    return open_lists ? packs(value, wrong) : is_packed() ? no_number(wrong) : number(digits);
  }
  bool on_int64(std::int64_t value, string_view digits, error_code& wrong) { return counts(static_cast<double>(value), digits, wrong); }
  bool on_uint64(std::uint64_t value, string_view digits, error_code& wrong) { return counts(static_cast<double>(value), digits, wrong); }
  bool on_double(double value, string_view digits, error_code& wrong) { return counts(value, digits, wrong); }
  bool on_object_begin(error_code& wrong) { return open_lists ? no_number(wrong) : Builder::on_object_begin(wrong); }
  bool on_string(string_view part, std::size_t size, error_code& wrong) {
    return open_lists ? no_number(wrong) : Builder::on_string(part, size, wrong);
  }
  bool on_bool(bool yes, error_code& wrong) { return open_lists ? no_number(wrong) : Builder::on_bool(yes, wrong); }
  bool on_null(error_code& wrong) { return open_lists ? no_number(wrong) : Builder::on_null(wrong); }
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

namespace {

// Nothing when it was read to its end.
template <class Taker>
Refusals why_not_read(boost::json::basic_parser<Taker>& parser, std::string_view text) {
  error_code wrong;
  const auto read = parser.write_some(false, text.data(), text.size(), wrong);
  Refusals no;
  if (!wrong && read == text.size()) return no;
  if (const auto& fault = parser.handler().fault; !fault.empty()) no.add("", fault);
  else no.add("", "This cannot be read as JSON from " + place_of(text, read) + ". Check the commas, quotes and brackets there.");
  return no;
}

boost::json::parse_options as_we_read() {
  boost::json::parse_options options;
  options.max_depth = deepest;
  return options;
}

}  // namespace

Verdict<Json> read_json(std::string_view text) {
  boost::json::basic_parser<Builder> parser(as_we_read());
  if (const auto no = why_not_read(parser, text); no.any()) return no;
  return std::move(parser.handler().root);
}

Verdict<PackedJson> read_json(std::string_view text, const std::vector<std::string_view>& packed) {
  boost::json::basic_parser<Packer> parser(as_we_read());
  parser.handler().packed = &packed;
  if (const auto no = why_not_read(parser, text); no.any()) return no;
  return PackedJson{std::move(parser.handler().root), std::move(parser.handler().nests)};
}

}  // namespace kit
