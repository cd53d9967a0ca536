#include "kit/duck_stream.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <sstream>
#include <thread>
#include <vector>

#include "kit/duck_link.h"

namespace kit {
namespace {

constexpr std::size_t pieces_at_most = 8;

DuckType type_of(char column) {
  return DuckType(duckdb_create_logical_type(column == 'i'   ? DUCKDB_TYPE_BIGINT
                                             : column == 'r' ? DUCKDB_TYPE_DOUBLE
                                                             : DUCKDB_TYPE_VARCHAR));
}

}  // namespace

struct DuckStream::Inside {
  std::string columns;
  std::vector<std::string> names;
  std::vector<DuckType> types;
  std::mutex guard;
  std::condition_variable changed;
  std::deque<DuckChunk> waiting;
  bool all_given = false, abandoned = false, query_ended = false;
  std::string why;
  DuckChunk filling;
  std::vector<duckdb_vector> vectors;
  idx_t filled = 0;
  std::int64_t token = 0;
  std::thread query;

  void begin_piece() {
    std::vector<duckdb_logical_type> handles;
    for (const auto& type : types) handles.push_back(type.handle);
    filling = DuckChunk(duckdb_create_data_chunk(handles.data(), handles.size()));
    vectors.clear();
    for (idx_t i = 0; i < handles.size(); ++i) vectors.push_back(duckdb_data_chunk_get_vector(filling.handle, i));
    filled = 0;
  }
  void hand_over() {
    duckdb_data_chunk_set_size(filling.handle, filled);
    std::unique_lock lock(guard);
    changed.wait(lock, [&] { return waiting.size() < pieces_at_most || query_ended; });
    if (query_ended) throw Failure(why.empty() ? "The query ended before all rows had come." : why);
    waiting.push_back(std::move(filling));
    changed.notify_all();
  }
  // The next piece; false when there is no more. Says why when nobody will give any.
  bool take(DuckChunk& piece, std::string& fault) {
    std::unique_lock lock(guard);
    changed.wait(lock, [&] { return !waiting.empty() || all_given || abandoned; });
    if (abandoned) fault = "the rows stopped coming";
    if (abandoned || waiting.empty()) return false;
    piece = std::move(waiting.front());
    waiting.pop_front();
    changed.notify_all();
    return true;
  }
  void end(std::string said) {
    const std::scoped_lock lock(guard);
    query_ended = true;
    why = std::move(said);
    changed.notify_all();
  }
};

namespace {

struct Open {
  std::mutex guard;
  std::map<std::int64_t, DuckStream::Inside*> streams;
  std::int64_t last = 0;
};
Open& open_streams() {
  static Open one;
  return one;
}

DuckStream::Inside* stream(std::int64_t token) {
  const std::scoped_lock lock(open_streams().guard);
  const auto found = open_streams().streams.find(token);
  return found == open_streams().streams.end() ? nullptr : found->second;
}

void bind(duckdb_bind_info info) {
  const DuckTaken given(duckdb_bind_get_parameter(info, 0));
  auto* from = stream(duckdb_get_int64(given.handle));
  if (!from) return duckdb_bind_set_error(info, "no rows are arriving under that number");
  for (std::size_t i = 0; i < from->names.size(); ++i) duckdb_bind_add_result_column(info, from->names[i].c_str(), from->types[i].handle);
  duckdb_bind_set_bind_data(info, from, nullptr);
}

void begin(duckdb_init_info info) { duckdb_init_set_max_threads(info, 1); }

void pass(duckdb_function_info info, duckdb_data_chunk output) {
  auto* from = static_cast<DuckStream::Inside*>(duckdb_function_get_bind_data(info));
  DuckChunk piece;
  std::string fault;
  if (!from->take(piece, fault)) {
    if (!fault.empty()) duckdb_function_set_error(info, fault.c_str());
    return duckdb_data_chunk_set_size(output, 0);
  }
  for (idx_t i = 0; i < from->types.size(); ++i)
    duckdb_vector_reference_vector(duckdb_data_chunk_get_vector(output, i),
                                   duckdb_data_chunk_get_vector(piece.handle, i));
  duckdb_data_chunk_set_size(output, duckdb_data_chunk_get_size(piece.handle));
}

struct Putting {
  duckdb_vector vector;
  idx_t row;

  void operator()(std::nullptr_t) const {
    duckdb_vector_ensure_validity_writable(vector);
    duckdb_validity_set_row_invalid(duckdb_vector_get_validity(vector), row);
  }
  void operator()(std::int64_t number) const { static_cast<std::int64_t*>(duckdb_vector_get_data(vector))[row] = number; }
  void operator()(double number) const { static_cast<double*>(duckdb_vector_get_data(vector))[row] = number; }
  void operator()(std::string_view text) const { duckdb_vector_assign_string_element_len(vector, row, text.data(), text.size()); }
};

}  // namespace

void let_rows_arrive(void* connection) {
  auto function = duckdb_create_table_function();
  duckdb_table_function_set_name(function, "arriving");
  const DuckType number(duckdb_create_logical_type(DUCKDB_TYPE_BIGINT));
  duckdb_table_function_add_parameter(function, number.handle);
  duckdb_table_function_set_bind(function, bind);
  duckdb_table_function_set_init(function, begin);
  duckdb_table_function_set_function(function, pass);
  const bool taken = duckdb_register_table_function(static_cast<duckdb_connection>(connection), function) == DuckDBSuccess;
  duckdb_destroy_table_function(&function);
  if (!taken) throw Failure("The analysis engine does not take rows that arrive.");
}

DuckStream::DuckStream(Duck& duck, const Query& query, DuckValues values, std::string_view names, Columns columns)
    : inside_(std::make_unique<Inside>()) {
  inside_->columns = std::string(columns);
  std::istringstream each{std::string(names)};
  for (std::string name; each >> name;) inside_->names.push_back(name);
  for (const char column : columns) inside_->types.push_back(type_of(column));
  inside_->begin_piece();
  {
    const std::scoped_lock lock(open_streams().guard);
    inside_->token = ++open_streams().last;
    open_streams().streams[inside_->token] = inside_.get();
  }
  values.push_back({"stream", inside_->token});
  inside_->query = std::thread([&duck, &query, values = std::move(values), inside = inside_.get()] {
    std::string why;
    try {
      duck.run(query, values);
    } catch (const std::exception& failure) {
      why = failure.what();
    }
    inside->end(std::move(why));
  });
}

DuckStream::~DuckStream() {
  if (inside_->query.joinable()) {
    {
      const std::scoped_lock lock(inside_->guard);
      inside_->abandoned = true;
      inside_->changed.notify_all();
    }
    inside_->query.join();
  }
  const std::scoped_lock lock(open_streams().guard);
  open_streams().streams.erase(inside_->token);
}

void DuckStream::add(std::span<const DuckCell> row) {
  for (std::size_t i = 0; i < row.size(); ++i) std::visit(Putting{inside_->vectors[i], inside_->filled}, row[i]);
  if (++inside_->filled < duckdb_vector_size()) return;
  inside_->hand_over();
  inside_->begin_piece();
}

void DuckStream::finish() {
  if (inside_->filled > 0) inside_->hand_over();
  {
    const std::scoped_lock lock(inside_->guard);
    inside_->all_given = true;
    inside_->changed.notify_all();
  }
  inside_->query.join();
  if (!inside_->why.empty()) throw Failure(inside_->why);
}

}  // namespace kit
