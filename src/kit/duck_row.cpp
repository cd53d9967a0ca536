#include "kit/duck_link.h"

namespace kit {
namespace {

bool fits(char column, duckdb_type type) {
  if (column == 'i') return type == DUCKDB_TYPE_BIGINT || type == DUCKDB_TYPE_INTEGER;
  return column == 'r' ? type == DUCKDB_TYPE_DOUBLE : type == DUCKDB_TYPE_VARCHAR;
}

}  // namespace

void DuckRow::look_at(duckdb_data_chunk chunk) {
  seen_.resize(columns_.size());
  for (idx_t i = 0; i < columns_.size(); ++i) {
    const auto vector = duckdb_data_chunk_get_vector(chunk, i);
    const DuckType type(duckdb_vector_get_column_type(vector));
    seen_[i] = {duckdb_vector_get_data(vector), duckdb_vector_get_validity(vector), duckdb_get_type_id(type.handle)};
    if (!fits(columns_[i], seen_[i].type))
      throw Failure("The query " + std::string(query_.name) + " does not give its column " + std::to_string(i + 1) +
                    " as the type that is read.");
  }
}

bool DuckRow::is_null(std::size_t column) const {
  const auto* given = seen_.at(column).given;
  return given && !duckdb_validity_row_is_valid(const_cast<uint64_t*>(given), row_);
}

void DuckRow::must_be_given(std::size_t column) const {
  if (is_null(column))
    throw Failure("The query " + std::string(query_.name) + " gave nothing in column " + std::to_string(column + 1) +
                  ".");
}

std::int64_t DuckRow::integer(std::size_t column) const {
  must_be_given(column);
  const auto& seen = seen_[column];
  return seen.type == DUCKDB_TYPE_BIGINT ? static_cast<const std::int64_t*>(seen.data)[row_]
                                         : static_cast<const std::int32_t*>(seen.data)[row_];
}

double DuckRow::real(std::size_t column) const {
  must_be_given(column);
  return static_cast<const double*>(seen_[column].data)[row_];
}

const std::string& DuckRow::text(std::size_t column) const {
  must_be_given(column);
  auto& held = static_cast<duckdb_string_t*>(seen_[column].data)[row_];
  return texts_[column].assign(duckdb_string_t_data(&held), duckdb_string_t_length(held));
}

}  // namespace kit
