#include "kit/db.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "kit/db_pool.h"
#include "kit/db_shared_writer.h"

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
  explicit Inside(std::unique_ptr<Turn> taken) : turn(std::move(taken)) {}

  Link& link() { return turn->link(); }

  std::unique_ptr<Turn> turn;
  bool done = false;
};

Transaction::Transaction(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Transaction::Transaction(Transaction&&) noexcept = default;
Transaction::~Transaction() = default;

void Transaction::each(const Query& query, const Values& values, Columns columns,
                       const std::function<void(const Row&)>& each) {
  inside_->link().each(query, values, columns, each);
}

std::optional<std::int64_t> Transaction::number(const Query& query, const Values& values) {
  return inside_->link().number(query, values);
}

std::int64_t Transaction::run(const Query& query, const Values& values) { return inside_->link().run(query, values); }

std::int64_t Transaction::run_many(const Query& query, const std::function<bool(std::vector<Bound>&)>& next) {
  return inside_->link().run_many(query, next);
}

void Transaction::prepare(const Query& query) { inside_->link().prepare(query); }

void Transaction::commit() {
  demand(!inside_->done, "A transaction is committed twice.");
  inside_->turn->commit();
  inside_->done = true;
}

Engine Transaction::engine() const { return inside_->link().engine(); }

// A part of what several write together: to commit it is to ask that it be kept.
class PartTurn : public Turn {
 public:
  PartTurn(Link& link, bool& is_kept) : link_(link), is_kept_(is_kept) {}
  Link& link() override {
    demand(!is_kept_, "A transaction is used after its end.");
    return link_;
  }
  void commit() override { is_kept_ = true; }

 private:
  Link& link_;
  bool& is_kept_;
};

// Either engine: a pool to read from, and to write with one connection that is shared (SQLite) or a pool.
class OpenDatabase : public Database {
 public:
  OpenDatabase(const std::string& address, const std::vector<Migration>& migrations)
      : engine_(is_postgres(address) ? Engine::postgres : Engine::sqlite),
        writers_(most_postgres_writers, [=] { return open_postgres(address); }),
        readers_(most_readers, [=, this] { return engine_ == Engine::sqlite ? open_sqlite_reader(address) : open_postgres(address); }) {
    engine_ == Engine::postgres ? open_writers(migrations) : open_writer(address, migrations);
  }

  Transaction read() override { return begun(readers_.turn(&Link::begin_reading)); }
  Transaction write() override { return begun(writer_ ? writer_->alone() : writers_.turn(&Link::begin_writing)); }
  void write_together(const std::function<void(Transaction&)>& part) override;
  Engine engine() const override { return engine_; }
  std::int64_t version() override;

 private:
  void open_writers(const std::vector<Migration>& migrations) { migrate(*writers_.lend(), migrations, [](int) {}); }
  void open_writer(const std::string& path, const std::vector<Migration>& migrations) {
    const bool is_new = !fs::exists(path);
    writer_ = std::make_unique<SharedWriter>(open_sqlite_writer(path));
    migrate(writer_->link(), migrations, [&](int number) {
      if (!is_new) keep_copy(writer_->link(), path, number);
    });
  }
  static Transaction begun(std::unique_ptr<Turn> turn) { return Transaction(std::make_unique<Transaction::Inside>(std::move(turn))); }

  const Engine engine_;
  Pool writers_, readers_;
  std::unique_ptr<SharedWriter> writer_;
};

void OpenDatabase::write_together(const std::function<void(Transaction&)>& part) {
  if (!writer_) {
    auto tx = write();
    return part(tx);
  }
  writer_->together([&](Link& link) {
    bool is_kept = false;
    auto tx = begun(std::make_unique<PartTurn>(link, is_kept));
    part(tx);
    return is_kept;
  });
}

std::int64_t OpenDatabase::version() {
  {
    const auto lent = readers_.lend();
    try {
      return lent->number(newest_record, {}).value_or(0);
    } catch (const Failure&) {
      if (lent->is_alive()) throw;
    }
  }
  return read().number(newest_record).value_or(0);  // on a connection that works
}

std::unique_ptr<Database> Database::open(const std::string& address) { return open(address, all_migrations()); }

std::unique_ptr<Database> Database::open(const std::string& address, const std::vector<Migration>& migrations) {
  return std::make_unique<OpenDatabase>(address, migrations);
}

}  // namespace kit
