// Writing and reading by one list of fields: `each_field` names them once, for kit::Teller, which writes, and for Reading, which
// reads what was written. What the two do differently stands here, in pairs, and nowhere else. Inside the folder only.
#pragma once
#include <charconv>
#include <concepts>
#include <limits>

#include "kit/json.h"
#include "kit/tell.h"

namespace report {

// Of one object of JSON. What is missing or of another sort is a fault, told once for the whole.
class Reading {
 public:
  Reading(const kit::Json& from, std::string& fault) : from_(from), fault_(fault) {}

  const kit::Json* find(std::string_view name, kit::Json::Kind kind) {
    const auto* found = from_.find(name);
    if (found && found->kind == kind) return found;
    if (fault_.empty()) fault_ = "The field " + std::string(name) + " is missing or is of another sort.";
    return nullptr;
  }
  const kit::Json* find(std::string_view name) const { return from_.find(name); }
  std::string& fault() { return fault_; }

 private:
  const kit::Json& from_;
  std::string& fault_;
};

template <class View, class Like>
concept Is = std::same_as<std::remove_cvref_t<View>, Like>;

inline double number_of(const kit::Json& json) {
  double number = std::numeric_limits<double>::quiet_NaN();
  if (json.kind == kit::Json::Kind::number) std::from_chars(json.text.data(), json.text.data() + json.text.size(), number);
  return number;
}

// -- one field ---------------------------------------------------------------------------------------------------

template <kit::Plain Value>
void tell(kit::Teller& t, std::string_view name, const Value& value) { t.field(name, value); }
inline void tell(kit::Teller& t, std::string_view name, const std::optional<double>& value) { t.field(name, value); }

inline void tell(Reading& r, std::string_view name, std::string& text) {
  if (const auto* found = r.find(name, kit::Json::Kind::text)) text = found->text;
}
template <std::integral Number>
  requires(!std::same_as<Number, bool>)
void tell(Reading& r, std::string_view name, Number& number) {
    if (const auto* found = r.find(name, kit::Json::Kind::number))
      std::from_chars(found->text.data(), found->text.data() + found->text.size(), number);
}
inline void tell(Reading& r, std::string_view name, bool& yes) {
  if (const auto* found = r.find(name, kit::Json::Kind::yes_or_no)) yes = found->text == "true";
}
inline void tell(Reading& r, std::string_view name, double& value) {
  if (const auto* found = r.find(name, kit::Json::Kind::number)) value = number_of(*found);
}
inline void tell(Reading& r, std::string_view name, std::optional<double>& value) {
  const auto* found = r.find(name);
  if (found && found->kind == kit::Json::Kind::number) value = number_of(*found);
}

// A value that is told as text. `read` answers nothing for what it does not know; the value then stays as it was.
template <class Value>
struct AsText {
  std::string (*write)(const Value&);
  std::optional<Value> (*read)(std::string_view);
};
template <class Value>
void tell_as(kit::Teller& t, std::string_view name, const Value& value, const AsText<Value>& as) { t.field(name, as.write(value)); }
template <class Value>
void tell_as(Reading& r, std::string_view name, Value& value, const AsText<Value>& as) {
  std::string text;
  tell(r, name, text);
  value = as.read(text).value_or(value);
}

// -- lists -------------------------------------------------------------------------------------------------------

// Numbers with gaps between.
inline void tell(kit::Teller& t, std::string_view name, const std::vector<std::optional<double>>& all) {
  std::vector<double> told;
  for (const auto& one : all) told.push_back(one.value_or(std::numeric_limits<double>::quiet_NaN()));
  t.list(name, told);
}
inline void tell(Reading& r, std::string_view name, std::vector<std::optional<double>>& all) {
  if (const auto* found = r.find(name, kit::Json::Kind::list))
    for (const auto& item : found->items)
      all.push_back(item.kind == kit::Json::Kind::number ? std::optional(number_of(item)) : std::nullopt);
}
inline void tell(kit::Teller& t, std::string_view name, const std::vector<std::string>& all) { t.list(name, all); }
inline void tell(Reading& r, std::string_view name, std::vector<std::string>& all) {
  if (const auto* found = r.find(name, kit::Json::Kind::list))
    for (const auto& item : found->items) all.push_back(item.text);
}

// What is not there is not written, since most have none of it; and where it was not written nothing is read.
template <class Value>
void tell_if_any(kit::Teller& t, std::string_view name, const Value& value) {
  if (value != Value{}) tell(t, name, value);
}
template <class Value>
void tell_if_any(Reading& r, std::string_view name, Value& value) {
  if (r.find(name)) tell(r, name, value);
}

// -- views -------------------------------------------------------------------------------------------------------

template <class View>
View read_view(Reading& r, const kit::Json& json) {
  View view;
  Reading inside(json, r.fault());
  each_field(inside, view);
  return view;
}
template <class View>
void tell_part(kit::Teller& t, std::string_view name, const View& view) { t.part(name, view); }
template <class View>
void tell_part(Reading& r, std::string_view name, View& view) {
  if (const auto* found = r.find(name, kit::Json::Kind::object)) view = read_view<View>(r, *found);
}
template <class View>
void tell_list(kit::Teller& t, std::string_view name, const std::vector<View>& all) { t.list(name, all); }
template <class View>
void tell_list(Reading& r, std::string_view name, std::vector<View>& all) {
  if (const auto* found = r.find(name, kit::Json::Kind::list))
    for (const auto& item : found->items) all.push_back(read_view<View>(r, item));
}
template <class View>
void tell_list_if_any(kit::Teller& t, std::string_view name, const std::vector<View>& all) {
  if (!all.empty()) tell_list(t, name, all);
}
template <class View>
void tell_list_if_any(Reading& r, std::string_view name, std::vector<View>& all) {
  if (r.find(name)) tell_list(r, name, all);
}

// Told as a list; the rows of it are what a table of the whole holds.
template <class View>
void tell_facts(kit::Teller& t, std::string_view name, const std::vector<View>& all) { t.rows(name, all); }
template <class View>
void tell_facts(Reading& r, std::string_view name, std::vector<View>& all) { tell_list(r, name, all); }

// What has no names of its own for its fields is told as a view that has: made of it, and turned into it again.
template <class View, class Thing>
void tell_list_as(kit::Teller& t, std::string_view name, const std::vector<Thing>& all) {
  t.list(name, std::vector<View>(all.begin(), all.end()));
}
template <class View, class Thing>
void tell_list_as(Reading& r, std::string_view name, std::vector<Thing>& all) {
  std::vector<View> told;
  tell_list(r, name, told);
  for (auto& one : told) all.push_back(std::move(one).thing());
}

}  // namespace report
