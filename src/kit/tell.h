// One view, three tellings. A page's view lists its fields once, in `describe`; the page's HTML, its .json and its .csv come
// from that list, so page and API cannot drift apart. Found by argument, beside the view:
//
//   template <class Teller> void describe(Teller& t, const Board& board) {
//     t.field("period", board.period);            // text, number, bool, Decimal, Date, Moment, or an optional of these
//     t.part("counts", board.counts);             // a view within the view
//     t.list("reasons", board.reasons);           // a list of views or of plain values
//     t.rows("indicators", board.indicators);     // the view's main list: what its CSV is
//   }
#pragma once
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kit/csv.h"
#include "kit/decimal.h"
#include "kit/moment.h"

namespace kit {

// What is told, whatever the telling: names, values, and where a view or a list begins and ends.
class Telling {
 public:
  virtual ~Telling() = default;
  virtual void name(std::string_view name) = 0;
  virtual void nothing() = 0;
  virtual void no_view() = 0;  // where a view could have stood
  virtual void text(std::string_view text) = 0;
  virtual void number(std::string_view digits) = 0;  // as it is written in JSON
  virtual void yes_or_no(bool yes) = 0;
  virtual void begin_view() = 0;
  virtual void end_view() = 0;
  enum class ListOf { anything, rows };
  virtual void begin_list(ListOf what) = 0;
  virtual void end_list() = 0;
  // Whether an empty row shall be told before the rows, so that even a table without rows has its columns.
  virtual bool wants_an_empty_row() const { return false; }
};

void tell_value(Telling& telling, std::string_view text);
void tell_value(Telling& telling, bool yes);
void tell_value(Telling& telling, std::int64_t number);
void tell_value(Telling& telling, double number);  // the shortest text that reads back the same; not a number is nothing
void tell_value(Telling& telling, Decimal number);
void tell_value(Telling& telling, Date date);
void tell_value(Telling& telling, Moment moment);
inline void tell_value(Telling& telling, const char* text) { tell_value(telling, std::string_view(text)); }
inline void tell_value(Telling& telling, const std::string& text) { tell_value(telling, std::string_view(text)); }
template <std::integral Number>
void tell_value(Telling& telling, Number number) {
  tell_value(telling, static_cast<std::int64_t>(number));
}

template <class Value>
concept Plain = requires(Telling& telling, const Value& value) { tell_value(telling, value); };

class Teller {
 public:
  explicit Teller(Telling& telling) : telling_(telling) {}

  template <Plain Value>
  void field(std::string_view name, const Value& value) {
    telling_.name(name);
    tell_value(telling_, value);
  }
  template <Plain Value>
  void field(std::string_view name, const std::optional<Value>& value) {
    telling_.name(name);
    value ? tell_value(telling_, *value) : telling_.nothing();
  }
  template <class View>
  void part(std::string_view name, const View& view) {
    telling_.name(name);
    whole(view);
  }
  template <class View>
  void part(std::string_view name, const std::optional<View>& view) {
    telling_.name(name);
    view ? whole(*view) : telling_.no_view();
  }
  template <class List>
  void list(std::string_view name, const List& list) { each(name, list, Telling::ListOf::anything); }
  template <class List>
    requires(!Plain<typename List::value_type>)
  void rows(std::string_view name, const List& list) { each(name, list, Telling::ListOf::rows); }

  template <class View>
  void whole(const View& view) {
    telling_.begin_view();
    describe(*this, view);
    telling_.end_view();
  }

 private:
  template <class List>
  void each(std::string_view name, const List& list, Telling::ListOf what) {
    telling_.name(name);
    telling_.begin_list(what);
    using One = std::decay_t<decltype(*list.begin())>;
    if constexpr (!Plain<One>) {  // a row is a view: what is plain has no columns
      if (what == Telling::ListOf::rows && telling_.wants_an_empty_row()) whole(One{});
    }
    for (const auto& one : list) {
      if constexpr (Plain<One>) tell_value(telling_, one);
      else whole(one);
    }
    telling_.end_list();
  }
  Telling& telling_;
};

using Tell = void (*)(Teller&, const void* view);
std::string told_as_json(Tell tell, const void* view);
std::string told_as_csv(Tell tell, const void* view, For whom);

template <class View>
std::string told_as_json(const View& view) {
  return told_as_json([](Teller& teller, const void* one) { teller.whole(*static_cast<const View*>(one)); }, &view);
}

// The view's rows as a table, a column for each plain field of a row; a part's fields become "part_field", a list of plain
// values one cell with spaces between. A view without rows is a table of one row: itself.
template <class View>
std::string told_as_csv(const View& view, For whom = For::people) {
  return told_as_csv([](Teller& teller, const void* one) { teller.whole(*static_cast<const View*>(one)); }, &view, whom);
}

}  // namespace kit
