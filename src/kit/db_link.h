// One connection to the database, of either engine: transactions, prepared statements by query, many rows at once.
// Only kit/db.cpp and the two engines see it.
#pragma once
#include <soci/soci.h>

#include <map>
#include <memory>
#include <string>

#include "kit/db.h"
#include "kit/db_statement.h"

namespace kit {

class Link {
 public:
  explicit Link(Engine engine) : engine_(engine) {}
  virtual ~Link() = default;

  Engine engine() const { return engine_; }
  virtual bool is_alive() = 0;
  virtual void begin_reading() = 0;  // sees one state of the whole database until the end
  virtual void begin_writing() = 0;  // alone: waits for other writers
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;
  virtual void run_script(const std::string& text) = 0;  // several statements, nothing bound

  void each(const Query& query, const Values& values, Columns columns, const std::function<void(const Row&)>& each);
  std::optional<std::int64_t> number(const Query& query, const Values& values);
  std::int64_t run(const Query& query, const Values& values);
  void prepare(const Query& query);
  virtual std::int64_t run_many(const Query& query, const std::function<bool(std::vector<Bound>&)>& next) = 0;

 protected:
  // Turns an error of the engine into one of ours. The message names the query, never a value.
  [[noreturn]] virtual void fail(const soci::soci_error& error, std::string_view doing) = 0;
  void forget_statements() { statements_.clear(); }

  soci::session session_;

 private:
  template <class Work>
  void with(const Query& query, const Values& values, Columns columns, const Work& work);

  Engine engine_;
  std::map<std::string, std::unique_ptr<Statement>, std::less<>> statements_;
};

// A connection on which several write one transaction, each a part of it.
class PartedLink : public Link {
 public:
  using Link::Link;
  virtual bool is_open() = 0;     // a transaction goes on; an error can have ended it
  virtual void begin_part() = 0;  // within a transaction
  virtual void keep_part() = 0;
  virtual void drop_part() noexcept = 0;
  virtual bool has_much_to_take_over() = 0;  // from the write-ahead log into the database
  virtual void take_over() noexcept = 0;     // outside of a transaction, and not needed for what was committed to last
};

// The text that an engine gets of a query.
inline std::string_view text_for(Engine engine, const Query& query) {
  return engine == Engine::postgres && !query.postgres.empty() ? query.postgres : query.text;
}

std::unique_ptr<Link> open_sqlite_reader(const std::string& path);
std::unique_ptr<PartedLink> open_sqlite_writer(const std::string& path);
std::unique_ptr<Link> open_postgres(const std::string& address);

// Brings the schema forward, one transaction a migration. Refuses a database that a later Goldenthread has written.
void migrate(Link& writer, const std::vector<Migration>& migrations, const std::function<void(int)>& before_changing);

}  // namespace kit
