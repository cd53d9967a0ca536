#include "kit/tell.h"

#include <charconv>
#include <cmath>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "kit/utf8.h"

namespace kit {
namespace {

void quoted_into(std::string& out, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  const bool readable = is_text(text);
  out += '"';
  for (const unsigned char c : text) {
    if (c == '"' || c == '\\') {
      out += {'\\', static_cast<char>(c)};
    } else if (c == '\n') {
      out += "\\n";
    } else if (c < 32 || c == 127) {
      out += "\\u00";
      out += {digits[c >> 4], digits[c & 15]};
    } else if (c > 127 && !readable) {
      out += "\\ufffd";  // bytes that are no text never leave as if they were
    } else {
      out += static_cast<char>(c);
    }
  }
  out += '"';
}

class Json final : public Telling {
 public:
  std::string out;

  void name(std::string_view name) override {
    separate();
    quoted_into(out, name);
    out += ':';
    named_ = true;
  }
  void nothing() override { value("null"); }
  void no_view() override { value("null"); }
  void text(std::string_view text) override {
    separate();
    quoted_into(out, text);
  }
  void number(std::string_view digits) override { value(digits); }
  void yes_or_no(bool yes) override { value(yes ? "true" : "false"); }
  void begin_view() override { begin('{'); }
  void end_view() override { end('}'); }
  void begin_list(ListOf) override { begin('['); }
  void end_list() override { end(']'); }

 private:
  // A comma before everything but the first in its brackets and what follows a name.
  void separate() {
    if (!named_ && !first_) out += ',';
    named_ = first_ = false;
  }
  void value(std::string_view told) {
    separate();
    out += told;
  }
  void begin(char bracket) {
    separate();
    out += bracket;
    first_ = true;
  }
  void end(char bracket) {
    out += bracket;
    first_ = false;
  }
  bool first_ = true, named_ = false;
};

// A view as it was told, to be laid out as a table once all of it is known.
struct Told {
  enum class Kind { nothing, text, number, view, list, rows } kind = Kind::nothing;
  std::string name, value;
  std::vector<Told> inside;

  bool is_plain() const { return kind == Kind::nothing || kind == Kind::text || kind == Kind::number; }
};

// Gives each row of the view's main list as soon as it is told and lets go of it; a view without one is a row itself.
class Rows final : public Telling {
 public:
  enum class First { is_kept, is_passed_over };  // the empty one, told for its columns
  Rows(First first, std::function<void(const Told& row)> take) : take_(std::move(take)), keeps_first_(first == First::is_kept) {}

  // Once the view is told.
  void finish() const {
    if (!has_rows_) take_(root_);
  }

  void name(std::string_view name) override { name_ = name; }
  void nothing() override { add(Told::Kind::nothing, {}); }
  void no_view() override { add(Told::Kind::view, {}); }
  bool wants_an_empty_row() const override { return true; }
  void text(std::string_view text) override { add(Told::Kind::text, text); }
  void number(std::string_view digits) override { add(Told::Kind::number, digits); }
  void yes_or_no(bool yes) override { add(Told::Kind::text, yes ? "true" : "false"); }
  void begin_view() override { begin(Told::Kind::view); }
  void end_view() override {
    open_.pop_back();
    if (open_.size() != 2 || open_.back() != rows_) return;
    if (!std::exchange(is_first_, false) || keeps_first_) take_(rows_->inside.back());
    rows_->inside.clear();
  }
  void begin_list(ListOf what) override {
    begin(what == ListOf::rows ? Told::Kind::rows : Told::Kind::list);
    if (what != ListOf::rows || open_.size() != 2 || has_rows_) return;
    has_rows_ = true;
    rows_ = open_.back();
  }
  void end_list() override {
    if (open_.back() == rows_) rows_ = nullptr;
    open_.pop_back();
  }

 private:
  Told& add(Told::Kind kind, std::string_view value) {
    open_.back()->inside.push_back({kind, std::exchange(name_, {}), std::string(value), {}});
    return open_.back()->inside.back();
  }
  // A thing that is open is the last of its parent, which grows no further until it is closed: the address holds.
  void begin(Told::Kind kind) {
    if (open_.empty()) {
      root_.kind = kind;
      open_.push_back(&root_);
    } else {
      open_.push_back(&add(kind, {}));
    }
  }
  std::function<void(const Told&)> take_;
  Told root_;
  std::vector<Told*> open_;
  std::string name_;
  Told* rows_ = nullptr;  // while it is open
  bool has_rows_ = false, keeps_first_, is_first_ = true;
};

// Told twice: for the names of all columns, and then row by row, so that no more than one row is held beside what is written.
class Table {
 public:
  using Row = std::vector<Told>;

  Row laid_out(const Told& view) {
    Row row(columns_.size());
    lay_out(row, view, {});
    return row;
  }
  void write_names(std::string& out, For whom) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) out += ',';
      CsvWriter(out, whom).cell(columns_[i]);
    }
    out += "\r\n";
  }
  // Numbers are written as they are: only text can be taken for a formula.
  void write_row(std::string& out, const Row& row, For whom) const {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) out += ',';
      if (i >= row.size()) continue;
      if (row[i].kind == Told::Kind::text) CsvWriter(out, whom).cell(row[i].value);
      if (row[i].kind == Told::Kind::number) out += row[i].value;
    }
    out += "\r\n";
  }

 private:

  void lay_out(Row& row, const Told& view, const std::string& prefix) {
    if (view.is_plain()) cell(row, "value") = view;
    for (const auto& one : view.inside) {
      if (one.is_plain()) cell(row, prefix + one.name) = one;
      if (one.kind == Told::Kind::view) lay_out(row, one, prefix + one.name + "_");
      if (one.kind == Told::Kind::list) cell(row, prefix + one.name) = joined(one);
    }
  }

  static Told joined(const Told& list) {
    Told out{Told::Kind::text, list.name, {}, {}};
    for (const auto& one : list.inside) {
      if (!out.value.empty()) out.value += ' ';
      out.value += one.value;
    }
    return out;
  }

  Told& cell(Row& row, const std::string& column) {
    const auto [at, is_new] = places_.try_emplace(column, columns_.size());
    if (is_new) columns_.push_back(column);
    if (row.size() < columns_.size()) row.resize(columns_.size());
    return row[at->second];
  }

  std::vector<std::string> columns_;
  std::unordered_map<std::string, std::size_t> places_;
};

void each_row(Tell tell, const void* view, Rows::First first, std::function<void(const Told&)> take) {
  Rows rows(first, std::move(take));
  Teller teller(rows);
  tell(teller, view);
  rows.finish();
}

}  // namespace

void tell_value(Telling& telling, std::string_view text) { telling.text(text); }
void tell_value(Telling& telling, bool yes) { telling.yes_or_no(yes); }
void tell_value(Telling& telling, Decimal number) { telling.number(number.text()); }
void tell_value(Telling& telling, Date date) { telling.text(date.iso()); }
void tell_value(Telling& telling, Moment moment) { telling.text(moment.iso()); }

void tell_value(Telling& telling, std::int64_t number) {
  char digits[24];
  telling.number({digits, std::to_chars(digits, digits + sizeof digits, number).ptr});
}

void tell_value(Telling& telling, double number) {
  if (!std::isfinite(number)) return telling.nothing();
  if (number == 0) number = 0;  // no "-0"
  char digits[32];
  telling.number({digits, std::to_chars(digits, digits + sizeof digits, number).ptr});
}

std::string told_as_json(Tell tell, const void* view) {
  Json json;
  Teller teller(json);
  tell(teller, view);
  json.out += '\n';
  return std::move(json.out);
}

std::string told_as_csv(Tell tell, const void* view, For whom) {
  Table table;
  each_row(tell, view, Rows::First::is_kept, [&](const Told& row) { table.laid_out(row); });
  std::string out;
  table.write_names(out, whom);
  each_row(tell, view, Rows::First::is_passed_over, [&](const Told& row) { table.write_row(out, table.laid_out(row), whom); });
  return out;
}

}  // namespace kit
