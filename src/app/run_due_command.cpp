#include "app/run_due_command.h"

#include <fstream>
#include <iostream>

#include "app/pressing.h"

namespace app {

std::optional<kit::SmtpServer> smtp_of(const MailOptions& options, const std::string& address) {
  if (options.smtp.empty()) return std::nullopt;
  if (!options.smtp.starts_with("smtp://") && !options.smtp.starts_with("smtps://") && !options.smtp.starts_with("smtp-plain://"))
    throw kit::Failure("--smtp " + options.smtp + " is not a mail server. Write it as smtps://mail.example:465 or smtp://mail.example:587.");
  if (options.from.find('@') == std::string::npos) throw kit::Failure("--mail-from is missing: the address that letters come from.");
  if (address.empty()) throw kit::Failure("--address is missing: letters hold links, such as https://performance.ambleford.gov.example/my-figures.");
  if (!options.ca_file.empty() && !std::ifstream(options.ca_file)) throw kit::Failure("--smtp-ca-file " + options.ca_file + " cannot be read.");
  kit::SmtpServer server{options.smtp, options.user, "", options.from, options.ca_file};
  if (options.password_file.empty()) return server;
  std::ifstream file(options.password_file);
  if (!std::getline(file, server.password)) throw kit::Failure("--smtp-password-file " + options.password_file + " cannot be read.");
  return server;
}

int run_due_command(const RunDueOptions& options) {
  const auto asked = options.clock.empty() ? std::optional<kit::Moment>() : kit::Moment::parse(options.clock);
  if (!options.clock.empty() && !asked) throw kit::Failure("--clock " + options.clock + " is not a moment such as 2025-11-24T09:00:00Z.");
  const auto smtp = smtp_of(options.mail, options.address);
  auto db = open(options.place);
  kit::Clock clock;
  kit::Press press(press_settings(options.place));
  const auto done = turn(*db, asked.value_or(clock.now()), {options.address, smtp, 0, ClockworkSettings::Letters::all, nullptr, options.place.folder, &press});
  for (const auto& due : done.done) std::cout << due.at.iso() << " " << collect::code(due.job) << " " << due.subject() << "\n";
  for (const auto& edition : done.reports) std::cout << edition.as_at.iso() << " report " << edition.key.path() << "\n";
  if (done.done.empty() && done.reports.empty()) std::cout << "Nothing was due.\n";
  if (smtp) std::cout << done.sent << " letters sent, " << done.not_sent << " not yet.\n";
  return 0;
}

}  // namespace app
