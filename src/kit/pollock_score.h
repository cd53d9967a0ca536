// For tests: how well spoiled files were read, as Pollock scores it: whether the file loads, then precision, recall and
// F1 of its names, its records and its cells, ten points a file; simple is their mean, weighted the mean by how often a
// kind is met.
#pragma once
#include <iomanip>
#include <map>
#include <ostream>

#include "kit/polluted.h"

namespace kit::polluted {

struct Read {
  Table table;
  bool refused = false;
  std::string said;          // every refusal, or what was left out
  std::int64_t left_out = 0; // rows that were counted and not taken
};

inline double share(const std::map<std::string, int>& held, const std::map<std::string, int>& read) {
  double both = 0, all_held = 0, all_read = 0;
  for (const auto& [what, count] : held) {
    all_held += count;
    const auto found = read.find(what);
    if (found != read.end()) both += std::min(count, found->second);
  }
  for (const auto& [what, count] : read) all_read += count;
  if (all_held == 0) return 3;
  if (both == 0) return 0;
  const double precision = both / all_read, recall = both / all_held;
  return precision + recall + 2 * precision * recall / (precision + recall);
}

inline std::map<std::string, int> counted(const std::vector<Cells>& rows, bool by_row) {
  std::map<std::string, int> all;
  for (const auto& row : rows) {
    std::string whole;
    for (const auto& cell : row) by_row ? whole += cell + '\x1f' : (++all[cell], whole);
    if (by_row) ++all[whole];
  }
  return all;
}

inline double points(const Table& held, const Read& read) {
  if (read.refused) return 0;
  return 1 + share(counted({held.names}, false), counted({read.table.names}, false)) +
         share(counted(held.rows, true), counted(read.table.rows, true)) +
         share(counted(held.rows, false), counted(read.table.rows, false));
}

// Rows that came out and stand in no row of the file.
inline int rows_never_written(const Table& held, const Read& read) {
  auto left = counted(held.rows, true);
  int wrong = 0;
  for (const auto& [row, count] : counted(read.table.rows, true)) wrong += std::max(0, count - left[row]);
  return wrong;
}

class Score {
 public:
  void add(const Spoiled& file, bool within, const Read& read) {
    auto& kind = kinds_[(within ? "" : "~ ") + file.kind];
    auto& sum = within ? within_ : beyond_;
    const auto got = points(file.holds, read);
    for (auto* each : {&kind, &sum}) {
      ++each->files, each->refused += read.refused, each->points += got;
      each->weighted += got * file.weight, each->weight += file.weight;
    }
  }
  double simple() const { return within_.points / within_.files; }
  double weighted() const { return within_.weighted / within_.weight; }
  int files() const { return within_.files + beyond_.files; }

  void tell(std::ostream& out, std::string_view reader) const {
    out << "\n"
        << reader << ": " << files() << " files. Within its dialect simple " << std::fixed << std::setprecision(3)
        << simple() << ", weighted " << weighted() << " of 10; beyond it (" << beyond_.files << " files, marked ~) "
        << beyond_.refused << " refused whole, the others row by row.\n";
    for (const auto& [name, kind] : kinds_)
      out << "  " << std::left << std::setw(36) << name << std::right << std::setw(6) << kind.files << " files"
          << std::setw(8) << std::setprecision(3) << kind.points / kind.files << " points" << std::setw(6)
          << kind.refused << " refused\n";
  }

 private:
  struct Sum {
    int files = 0, refused = 0;
    double points = 0, weighted = 0, weight = 0;
  };
  std::map<std::string, Sum> kinds_;
  Sum within_, beyond_;
};

// Two kinds of figure of four councils in three years: what is quoted, what is not ASCII, what is withheld.
inline Table published_table() {
  Table table{{"area_code", "area_name", "period", "indicator", "measure", "unit", "value"}, {}};
  const std::pair<const char*, const char*> areas[] = {{"E08000009", "Trafford"},
                                                       {"E06000023", "Bristol, City of"},
                                                       {"W06000001", "Ynys Môn"},
                                                       {"E08000003", "Manchester"}};
  const char* const values[] = {"52.1", "0", "-3.5", "[c]", "1234", "99.99", "7", "0.25"};
  int next = 0;
  for (const auto& [code, name] : areas)
    for (const char* period : {"2021/22", "2022/23", "2023/24"})
      for (const char* title : {"Waste – recycled", "Waste, \"residual\""})
        table.rows.push_back({code, name, period, title, "Percentage", "%", values[next++ % 8]});
  return table;
}

}  // namespace kit::polluted
