#include "app/layout.h"

#include "assess/picture_store.h"
#include "council/address.h"
#include "kit/quote.h"
#include "kit/static_files.h"
#include "parts/filters.h"
#include "parts/text.h"

namespace app {
namespace {

using kit::Html;
using kit::Request;
using parts::Section;

// Shown to everybody, to whoever has signed in, or before anybody has: what a page that is kept for all shows must not differ.
enum class For { everybody, signed_in, nobody_yet };

struct Place {
  Section section;
  std::string_view path, name;
  For whom = For::everybody;
};
constexpr Place places[] = {
    {Section::board, "/", "Board"},
    {Section::work, "/my-figures", "My figures", For::signed_in},
    {Section::indicators, "/indicators", "Indicators"},
    {Section::thread, "/thread", "Golden thread"},
    {Section::set, "/set", "Indicator set"},
    {Section::reports, "/reports", "Reports"},
    {Section::compare, "/compare", "Compare"},
    {Section::cycle, "/cycle", "Cycle", For::signed_in},
    {Section::import, "/import", "Import", For::nobody_yet},
    {Section::help, "/help", "Help"},
};

bool is_for(For whom, const council::Asker& asker) {
  return whom == For::everybody || (whom == For::signed_in) == asker.is_signed_in();
}

void head(Html& html, std::string_view title, std::string_view council) {
  html.literal("<!doctype html>").open("html", {{"lang", "en-GB"}}).literal("<head><meta charset=\"utf-8\">");
  html.literal("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
  html.open("title").text(title).text(" – ").text(council).close("title");
  static const std::string sheet = kit::static_address("goldenthread.css"), icon = kit::static_address("favicon.svg"),
                           script = kit::static_address("goldenthread.js");
  html.empty("link", {{"rel", "stylesheet"}, {"href", sheet}}).empty("link", {{"rel", "icon"}, {"href", icon}, {"type", "image/svg+xml"}});
  html.open("script", {{"src", script}, {"defer", ""}}).literal("</script><meta name=\"theme-color\" content=\"#ffffff\"></head>");
}

// Who one is, and the way to one's account; or the way in.
void person_bar(Html& html, const assess::Picture& picture, const council::Asker& asker) {
  const auto* person = picture.council.person(asker.person);
  if (!asker.has_people) return;
  html.open("span", {{"class", "who"}});
  if (person)
    parts::link(html, asker.is_demo ? "/demo" : "/account",
                person->job.empty() ? person->name : person->name + ", " + person->job);
  else parts::link(html, asker.is_demo ? "/demo" : "/sign-in", asker.is_demo ? "Sign in as anybody" : "Sign in");
  html.close("span");
}

void council_bar(Html& html, const Request& asked, const assess::Picture& picture, const council::Asker& asker) {
  html.literal("<header class=\"head\"><div class=\"wrap\">");
  html.el("a", {{"class", "brand"}, {"href", council::link(asked, "/")}}, picture.council.setting("name"));
  html.el("span", {{"class", "where"}}, "Performance");
  person_bar(html, picture, asker);
  html.literal("</div></header>");
}

void navigation(Html& html, const Request& asked, Section here, const council::Asker& asker) {
  html.literal("<nav class=\"nav\" aria-label=\"Main\"><ul class=\"wrap\">");
  for (const auto& place : places) {
    if (!is_for(place.whom, asker)) continue;
    const auto address = council::link(asked, std::string(place.path));
    html.open("li")
        .open("a",
              {{"href", address}, {"aria-current", asked.path == place.path ? "page" : "true", place.section == here}})
        .text(place.name);
    if (place.section == Section::work && asker.to_do > 0) parts::count(html, asker.to_do, "to do");
    html.close("a").close("li");
  }
  html.literal("</ul></nav>");
}

// The same address answers as data: "/indicators.csv?q=homes".
void data_links(Html& html, const Request& asked) {
  const auto question = asked.target.find('?');
  const auto rest = question == std::string::npos ? std::string() : asked.target.substr(question);
  html.open("p").text("This page as data: ");
  parts::link(html, asked.path + ".csv" + rest, "CSV");
  html.text(" · ");
  parts::link(html, asked.path + ".json" + rest, "JSON");
  html.close("p");
}

void footer(Html& html, const Request& asked, const assess::Picture& picture, const Frame& frame, const parts::Page& page) {
  html.literal("<footer class=\"foot\"><div class=\"wrap\">");
  html.open("p").text("As at " + kit::as_at_words(page.as_at.value_or(picture.as_at)));
  html.text(" · data version ").text(std::to_string(frame.version)).close("p");
  if (frame.demo) html.el("p", picture.council.setting("name") + " is invented, and so are its figures.");
  if (page.has_data) data_links(html, asked);
  html.open("p");
  parts::link(html, "/help/accessibility", "Accessibility statement");
  html.close("p").open("p", {{"class", "paper"}}).text("Address: ").text(asked.target).close("p");
  html.literal("</div></footer>");
}

std::string now_address(const Request& asked) {
  std::string address = asked.path;
  char joined_by = '?';
  for (const auto& [name, value] : asked.query) {
    if (name == "as-at") continue;
    address += joined_by + kit::url_encoded(name) + "=" + kit::url_encoded(value);
    joined_by = '&';
  }
  return address;
}

// What an address asks for is never passed over in silence.
void moment_banner(Html& html, const Request& asked, const assess::Picture& picture) {
  if (picture.is_past) return parts::past_banner(html, kit::as_at_words(picture.as_at), now_address(asked));
  if (const auto wanted = asked.asked("as-at"); !wanted.empty() && !kit::Moment::parse(wanted))
    parts::notice_banner(html, kit::quoted(wanted) + " is not a day. Write it as in 2025-07-31. You see the council as it is now.");
}

}  // namespace

kit::Response laid_out(const parts::Page& page, const council::Desk& desk, const Request& asked, const Frame& frame) {
  auto own = desk;
  const auto picture = assess::picture_for(asked, own);
  Html html;
  html.reserve(page.body.written().size() + 4096);
  head(html, page.title, picture->council.setting("name"));
  html.literal("<body><a href=\"#main\" class=\"govuk-skip-link\">Skip to main content</a>");
  council_bar(html, asked, *picture, desk.asker);
  navigation(html, asked, page.section, desk.asker);
  moment_banner(html, asked, *picture);
  html.literal("<main class=\"wrap\" id=\"main\" tabindex=\"-1\">");
  if (!desk.said.empty()) parts::banner(html, parts::Banner::success, desk.said);
  html.append(page.body).literal("</main>");
  footer(html, asked, *picture, frame, page);
  html.literal("</body></html>");
  auto response = kit::Response::html(std::move(html).take(), page.status);
  if (page.again_after > 0) response.with("refresh", std::to_string(page.again_after));
  return response;
}

}  // namespace app
