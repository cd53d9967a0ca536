#include <array>

#include "kit/failure.h"
#include "kit/http.h"

namespace kit {
namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  if (path.starts_with('/')) path.remove_prefix(1);
  if (path.empty()) return out;
  for (std::size_t from = 0;;) {
    const auto end = std::min(path.find('/', from), path.size());
    out.push_back(path.substr(from, end - from));
    if (end == path.size()) return out;
    from = end + 1;
  }
}

bool is_value(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.find('}') != segment.npos; }

// "{edition}.xlsx" -> ".xlsx"; empty for "{edition}".
std::string_view ending_of(std::string_view segment) { return segment.substr(segment.find('}') + 1); }

// Segments are taken from the address as asked, so that a code that holds a slash ("N%2FA") stays one segment.
std::vector<std::string> asked_segments(const Request& request) {
  std::string_view path = request.path;
  const bool as_asked = request.target.starts_with('/');
  if (as_asked) path = std::string_view(request.target).substr(0, request.target.find_first_of("?#"));
  std::vector<std::string> out;
  for (const auto segment : segments_of(path)) out.push_back(as_asked ? url_decoded(segment).value_or("") : std::string(segment));
  return out;
}

// Takes ".json" or ".csv" off the last segment and answers which it was.
std::string take_format(std::vector<std::string>& segments) {
  for (const std::string_view ending : {"json", "csv"}) {
    if (segments.empty()) break;
    auto& last = segments.back();
    if (last.size() <= ending.size() || !last.ends_with(ending) || last[last.size() - ending.size() - 1] != '.') continue;
    last.resize(last.size() - ending.size() - 1);
    if (last.empty()) segments.pop_back();  // "/.json" is the front page's data
    return std::string(ending);
  }
  return {};
}

}  // namespace

struct Router::Inside {
  struct Route {
    std::string pattern;
    std::vector<std::string> value_names;
    Answer answer;
  };
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::map<std::string, std::unique_ptr<Node>, std::less<>> ended;  // values with an ending, by the ending
    std::unique_ptr<Node> value;
    std::array<std::optional<Route>, 2> routes;  // by method
    bool is_itself = true;  // the end of an address that is no telling of another: a word, or a value with an ending
    bool has_route() const { return routes[0] || routes[1]; }
  };
  Node root;
  std::vector<std::pair<Method, std::string>> all;

  // Literal before value with an ending before value, segment by segment; `values` collects what stood for the values on the way.
  static const Node* find(const Node& node, std::span<const std::string> rest, std::vector<std::string_view>& values) {
    if (rest.empty()) return node.has_route() ? &node : nullptr;
    if (const auto next = node.literal.find(rest.front()); next != node.literal.end()) {
      if (const auto* found = find(*next->second, rest.subspan(1), values)) return found;
    }
    for (const auto& [ending, next] : node.ended)
      if (rest.front().size() > ending.size() && rest.front().ends_with(ending))
        if (const auto* found = find_under(*next, rest, ending, values)) return found;
    return node.value && !rest.front().empty() ? find_under(*node.value, rest, "", values) : nullptr;
  }
  static const Node* find_under(const Node& value, std::span<const std::string> rest, std::string_view ending,
                                std::vector<std::string_view>& values) {
    values.push_back(std::string_view(rest.front()).substr(0, rest.front().size() - ending.size()));
    if (const auto* found = find(value, rest.subspan(1), values)) return found;
    values.pop_back();
    return nullptr;
  }
};

Router::Router() : inside_(new Inside) {}
Router::~Router() = default;
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;

void Router::add(Method method, std::string_view pattern, Answer answer) {
  auto* node = &inside_->root;
  Inside::Route route{std::string(pattern), {}, std::move(answer)};
  for (const auto segment : segments_of(pattern)) {
    auto* next = &node->value;
    if (is_value(segment)) {
      route.value_names.emplace_back(segment.substr(1, segment.find('}') - 1));
      if (const auto ending = ending_of(segment); !ending.empty()) next = &node->ended[std::string(ending)];
    } else {
      next = &node->literal[std::string(segment)];
    }
    if (!*next) *next = std::make_unique<Inside::Node>();
    node = next->get();
    node->is_itself = !is_value(segment) || !ending_of(segment).empty();
  }
  auto& place = node->routes[static_cast<std::size_t>(method)];
  demand(!place, "two routes have the same method and address");
  place = std::move(route);
  inside_->all.emplace_back(method, std::string(pattern));
}

std::vector<std::pair<Method, std::string>> Router::all() const { return inside_->all; }

Router::Found Router::find(Method method, Request& request) const {
  auto segments = asked_segments(request);
  const auto whole = segments;
  const auto format = take_format(segments);
  std::vector<std::string_view> values;
  // "/data/catalogue.csv" and "/reports/q/{edition}.csv-metadata.json" are routes of their own; "/indicators/BBF07.csv"
  // is a telling of "/indicators/{code}".
  const auto* node = Inside::find(inside_->root, whole, values);
  const bool ended = !format.empty() && !(node && node->is_itself);
  if (ended) {
    values.clear();
    node = Inside::find(inside_->root, segments, values);
  }
  if (!node) return {};

  const auto& route = node->routes[static_cast<std::size_t>(method)];
  if (!route) return {nullptr, true};
  request.path_values.clear();
  for (std::size_t i = 0; i < values.size(); ++i) request.path_values.emplace_back(route->value_names[i], values[i]);
  request.route = route->pattern;
  request.format = ended ? format : "html";
  if (ended) request.path.resize(std::max<std::size_t>(1, request.path.size() - format.size() - 1));
  return {&route->answer, false};
}

}  // namespace kit
