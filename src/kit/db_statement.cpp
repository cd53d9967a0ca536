#include "kit/db_statement.h"

#include <soci/sqlite3/soci-sqlite3.h>

namespace kit {
namespace {

char type_of(const Bound& value) { return "nirt"[value.index()]; }

}  // namespace

struct Statement::Using {
  explicit Using(Statement& of) : of_(of) { of_.in_use_ = true; }
  ~Using() {
    of_.rewind();
    of_.in_use_ = false;
  }
  Statement& of_;
};

Statement::Statement(soci::session& session, Engine engine, const std::string& text, const Values& values,
                     Columns columns)
    : statement_(session), engine_(engine), text_(text), columns_(columns) {
  for (const auto& value : values) values_.push_back({std::string(value.name), type_of(value.value)});
  for (char type : columns) read_.push_back({{}, type});
  bind();
  statement_.alloc();
  statement_.prepare(text_);
  statement_.define_and_bind();
}

void Statement::bind() {
  for (auto& place : values_) {
    if (place.type == 'i') statement_.exchange(soci::use(place.integer, place.state, place.name));
    else if (place.type == 'r') statement_.exchange(soci::use(place.real, place.state, place.name));
    else statement_.exchange(soci::use(place.text, place.state, place.name));
  }
  for (auto& place : read_) {
    if (place.type == 'i') statement_.exchange(soci::into(place.integer, place.state));
    else if (place.type == 'r') statement_.exchange(soci::into(place.real, place.state));
    else statement_.exchange(soci::into(place.text, place.state));
  }
}

bool Statement::fits(const Values& values, Columns columns) const {
  if (columns != columns_ || values.size() != values_.size()) return false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const char type = type_of(values[i].value);
    if (values[i].name != values_[i].name || (type != 'n' && type != values_[i].type)) return false;
  }
  return true;
}

void Statement::take_in(const Values& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto& place = values_[i];
    const auto& bound = values[i].value;
    place.state = bound.index() == 0 ? soci::i_null : soci::i_ok;
    if (auto* integer = std::get_if<std::int64_t>(&bound)) place.integer = *integer;
    if (auto* real = std::get_if<double>(&bound)) place.real = *real;
    if (auto* text = std::get_if<std::string>(&bound)) place.text = *text;
  }
}

bool Statement::start(const Values& values) {
  take_in(values);
  return statement_.execute(true);
}

// SQLite keeps its view of the database until a statement is read to its end or reset.
void Statement::rewind() {
  if (engine_ != Engine::sqlite) return;
  sqlite_api::sqlite3_reset(static_cast<soci::sqlite3_statement_backend*>(statement_.get_backend())->stmt_);
}

void Statement::each(const Values& values, const std::function<void(const Row&)>& each) {
  Using now(*this);
  for (bool more = start(values); more; more = statement_.fetch()) each(*this);
}

bool Statement::first(const Values& values, const std::function<void(const Row&)>& first) {
  Using now(*this);
  const bool found = start(values);
  if (found) first(*this);
  return found;
}

std::int64_t Statement::run(const Values& values) {
  Using now(*this);
  start(values);
  return statement_.get_affected_rows();
}

const Statement::Place& Statement::column(std::size_t number, char type) const {
  demand(number < read_.size(), "A column is read that the query does not have.");
  const auto& place = read_[number];
  demand(place.type == type, "A column is read as another type than the query was given.");
  if (place.state == soci::i_null)
    throw Failure("A column that should hold something is empty: " + std::to_string(number));
  return place;
}

bool Statement::is_null(std::size_t number) const {
  demand(number < read_.size(), "A column is read that the query does not have.");
  return read_[number].state == soci::i_null;
}

std::int64_t Statement::integer(std::size_t number) const { return column(number, 'i').integer; }
double Statement::real(std::size_t number) const { return column(number, 'r').real; }
const std::string& Statement::text(std::size_t number) const { return column(number, 't').text; }

}  // namespace kit
