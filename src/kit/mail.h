// Mail, by SMTP: one message with a plain and an HTML part. Line ends in what becomes a header are refused, never passed on.
#pragma once
#include <string>

#include "kit/moment.h"

namespace kit {

struct Mail {
  std::string from, to;     // addresses
  std::string subject;
  std::string plain, html;
  std::string message_id;   // the same for every attempt at the same letter, so that a reader sees one
  Moment at;
};
std::string message_of(const Mail& mail);  // as it goes over the wire; Failure when a header would hold a line end

struct SmtpServer {
  std::string url;       // "smtps://mail.example:465", "smtp://mail.example:587" (with STARTTLS), "smtp-plain://localhost:25"
  std::string user, password;
  std::string from;      // "performance@ambleford.gov.example"
};
struct Delivered {
  enum class How { taken, refused, unreachable } how = How::taken;  // refused: for good (5xx); unreachable: try again
  std::string problem;
};
Delivered send(const Mail& mail, const SmtpServer& server);

}  // namespace kit
