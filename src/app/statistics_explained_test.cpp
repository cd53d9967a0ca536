// No statistic without the number of figures or cases that it rests on, and without a link to the page of help that explains it: each
// page that anybody in the performance team may open is walked, and looked through for what statistics look like in words.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>

#include "app/ambleford_test.h"
#include "app/routes.h"
#include "kit/csv.h"

namespace app {
namespace {

using kit::Method;
using tests::Ambleford;

struct Statistic {
  std::string name;
  std::regex looks_like;
  std::set<std::string> explained_by;  // one of these pages of help
  std::regex rests_on;
};
const std::vector<Statistic>& statistics() {
  static const std::regex anything("");
  static const std::vector<Statistic> all = {
      {"a range",
       std::regex("four cases of five|four in five|[Ff]our times in five"),
       {"forecast", "exceptions"},
       std::regex("[Ff]rom \\d+ figures")},
      {"usual variation",
       std::regex(" is usual[,.]| its usual variation, "),
       {"process", "exceptions"},
       std::regex("(is usual|usual variation, .{1,60}), from \\d+ figures")},
      {"an interval",
       std::regex("19 times in 20"),
       {"interval", "forecast"},
       std::regex("\\d of \\d|The average of \\d|[Ff]rom \\d+ figures")},
      {"limits",
       std::regex("by chance alone"),
       {"process"},
       std::regex("from [\\w-]+ (month|quarter|half-year|year|figure)s?")},
      {"a chance",
       std::regex("very unlikely|very likely|about even"),
       {"targets", "exceptions"},
       std::regex("[Ff]rom \\d+ figures")},
      {"a place among others",
       std::regex("[Mm]iddle of the others|in the (best|second|third|last) quarter"),
       {"compare", "explore"},
       std::regex("of \\d+|\\d+ (unitary|other)")},
      {"a status", std::regex("\\bOff target\\b"), {"status"}, anything},
      {"a direction", std::regex("\\b(Improving|Worsening)\\b"), {"direction"}, anything},
  };
  return all;
}

// Where what looks like one is somebody's words, or a choice in a form.
const std::set<std::string> no_statistics = {"/set/review", "/set/review/seal", "/neighbours/compute", "/my-figures/many"};

// What a reader sees from <main> on: without drawings, choices and tags.
std::string words_of(const std::string& page) {
  std::string words;
  for (auto at = page.find("<main"); at < page.size();) {
    if (page[at] != '<') {
      words += page[at++];
      continue;
    }
    const auto skipped = page.compare(at, 4, "<svg") == 0 ? "</svg>" : page.compare(at, 7, "<option") == 0 ? "</option>" : ">";
    at = std::min(page.find(skipped, at), page.size()) + std::string_view(skipped).size();
    if (!words.empty() && words.back() != ' ') words += ' ';
  }
  return words;
}

std::set<std::string> help_linked(const std::string& page) {
  static const std::regex link("href=\"?/help/([a-z-]+)");
  std::set<std::string> all;
  for (std::sregex_iterator at(page.begin(), page.end(), link), end; at != end; ++at) all.insert((*at)[1]);
  return all;
}

std::set<std::string> pages() {
  std::set<std::string> all = {"/indicators/SAT19",
                               "/indicators/BBF07",
                               "/indicators/GSE02",
                               "/targets/GSE02",
                               "/targets/SAT19",
                               "/exceptions?sign=concern",
                               "/rules/what-would-change?for=council&from=two-strikes"};
  for (const auto& route : all_routes())
    if (route.method == Method::get && route.pattern.find('{') == std::string_view::npos &&
        !route.pattern.starts_with("/help"))
      all.insert(std::string(route.pattern));
  std::ifstream file(SOURCE_ROOT "/src/app/cases/routes.csv", std::ios::binary);
  kit::read_csv(file, [&](std::size_t, const kit::Cells& cells) {
    if (cells[0].starts_with("GET ") && !cells[0].starts_with("GET /help"))
      for (const auto column : {2u, 3u})
        if (!cells[column].empty()) all.insert(cells[column]);
    return true;
  });
  for (const auto& page : no_statistics) all.erase(page);
  return all;
}

TEST(EveryStatistic, SaysWhatItRestsOnAndLeadsToItsExplanation) {
  Ambleford council;
  std::map<std::string, int> found;
  for (const auto& path : pages()) {
    const auto page = council.ask(Method::get, path, "i.greaves", Ambleford::By::cookie).body;
    if (page.find("<main") == std::string::npos) continue;
    const auto words = words_of(page);
    const auto help = help_linked(page);
    for (const auto& each : statistics()) {
      if (!std::regex_search(words, each.looks_like)) continue;
      ++found[each.name];
      const bool explained = std::ranges::any_of(each.explained_by, [&](const auto& name) { return help.contains(name); });
      EXPECT_TRUE(explained) << path << " shows " << each.name << " and leads to no help on it";
      EXPECT_TRUE(std::regex_search(words, each.rests_on)) << path << " shows " << each.name << " and not what it rests on";
    }
  }
  EXPECT_EQ(found.size(), statistics().size()) << "a sort of statistic was found on no page";
}

}  // namespace
}  // namespace app
