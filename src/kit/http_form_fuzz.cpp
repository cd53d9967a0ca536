// Feeds arbitrary bytes to everything that reads what a browser sends: request line and header, query, cookies, forms,
// multipart. What comes out must be text; nothing may crash, hang or read beyond its bytes.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "kit/http_reader.h"
#include "kit/utf8.h"

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

void must_be_text(const kit::Pairs& pairs) {
  for (const auto& [name, value] : pairs) must(kit::is_text(name) && kit::is_text(value));
}

// In pieces, as a line delivers them: what was not used comes again with more behind it.
void read_whole_request(std::string_view bytes, std::size_t piece) {
  const kit::ServerLimits limits;
  kit::RequestReader reader(limits);
  for (std::size_t from = 0, to = 0; to < bytes.size() && !reader.is_done() && !reader.fault();) {
    to = std::min(to + piece, bytes.size());
    const auto used = reader.take(bytes.substr(from, to - from));
    must(used <= to - from);
    from += used;
  }
  if (!reader.is_done() || reader.fault()) return;
  auto& request = reader.request();
  must(kit::is_text(request.path) && request.path.starts_with('/'));
  must_be_text(request.query);
  must_be_text(request.cookies);
  if (!kit::read_form(reader.body(), request)) must_be_text(request.form);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  kit::Request request;
  kit::Pairs pairs;
  switch (data[0] % 4) {
    case 0: read_whole_request(bytes, data[0] < 128 ? 1 + data[0] / 4 : bytes.size()); break;
    case 1:
      if (!kit::read_query(bytes, pairs, 1000)) must_be_text(pairs);
      break;
    case 2:
      if (!kit::read_cookies(bytes, pairs, 100)) must_be_text(pairs);
      break;
    default:
      if (!kit::read_multipart("multipart/form-data; boundary=b", bytes, request)) must_be_text(request.form);
  }
  return 0;
}
