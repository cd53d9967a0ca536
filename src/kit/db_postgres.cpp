// PostgreSQL: readers see one snapshot, writers take turns by a lock on the record (reading goes on). A commit that was
// only kept here, not on the standbys, is told as a warning: then nobody knows what a failover will leave.
#include <soci/postgresql/soci-postgresql.h>

#include <charconv>
#include <cstring>

#include "kit/db_link.h"
#include "kit/db_text.h"

namespace kit {
namespace {

using Result = std::unique_ptr<PGresult, void (*)(PGresult*)>;

[[noreturn]] void fail_with(const std::string& state, const std::string& message, std::string_view doing) {
  // Only these messages never carry what was bound: a refused constraint, and our own mistakes in SQL.
  const bool is_safe = state.starts_with("23") || state.starts_with("42") || state.starts_with("08");
  const std::string said = is_safe ? message.substr(0, message.find('\n')) : std::string("refused");
  const std::string sentence = std::string(doing) + ": " + said + " (PostgreSQL " + state + ")";
  if (state == "23505") throw AlreadyThere(sentence);
  if (state.starts_with("23")) throw Unsound(sentence);
  if (state == "40001" || state == "40P01" || state == "55P03") throw Busy(sentence);
  if (state == "53100" || state == "25006") throw Full(sentence);
  throw Failure(sentence);
}

void note_warning(void* warned, const PGresult* notice) {
  const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
  if (severity && std::strcmp(severity, "WARNING") == 0) *static_cast<bool*>(warned) = true;
}

class PostgresLink : public Link {
 public:
  explicit PostgresLink(const std::string& address) : Link(Engine::postgres) {
    try {
      session_.open(*soci::factory_postgresql(), address);
    } catch (const soci::soci_error&) {  // its message may hold the address, and that a password
      throw Failure("PostgreSQL cannot be reached.");
    }
    PQsetNoticeReceiver(raw(), note_warning, &warned_);
    run_script("set lock_timeout = '10s'; set client_encoding = 'UTF8'");
  }
  ~PostgresLink() override { forget_statements(); }

  bool is_alive() override { return PQstatus(raw()) == CONNECTION_OK; }
  void begin_reading() override { execute("begin isolation level repeatable read read only", "begin"); }
  void begin_writing() override {
    execute("begin isolation level read committed", "begin");
    try {
      take_turn();
    } catch (...) {
      roll_back();
      throw;
    }
  }
  void commit() override;
  void roll_back() noexcept override { PQclear(PQexec(raw(), "rollback")); }
  void run_script(const std::string& text) override { execute(text, "migration"); }
  std::int64_t run_many(const Query& query, const std::function<bool(std::vector<Bound>&)>& next) override;

 private:
  PGconn* raw() { return static_cast<soci::postgresql_session_backend*>(session_.get_backend())->conn_; }
  Result execute(const std::string& text, std::string_view doing);
  void take_turn();
  void check(const PGresult* result, std::string_view doing);
  void fail(const soci::soci_error& error, std::string_view doing) override;
  std::int64_t copy(const Insert& insert, const Query& query, const std::function<bool(std::vector<Bound>&)>& next);
  void send(const std::string& rows, std::string_view doing);
  std::int64_t run_each(const Query& query, const std::function<bool(std::vector<Bound>&)>& next);

  bool warned_ = false;
};

void PostgresLink::check(const PGresult* result, std::string_view doing) {
  const auto status = PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN) return;
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  if (!state) throw Failure(std::string(doing) + ": the connection to PostgreSQL was lost");
  fail_with(state, message ? message : "", doing);
}

void PostgresLink::fail(const soci::soci_error& error, std::string_view doing) {
  if (!is_alive()) throw Failure(std::string(doing) + ": the connection to PostgreSQL was lost");
  const auto* ours = dynamic_cast<const soci::postgresql_soci_error*>(&error);
  if (!ours) throw Failure(std::string(doing) + ": " + error.get_error_message());
  std::string message = PQerrorMessage(raw());
  if (message.starts_with("ERROR:")) message.erase(0, message.find_first_not_of(' ', 6));
  fail_with(ours->sqlstate(), message, doing);
}

Result PostgresLink::execute(const std::string& text, std::string_view doing) {
  Result result(PQexec(raw(), text.c_str()), PQclear);
  check(result.get(), doing);
  return result;
}

// One writer at a time, so that numbers can be allocated and the chain of records never forks. Reading goes on
// meanwhile. Before the first migration there is no record to lock, and the table of migrations is locked by whoever
// migrates.
void PostgresLink::take_turn() {
  const Result there = execute("select to_regclass('record') is not null", "begin");
  if (PQgetvalue(there.get(), 0, 0)[0] == 't')
    execute("lock table record in exclusive mode", "waiting for other writers");
}

void PostgresLink::commit() {
  warned_ = false;
  const Result result(PQexec(raw(), "commit"), PQclear);
  if (warned_) throw OutcomeUnknown("commit: PostgreSQL kept it here, but does not know whether its standbys did");
  if (!PQresultErrorField(result.get(), PG_DIAG_SQLSTATE) && PQresultStatus(result.get()) != PGRES_COMMAND_OK)
    throw OutcomeUnknown("commit: the connection to PostgreSQL was lost");
  const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
  if (state && (std::strncmp(state, "57", 2) == 0 || std::strncmp(state, "08", 2) == 0))
    throw OutcomeUnknown("commit: PostgreSQL was stopped meanwhile");
  check(result.get(), "commit");
  if (std::strcmp(PQcmdStatus(result.get()), "COMMIT") != 0) throw Failure("commit: an earlier statement had failed");
}

std::int64_t PostgresLink::run_many(const Query& query, const std::function<bool(std::vector<Bound>&)>& next) {
  const auto insert = plain_insert(text_for(Engine::postgres, query));
  return insert ? copy(*insert, query, next) : run_each(query, next);
}

std::int64_t PostgresLink::run_each(const Query& query, const std::function<bool(std::vector<Bound>&)>& next) {
  Values values;
  for (auto name : names_bound(text_for(Engine::postgres, query))) values.push_back({name, nullptr});
  std::vector<Bound> row(values.size(), nullptr);
  std::int64_t changed = 0;
  while (next(row)) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i].value = row.at(i);
    changed += run(query, values);
  }
  return changed;
}

void PostgresLink::send(const std::string& rows, std::string_view doing) {
  if (PQputCopyData(raw(), rows.data(), static_cast<int>(rows.size())) != 1)
    throw Failure(std::string(doing) + ": the connection to PostgreSQL was lost");
}

std::int64_t PostgresLink::copy(const Insert& insert, const Query& query,
                                const std::function<bool(std::vector<Bound>&)>& next) {
  execute("copy " + insert.table + " (" + insert.columns + ") from stdin", query.name);
  std::vector<Bound> row(insert.count, nullptr);
  std::string rows;
  try {
    while (next(row)) {
      demand(row.size() == insert.count, "A row has another number of values than the statement.");
      append_copy_row(rows, row);
      if (rows.size() < 65536) continue;
      send(rows, query.name);
      rows.clear();
    }
    send(rows, query.name);
  } catch (...) {
    PQputCopyEnd(raw(), "stopped");
    while (PGresult* left = PQgetResult(raw())) PQclear(left);
    throw;
  }
  PQputCopyEnd(raw(), nullptr);
  const Result result(PQgetResult(raw()), PQclear);
  while (PGresult* left = PQgetResult(raw())) PQclear(left);
  check(result.get(), query.name);
  return std::atoll(PQcmdTuples(const_cast<PGresult*>(result.get())));
}

}  // namespace

std::unique_ptr<Link> open_postgres(const std::string& address) { return std::make_unique<PostgresLink>(address); }

}  // namespace kit
