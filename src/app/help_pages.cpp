#include "app/help_pages.h"

#include <algorithm>

#include "app/routes.h"
#include "kit/carried.h"
#include "parts/error_page.h"
#include "parts/prose.h"

namespace app {
namespace {

using council::Desk;
using kit::Request;
using parts::Page;
using parts::Reply;

struct HelpText {
  std::string name;   // "board"
  std::string title;  // its first heading
  std::string_view text;
};

std::string title_of(std::string_view text) {
  const auto line = text.substr(0, text.find('\n'));
  return std::string(line.substr(std::min(line.find_first_not_of("# "), line.size())));
}

// In order of their file names; "start" comes first.
const std::vector<HelpText>& help_texts() {
  static const auto all = [] {
    std::vector<HelpText> found;
    for (const auto& file : kit::all_carried()) {
      if (!file.path.starts_with("help/") || !file.path.ends_with(".md")) continue;
      const auto name = file.path.substr(5, file.path.size() - 8);
      found.push_back({std::string(name), title_of(file.bytes), file.bytes});
    }
    std::stable_sort(found.begin(), found.end(), [](const HelpText& a, const HelpText& b) {
      return (a.name == "start") > (b.name == "start");
    });
    return found;
  }();
  return all;
}

Page help_page(std::string title) {
  Page page;
  page.title = std::move(title);
  page.section = parts::Section::help;
  page.has_data = false;
  return page;
}

Reply help_index(const Request&, Desk&) {
  auto page = help_page("Help");
  std::string text = "# Help\n\nShort answers, in plain words. Each page says what a mark means and which rule made it.\n\n";
  for (const auto& help : help_texts()) text += "- [" + help.title + "](/help/" + help.name + ")\n";
  text += "- [Who may do what](/help/who-may)\n- [Addresses, and the data behind them](/help/addresses)\n";
  parts::prose(page.body, text);
  return page;
}

Reply one_help(const Request& asked, Desk&) {
  const auto& texts = help_texts();
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const auto& t) { return t.name == asked.value("name"); });
  if (found == texts.end()) return parts::error_page(404, "There is no help page of that name. Start from the list of help pages.");
  auto page = help_page(found->title);
  parts::prose(page.body, found->text);
  return page;
}

Reply who_may(const Request&, Desk&) {
  auto page = help_page("Who may do what");
  std::string text =
      "# Who may do what\n\nEvery page and form names one of these rules. When you may not do something, the page says which "
      "rule stands in the way. Open a rule to see what it means for you.\n\n| What | Who may |\n|---|---|\n";
  for (const auto& rule : council::rules())
    text += "| [" + std::string(rule.what) + "](/help/why-not/" + std::string(council::code(rule.may)) + ") | " +
            std::string(rule.who) + " |\n";
  parts::prose(page.body, text);
  return page;
}

std::string told(std::string_view method, const council::Route& route) {
  const std::string rule(council::code(route.may));
  auto in_words = rule;
  std::ranges::replace(in_words, '_', ' ');
  return "| `" + std::string(method) + std::string(route.pattern) + "` | " + std::string(route.what) + " ([" +
         in_words + "](/help/why-not/" + rule + ")) |\n";
}

Reply addresses(const Request&, Desk&) {
  auto page = help_page("Addresses");
  std::string text =
      "# Addresses, and the data behind them\n\nEach page has an address that stays. Add `.json` or `.csv` to it for its data: "
      "`/indicators/BBF07.csv`. Add `as-at=2025-07-31` to see what was known at the end of that day.\n\n"
      "| Address | What it gives, and the rule that says for whom |\n|---|---|\n";
  for (const auto& route : all_routes())
    if (route.method == kit::Method::get) text += told("", route);
  text +=
      "\n## What can be sent\n\nEach is sent by a form of the pages above.\n\n| Sent to | What it does, and the rule that says who may |\n|---|---|\n";
  for (const auto& route : all_routes())
    if (route.method == kit::Method::post) text += told("POST ", route);
  parts::prose(page.body, text);
  return page;
}

}  // namespace

const council::Routes& help_routes() {
  using council::May;
  using kit::Method;
  static const council::Routes routes = {
      {Method::get, "/help", May::read, help_index, "Help: the list of its pages"},
      {Method::get, "/help/who-may", May::read, who_may, "Who may do what"},
      {Method::get, "/help/addresses", May::read, addresses, "This list"},
      {Method::get, "/help/{name}", May::read, one_help, "One help page"},
  };
  return routes;
}

}  // namespace app
