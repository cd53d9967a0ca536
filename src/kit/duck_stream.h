// Rows that are handed over one by one to a query that runs beside, such as one that copies them to a file: what is held is a few pieces of
// two thousand rows, however many come. The query reads them as arriving($stream), which it is given as the value "stream".
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <variant>

#include "kit/duck.h"

namespace kit {

using DuckCell = std::variant<std::nullptr_t, std::int64_t, double, std::string_view>;

class DuckStream {
 public:
  // `columns` types them as for Duck::each; `names` are theirs, with a space between.
  DuckStream(Duck& duck, const Query& query, DuckValues values, std::string_view names, Columns columns);
  ~DuckStream();  // unless it was finished, the query is told to fail
  DuckStream(const DuckStream&) = delete;
  DuckStream& operator=(const DuckStream&) = delete;

  void add(std::span<const DuckCell> row);
  void finish();  // waits for the query; a Failure where it failed

  struct Inside;

 private:
  std::unique_ptr<Inside> inside_;
};

void let_rows_arrive(void* connection);  // of the engine: registers arriving(); for Duck alone

}  // namespace kit
