#include "app/run_due_command.h"

#include <fstream>
#include <iostream>

#include "app/demo.h"
#include "app/fetching.h"
#include "app/pressing.h"
#include "compare/published_copy_store.h"
#include "kit/secret.h"

namespace app {

std::optional<kit::SmtpServer> smtp_of(const MailOptions& options, const std::string& address) {
  if (options.smtp.empty()) return std::nullopt;
  if (!options.smtp.starts_with("smtp://") && !options.smtp.starts_with("smtps://") && !options.smtp.starts_with("smtp-plain://"))
    throw kit::Failure("--smtp " + options.smtp +
                       " is not a mail server. Write it as smtps://mail.example:465 or smtp://mail.example:587.");
  if (options.from.find('@') == std::string::npos) throw kit::Failure("--mail-from is missing: the address that letters come from.");
  if (address.empty())
    throw kit::Failure(
        "--address is missing: letters hold links, such as https://performance.ambleford.gov.example/my-figures.");
  if (!options.ca_file.empty() && !std::ifstream(options.ca_file))
    throw kit::Failure("--smtp-ca-file " + options.ca_file + " cannot be read.");
  kit::SmtpServer server{options.smtp, options.user, "", options.from, options.ca_file};
  if (options.password_file.empty()) return server;
  std::ifstream file(options.password_file);
  if (!std::getline(file, server.password)) throw kit::Failure("--smtp-password-file " + options.password_file + " cannot be read.");
  return server;
}

namespace {

// Everything from LG Inform Plus that has fallen due, one data set after the other.
void fetch_published(kit::Database& db, kit::Moment now, const RunDueOptions& options) {
  if (demo_moment(options.place.folder)) return;  // a demo asks nobody
  const auto key = kit::ServerKey::in_folder(options.place.folder);
  const compare::FetchSettings settings{.data_folder = options.place.folder, .address = lg_inform_at(options.lg_inform), .key = &key};
  while (const auto fetch = compare::fetch_what_is_due(db, now, settings)) {
    const auto what = fetch->data_set.empty() ? std::string("the metric types of LG Inform Plus") : "“" + fetch->data_set + "”";
    std::cout << (fetch->state == compare::LgFetch::State::done ? "Fetched " + what
                                                                : "Not fetched: " + what + ". " + fetch->problem)
              << "\n";
  }
}

}  // namespace

int run_due_command(const RunDueOptions& options) {
  const auto asked = options.clock.empty() ? std::optional<kit::Moment>() : kit::Moment::parse(options.clock);
  if (!options.clock.empty() && !asked) throw kit::Failure("--clock " + options.clock + " is not a moment such as 2025-11-24T09:00:00Z.");
  const auto smtp = smtp_of(options.mail, options.address);
  auto db = open(options.place);
  const compare::FiguresAtHand figures(*db, options.place.folder);
  kit::Clock clock;
  const auto now = asked.value_or(clock.now());
  kit::Press press(press_settings(options.place));
  const auto done = turn(*db, now, {options.address, smtp, 0, ClockworkSettings::Letters::all, nullptr, options.place.folder, &press});
  for (const auto& due : done.done) std::cout << due.at.iso() << " " << collect::code(due.job) << " " << due.subject() << "\n";
  for (const auto& edition : done.reports) std::cout << edition.as_at.iso() << " report " << edition.key.path() << "\n";
  if (done.done.empty() && done.reports.empty()) std::cout << "Nothing was due.\n";
  if (smtp) std::cout << done.sent << " letters sent, " << done.not_sent << " not yet.\n";
  fetch_published(*db, now, options);
  return 0;
}

}  // namespace app
