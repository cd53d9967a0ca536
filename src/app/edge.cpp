#include "app/edge.h"

#include "app/layout.h"
#include "app/routes.h"
#include "council/desk.h"
#include "kit/csrf.h"
#include "kit/memory.h"
#include "parts/error_page.h"

namespace app {
namespace {

using kit::Method;
using kit::Request;
using kit::Response;

enum class Encoding { plain, gzip, brotli };

Encoding accepted(const Request& asked) {
  const auto header = asked.header("accept-encoding");
  if (header.find("br") != std::string::npos) return Encoding::brotli;
  return header.find("gzip") != std::string::npos ? Encoding::gzip : Encoding::plain;
}

std::string_view code(Encoding encoding) {
  return encoding == Encoding::brotli ? "br" : encoding == Encoding::gzip ? "gzip" : "";
}

std::size_t bytes(const Response& response) {
  std::size_t total = 512 + (response.body ? response.body->size() : 0);
  for (const auto& packed : {response.gzip, response.brotli}) total += packed ? packed->size() : 0;
  return total;
}

// Whether the asker sits at this machine: not through a proxy, and not from a page elsewhere that made a name of its own
// lead here.
bool is_at_this_machine(const Request& asked) {
  if (!asked.from_this_machine || !asked.header("x-forwarded-for").empty() || !asked.header("forwarded").empty()) return false;
  const auto host = asked.header("host");
  const auto name = host.starts_with('[') ? host.substr(0, host.find(']') + 1) : host.substr(0, host.find(':'));
  return name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

// A page stays as it is while the data, the day in London and the program stay.
std::string tag(std::int64_t version, kit::Moment now, std::string_view target) {
  const auto program = std::hash<std::string_view>{}(__DATE__ __TIME__);
  const auto which = std::hash<std::string_view>{}(target);
  return "W/\"" + std::to_string(version) + "-" + now.date().iso() + "-" + std::to_string(program ^ which) + "\"";
}

// Under which name a page is kept: as it is, or packed as the asker's browser likes it.
std::string plain_name(kit::Moment now, const Request& asked) { return now.date().iso() + ' ' + asked.target + ' '; }

std::string kept_name(kit::Moment now, const Request& asked) {
  return plain_name(now, asked) + std::string(code(accepted(asked)));
}

Response packed(const Response& page, Encoding encoding) {
  Response copy = page;
  if (encoding == Encoding::brotli) copy.brotli = std::make_shared<std::string>(kit::brotli(*page.body));
  if (encoding == Encoding::gzip) copy.gzip = std::make_shared<std::string>(kit::gzip(*page.body));
  return copy;
}

}  // namespace

struct Edge::Inside {
  kit::Database& db;
  const kit::Clock& clock;
  EdgeSettings settings;
  std::vector<council::Route> routes = all_routes();
  kit::Memory memory{768u << 20};
  kit::FormGuard guard{kit::ServerKey::in_folder(settings.data_folder), kit::Transport::plain};

  Response wrapped(parts::Reply reply, const council::Desk& desk, const Request& asked) const {
    if (auto* response = std::get_if<Response>(&reply)) return std::move(*response);
    return laid_out(std::get<parts::Page>(reply), desk, asked, Frame{settings.demo, db.version()});
  }

  council::Desk desk(const Request& asked) {
    return {db, memory, clock.now(), {is_at_this_machine(asked)}, "", settings.data_folder};
  }

  Response failed(int status, std::string_view sentence, const Request& asked) {
    auto at_hand = desk(asked);
    return wrapped(parts::error_page(status, sentence), at_hand, asked);
  }

  Response fresh(const council::Route& route, const Request& asked, council::Desk& at_hand) {
    const auto no = council::why_not(route.may, at_hand.asker);
    if (no.any()) return failed(403, no.all().front().sentence, asked);
    return wrapped(route.answer(asked, at_hand), at_hand, asked);
  }

  // The page under its address, when it is in memory already.
  std::optional<Response> at_once(const Request& asked) {
    if (asked.method != Method::get || settings.pages == Pages::made_afresh) return std::nullopt;
    const auto version = db.version();
    const auto page = memory.find<Response>(version, kept_name(clock.now(), asked));
    return page ? std::optional(*page) : std::nullopt;
  }

  Response kept(const council::Route& route, const Request& asked) {
    auto at_hand = desk(asked);
    const auto version = db.version();
    const auto name = plain_name(at_hand.now, asked);
    const auto page = memory.get<Response>(version, name, [&] {
      auto made = std::make_shared<Response>(fresh(route, asked, at_hand));
      if (made->status == 200) made->etag = tag(version, at_hand.now, asked.target);
      return made;
    }, bytes);
    const auto encoding = accepted(asked);
    if (encoding == Encoding::plain) return *page;
    return *memory.get<Response>(version, name + std::string(code(encoding)), [&] {
      return std::make_shared<Response>(packed(*page, encoding));
    }, bytes);
  }

  // Pages with a form carry a token of the asker's own session, and are never kept.
  Response with_token(const council::Route& route, const Request& asked) {
    auto at_hand = desk(asked);
    if (asked.method == Method::post && !guard.holds(asked)) return failed(403, kit::FormGuard::sentence, asked);
    const auto session = guard.session(asked);
    at_hand.token = guard.token(session);
    auto answer = fresh(route, asked, at_hand);
    guard.remember(answer, asked, session);
    return answer.with("cache-control", "no-store");
  }

  Response answer(const council::Route& route, const Request& asked) {
    if (asked.method == Method::post || route.may != council::May::read) return with_token(route, asked);
    if (settings.pages == Pages::kept) return kept(route, asked);
    auto at_hand = desk(asked);
    return fresh(route, asked, at_hand);
  }

  std::string error_page(int status, std::string_view sentence) {
    const Request nothing;
    return *failed(status, sentence, nothing).body;
  }
};

Edge::Edge(kit::Database& db, const kit::Clock& clock, EdgeSettings settings)
    : inside_(new Inside{db, clock, std::move(settings)}) {}

Edge::~Edge() = default;

kit::Site Edge::site() {
  auto* inside = inside_.get();
  kit::Site site;
  for (const auto& route : inside->routes)
    site.routes.add(route.method, route.pattern, [inside, &route](Request& asked) { return inside->answer(route, asked); });
  site.at_once = [inside](const Request& asked) { return inside->at_once(asked); };
  site.error_page = [inside](int status, std::string_view sentence) { return inside->error_page(status, sentence); };
  return site;
}

}  // namespace app
