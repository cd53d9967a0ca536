#include "kit/db.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "kit/db_link.h"
#include "kit/db_pool.h"

namespace kit {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_readers = 16;
constexpr std::size_t most_postgres_writers = 8;
constexpr Query newest_record{"kit: version", "select max(id) from record where moves = 1", ""};
constexpr Query copy_to{"kit: copy before migrating", "vacuum into :path", ""};

bool is_postgres(const std::string& address) {
  return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

void put_on_disk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0 || ::fsync(file) != 0) throw Full("The copy before the migration cannot be kept: " + path.string());
  ::close(file);
}

// "goldenthread.db.before-0002", beside the database; whole or not there at all.
void keep_copy(Link& writer, const std::string& path, int before) {
  std::string number = std::to_string(before);
  number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
  const fs::path copy = path + ".before-" + number, unfinished = copy.string() + ".unfinished";
  if (fs::exists(copy)) return;
  fs::remove(unfinished);
  writer.run(copy_to, {{"path", unfinished.string()}});
  put_on_disk(unfinished);
  fs::rename(unfinished, copy);
}

}  // namespace

struct Transaction::Inside {
  Inside(Pool& from, void (Link::*begin)()) : pool(from), link(from.begun(begin)) {}
  ~Inside() {
    if (!done) link->roll_back();
    pool.give_back(std::move(link));
  }
  Inside(const Inside&) = delete;

  Pool& pool;
  std::unique_ptr<Link> link;
  bool done = false;
};

Transaction::Transaction(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Transaction::Transaction(Transaction&&) noexcept = default;
Transaction::~Transaction() = default;

void Transaction::each(const Query& query, const Values& values, Columns columns,
                       const std::function<void(const Row&)>& each) {
  inside_->link->each(query, values, columns, each);
}

std::optional<std::int64_t> Transaction::number(const Query& query, const Values& values) {
  return inside_->link->number(query, values);
}

std::int64_t Transaction::run(const Query& query, const Values& values) { return inside_->link->run(query, values); }

std::int64_t Transaction::run_many(const Query& query, const std::function<bool(std::vector<Bound>&)>& next) {
  return inside_->link->run_many(query, next);
}

void Transaction::prepare(const Query& query) { inside_->link->prepare(query); }

void Transaction::commit() {
  demand(!inside_->done, "A transaction is committed twice.");
  inside_->link->commit();
  inside_->done = true;
}

Engine Transaction::engine() const { return inside_->link->engine(); }

// Either engine: a pool to read from and one to write with, which for SQLite holds the one writer.
class OpenDatabase : public Database {
 public:
  OpenDatabase(const std::string& address, const std::vector<Migration>& migrations)
      : engine_(is_postgres(address) ? Engine::postgres : Engine::sqlite),
        writers_(
            engine_ == Engine::sqlite ? 1 : most_postgres_writers,
            [=, this] { return engine_ == Engine::sqlite ? open_sqlite_writer(address) : open_postgres(address); }),
        readers_(most_readers, [=, this] {
          return engine_ == Engine::sqlite ? open_sqlite_reader(address) : open_postgres(address);
        }) {
    const bool is_new = engine_ == Engine::postgres || !fs::exists(address);
    auto writer = writers_.take();
    try {
      migrate(*writer, migrations, [&](int number) {
        if (!is_new) keep_copy(*writer, address, number);
      });
    } catch (...) {
      writers_.give_back(std::move(writer));
      throw;
    }
    writers_.give_back(std::move(writer));
  }

  Transaction read() override {
    return Transaction(std::make_unique<Transaction::Inside>(readers_, &Link::begin_reading));
  }
  Transaction write() override {
    return Transaction(std::make_unique<Transaction::Inside>(writers_, &Link::begin_writing));
  }
  Engine engine() const override { return engine_; }
  std::int64_t version() override;

 private:
  const Engine engine_;
  Pool writers_, readers_;
};

std::int64_t OpenDatabase::version() {
  auto link = readers_.take();
  try {
    const auto newest = link->number(newest_record, {});
    readers_.give_back(std::move(link));
    return newest.value_or(0);
  } catch (const Failure&) {
    const bool was_lost = !link->is_alive();
    readers_.give_back(std::move(link));
    if (!was_lost) throw;
  }
  return read().number(newest_record).value_or(0);  // on a connection that works
}

std::unique_ptr<Database> Database::open(const std::string& address) { return open(address, all_migrations()); }

std::unique_ptr<Database> Database::open(const std::string& address, const std::vector<Migration>& migrations) {
  return std::make_unique<OpenDatabase>(address, migrations);
}

}  // namespace kit
