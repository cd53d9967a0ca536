// The route stands at the end: GET /set/review/look.
#include <algorithm>

#include "assess/page_days_store.h"
#include "assess/picture_store.h"
#include "assess/rationalise.h"
#include "assess/set_review_store.h"
#include "collect/entry.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "kit/http.h"
#include "parts/table.h"
#include "parts/text.h"
#include "work/set_review_pages.h"
#include "work/set_review_view.h"

namespace work {
namespace {

using assess::Doubt;
using council::Desk;
using council::May;
using kit::Html;
using kit::Request;
using parts::Column;

constexpr Doubt doubts[] = {Doubt::always_on_target, Doubt::unopened,   Doubt::no_owner,
                            Doubt::no_thread,        Doubt::same_title, Doubt::same_figures};

struct LookLine {
  Doubt doubt = Doubt::always_on_target;
  std::string code, title, why, like;
  const assess::ReviewChange* proposed = nullptr;  // the change of this review that concerns it already
  bool may_propose = false;
};
std::string_view code(Doubt doubt) {
  static constexpr std::string_view all[] = {"always_on_target", "unopened", "no_owner", "no_thread", "same_title", "same_figures"};
  return all[static_cast<std::size_t>(doubt)];
}
template <class Teller>
void describe(Teller& t, const LookLine& line) {
  t.field("doubt", code(line.doubt));
  t.field("indicator", line.code);
  t.field("title", line.title);
  t.field("why", line.why);
  t.field("like", line.like);
}
struct LookView {
  std::string lede;
  std::string counted;  // since when openings have been counted
  std::vector<LookLine> lines;
};
template <class Teller>
void describe(Teller& t, const LookView& view) {
  t.field("in_short", view.lede);
  t.field("counted", view.counted);
  t.rows("indicators", view.lines);
}

const assess::ReviewChange* proposed_for(const assess::Review& review, const assess::Kept& kept) {
  const auto concerns_it = [&](const auto& change) {
    return change.is_live() && std::ranges::any_of(assess::concerned(review.picture, change),
                                                   [&](const auto* one) { return one == &kept; });
  };
  const auto found = std::ranges::find_if(review.changes, concerns_it);
  return found == review.changes.end() ? nullptr : &*found;
}

std::string counted_words(const assess::PageDays& days, kit::Date today) {
  const std::string what =
      "Goldenthread counts on how many days the page of each indicator is opened by somebody signed in, and never by whom";
  if (!days.since) return what + ". Nothing has been counted yet; after three months it says here which nobody looks at.";
  return what + "; " + assess::since_words(days, today) +
         (assess::says_something(days, today) ? "." : ", too short a time to say which nobody looks at.");
}

LookView look_view(const assess::Review& review, const assess::PageDays& days, const Desk& desk) {
  LookView view;
  view.counted = counted_words(days, desk.now.date());
  std::vector<std::string> indicators;
  for (const auto& one : assess::doubtful(review.picture, {review.year.begins - 1}, days)) {
    const auto& now = one.kept->now();
    const auto subject = collect::subject_of(now);
    if (council::why_not(May::see_completion, desk.asker, subject).any()) continue;
    const bool may_propose = is_open(review, desk) && !council::why_not(May::propose_change, desk.asker, subject).any();
    view.lines.push_back({one.doubt, now.code, now.title, one.why, one.like ? one.like->now().code : "",
                          proposed_for(review, *one.kept), may_propose});
    if (std::ranges::find(indicators, now.code) == indicators.end()) indicators.push_back(now.code);
  }
  const auto count = indicators.size();
  view.lede =
      count == 0
          ? "Nothing stands out: each indicator has an owner and a line of the plan, and none is always on target."
          : std::to_string(count) + (count == 1 ? " indicator gives" : " indicators give") +
                " a reason to ask whether the council still needs " + (count == 1 ? "it." : "them.");
  return view;
}

std::string_view heading_of(Doubt doubt) {
  static constexpr std::string_view all[] = {"Always on target",       "Opened by nobody",
                                             "Looked after by nobody", "On no line of the plan",
                                             "Titles that are alike",  "The same figures"};
  return all[static_cast<std::size_t>(doubt)];
}
std::string_view question_of(Doubt doubt) {
  static constexpr std::string_view all[] = {
      "On target in at least the last eight periods. Is the target still a stretch? Would anyone notice if it slipped? Some guard what must not slip, and stay.",
      "Nobody who signs in has looked at its page. Whoever reads without signing in is not counted, nor whoever reads a report. Who needs it?",
      "Whoever entered the figures is not named, or has left. Hand it over, or ask who would miss it.",
      "Which part of the plan does it tell about? Move it there, or let it go.",
      "Two titles that say much the same. Are both needed?",
      "Two indicators with the same figures in every period that both have. One may do.",
  };
  return all[static_cast<std::size_t>(doubt)];
}

void way_on(Html& html, const LookLine& line) {
  if (line.proposed) return parts::link(html, review_address(*line.proposed), "In the review already");
  if (!line.may_propose) return html.text("–"), void();
  const auto to = [&](std::string_view kind) {
    return "/set/review/propose?what=" + std::string(kind) + "&indicator=" + kit::url_encoded(line.code);
  };
  if (line.like.empty()) return parts::link(html, to("removed"), "Propose to remove " + line.code);
  parts::link(html, to("merged") + "&with=" + kit::url_encoded(line.like), "Propose to merge " + line.code + " with " + line.like);
}

void section(Html& html, Doubt doubt, const LookView& view) {
  const auto count = std::ranges::count(view.lines, doubt, &LookLine::doubt);
  if (count == 0) return;
  parts::heading(html, std::string(heading_of(doubt)) + ": " + std::to_string(count));
  parts::paragraph(html, question_of(doubt));
  parts::Table table(html, heading_of(doubt),
                     {{"Indicator", Column::Holds::words, Column::Width::wide},
                      {"What was found", Column::Holds::long_words},
                      {"Go on"}});
  for (const auto& line : view.lines) {
    if (line.doubt != doubt) continue;
    table.row().head([&] {
      parts::link(html, council::path_to("indicators", line.code), line.title);
      parts::small(html, line.code);
    });
    table.cell(line.why);
    table.cell([&] { way_on(html, line); });
  }
}

parts::Page look_page(const assess::Review& review, const LookView& view) {
  parts::Page page;
  page.title = "Indicators that may tell little";
  page.section = parts::Section::set;
  auto& html = page.body;
  parts::thread(
      html, {{"Review of the set for " + review.year.words(), "/set/review"}, {"Indicators that may tell little", ""}},
      "Where you are");
  parts::title(html, "Which indicators may tell little?");
  parts::lede(html, view.lede);
  for (const auto doubt : doubts) section(html, doubt, view);
  parts::small(html, [&] {
    html.text(view.counted).text(" ");
    parts::link(html, "/help/set#which-indicators-may-tell-little", "How it is found");
    html.text(" · ");
    parts::link(html, "/help/status", "What statuses mean");
  });
  return page;
}

parts::Reply show_look(const Request& asked, Desk& desk) {
  const auto picture = assess::picture_for({}, desk);
  auto tx = desk.db.read();
  const auto review = assess::load_review(tx, *picture, assess::year_to_review(desk.now.date()));
  const auto view = look_view(review, assess::load_page_days(tx, desk.now.date()), desk);
  if (auto data = kit::as_data(asked, view, "set-look.csv")) return *std::move(data);
  return look_page(review, view);
}

}  // namespace

const council::Routes& set_look_routes() {
  static const council::Routes all = {
      {kit::Method::get, "/set/review/look", May::see_completion, show_look,
       "Indicators that may tell little: always on target, never opened, without owner or thread, or like another"},
  };
  return all;
}

}  // namespace work
