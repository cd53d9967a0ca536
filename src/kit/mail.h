// Mail, by SMTP: one message with a plain and an HTML part, and with a file if there is one. Line ends in what becomes
// a header are refused, never passed on.
#pragma once
#include <optional>
#include <string>

#include "kit/moment.h"

namespace kit {

struct Attachment {
  std::string name, type, bytes;  // "report.pdf", "application/pdf"
};
struct Mail {
  std::string from, to;     // addresses
  std::string subject;
  std::string plain, html;
  std::string message_id;   // the same for every attempt at the same letter, so that a reader sees one
  Moment at;
  std::optional<Attachment> attachment = {};
};
std::string message_of(const Mail& mail);  // as it goes over the wire; Failure when a header would hold a line end

struct SmtpServer {
  std::string url;       // "smtps://mail.example:465", "smtp://mail.example:587" (with STARTTLS), "smtp-plain://localhost:25"
  std::string user, password;
  std::string from;      // "performance@ambleford.gov.example"
  std::string ca_file;   // of whoever vouches for the server's certificate; empty: those whom the machine trusts
};
struct Delivered {
  // refused: this letter, for good (5xx); later: the server answers, and asks to try again; unreachable: no use to try others now.
  enum class How { taken, refused, later, unreachable } how = How::taken;
  std::string problem;
};
Delivered send(const Mail& mail, const SmtpServer& server);

}  // namespace kit
