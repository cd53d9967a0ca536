// The relational store: SQLite in the data folder, or PostgreSQL. One text of SQL for both, every value bound.
// SQLite: WAL, synchronous=FULL, foreign keys, one writer connection that alone checkpoints, a pool of readers.
#pragma once
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "kit/failure.h"
#include "kit/query.h"

namespace kit {

enum class Engine { sqlite, postgres };

// Errors of the database, told apart. Each is a Failure; the message never carries a value that was bound.
struct AlreadyThere : Conflict {  // a unique or primary key refused the row
  using Conflict::Conflict;
};
struct Unsound : Failure {  // a check, not-null or foreign key refused the row
  using Failure::Failure;
};
struct Busy : Failure {  // locked for longer than the busy timeout, or serialisation failed: try again
  using Failure::Failure;
};
struct Full : Failure {  // no room on the disk, or it is read-only
  using Failure::Failure;
};

using Bound = std::variant<std::nullptr_t, std::int64_t, double, std::string>;
struct Value {
  std::string_view name;  // without the colon
  Bound value;
};
using Values = std::vector<Value>;

template <class T>
Bound nullable(const std::optional<T>& value) {
  if (!value) return nullptr;
  return Bound(*value);
}

// One row being read: columns by position, typed by whoever reads them. Reading a null as a plain value is a Failure.
class Row {
 public:
  virtual ~Row() = default;
  virtual bool is_null(std::size_t column) const = 0;
  virtual std::int64_t integer(std::size_t column) const = 0;
  virtual double real(std::size_t column) const = 0;
  virtual const std::string& text(std::size_t column) const = 0;
  std::optional<std::int64_t> maybe_integer(std::size_t c) const { return is_null(c) ? std::nullopt : std::optional(integer(c)); }
  std::optional<double> maybe_real(std::size_t c) const { return is_null(c) ? std::nullopt : std::optional(real(c)); }
  std::string text_or_empty(std::size_t c) const { return is_null(c) ? std::string() : text(c); }
};

// The types of a query's columns, in order: i integer, r real, t text. "itti" reads four columns.
using Columns = std::string_view;

class Connection;

// A transaction: rolled back unless committed. A reading one sees one state of the whole database throughout.
class Transaction {
 public:
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  // Reads: calls `each` once a row. `columns` types them, so that computed columns do not come as strings.
  void each(const Query& query, const Values& values, Columns columns, const std::function<void(const Row&)>& each);
  std::optional<std::int64_t> number(const Query& query, const Values& values = {});  // first column of the first row
  // Writes: answers how many rows changed.
  std::int64_t run(const Query& query, const Values& values = {});
  // Writes the same statement many times; PostgreSQL gets it through COPY when the query is a plain
  // "insert into TABLE (COLUMNS) values (:a, :b, …)". `next` fills the row, in the order of the columns named, or says no more.
  std::int64_t run_many(const Query& query, const std::function<bool(std::vector<Bound>&)>& next);
  // Prepares without running: a Failure when the engine does not understand it. A test asks this of every query.
  void prepare(const Query& query);
  void commit();  // throws OutcomeUnknown when it cannot be known whether it was kept
  Engine engine() const;

 private:
  friend class OpenDatabase;
  struct Inside;
  explicit Transaction(std::unique_ptr<Inside>);
  std::unique_ptr<Inside> inside_;
};

class Database {
 public:
  // `address`: "postgresql://…", or the path of an SQLite file. Migrates forward; refuses a database from the future.
  static std::unique_ptr<Database> open(const std::string& address);
  // The same with other migrations than the program's own; they must make a table `record` with the numbers `id` and `moves`.
  static std::unique_ptr<Database> open(const std::string& address, const std::vector<Migration>& migrations);
  virtual ~Database() = default;

  virtual Transaction read() = 0;
  virtual Transaction write() = 0;  // one at a time
  // For what is short and saved by many: on SQLite it may share the flush to the disk with others that are saved at the same moment,
  // and `part` may run on the thread of one of them. It is kept when `part` has called commit(), and on the disk when this returns;
  // what fails takes nothing of the others with it. Within `part` nothing else is written, and nobody is waited for.
  virtual void write_together(const std::function<void(Transaction&)>& part) = 0;
  virtual Engine engine() const = 0;
  // The newest record that moved what everybody reads: the version of every page. Cheap enough to ask on each request.
  virtual std::int64_t version() = 0;
};

}  // namespace kit
