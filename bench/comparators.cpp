// Published figures at national size: bringing them in against the engine's own way from CSV to Parquet, and where every area stands in
// every indicator against the bare query. Each part is a call of its own (make, load, raw) and prints lines for bench/published.py: a name,
// then seconds, and for the loads the memory at most in MB.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "compare/authority_table.h"
#include "compare/published_store.h"
#include "explore/everyone_store.h"
#include "explore/standing_store.h"

namespace {

constexpr int areas = 320, years = 10;

double seconds_of(const auto& what) {
  const auto began = std::chrono::steady_clock::now();
  what();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

std::string code_of(int area) { return "E0" + std::to_string(7000000 + area); }

compare::Authorities authorities() {
  std::string text = "code,name,tier\n";
  for (int i = 0; i < areas; ++i) text += code_of(i) + ",Area " + std::to_string(i) + ",district\n";
  std::istringstream in(text);
  return compare::Authorities(*compare::read_authorities(in));
}

void write_csv(const std::string& path, int indicators) {
  std::ofstream out(path, std::ios::binary);
  std::mt19937 chance(1);
  std::string line = "area_code,area_name,period,indicator,unit,value,lci,uci,status\n";
  for (int k = 0; k < indicators; ++k)
    for (int y = 0; y < years; ++y) {
      for (int a = 0; a < areas; ++a) {
        const double value = static_cast<double>(chance() % 100000) / 1000;
        char row[200];
        line.append(
            row, static_cast<std::size_t>(std::snprintf(
                     row, sizeof row, "%s,Area %d,%d/%02d,Indicator %d of the country,%%,%.3f,%.3f,%.3f,%s\n",
                     code_of(a).c_str(), a, 2014 + y, 15 + y, k, value, value - 1, value + 1, a % 40 == 0 ? "p" : "")));
      }
      out << line;
      line.clear();
    }
}

double peak_mb() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

// The newest year of each indicator, and in it each council's rank and quartile, the middle and the spread.
constexpr kit::Query raw_places{
    "bench: raw places",
    "with newest as (select indicator, max(period) as period from read_parquet($file) group by indicator), "
    "stand as (select indicator, area_code, rank() over (partition by indicator order by value desc) as place, "
    "ntile(4) over (partition by indicator order by value) as quarter from read_parquet($file) join newest using (indicator, period)), "
    "middles as (select indicator, median(value) as middle, mad(value) as spread from read_parquet($file) join newest using (indicator, period) group by indicator) "
    "select indicator, place, quarter, middle, spread from stand join middles using (indicator) where area_code = $own order by indicator",
    ""};
// The same of every council.
constexpr kit::Query raw_everyone{
    "bench: raw everyone",
    "with newest as (select indicator, max(period) as period from read_parquet($file) group by indicator), "
    "now as (select indicator, area_code, value from read_parquet($file) join newest using (indicator, period)), "
    "middles as (select indicator, median(value) as middle, mad(value) as spread from now group by indicator) "
    "select indicator, area_code, value, rank() over (partition by indicator order by value desc), ntile(4) over (partition by indicator order by value), middle, spread from now join middles using (indicator)",
    ""};
constexpr kit::Query raw_copy{
    "bench: raw",
    "copy (select * from read_csv($csv)) to $file (format parquet, compression zstd, row_group_size 61440)", ""};

}  // namespace

int main(int count, char** words) {
  const std::string folder = words[1], which = words[2];
  const int indicators = count > 3 ? std::stoi(words[3]) : 1000;
  const std::string csv = folder + "/figures.csv";
  kit::Duck duck{kit::DuckSettings{.folder = folder}};
  if (which == "make") return write_csv(csv, indicators), 0;
  if (which == "raw") {
    const auto took = seconds_of([&] { duck.run(raw_copy, {{"csv", csv}, {"file", duck.path("raw.parquet")}}); });
    std::printf("raw,%.3f,%.0f\n", took, peak_mb());
    for (int i = 0; i < 3; ++i) {
      std::size_t found = 0;
      const auto places = seconds_of([&] {
        duck.each(raw_places, {{"file", duck.path("raw.parquet")}, {"own", code_of(7)}}, "tiirr",
                  [&](const kit::Row&) { ++found; });
      });
      std::printf("raw places,%.3f,%zu\n", places, found);
      found = 0;
      const auto everyone = seconds_of([&] {
        duck.each(raw_everyone, {{"file", duck.path("raw.parquet")}}, "ttriirr",
                  [&](const kit::Row& row) { found += row.integer(3) > 0; });
      });
      std::printf("raw everyone,%.3f,%zu\n", everyone, found);
    }
    return 0;
  }
  const auto all = authorities();
  compare::Load load{.data_set = "bench"};
  const auto took = seconds_of([&] {
    std::ifstream in(csv, std::ios::binary);
    const auto read = compare::read_and_keep(duck, in, all, {}, load);
    if (!read) std::printf("refused: %s\n", read.refusals().all().front().sentence.c_str());
  });
  std::printf("load,%.3f,%.0f\n", took, peak_mb());
  std::vector<std::string> codes;
  for (int i = 0; i < areas; ++i) codes.push_back(code_of(i));
  for (int i = 0; i < 3; ++i) {
    std::size_t found = 0;
    const auto places = seconds_of([&] { found = compare::places_of(duck, load, code_of(7), codes).size(); });
    const auto one = seconds_of([&] { compare::figures_of(duck, load, "Indicator 500 of the country"); });
    std::printf("places,%.3f,%zu\none indicator,%.4f\n", places, found, one);
    std::size_t stand = 0, out = 0;
    const auto everyone = seconds_of([&] {
      for (const auto& each : explore::newest_figures_of(duck, load, codes))
        stand += explore::standings(each, indicator::Polarity::high_good).councils.size();
    });
    const auto stands_out = seconds_of([&] { out = explore::standings_of(duck, load, code_of(7), codes).size(); });
    std::printf("everyone,%.3f,%zu\nstands out,%.3f,%zu\n", everyone, stand, stands_out, out);
  }
  return 0;
}
