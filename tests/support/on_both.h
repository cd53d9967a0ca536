// For tests that hold on both engines: each gets an empty database, in a folder of its own or in the tests' own
// PostgreSQL.
#pragma once
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "kit/db.h"
#include "private_postgres.h"

namespace tests {

struct TemporaryFolder {
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "goldenthread-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

class OnBoth : public testing::TestWithParam<kit::Engine> {
 protected:
  void SetUp() override {
    if (GetParam() == kit::Engine::sqlite) {
      address = folder.path / "goldenthread.db";
    } else if (auto* server = PrivatePostgres::instance()) {
      address = server->new_database();
    } else {
      GTEST_SKIP() << PrivatePostgres::why_skipped;
    }
  }

  TemporaryFolder folder;
  std::string address;
};

inline std::string engine_name(const testing::TestParamInfo<kit::Engine>& engine) {
  return engine.param == kit::Engine::sqlite ? "Sqlite" : "Postgres";
}

// Empty when the engine can prepare the query as its store would.
inline std::string why_not_prepared(kit::Database& db, const kit::Query& query) {
  try {
    auto tx = db.write();
    tx.prepare(query);
    return "";
  } catch (const std::exception& why) {
    return why.what();
  }
}

}  // namespace tests
