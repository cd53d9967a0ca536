#include "kit/duck.h"

#include <filesystem>

#include "kit/duck_link.h"
#include "kit/duck_stream.h"

namespace kit {
namespace {

[[noreturn]] void failed(const Query& query, const char* said) {
  throw Failure("The query " + std::string(query.name) + " failed: " + (said ? said : "no reason was given") + '.');
}

void configure(duckdb_config config, const char* name, const std::string& value) {
  if (duckdb_set_config(config, name, value.c_str()) != DuckDBSuccess)
    throw Failure("The analysis engine does not know its setting " + std::string(name) + ".");
}

std::string in_quotes(std::string_view text) {
  std::string made = "'";
  for (const char c : text) made += c == '\'' ? std::string("''") : std::string(1, c);
  return made + '\'';
}

void tell(duckdb_connection connection, const std::string& order) {
  DuckResult result;
  if (duckdb_query(connection, order.c_str(), &result.handle) != DuckDBSuccess)
    throw Failure("The analysis engine could not be closed to the world: " + std::string(duckdb_result_error(&result.handle)) + '.');
}

DuckTaken taken(const Strings& list) {
  const DuckType text(duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR));
  std::vector<DuckTaken> each;
  std::vector<duckdb_value> handles;
  for (const auto& one : list) handles.push_back(each.emplace_back(duckdb_create_varchar_length(one.data(), one.size())).handle);
  return DuckTaken(duckdb_create_list_value(text.handle, handles.data(), handles.size()));
}

struct Binding {
  duckdb_prepared_statement statement;
  idx_t place;

  duckdb_state operator()(std::nullptr_t) const { return duckdb_bind_null(statement, place); }
  duckdb_state operator()(std::int64_t number) const { return duckdb_bind_int64(statement, place, number); }
  duckdb_state operator()(double number) const { return duckdb_bind_double(statement, place, number); }
  duckdb_state operator()(const std::string& text) const { return duckdb_bind_varchar_length(statement, place, text.data(), text.size()); }
  duckdb_state operator()(const Strings& list) const { return duckdb_bind_value(statement, place, taken(list).handle); }
};

void prepare(DuckStatement& statement, duckdb_connection connection, const Query& query, const DuckValues& values) {
  if (duckdb_prepare(connection, std::string(query.text).c_str(), &statement.handle) != DuckDBSuccess)
    failed(query, duckdb_prepare_error(statement.handle));
  for (const auto& value : values) {
    idx_t place = 0;
    if (duckdb_bind_parameter_index(statement.handle, &place, std::string(value.name).c_str()) != DuckDBSuccess)
      failed(query, "it has no value of that name");
    if (std::visit(Binding{statement.handle, place}, value.value) != DuckDBSuccess) failed(query, "a value could not be bound");
  }
}

DuckResult answer(duckdb_connection connection, const Query& query, const DuckValues& values) {
  DuckStatement statement;
  prepare(statement, connection, query, values);
  DuckResult result;
  if (duckdb_execute_prepared(statement.handle, &result.handle) != DuckDBSuccess) failed(query, duckdb_result_error(&result.handle));
  return result;
}

// Its rows are worked out as they are fetched, so that an answer of millions is never held as a whole.
DuckResult piece_by_piece(duckdb_connection connection, const Query& query, const DuckValues& values) {
  DuckStatement statement;
  prepare(statement, connection, query, values);
  DuckPending pending;
  if (duckdb_pending_prepared_streaming(statement.handle, &pending.handle) != DuckDBSuccess)
    failed(query, duckdb_pending_error(pending.handle));
  DuckResult result;
  if (duckdb_execute_pending(pending.handle, &result.handle) != DuckDBSuccess) failed(query, duckdb_result_error(&result.handle));
  return result;
}

struct Appending {
  duckdb_appender appender;

  duckdb_state operator()(std::nullptr_t) const { return duckdb_append_null(appender); }
  duckdb_state operator()(std::int64_t number) const { return duckdb_append_int64(appender, number); }
  duckdb_state operator()(double number) const { return duckdb_append_double(appender, number); }
  duckdb_state operator()(const std::string& text) const { return duckdb_append_varchar_length(appender, text.data(), text.size()); }
};

class Appender {
 public:
  Appender(duckdb_connection connection, const Duck::Filling& filling) : filling_(filling) {
    if (duckdb_appender_create(connection, nullptr, std::string(filling.table).c_str(), &appender_) != DuckDBSuccess) fail();
  }
  Appender(const Appender&) = delete;
  Appender& operator=(const Appender&) = delete;
  ~Appender() { duckdb_appender_destroy(&appender_); }

  void add(const std::vector<Bound>& row) {
    for (const auto& each : row)
      if (std::visit(Appending{appender_}, each) != DuckDBSuccess) fail();
    if (duckdb_appender_end_row(appender_) != DuckDBSuccess) fail();
  }
  void close() {
    if (duckdb_appender_close(appender_) != DuckDBSuccess) fail();
  }

 private:
  [[noreturn]] void fail() const { failed(filling_.make, duckdb_appender_error(appender_)); }

  const Duck::Filling& filling_;
  duckdb_appender appender_ = nullptr;
};

}  // namespace

struct Duck::Inside {
  DuckDatabase database;
  std::string folder;
  std::function<void(const std::string&)> fetch;

  DuckConnection connection() const {
    DuckConnection made;
    if (duckdb_connect(database.handle, &made.handle) != DuckDBSuccess) throw Failure("The analysis engine takes no more connections.");
    return made;
  }
};

// The folder is opened before the world is shut out, and shutting out cannot be undone.
Duck::Duck(const DuckSettings& settings) : inside_(std::make_unique<Inside>()) {
  namespace fs = std::filesystem;
  inside_->fetch = settings.fetch;
  fs::create_directories(settings.folder);
  const auto& folder = inside_->folder = fs::canonical(settings.folder).string();  // a link in the way is not taken for a way out
  DuckConfig config;
  duckdb_create_config(&config.handle);
  configure(config.handle, "memory_limit", std::to_string(settings.memory_megabytes) + "MiB");
  configure(config.handle, "threads", std::to_string(settings.threads));
  configure(config.handle, "autoinstall_known_extensions", "false");
  configure(config.handle, "autoload_known_extensions", "false");
  configure(config.handle, "temp_directory", folder + "/.spill");
  char* said = nullptr;
  if (duckdb_open_ext(nullptr, &inside_->database.handle, config.handle, &said) != DuckDBSuccess) {
    const std::string why = said ? said : "no reason was given";
    duckdb_free(said);
    throw Failure("The analysis engine does not start: " + why + '.');
  }
  const auto connection = inside_->connection();
  let_rows_arrive(connection.handle);
  tell(connection.handle, "set allowed_directories = [" + in_quotes(folder + '/') + ']');
  tell(connection.handle, "set enable_external_access = false");
  tell(connection.handle, "set lock_configuration = true");
}

Duck::~Duck() = default;

std::string Duck::path(std::string_view file) const {
  auto path = inside_->folder + '/' + std::string(file);
  if (inside_->fetch && !std::filesystem::exists(path)) inside_->fetch(std::string(file));
  return path;
}

void Duck::each(const Query& query, const DuckValues& values, Columns columns, const std::function<void(const Row&)>& each) {
  const auto connection = inside_->connection();
  auto result = piece_by_piece(connection.handle, query, values);
  if (duckdb_column_count(&result.handle) != columns.size()) failed(query, "it does not give as many columns as are read");
  DuckRow row(columns, query);
  while (true) {
    const DuckChunk chunk(duckdb_fetch_chunk(result.handle));
    if (!chunk.handle) break;
    row.look_at(chunk.handle);
    const auto rows = duckdb_data_chunk_get_size(chunk.handle);
    for (idx_t i = 0; i < rows; ++i) {
      row.look_at(i);
      each(row);
    }
  }
  if (const char* said = duckdb_result_error(&result.handle); said && *said) failed(query, said);
}

void Duck::run(const Query& query, const DuckValues& values) {
  const auto connection = inside_->connection();
  answer(connection.handle, query, values);
}

std::int64_t Duck::fill(const Filling& filling, const DuckValues& values, const std::function<bool(std::vector<Bound>&)>& next) {
  const auto connection = inside_->connection();
  answer(connection.handle, filling.make, {});
  std::int64_t rows = 0;
  {
    Appender appender(connection.handle, filling);
    std::vector<Bound> row;
    for (; next(row); ++rows) appender.add(row);
    appender.close();
  }
  answer(connection.handle, filling.then, values);
  return rows;
}

}  // namespace kit
