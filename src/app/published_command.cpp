#include "app/published_command.h"

#include <filesystem>
#include <fstream>
#include <iostream>

#include "app/demo.h"
#include "app/meter.h"
#include "compare/bring_in_store.h"
#include "compare/published_store.h"
#include "exchange/intake_store.h"
#include "kit/number.h"
#include "kit/quote.h"

namespace app {
namespace {

namespace fs = std::filesystem;

int refuse(const kit::Refusals& refusals) {
  for (const auto& refusal : refusals.all()) std::cerr << refusal.field << (refusal.field.empty() ? "" : ": ") << refusal.sentence << "\n";
  std::cerr << "Nothing was saved.\n";
  return 1;
}

std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

std::ifstream opened(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || !fs::is_regular_file(path)) throw kit::Failure(path + " cannot be read.");
  return in;
}

compare::SaidOfFile said_of(const PublishedOptions& options) {
  auto said = options.said;
  said.file = name_of(options.path);
  if (!options.dictionary.empty()) said.dictionary = name_of(options.dictionary);
  return said;
}

kit::Verdict<compare::Reading> reading_for(const PublishedOptions& options, const compare::SaidOfFile& said) {
  if (options.dictionary.empty()) return compare::reading_of(said, nullptr);
  auto dictionary = opened(options.dictionary);
  return compare::reading_of(said, &dictionary);
}

kit::Verdict<compare::PublishedFile> read(const PublishedOptions& options, const compare::Authorities& authorities,
                                          const compare::Reading& reading, compare::Load& load) {
  auto in = opened(options.path);
  const auto size = static_cast<double>(fs::file_size(options.path));
  Meter meter;
  auto found = compare::read_published_bytes(
      compare::duck_in(options.place.folder), in, authorities, reading, load, [&](std::int64_t values) {
        const auto at = in.tellg();
        meter("Value", static_cast<std::size_t>(values), load.file, at < 0 ? 1 : static_cast<double>(at) / size);
      });
  meter.clear();
  return found;
}

void tell(const compare::PublishedFile& file, const compare::Load& load) {
  for (const auto& each : file.left_out)
    std::cout << "Left out: " << kit::with_commas(static_cast<double>(each.values), 0)
              << (each.values == 1 ? " value. " : " values. ") << each.reason << " The first is in row "
              << each.first_row << (each.first_column.empty() ? "" : ", column " + kit::quoted(each.first_column)) << ": "
              << kit::quoted(each.example) << ". What to do: " << each.to_do << "\n";
  for (const auto& remark : file.remarks) std::cout << remark << "\n";
  std::cout << compare::taken_words(file, load) << " were taken: " << file.indicators.size()
            << (file.indicators.size() == 1 ? " indicator, " : " indicators, ") << file.periods.size()
            << (file.periods.size() == 1 ? " period." : " periods.");
}

}  // namespace

int published_command(const PublishedOptions& options) {
  auto db = open(options.place);
  compare::give_duck_memory(options.place.folder, options.memory);
  const auto now = exchange::moment_for(*db, demo_moment(options.place.folder).value_or(kit::Clock().now()));
  const auto said = said_of(options);
  auto no = compare::faults_of(said);
  const auto reading = reading_for(options, said);
  no.add(reading.refusals());
  if (no.any()) return refuse(no);
  compare::Authorities authorities;
  {
    auto tx = db->read();
    authorities = compare::load_authorities(tx, now);
  }
  auto load = compare::load_of(said, *reading, now);
  const auto file = read(options, authorities, *reading, load);
  if (!file) return refuse(file.refusals());

  tell(*file, load);
  if (options.dry_run)
    return fs::remove(compare::duck_in(options.place.folder).path(load.kept)),
           std::cout << " Nothing was saved: this was a dry run.\n", 0;
  const auto counted = compare::make_it_count(*db, options.place.folder, load, *file,
                                              {.at = now,
                                               .who = "goldenthread published",
                                               .what = "published figures",
                                               .subject = load.data_set,
                                               .detail = compare::taken_words(*file, load),
                                               .key = "published " + load.kept});

  std::cout << " Saved as record " << counted.record << ".\n";
  return 0;
}

}  // namespace app
