// goldenthread run-due: once what a running server does by itself, for those who prefer cron.
#pragma once
#include <string>

#include "app/clockwork.h"
#include "app/commands.h"

namespace app {

struct MailOptions {
  std::string smtp, user, password_file, ca_file, from;
};
// None when no server is named. Letters hold links, so they need the address by which people reach the server.
std::optional<kit::SmtpServer> smtp_of(const MailOptions& options, const std::string& address);

struct RunDueOptions {
  Place place;
  std::string clock;    // a moment, or empty for now
  std::string address;
  MailOptions mail;
  std::string lg_inform;  // where LG Inform Plus is asked, when not at its own address
};
int run_due_command(const RunDueOptions& options);

}  // namespace app
