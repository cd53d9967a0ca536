#include "kit/child.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "kit/failure.h"

namespace kit {
namespace {

namespace files = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto between_weighings = std::chrono::milliseconds(400);

class Actions {
 public:
  Actions(const std::string& folder, int hears, int answers) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    for (const int out : {STDOUT_FILENO, STDERR_FILENO}) posix_spawn_file_actions_addopen(&actions_, out, "/dev/null", O_WRONLY, 0);
    if (hears >= 0) {
      posix_spawn_file_actions_adddup2(&actions_, hears, 3);
      posix_spawn_file_actions_adddup2(&actions_, answers, 4);
    }
    posix_spawn_file_actions_addclosefrom_np(&actions_, hears >= 0 ? 5 : 3);
    posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);  // our own threads hold signals back: it must not
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
  }
  ~Actions() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> all;
  for (const auto& word : words) all.push_back(const_cast<char*>(word.c_str()));
  all.push_back(nullptr);
  return all;
}

// Its two ends stand above the descriptors that the other program is given.
struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw Failure("There are no more descriptors for a program that makes files.");
    read = ::fcntl(ends[0], F_DUPFD_CLOEXEC, 10);
    write = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 10);
    ::close(ends[0]);
    ::close(ends[1]);
  }
};

pid_t group_of(const std::string& stat) {
  const auto after_name = stat.rfind(')');
  if (after_name == std::string::npos) return 0;
  char state = 0;
  int parent = 0, group = 0;
  return std::sscanf(stat.c_str() + after_name + 1, " %c %d %d", &state, &parent, &group) == 3 ? group : 0;
}

// What is there to read: of a process that has just ended there is nothing any more.
std::string whole(const files::path& file) {
  std::ifstream in(file);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

// In bytes, by its part of what it shares; by what it holds where the system does not tell.
std::size_t memory_of(const files::path& process) {
  const auto told = whole(process / "smaps_rollup");
  const auto at = told.find("\nPss:");
  if (at != std::string::npos) return std::strtoull(told.c_str() + at + 5, nullptr, 10) * 1024;
  const auto pages = whole(process / "statm");
  const auto space = pages.find(' ');
  return space == std::string::npos
             ? 0
             : std::strtoull(pages.c_str() + space, nullptr, 10) * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

std::string_view words(Kept stopped) {
  switch (stopped) {
    case Kept::too_long: return "It took too long.";
    case Kept::too_large: return "It took more memory than it may.";
    case Kept::not_wanted: return "It was stopped.";
    case Kept::on: break;
  }
  return "";
}

Child::Child(const std::string& program, const std::vector<std::string>& arguments, const std::string& folder,
             Talks talks, const std::vector<std::string>& environment)
    : weighed_(Clock::now()) {
  std::optional<Pipe> to, from;
  if (talks == Talks::by_pipes) to.emplace(), from.emplace();
  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> around = {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                                     "HOME=" + folder, "TMPDIR=" + folder, "LANG=C.UTF-8"};
  around.insert(around.end(), environment.begin(), environment.end());
  const Actions actions(folder, to ? to->read : -1, from ? from->write : -1);
  const int failed = ::posix_spawn(&group_, program.c_str(), actions.actions(), actions.attributes(),
                                   pointers(words).data(), pointers(around).data());
  if (to) {
    ::close(to->read);
    ::close(from->write);
    hears_ = to->write;
    answers_ = from->read;
  }
  if (failed == 0) return;
  for (const int end : {hears_, answers_})
    if (end >= 0) ::close(end);
  throw Failure("The program " + program + " could not be started.");
}

Child::~Child() {
  ::kill(-group_, SIGKILL);
  if (!status_) ::waitpid(group_, nullptr, 0);
  for (const int end : {hears_, answers_})
    if (end >= 0) ::close(end);
}

std::optional<int> Child::ended() {
  int status = 0;
  if (!status_ && ::waitpid(group_, &status, WNOHANG) == group_) status_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return status_;
}

std::size_t Child::memory() const {
  std::size_t sum = 0;
  std::error_code ignored;
  for (const auto& each : files::directory_iterator("/proc", ignored)) {
    const auto name = each.path().filename().string();
    if (name.find_first_not_of("0123456789") == std::string::npos && group_of(whole(each.path() / "stat")) == group_)
      sum += memory_of(each.path());
  }
  return sum;
}

Kept Child::standing(const Watch& watch) {
  const auto now = Clock::now();
  if (now >= watch.until) return Kept::too_long;
  if (watch.is_wanted && !watch.is_wanted()) return Kept::not_wanted;
  if (now - weighed_ < between_weighings) return Kept::on;
  weighed_ = now;
  return memory() > watch.most_memory ? Kept::too_large : Kept::on;
}

Ran run_watched(const std::string& program, const std::vector<std::string>& arguments, const std::string& folder,
                const Watch& watch, const std::vector<std::string>& environment) {
  Child child(program, arguments, folder, Child::Talks::not_at_all, environment);
  Ran ran;
  while (!(ran.code = child.ended()) && (ran.kept = child.standing(watch)) == Kept::on)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  return ran;
}

}  // namespace kit
