// The engine for many figures at once: DuckDB over Parquet files, in memory, with the facts of record elsewhere. It reaches one
// folder and nothing else: no other file, no network, no extension, and what it may do cannot be changed once it is open.
// Queries are named in .duck.sql files and every value is bound by $name.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kit/db.h"

namespace kit {

struct DuckSettings {
  std::string folder;                  // the only one that is read and written; made when it is not there
  std::size_t memory_megabytes = 512;  // more is spilled into the folder
  unsigned threads = 2;
  std::function<void(const std::string& file)> fetch = {};  // asked for a file that is not in the folder; may put it there
};

using Strings = std::vector<std::string>;
using DuckBound = std::variant<std::nullptr_t, std::int64_t, double, std::string, Strings>;
struct DuckValue {
  std::string_view name;  // without the dollar
  DuckBound value;
};
using DuckValues = std::vector<DuckValue>;

class Duck {
 public:
  explicit Duck(const DuckSettings& settings);
  ~Duck();

  std::string path(std::string_view file) const;  // of a file in its folder

  // Calls `each` once a row. `columns` types them as in kit::Transaction: i integer, r real, t text.
  void each(const Query& query, const DuckValues& values, Columns columns, const std::function<void(const Row&)>& each);
  void run(const Query& query, const DuckValues& values = {});

  // Fills a table of its own (`make`: "create temporary table arrived (…)") row by row and then runs `then` over it, such as one that
  // copies it to a file. `next` fills the row, in the order of the table's columns, or says no more. Answers how many rows it took.
  struct Filling {
    const Query& make;
    std::string_view table;
    const Query& then;
  };
  std::int64_t fill(const Filling& filling, const DuckValues& values, const std::function<bool(std::vector<Bound>&)>& next);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace kit
