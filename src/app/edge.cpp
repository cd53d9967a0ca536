#include "app/edge.h"

#include "app/doorway.h"
#include "app/layout.h"
#include "app/readiness.h"
#include "app/routes.h"
#include "app/saying.h"
#include "assess/picture_store.h"
#include "council/desk.h"
#include "kit/csrf.h"
#include "kit/memory.h"
#include "parts/error_page.h"
#include "work/entries_view.h"
#include "work/to_do_store.h"

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

// A page stays as it is while the data, the day in London and the program stay.
std::string tag(std::int64_t version, kit::Moment now, std::string_view target) {
  const auto program = std::hash<std::string_view>{}(__DATE__ __TIME__);
  const auto which = std::hash<std::string_view>{}(target);
  return "W/\"" + std::to_string(version) + "-" + now.date().iso() + "-" + std::to_string(program ^ which) + "\"";
}

// Under which name a page is kept: as it is, or packed as the asker's browser likes it.
std::string plain_name(kit::Moment now, const Request& asked) { return now.date().iso() + ' ' + asked.target + ' '; }

// Someone who has signed in, or may have.
bool carries_a_name(const Request& asked) { return !asked.cookies.empty() || !asked.header("authorization").empty(); }

// For whom a page is kept: everybody who has not signed in, or one person with so much to do.
std::string audience(const council::Desk& desk) {
  return desk.asker.is_signed_in() ? desk.asker.person + ' ' + std::to_string(desk.asker.to_do) + ' ' : std::string();
}

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
  kit::ServerKey key = kit::ServerKey::in_folder(settings.data_folder);
  kit::FormGuard guard{key, settings.address.starts_with("https://") ? kit::Transport::https : kit::Transport::plain};
  Saying saying{key};

  Response wrapped(parts::Reply reply, const council::Desk& desk, const Request& asked) const {
    if (auto* response = std::get_if<Response>(&reply)) return std::move(*response);
    return laid_out(std::get<parts::Page>(reply), desk, asked, Frame{settings.demo, db.version()});
  }

  council::Desk desk(const Request& asked) {
    council::Desk made{db, memory, clock.now(), {}, "", settings.data_folder};
    made.key = &key;
    made.clock = settings.demo_clock;
    made.scan = settings.scan;
    made.press = settings.press;
    made.address = settings.address;
    made.place = place_of(asked, settings.behind_proxy);
    made.browser = asked.header("user-agent").substr(0, 120);
    made.session = guard.session(asked);
    made.token = guard.token(made.session);
    made.asker = Doorway{made, settings.demo}.asker(asked, guard.is_known(asked));
    return made;
  }

  Response failed(int status, std::string_view sentence, const Request& asked, const parts::Link& more = {}) {
    if (asked.path.starts_with("/api/"))
      return work::problem_response({.title = "Refused", .detail = std::string(sentence), .status = status});
    auto at_hand = desk(asked);
    return wrapped(parts::error_page(status, sentence, more), at_hand, asked);
  }

  // Whoever has not signed in is led to do so; a program is told.
  Response refused(const council::Desk& at_hand, council::May may, const kit::Refusals& no, const Request& asked) {
    const bool can_sign_in = at_hand.asker.has_people && (!at_hand.asker.is_demo || at_hand.asker.at_this_machine);
    if (at_hand.asker.is_signed_in() || !can_sign_in)
      return failed(403, no.all().front().sentence, asked, {"Why may I not?", "/help/why-not/" + std::string(council::code(may))});
    if (asked.method == Method::get && asked.format == "html")
      return Response::see_other(at_hand.asker.is_demo ? std::string("/demo") : "/sign-in?next=" + kit::url_encoded(asked.target));
    return failed(401, "Sign in first. A program sends a token of its own: Authorization: Bearer, then the token.", asked);
  }

  Response fresh(const council::Route& route, const Request& asked, council::Desk& at_hand) {
    const auto no = council::why_not(route.may, at_hand.asker);
    if (no.any()) return refused(at_hand, route.may, no, asked);
    auto reply = route.answer(asked, at_hand);
    const bool counts = asked.method == Method::post && at_hand.asker.is_signed_in() && std::holds_alternative<parts::Page>(reply);
    if (counts) at_hand.asker.to_do = work::to_do(at_hand, at_hand.asker);  // after what was done
    return wrapped(std::move(reply), at_hand, asked);
  }

  // The page under its address, when it is in memory already.
  std::optional<Response> at_once(const Request& asked) {
    if (asked.method != Method::get || settings.pages == Pages::made_afresh || carries_a_name(asked)) return std::nullopt;
    const auto version = db.version();
    const auto page = memory.find<Response>(version, kept_name(clock.now(), asked));
    return page ? std::optional(*page) : std::nullopt;
  }

  // What everybody reads is made once for a version of the data; whoever has signed in has a frame of the own round it.
  Response kept(const council::Route& route, const Request& asked, council::Desk& at_hand) {
    const auto version = db.version();
    const auto name = plain_name(at_hand.now, asked) + audience(at_hand);
    const auto page = memory.get<Response>(version, name, [&] {
      auto made = std::make_shared<Response>(fresh(route, asked, at_hand));
      if (made->status == 200) made->etag = tag(version, at_hand.now, asked.target + audience(at_hand));
      if (at_hand.asker.is_signed_in()) made->with("cache-control", "private, no-cache");
      return made;
    }, bytes);
    const auto encoding = accepted(asked);
    if (encoding == Encoding::plain) return *page;
    return *memory.get<Response>(version, name + std::string(code(encoding)), [&] {
      return std::make_shared<Response>(packed(*page, encoding));
    }, bytes);
  }

  // Pages with a form carry a token of the asker's own session, and are never kept.
  Response own(const council::Route& route, const Request& asked, council::Desk& at_hand) {
    const bool by_token = asked.header("authorization").starts_with("Bearer ");
    if (asked.method == Method::post && !by_token && !guard.holds(asked)) return failed(403, kit::FormGuard::sentence, asked);
    at_hand.said = saying.heard(asked);
    auto answer = fresh(route, asked, at_hand);
    if (!by_token) guard.remember(answer, asked, at_hand.session);
    if (!at_hand.said.empty()) saying.forget(answer);
    return answer.with("cache-control", "no-store");
  }

  // Which indicator and which day; not who.
  void count_opening(const council::Route& route, const Request& asked, council::Desk& at_hand) {
    if (!settings.counter || route.pattern != "/indicators/{code}" || asked.format != "html" || !at_hand.asker.is_signed_in()) return;
    if (const auto* kept = assess::picture_for({}, at_hand)->find(asked.value("code")))
      settings.counter->opened(kept->id, at_hand.now.date());
  }

  Response answer(const council::Route& route, const Request& asked) {
    auto at_hand = desk(asked);
    count_opening(route, asked, at_hand);
    const bool is_for_all = asked.method == Method::get && route.may == council::May::read &&
                            route.lasts == council::Lasts::while_the_data_do;
    if (!is_for_all || saying.is_waiting(asked)) return own(route, asked, at_hand);
    const bool may_read = !council::why_not(council::May::read, at_hand.asker).any();
    if (settings.pages == Pages::kept && may_read) return kept(route, asked, at_hand);
    return fresh(route, asked, at_hand);
  }

  // In the frame of whoever asked; a page that could not be read as asked for has no data.
  std::string error_page(int status, std::string_view sentence, const Request& asked) {
    auto as_page = asked;
    as_page.format = "html";
    return *failed(status, sentence, as_page).body;
  }
};

Edge::Edge(kit::Database& db, const kit::Clock& clock, EdgeSettings settings)
    : inside_(new Inside{db, clock, std::move(settings)}) {}

Edge::~Edge() = default;

void Edge::make_ready(const std::function<bool()>& go_on) {
  council::Desk desk{inside_->db, inside_->memory, inside_->clock.now(), {}, {}, inside_->settings.data_folder};
  app::make_ready(desk, go_on);
}

kit::Site Edge::site() {
  auto* inside = inside_.get();
  kit::Site site;
  for (const auto& route : inside->routes)
    site.routes.add(route.method, route.pattern, [inside, &route](Request& asked) { return inside->answer(route, asked); });
  site.at_once = [inside](const Request& asked) { return inside->at_once(asked); };
  site.error_page = [inside](int status, std::string_view sentence, const Request& asked) {
    return inside->error_page(status, sentence, asked);
  };
  return site;
}

}  // namespace app
