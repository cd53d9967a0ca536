#include <csignal>
#include <iostream>
#include <thread>

#include "app/clockwork.h"
#include "app/commands.h"
#include "app/demo.h"
#include "app/edge.h"
#include "app/fetching.h"
#include "app/first_link.h"
#include "app/pressing.h"
#include "app/readiness.h"
#include "app/run_due_command.h"
#include "assess/picture_store.h"
#include "compare/published_copy_store.h"
#include "compare/published_store.h"
#include "council/record_store.h"
#include "kit/http.h"
#include "kit/secret.h"

namespace app {
namespace {

// The clock never stands before the newest record: what was saved later is not seen from before.
void set_clock(kit::Clock& clock, const ServeOptions& options, kit::Database& db) {
  auto moment = demo_moment(options.place.folder);
  if (!options.clock.empty()) {
    moment = kit::Moment::parse(options.clock);
    if (!moment) throw kit::Failure("--clock " + options.clock + " is not a moment such as 2025-11-24T09:00:00Z.");
  }
  if (!moment) return;
  auto tx = db.read();
  const auto newest = council::newest_moment(tx);
  clock.set(newest && *newest >= *moment ? kit::Moment{newest->seconds + 1} : *moment);
}

bool is_loopback(std::string_view listen) {
  return listen.starts_with("127.") || listen.starts_with("[::1]") || listen.starts_with("localhost");
}

// On a loopback address only this machine's names and those given are answered: a page elsewhere that makes a name of its own
// lead here gets nothing. On any other address every name is answered unless names are given.
std::vector<std::string> names(const ServeOptions& options) {
  auto names = options.names;
  if (is_loopback(options.listen)) names.insert(names.end(), {"localhost", "127.0.0.1", "[::1]"});
  return names;
}

void stop_at_signal(kit::Server& server) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  std::thread([set, &server]() mutable {
    int got = 0;
    sigwait(&set, &got);
    server.stop();
  }).detach();
}

void block_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool is_demo(const ServeOptions& options) { return demo_moment(options.place.folder).has_value() && is_loopback(options.listen); }

EdgeSettings edge_settings(const ServeOptions& options) {
  EdgeSettings settings;
  settings.pages = options.keep_pages ? Pages::kept : Pages::made_afresh;
  settings.data_folder = options.place.folder;
  settings.demo = is_demo(options);
  settings.scan = options.scan;
  settings.address = options.address;
  settings.behind_proxy = options.behind_proxy;
  return settings;
}

// A demo is looked at while its clock is moved, so it looks more often for what is due, and sends nothing.
ClockworkSettings clockwork_settings(const ServeOptions& options) {
  ClockworkSettings settings{options.address, std::nullopt, is_demo(options) ? 2 : 5};
  settings.data_folder = options.place.folder;
  if (!is_demo(options))
    settings.smtp =
        smtp_of({options.smtp, options.smtp_user, options.smtp_password_file, options.smtp_ca_file, options.mail_from},
                options.address);
  return settings;
}

kit::ServerLimits limits_of(const ServeOptions& options) {
  kit::ServerLimits limits;
  limits.threads = options.threads;
  limits.hosts = names(options);
  return limits;
}

void say_where_it_is(const kit::Server& server) {
  std::cout << "Goldenthread is at http://" << server.listening() << "/  (stop with Ctrl+C)" << std::endl;
}

void say_who_begins(const kit::Server& server, const ServeOptions& options, const std::string& link) {
  if (link.empty()) return;
  std::cout << "Nobody can sign in yet. The first administrator begins here, within a day: "
            << (options.address.empty() ? "http://" + server.listening() : options.address) << link << std::endl;
}

}  // namespace

int serve_command(const ServeOptions& options) {
  block_signals();
  const auto lg_inform = lg_inform_at(options.lg_inform);
  auto db = open(options.place);
  kit::Clock clock;
  set_clock(clock, options, *db);
  compare::give_duck_memory(options.place.folder, options.figures_memory);
  const compare::FiguresAtHand figures(*db, options.place.folder);

  kit::Press press(press_settings(options));
  assess::PageCounter counter;
  auto settings = edge_settings(options);
  settings.demo_clock = settings.demo ? &clock : nullptr;
  settings.press = &press;
  settings.counter = &counter;
  Edge edge(*db, clock, settings);
  auto clockwork = clockwork_settings(options);
  clockwork.counter = &counter;
  clockwork.press = &press;

  kit::Server server(options.listen, edge.site(), limits_of(options));
  stop_at_signal(server);
  say_where_it_is(server);
  if (!settings.demo) say_who_begins(server, options, first_link(*db, clock.now()));
  const Clockwork works(*db, clock, clockwork);
  std::optional<Fetching> fetching;  // a demo asks nobody
  const auto key = kit::ServerKey::in_folder(options.place.folder);
  if (!settings.demo)
    fetching.emplace(*db, clock,
                     compare::FetchSettings{.data_folder = options.place.folder, .address = lg_inform, .key = &key});
  const Readiness readiness(*db, edge);
  server.run();
  return 0;
}

}  // namespace app
