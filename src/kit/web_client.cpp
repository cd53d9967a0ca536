#include "kit/web_client.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "kit/failure.h"

namespace kit {
namespace {

constexpr long to_connect = 15;  // seconds
constexpr std::string_view plain = "http://", secure = "https://";

// What comes in, and how much of it may.
struct Taking {
  std::string body;
  std::size_t most;
  const std::function<bool()>& is_wanted;
  bool too_large = false, not_wanted = false;
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* into) {
  auto& taking = *static_cast<Taking*>(into);
  taking.too_large = taking.body.size() + size * count > taking.most;
  if (taking.too_large) return 0;
  taking.body.append(bytes, size * count);
  return size * count;
}

int go_on(void* with, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  auto& taking = *static_cast<Taking*>(with);
  taking.not_wanted = taking.is_wanted && !taking.is_wanted();
  return taking.not_wanted ? 1 : 0;
}

using Curl = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

Curl opened() {
  static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
  Curl curl(started == CURLE_OK ? curl_easy_init() : nullptr, curl_easy_cleanup);
  if (!curl) throw Failure("The library that asks other servers could not start.");
  return curl;
}

template <class Value>
void set(const Curl& curl, CURLoption option, Value value) { curl_easy_setopt(curl.get(), option, value); }

void keep_to(const Curl& curl, const std::string& address, const WebLimits& limits) {
  const bool is_plain = address.starts_with(plain);
  set(curl, CURLOPT_URL, address.c_str());
  set(curl, CURLOPT_PROTOCOLS_STR, is_plain ? "http" : "https");
  if (is_plain) set(curl, CURLOPT_NOPROXY, "*");  // this machine is asked by nobody else
  set(curl, CURLOPT_FOLLOWLOCATION, 0L);
  set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
  set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
  set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(curl, CURLOPT_ACCEPT_ENCODING, "gzip");
  set(curl, CURLOPT_USERAGENT, "Goldenthread");
  set(curl, CURLOPT_TIMEOUT, limits.seconds);
  set(curl, CURLOPT_CONNECTTIMEOUT, to_connect);
  set(curl, CURLOPT_NOSIGNAL, 1L);
}

WebAnswer::How how(CURLcode outcome, const Taking& taking) {
  using How = WebAnswer::How;
  if (outcome == CURLE_OK) return How::answered;
  if (taking.too_large) return How::too_large;
  if (taking.not_wanted) return How::not_wanted;
  return outcome == CURLE_OPERATION_TIMEDOUT ? How::too_slow : How::unreachable;
}

}  // namespace

bool is_safe_web_address(std::string_view address) {
  const auto host_of = [&](std::string_view scheme) {
    const auto rest = address.substr(scheme.size());
    return rest.substr(0, rest.find_first_of(":/?#"));
  };
  if (address.find_first_of(" @\\\r\n\t") != address.npos) return false;
  if (address.starts_with(secure)) return !host_of(secure).empty();
  return address.starts_with(plain) && (host_of(plain) == "127.0.0.1" || host_of(plain) == "localhost");
}

WebAnswer ask_web(const std::string& address, const WebLimits& limits) {
  if (!is_safe_web_address(address)) throw Failure("An address is asked over https alone.");
  const auto curl = opened();
  Taking taking{.body = {}, .most = limits.bytes, .is_wanted = limits.is_wanted};
  keep_to(curl, address, limits);
  set(curl, CURLOPT_WRITEFUNCTION, take);
  set(curl, CURLOPT_WRITEDATA, static_cast<void*>(&taking));
  set(curl, CURLOPT_NOPROGRESS, 0L);
  set(curl, CURLOPT_XFERINFOFUNCTION, go_on);
  set(curl, CURLOPT_XFERINFODATA, static_cast<void*>(&taking));

  const auto outcome = curl_easy_perform(curl.get());
  WebAnswer answer{.how = how(outcome, taking)};
  if (answer.how == WebAnswer::How::unreachable) answer.why = curl_easy_strerror(outcome);
  if (answer.how != WebAnswer::How::answered) return answer;
  long status = 0;
  curl_off_t wait = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(curl.get(), CURLINFO_RETRY_AFTER, &wait);
  answer.status = static_cast<int>(status);
  answer.body = std::move(taking.body);
  if (wait > 0) answer.retry_after = static_cast<int>(std::min<curl_off_t>(wait, 86'400));
  return answer;
}

}  // namespace kit
