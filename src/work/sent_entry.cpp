#include "work/sent_entry.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "kit/json.h"
#include "kit/quote.h"

namespace work {
namespace {

using collect::Typed;
using kit::Json;

constexpr std::size_t most_figures = 1'000;
constexpr std::string_view known_fields =
    "indicator, period, value, numerator, denominator, deviation, state, note, next, back_on, expected_on, provisional, reason, reasons, edition and key";

// Fields that are text, and those that may as well be a number.
struct TextField {
  std::string_view name;
  std::string Typed::* into;
  bool may_be_number;
};
constexpr std::array text_fields = {
    TextField{"value", &Typed::value, true},         TextField{"numerator", &Typed::numerator, true},
    TextField{"denominator", &Typed::denominator, true}, TextField{"deviation", &Typed::deviation, true},
    TextField{"state", &Typed::state, false},
    TextField{"note", &Typed::note, false},          TextField{"next", &Typed::next, false},
    TextField{"back_on", &Typed::back_on, false},    TextField{"expected_on", &Typed::expected_on, false},
    TextField{"reason", &Typed::reason, false},
};

std::string shown(const Json& json) {
  if (json.is_plain()) return json.text;
  return json.kind == Json::Kind::nothing ? "null" : json.kind == Json::Kind::list ? "a list" : "an object";
}

class ReadingOne {
 public:
  ReadingOne(std::size_t item, const std::string& key, std::vector<SentFault>& faults) : item_(item), faults_(faults) { sent_.key = key; }

  SentEntry read(const Json& json) {
    if (json.kind != Json::Kind::object) {
      refuse("", shown(json), "Send an object with indicator, period and the figure.");
      return sent_;
    }
    for (const auto* first : {"indicator", "period"})
      if (const auto* field = json.find(first))
        take_text(first, *field, first == std::string_view("indicator") ? sent_.indicator : sent_.period, false);
    for (const auto& [name, value] : json.fields) take(name, value);
    if (sent_.indicator.empty()) refuse("indicator", "", "Send the indicator's code, such as \"BBF07\".");
    if (sent_.period.empty()) refuse("period", "", "Send the period, such as \"2025-26-q1\" or \"2025-04-01/P3M\".");
    return sent_;
  }

 private:
  void refuse(std::string field, std::string found, std::string what) {
    faults_.push_back({item_, sent_.indicator, sent_.period, std::move(field), std::move(found), std::move(what)});
  }

  void take_text(std::string_view name, const Json& value, std::string& into, bool may_be_number) {
    if (value.kind == Json::Kind::nothing) return;
    if (value.kind == Json::Kind::text || (may_be_number && value.kind == Json::Kind::number)) into = value.text;
    else refuse(std::string(name), shown(value), may_be_number ? "Send a number, or a text with one." : "Send a text, between quotes.");
  }

  void take(const std::string& name, const Json& value) {
    if (name == "indicator" || name == "period") return;
    const auto text = std::ranges::find(text_fields, name, &TextField::name);
    if (text != text_fields.end()) return take_text(name, value, sent_.typed.*(text->into), text->may_be_number);
    if (name == "key") return take_key(value);
    if (name == "edition") return take_edition(value);
    if (name == "provisional") return take_provisional(value);
    if (name == "reasons") return take_reasons(value);
    refuse(name, shown(value), "There is no such field. The fields are " + std::string(known_fields) + ".");
  }

  void take_key(const Json& value) {
    take_text("key", value, sent_.key, false);
    if (sent_.key.size() > 200) refuse("key", kit::quoted(sent_.key), "Use at most 200 characters.");
  }

  void take_edition(const Json& value) {
    if (value.kind == Json::Kind::nothing) return;
    std::int32_t edition = -1;
    const auto [end, error] = std::from_chars(value.text.data(), value.text.data() + value.text.size(), edition);
    const bool well = value.kind == Json::Kind::number && error == std::errc() &&
                      end == value.text.data() + value.text.size() && edition >= 0;
    if (well) sent_.edition = edition;
    else
      refuse(
          "edition", shown(value),
          "Send the whole number of the edition that you know of, as GET /api/entries gives it; 0 when nothing has been entered.");
  }

  void take_provisional(const Json& value) {
    if (value.kind == Json::Kind::yes_or_no) sent_.typed.standing = value.text == "true" ? "provisional" : "";
    else if (value.kind != Json::Kind::nothing) refuse("provisional", shown(value), "Send true or false.");
  }

  void take_reasons(const Json& value) {
    if (value.kind == Json::Kind::nothing) return;
    if (value.kind != Json::Kind::object)
      return refuse("reasons", shown(value), "Send an object: the code of each warning with its reason.");
    for (const auto& [code, reason] : value.fields)
      take_text("reasons." + code, reason, sent_.typed.reasons.emplace_back(code, "").second, false);
  }

  std::size_t item_;
  std::vector<SentFault>& faults_;
  SentEntry sent_;
};

}  // namespace

Sent read_sent(const std::string& body, const std::string& key) {
  Sent sent;
  const auto refuse = [&](std::string what) { sent.faults.push_back({0, {}, {}, {}, {}, std::move(what)}); };
  if (body.empty()) return refuse("Nothing was sent that can be read. Send JSON, with the header Content-Type: application/json."), sent;
  const auto json = kit::read_json(body);
  if (!json) return refuse(json.refusals().all().front().sentence), sent;
  const auto* list = json->find("figures");
  const bool is_wrapped = list && list->kind == Json::Kind::list;
  if (is_wrapped && json->fields.size() > 1)
    return refuse(
               "Beside “figures” there is another field. Send the list of figures alone; key and edition belong to each figure."),
           sent;
  const std::vector<Json> one = {*json};
  const auto& all = is_wrapped ? list->items : json->kind == Json::Kind::list ? json->items : one;
  if (all.empty()) return refuse("The list is empty. Send at least one figure."), sent;
  if (all.size() > most_figures) return refuse("There are " + std::to_string(all.size()) + " figures. Send at most 1,000 at a time."), sent;
  for (std::size_t i = 0; i < all.size(); ++i) sent.entries.push_back(ReadingOne(i, key, sent.faults).read(all[i]));
  return sent;
}

SentFault fault_of(const SentEntry& sent, std::size_t item, std::string_view field, std::string_view sentence) {
  SentFault fault{item, sent.indicator, sent.period, std::string(field), {}, std::string(sentence)};
  const auto text = std::ranges::find(text_fields, field, &TextField::name);
  if (text != text_fields.end()) fault.found = sent.typed.*(text->into);
  if (field == "key") fault.found = sent.key;
  if (!field.starts_with("reason-")) return fault;
  fault.field = "reasons." + std::string(field.substr(7));
  for (const auto& [code, reason] : sent.typed.reasons)
    if (code == field.substr(7)) fault.found = reason;
  return fault;
}

}  // namespace work
