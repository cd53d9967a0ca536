// The engine's own things, each given back when its owner goes. Of use to duck.cpp alone.
#pragma once
#include <duckdb.h>

#include <memory>
#include <utility>

#include "kit/duck.h"

namespace kit {

template <class Handle, void (*give_back)(Handle*)>
struct Held {
  Handle handle{};
  Held() = default;
  explicit Held(Handle taken) : handle(taken) {}
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  Held(Held&& other) noexcept : handle(other.handle) { other.handle = Handle{}; }
  Held& operator=(Held&& other) noexcept {
    std::swap(handle, other.handle);
    return *this;
  }
  ~Held() { give_back(&handle); }
};
using DuckDatabase = Held<duckdb_database, duckdb_close>;
using DuckConnection = Held<duckdb_connection, duckdb_disconnect>;
using DuckConfig = Held<duckdb_config, duckdb_destroy_config>;
using DuckStatement = Held<duckdb_prepared_statement, duckdb_destroy_prepare>;
using DuckPending = Held<duckdb_pending_result, duckdb_destroy_pending>;
using DuckResult = Held<duckdb_result, duckdb_destroy_result>;
using DuckChunk = Held<duckdb_data_chunk, duckdb_destroy_data_chunk>;
using DuckTaken = Held<duckdb_value, duckdb_destroy_value>;
using DuckType = Held<duckdb_logical_type, duckdb_destroy_logical_type>;

// One row of a chunk of an answer, read by position.
class DuckRow : public Row {
 public:
  DuckRow(Columns columns, const Query& query) : columns_(columns), query_(query), texts_(columns.size()) {}

  void look_at(duckdb_data_chunk chunk);  // a Failure where a column is not of the type that was said
  void look_at(idx_t row) { row_ = row; }
  bool is_null(std::size_t column) const override;
  std::int64_t integer(std::size_t column) const override;
  double real(std::size_t column) const override;
  const std::string& text(std::size_t column) const override;

 private:
  struct Seen {
    void* data = nullptr;
    uint64_t* given = nullptr;
    duckdb_type type = DUCKDB_TYPE_INVALID;
  };
  void must_be_given(std::size_t column) const;

  Columns columns_;
  const Query& query_;
  std::vector<Seen> seen_;
  idx_t row_ = 0;
  mutable std::vector<std::string> texts_;
};

}  // namespace kit
