#include "kit/log.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <mutex>

#include "kit/failure.h"
#include "kit/utf8.h"

namespace kit {
namespace {

// A second's lines are written together: a system call for each request would cost more than the request.
class Buffered final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit Buffered(std::FILE* file, bool ours) : file_(file), ours_(ours) {}
  ~Buffered() override {
    write_out();
    if (ours_) std::fclose(file_);
  }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    held_.append(line.data(), line.size());
    if (held_.size() > 64 * 1024) write_out();
  }
  void flush_() override { write_out(); }

 private:
  void write_out() {
    std::fwrite(held_.data(), 1, held_.size(), file_);
    std::fflush(file_);
    held_.clear();
  }
  std::FILE* file_;
  bool ours_;
  std::string held_;
};

std::shared_ptr<spdlog::logger> made(std::FILE* file, bool ours) {
  auto logger = std::make_shared<spdlog::logger>("goldenthread", std::make_shared<Buffered>(file, ours));
  logger->set_pattern("time=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
  logger->flush_on(spdlog::level::warn);
  return logger;
}

std::shared_ptr<spdlog::logger>& logger() {
  static std::shared_ptr<spdlog::logger> one = [] {
    auto to_standard_error = made(stderr, false);
    spdlog::set_default_logger(to_standard_error);  // so that it is flushed each second and when the program ends
    spdlog::flush_every(std::chrono::seconds(1));
    return to_standard_error;
  }();
  return one;
}

void hex_into(std::string& out, unsigned char c) {
  static constexpr char digits[] = "0123456789abcdef";
  out += {'\\', 'x', digits[c >> 4], digits[c & 15]};
}

void escaped_into(std::string& out, std::string_view text) {
  const bool readable = is_text(text);
  for (const unsigned char c : text) {
    if (c == '\n') out += "\\n";
    else if (c == '\r') out += "\\r";
    else if (c == '\t') out += "\\t";
    else if (c == '"' || c == '\\') out += {'\\', static_cast<char>(c)};
    else if (c < 32 || c == 127 || (c > 127 && !readable)) hex_into(out, c);
    else out += static_cast<char>(c);
  }
}

}  // namespace

std::string log_value(std::string_view text) {
  const bool bare = !text.empty() && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                                            "0123456789-_./:{}+%@,()") == text.npos;
  if (bare) return std::string(text);
  std::string out = "\"";
  escaped_into(out, text);
  return out + '"';
}

void log_to_file(const std::string& path) {
  auto* file = std::fopen(path.c_str(), "ae");
  if (!file) throw Failure("The log file cannot be opened: " + path);
  logger() = made(file, true);
  spdlog::set_default_logger(logger());
}

void flush_log() { logger()->flush(); }

void log(Level level, std::string_view what, std::initializer_list<Said> said) {
  std::string line = "what=" + log_value(what);
  for (const auto& one : said) line.append(" ").append(one.name).append("=").append(log_value(one.value));
  const auto as = level == Level::note ? spdlog::level::info : level == Level::warning ? spdlog::level::warn : spdlog::level::err;
  logger()->log(as, std::string_view(line));
}

void log(const AccessLine& line) {
  logger()->info("what=request request={} method={} route={} status={} ms={:.2f} bytes={}", line.request, line.method,
                 log_value(line.route), line.status, line.milliseconds, line.bytes);
}

}  // namespace kit
