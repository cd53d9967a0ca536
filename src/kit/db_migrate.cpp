#include <chrono>

#include "kit/db_link.h"

namespace kit {
namespace {

constexpr Query make_table{
    "kit: migrations",
    "create table if not exists migration (number bigint not null primary key, name text not null, at bigint not null)",
    ""};
constexpr Query newest{"kit: newest migration", "select max(number) from migration", ""};
constexpr Query done{"kit: migration done", "insert into migration (number, name, at) values (:number, :name, :at)",
                     ""};
constexpr Query alone{"kit: migrate alone", "select 1", "select 1 from pg_advisory_xact_lock(720415)"};

std::int64_t unix_now() {
  using namespace std::chrono;
  return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

// What is said for one engine only stands in a migration behind a mark, so that the text stays one.
std::string text_of(const Migration& migration, Engine engine) {
  const std::string_view mark = engine == Engine::sqlite ? "-- sqlite: " : "-- postgres: ";
  std::string text(migration.text);
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.erase(at, mark.size());
  return text;
}

// The work in one transaction of its own.
template <class Work>
void alone_in_transaction(Link& writer, const Work& work) {
  writer.begin_writing();
  try {
    writer.number(alone, {});
    work();
    writer.commit();
  } catch (...) {
    writer.roll_back();
    throw;
  }
}

void apply(Link& writer, const Migration& migration) {
  alone_in_transaction(writer, [&] {
    if (writer.number(newest, {}).value_or(0) >= migration.number) return;  // another server was first
    writer.run_script(text_of(migration, writer.engine()));
    writer.run(done,
               {{"number", std::int64_t(migration.number)}, {"name", std::string(migration.name)}, {"at", unix_now()}});
  });
}

}  // namespace

void migrate(Link& writer, const std::vector<Migration>& migrations, const std::function<void(int)>& before_changing) {
  alone_in_transaction(writer, [&] { writer.run(make_table, {}); });
  const auto now = writer.number(newest, {}).value_or(0);
  const int ours = migrations.empty() ? 0 : migrations.back().number;
  if (now > ours)
    throw Failure("This database was written by a later Goldenthread (its schema is number " + std::to_string(now) +
                  ", this program knows " + std::to_string(ours) +
                  "). Install the later program, or restore a backup.");
  if (now > 0 && now < ours) before_changing(ours);
  for (const auto& migration : migrations)
    if (migration.number > now) apply(writer, migration);
}

}  // namespace kit
