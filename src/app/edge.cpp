#include "app/edge.h"

#include "app/layout.h"
#include "app/routes.h"
#include "council/desk.h"
#include "kit/csrf.h"
#include "kit/static_files.h"
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
  return encoding == Encoding::brotli ? "br" : encoding == Encoding::gzip ? "gzip" : "plain";
}

std::size_t bytes(const Response& response) {
  std::size_t total = 512 + (response.body ? response.body->size() : 0);
  for (const auto& packed : {response.gzip, response.brotli}) total += packed ? packed->size() : 0;
  return total;
}

// A page stays as it is while the data, the day in London and the program stay.
std::string tag(std::int64_t version, kit::Moment now, std::string_view target) {
  const auto program = std::hash<std::string_view>{}(__DATE__ __TIME__);
  const auto which = std::hash<std::string_view>{}(target);
  return "W/\"" + std::to_string(version) + "-" + now.date().iso() + "-" + std::to_string(program ^ which) + "\"";
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
  kit::Memory memory{256u << 20};
  kit::Router router;

  Response wrapped(parts::Reply reply, const council::Desk& desk, const Request& asked) const {
    if (auto* response = std::get_if<Response>(&reply)) return std::move(*response);
    return laid_out(std::get<parts::Page>(reply), desk, asked, Frame{settings.demo, db.version()});
  }

  council::Desk desk(const Request& asked) {
    return {db, memory, clock.now(), {asked.from_this_machine}, "", settings.data_folder};
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

  Response kept(const council::Route& route, const Request& asked) {
    auto at_hand = desk(asked);
    const auto version = db.version();
    const auto etag = tag(version, at_hand.now, asked.target);
    if (asked.header("if-none-match") == etag) return not_modified(etag);

    const auto encoding = accepted(asked);
    const auto name = at_hand.now.date().iso() + ' ' + asked.target;
    const auto page = memory.get<Response>(version, name, [&] {
      auto made = std::make_shared<Response>(fresh(route, asked, at_hand));
      if (made->status == 200) made->etag = etag;
      return made;
    }, bytes);
    if (encoding == Encoding::plain || page->body->size() < 1024) return *page;
    return *memory.get<Response>(version, name + ' ' + std::string(code(encoding)), [&] {
      return std::make_shared<Response>(packed(*page, encoding));
    }, bytes);
  }

  static Response not_modified(const std::string& etag) {
    Response none;
    none.status = 304;
    none.etag = etag;
    return none;
  }

  // Pages with a form carry a token of the asker's own session, and are never kept.
  Response with_token(const council::Route& route, Request& asked) {
    auto at_hand = desk(asked);
    const auto session = kit::session_of(asked, settings.server_key);
    at_hand.token = session.token;
    if (asked.method == Method::post && !kit::is_token(session, asked.typed("token")))
      return failed(403, "This form was opened too long ago, or by another page. Go back, reload the page and send it again.", asked);
    auto answer = fresh(route, asked, at_hand);
    if (session.is_new) answer.with("set-cookie", session.cookie);
    return answer.with("cache-control", "no-store");
  }

  Response answer(const council::Route& route, Request& asked) {
    if (asked.method == Method::post || route.may != council::May::read) return with_token(route, asked);
    if (settings.keep_pages) return kept(route, asked);
    auto at_hand = desk(asked);
    return fresh(route, asked, at_hand);
  }
};

Edge::Edge(kit::Database& db, const kit::Clock& clock, EdgeSettings settings)
    : inside_(new Inside{db, clock, std::move(settings)}) {
  auto* inside = inside_.get();
  for (const auto& route : inside->routes)
    inside->router.add(route.method, route.pattern, [inside, &route](Request& asked) { return inside->answer(route, asked); });
}

Edge::~Edge() = default;

Response Edge::answer(Request& request) {
  if (auto file = kit::static_file(request)) return *file;
  const auto found = inside_->router.find(request.method, request);
  if (found.answer) return (*found.answer)(request);
  if (found.other_method) return inside_->failed(405, "This address cannot be used in that way.", request);
  return inside_->failed(404, "There is no page at this address. Check it, or start from the board.", request);
}

}  // namespace app
