// A PostgreSQL of the tests' own: in a temporary folder, on a socket there, started once a test program as its direct
// child, gone when the program is. A folder fresh from initdb is kept between programs, since making one takes a
// second.
#pragma once
#include <fcntl.h>
#include <ftw.h>
#include <pwd.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kit/db.h"

namespace tests {

class PrivatePostgres {
 public:
  // The one of this program; none when PostgreSQL is not installed.
  static PrivatePostgres* instance() {
    static std::unique_ptr<PrivatePostgres> only = start();
    return only.get();
  }

  static constexpr const char* why_skipped =
      "PostgreSQL is not installed here (package postgresql), so its half is not tested.";

  // The address of an empty database.
  std::string new_database() {
    const std::string name = "test" + std::to_string(++made_);
    run({programs_ / "createdb", "-h", home_.string(), "-U", "goldenthread", name});
    return address(name);
  }
  std::string address(const std::string& name) const {
    return "postgresql://goldenthread@/" + name + "?host=" + home_.string();
  }
  std::filesystem::path home() const { return home_; }

  ~PrivatePostgres() {
    stop(SIGINT);
    std::filesystem::remove_all(home_);
  }

  void stop(int signal) {
    if (server_ <= 0) return;
    ::kill(server_, signal);
    ::waitpid(server_, nullptr, 0);
    server_ = 0;
  }
  void start_again() { run_server(); }
  // Counts from the next start.
  void configure(const std::string& line) { std::ofstream(home_ / "data" / "postgresql.auto.conf") << line << "\n"; }

 private:
  using Path = std::filesystem::path;

  PrivatePostgres(Path programs, Path home) : programs_(std::move(programs)), home_(std::move(home)) {
    const Path fresh = fresh_cluster();
    std::filesystem::copy(fresh, home_ / "data", std::filesystem::copy_options::recursive);
    std::filesystem::permissions(home_ / "data", std::filesystem::perms::owner_all);
    give_away(home_);
    run_server();
  }

  static std::unique_ptr<PrivatePostgres> start() {
    for (const Path programs :
         {"/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"}) {
      if (!std::filesystem::exists(programs / "postgres")) continue;
      char home[] = "/tmp/goldenthread-pg-XXXXXX";
      if (!::mkdtemp(home)) return nullptr;
      return std::unique_ptr<PrivatePostgres>(new PrivatePostgres(programs, home));
    }
    return nullptr;
  }

  // PostgreSQL refuses to run as root.
  static const passwd* someone_else() {
    if (::getuid() != 0) return nullptr;
    const passwd* person = ::getpwnam("postgres");
    return person ? person : ::getpwnam("nobody");
  }

  static void give_away(const Path& path) {
    const passwd* to = someone_else();
    if (!to) return;
    static uid_t user;
    static gid_t group;
    user = to->pw_uid, group = to->pw_gid;
    ::nftw(
        path.c_str(), [](const char* name, const struct stat*, int, FTW*) { return ::lchown(name, user, group); }, 16,
        FTW_PHYS);
  }

  static pid_t launch(std::vector<std::string> words) {
    const passwd* as = someone_else();
    const pid_t child = ::fork();
    if (child != 0) return child;
    if (as && (::setgid(as->pw_gid) != 0 || ::setuid(as->pw_uid) != 0)) ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (int stream : {0, 1, 2}) ::dup2(nowhere, stream);
    if (::chdir("/") != 0) ::_exit(126);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }

  static bool run(std::vector<std::string> words) {
    int status = 0;
    return ::waitpid(launch(std::move(words)), &status, 0) > 0 && status == 0;
  }

  // Made once for all test programs of this user, under a lock.
  Path fresh_cluster() const {
    const Path kept = "/tmp/goldenthread-initdb-" + std::to_string(::getuid());
    const int lock = ::open((kept.string() + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ::flock(lock, LOCK_EX);
    if (!std::filesystem::exists(kept)) {
      const Path making = home_ / "making";
      std::filesystem::create_directory(making);
      give_away(home_);
      if (!run({programs_ / "initdb", "-D", making.string(), "-U", "goldenthread", "-A", "trust", "-E", "UTF8",
                "--locale=C.UTF-8", "-N"}))
        throw kit::Failure("initdb failed");
      std::filesystem::rename(making, kept);
    }
    ::close(lock);
    return kept;
  }

  void run_server() {
    server_ = launch({programs_ / "postgres", "-D", home_ / "data", "-k", home_.string(), "-c",
                      "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=60", "-c", "shared_buffers=64MB"});
    for (int tries = 0; tries < 600; ++tries) {
      if (run({programs_ / "pg_isready", "-q", "-h", home_.string()})) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    throw kit::Failure("PostgreSQL did not start");
  }

  Path programs_, home_;
  pid_t server_ = 0;
  int made_ = 0;
};

}  // namespace tests
