#include "kit/mail.h"

#include <curl/curl.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <ctime>
#include <memory>
#include <string_view>

#include "kit/failure.h"
#include "kit/secret.h"

namespace kit {
namespace {

constexpr long longest = 60;  // seconds for one letter
constexpr std::size_t line_length = 72;

const std::string& in_one_line(const std::string& text) {
  for (const unsigned char c : text)
    if (c < 0x20 || c == 0x7f) throw Failure("A mail's header would hold a line end or another control character. It is not sent.");
  return text;
}

std::string hex(unsigned char byte) {
  static constexpr char digits[] = "0123456789ABCDEF";
  return {'=', digits[byte >> 4], digits[byte & 15]};
}

// RFC 2047: in pieces that each hold whole letters.
std::string encoded_word(const std::string& text) {
  std::string out, piece;
  const auto flush = [&] {
    if (!piece.empty()) out += (out.empty() ? "" : "\r\n ") + std::string("=?utf-8?Q?") + piece + "?=";
    piece.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    auto end = i + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
    std::string letter;
    for (; i < end; ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      if (c == ' ') letter += '_';
      else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) letter += static_cast<char>(c);
      else letter += hex(c);
    }
    if (piece.size() + letter.size() > 56) flush();
    piece += letter;
  }
  flush();
  return out;
}

std::string header(const std::string& text) {
  in_one_line(text);
  const bool plain =
      text.size() < line_length &&
      std::string_view(text).find_first_not_of(
          " !#$%&'()*+,-./0123456789:;<>@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~") ==
          std::string_view::npos;
  return plain ? text : encoded_word(text);
}

std::string quoted_printable(std::string_view text) {
  std::string out, line;
  const auto end_line = [&](std::string_view ending) {
    out.append(line).append(ending);
    line.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\r') continue;
    if (c == '\n') {
      if (!line.empty() && line.back() == ' ') line.back() = '=', line += "20";
      end_line("\r\n");
      continue;
    }
    const auto letter = (c >= 33 && c <= 126 && c != '=') || c == ' ' ? std::string(1, static_cast<char>(c)) : hex(c);
    if (line.size() + letter.size() > line_length) end_line("=\r\n");
    line += letter;
  }
  end_line("\r\n");
  return out;
}

std::string date(Moment at) {
  const std::time_t seconds = at.seconds;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 64> text{};
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d +0000", days[parts.tm_wday], parts.tm_mday,
                months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text.data();
}

std::string part(std::string_view type, std::string_view text) {
  return "Content-Type: " + std::string(type) +
         "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted_printable(text);
}

// In lines of 76 characters, as RFC 2045 asks.
std::string base64(std::string_view bytes) {
  constexpr std::size_t of_a_line = 57;
  std::string out, line(sodium_base64_ENCODED_LEN(of_a_line, sodium_base64_VARIANT_ORIGINAL), '\0');
  out.reserve(bytes.size() / of_a_line * 78 + 80);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(of_a_line, bytes.size()))) {
    const auto piece = bytes.substr(0, of_a_line);
    sodium_bin2base64(line.data(), line.size(), reinterpret_cast<const unsigned char*>(piece.data()), piece.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    out.append(line.c_str()).append("\r\n");
  }
  return out;
}

std::string part(const Attachment& file) {
  return "Content-Type: " + in_one_line(file.type) +
         "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"" +
         in_one_line(file.name) + "\"\r\n\r\n" + base64(file.bytes);
}

// Both parts say the same.
std::string text_of(const Mail& mail, const std::string& boundary) {
  std::string text = "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
  text += "--" + boundary + "\r\n" + part("text/plain", mail.plain);
  text += "--" + boundary + "\r\n" + part("text/html", "<!doctype html><html lang=\"en-GB\"><body>" + mail.html + "</body></html>");
  return text + "--" + boundary + "--\r\n";
}

struct Reading {
  std::string_view left;
};

std::size_t read_on(char* into, std::size_t size, std::size_t count, void* from) {
  auto& reading = *static_cast<Reading*>(from);
  const auto taken = std::min(size * count, reading.left.size());
  std::memcpy(into, reading.left.data(), taken);
  reading.left.remove_prefix(taken);
  return taken;
}

struct Curl {
  Curl() : handle(curl_easy_init()) {}
  Curl(const Curl&) = delete;
  ~Curl() {
    curl_slist_free_all(to);
    curl_easy_cleanup(handle);
  }
  template <class Value>
  void set(CURLoption option, Value value) { curl_easy_setopt(handle, option, value); }
  CURL* handle;
  curl_slist* to = nullptr;
};

void address(Curl& curl, const SmtpServer& server) {
  std::string url = server.url;
  const bool plain = url.starts_with("smtp-plain://");
  if (plain) url = "smtp://" + url.substr(13);
  curl.set(CURLOPT_URL, url.c_str());
  curl.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl.set(CURLOPT_USE_SSL, plain ? static_cast<long>(CURLUSESSL_NONE) : static_cast<long>(CURLUSESSL_ALL));
  curl.set(CURLOPT_SSL_VERIFYPEER, 1L);
  curl.set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!server.ca_file.empty()) curl.set(CURLOPT_CAINFO, server.ca_file.c_str());
  if (server.user.empty()) return;
  curl.set(CURLOPT_USERNAME, server.user.c_str());
  curl.set(CURLOPT_PASSWORD, server.password.c_str());
}

// A letter is refused for good only when the server says so of its reader or its text: a server that refuses us (a wrong password, a
// sender that it does not know) may be put right, and then takes everything that waits.
Delivered::How how_it_failed(long answer, const std::string& why, bool text_was_sent) {
  using How = Delivered::How;
  const bool of_the_letter = text_was_sent || why.starts_with("RCPT failed") || why.starts_with("DATA failed");
  if (answer >= 500 && answer < 600 && of_the_letter) return How::refused;
  return answer >= 400 && answer < 500 && of_the_letter ? How::later : How::unreachable;
}

}  // namespace

std::string message_of(const Mail& mail) {
  const auto name = fingerprint(mail.message_id).substr(0, 24);
  std::string text = "Date: " + date(mail.at) + "\r\nFrom: " + in_one_line(mail.from) +
                     "\r\nTo: " + in_one_line(mail.to) + "\r\nSubject: " + header(mail.subject) + "\r\nMessage-ID: <" +
                     in_one_line(mail.message_id) + ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n";
  if (!mail.attachment) return text + text_of(mail, "part-" + name);
  const auto whole = "whole-" + name;
  text += "Content-Type: multipart/mixed; boundary=\"" + whole + "\"\r\n\r\n--" + whole + "\r\n" + text_of(mail, "part-" + name);
  return text + "--" + whole + "\r\n" + part(*mail.attachment) + "--" + whole + "--\r\n";
}

Delivered send(const Mail& mail, const SmtpServer& server) {
  using How = Delivered::How;
  const auto message = message_of(mail);
  Curl curl;
  if (!curl.handle) return {How::unreachable, "The mail library could not start."};
  Reading reading{message};
  std::array<char, CURL_ERROR_SIZE> problem{};
  address(curl, server);
  const auto from = "<" + mail.from + ">", to = "<" + in_one_line(mail.to) + ">";
  curl.to = curl_slist_append(nullptr, to.c_str());
  curl.set(CURLOPT_MAIL_FROM, from.c_str());
  curl.set(CURLOPT_MAIL_RCPT, curl.to);
  curl.set(CURLOPT_UPLOAD, 1L);
  curl.set(CURLOPT_READFUNCTION, read_on);
  curl.set(CURLOPT_READDATA, static_cast<void*>(&reading));
  curl.set(CURLOPT_TIMEOUT, longest);
  curl.set(CURLOPT_CONNECTTIMEOUT, 15L);
  curl.set(CURLOPT_NOSIGNAL, 1L);
  curl.set(CURLOPT_ERRORBUFFER, problem.data());
  const auto outcome = curl_easy_perform(curl.handle);
  if (outcome == CURLE_OK) return {};
  long answer = 0;
  curl_easy_getinfo(curl.handle, CURLINFO_RESPONSE_CODE, &answer);
  const std::string why = problem[0] ? problem.data() : curl_easy_strerror(outcome);
  return {how_it_failed(answer, why, reading.left.size() < message.size()), why + (answer ? " (" + std::to_string(answer) + ")" : "")};
}

}  // namespace kit
