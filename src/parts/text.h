// Words on a page: headings, sentences, links, facts, notes. Pages compose these and write no markup of their own.
#pragma once
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/html.h"

namespace parts {

struct Link {
  std::string text;
  std::string address;  // empty: text only
};

void link(kit::Html& html, std::string_view address, std::string_view text);
void link(kit::Html& html, const Link& link);  // its text alone when it has no address

void title(kit::Html& html, std::string_view text);                                       // the page's one <h1>
void heading(kit::Html& html, std::string_view text, std::string_view id = {});           // <h2>
void small_heading(kit::Html& html, std::string_view text, std::string_view id = {});     // <h3>
void paragraph(kit::Html& html, std::string_view text);
void lede(kit::Html& html, std::string_view text);   // the page's answer, in its first sentence
void small(kit::Html& html, std::string_view text);  // a quiet line under something
void strong(kit::Html& html, std::string_view text);
void line_break(kit::Html& html);
void muted(kit::Html& html, std::string_view text);  // within a sentence
void inset(kit::Html& html, std::string_view text);
void count(kit::Html& html, int number, std::string_view of_what);  // a number in a pill, behind a link: "6", read as "6 to do"
void tag(kit::Html& html, std::string_view text);    // "Provisional": a word in a box

template <std::invocable Inside>
void paragraph(kit::Html& html, Inside inside) { html.el("p", inside); }
template <std::invocable Inside>
void lede(kit::Html& html, Inside inside) { html.el("p", {{"class", "lede"}}, inside); }
template <std::invocable Inside>
void small(kit::Html& html, Inside inside) { html.el("p", {{"class", "small muted"}}, inside); }
template <std::invocable Inside>
void inset(kit::Html& html, Inside inside) { html.el("div", {{"class", "govuk-inset-text"}}, inside); }
template <std::invocable Inside>
void plain_small(kit::Html& html, Inside inside) { html.el("p", {{"class", "small"}}, inside); }
void aside_line(kit::Html& html, std::string_view text);  // under the title: kind, frequency, who
template <std::invocable Inside>
void section(kit::Html& html, std::string_view label_id, Inside inside) {
  html.el("section", {{"aria-labelledby", label_id, !label_id.empty()}}, inside);
}

// An officer's words, beside the gold line. `by` says who and when: "SEND data officer, 17 July · checked 24 July".
void note(kit::Html& html, std::string_view heading, std::string_view text, std::string_view by);

// The levels of a thread, from vision to this page, joined by the gold line. The last is where one is.
void thread(kit::Html& html, const std::vector<Link>& levels, std::string_view label = "Golden thread");

// The same thing seen in several ways, as a row of links; the one without an address is where one is.
void views(kit::Html& html, std::string_view label, const std::vector<Link>& all);

// "Show as table" and the like: folded until asked for, without JavaScript.
template <std::invocable Inside>
void details(kit::Html& html, std::string_view summary, Inside inside) {
  html.open("details", {{"class", "govuk-details"}}).open("summary", {{"class", "govuk-details__summary"}});
  html.el("span", {{"class", "govuk-details__summary-text"}}, summary).close("summary");
  html.el("div", {{"class", "govuk-details__text"}}, inside).close("details");
}

// The rest of something long, at its full width.
template <std::invocable Inside>
void unfolding(kit::Html& html, std::string_view summary, Inside inside) {
  html.open("details", {{"class", "govuk-details unfolding"}}).open("summary", {{"class", "govuk-details__summary"}});
  html.el("span", {{"class", "govuk-details__summary-text"}}, summary).close("summary");
  inside();
  html.close("details");
}

// What stands big in a row at the top: "June 2025" over "61.2%".
template <std::invocable Inside>
void facts(kit::Html& html, Inside inside) { html.el("dl", {{"class", "facts"}}, inside); }
void fact(kit::Html& html, std::string_view label, std::string_view value, std::string_view beside = {});
// A figure large, its unit small beside it: "34.0 days".
void large_figure(kit::Html& html, std::string_view written);
template <std::invocable Inside>
void fact(kit::Html& html, std::string_view label, Inside inside) {
  html.open("div").el("dt", label).el("dd", inside).close("div");
}

// Terms with what they mean: a definition card.
template <std::invocable Inside>
void terms(kit::Html& html, Inside inside) { html.el("dl", {{"class", "terms"}}, inside); }
template <std::invocable Inside>
void card(kit::Html& html, Inside inside) { html.el("dl", {{"class", "terms terms-wide"}}, inside); }  // side by side where there is room
void term(kit::Html& html, std::string_view name, std::string_view meaning);  // writes nothing when there is no meaning
template <std::invocable Inside>
void term(kit::Html& html, std::string_view name, Inside inside) {
  html.open("div").el("dt", name).el("dd", inside).close("div");
}

// In the head of a row: below the row above it, as a service below its directorate.
template <std::invocable Inside>
void below(kit::Html& html, Inside inside) { html.el("span", {{"class", "below"}}, inside); }

// Two columns on a wide screen, the second narrower; one after the other on a phone. `below` follows under the first.
template <std::invocable First, std::invocable Second>
void two_columns(kit::Html& html, First first, Second second) {
  html.open("div", {{"class", "two"}}).el("div", first).el("div", {{"class", "beside"}}, second).close("div");
}
template <std::invocable First, std::invocable Second, std::invocable Below>
void two_columns(kit::Html& html, First first, Second second, Below below) {
  html.open("div", {{"class", "two"}}).el("div", first).el("div", {{"class", "beside"}}, second).el("div", below).close("div");
}

// Bulleted; with `inside` writing each `item`.
template <std::invocable Inside>
void list(kit::Html& html, Inside inside) { html.el("ul", {{"class", "govuk-list govuk-list--bullet"}}, inside); }
template <std::invocable Inside>
void plain_list(kit::Html& html, Inside inside) { html.el("ul", {{"class", "govuk-list"}}, inside); }  // without bullets
void item(kit::Html& html, std::string_view text);
template <std::invocable Inside>
void item(kit::Html& html, Inside inside) { html.el("li", inside); }

// A tree as nested lists: `tree` around `branch`es; a branch writes its own line and then, maybe, a `twigs` with more of them.
template <std::invocable Inside>
void tree(kit::Html& html, std::string_view label, Inside inside) {
  html.el("ul", {{"class", "tree"}, {"aria-label", label, !label.empty()}}, inside);
}
template <std::invocable Inside>
void branch(kit::Html& html, Inside inside) { html.el("li", inside); }
template <std::invocable Inside>
void twigs(kit::Html& html, Inside inside) { html.el("ul", inside); }

// Says what happened ("Imported. 5,412 figures are new.") or what matters before anything else.
enum class Banner { important, success };
void banner(kit::Html& html, Banner kind, std::string_view sentence);
template <std::invocable Inside>
void banner(kit::Html& html, Banner kind, Inside inside);

struct Pages {
  int here = 1;
  int all = 1;
  std::string before, after;  // addresses; empty at an end
};
void pagination(kit::Html& html, const Pages& pages);  // writes nothing for one page

// The same address as data.
void data_links(kit::Html& html, std::string_view csv, std::string_view json);

void banner_open(kit::Html& html, Banner kind);
void banner_close(kit::Html& html);
template <std::invocable Inside>
void banner(kit::Html& html, Banner kind, Inside inside) {
  banner_open(html, kind);
  inside();
  banner_close(html);
}

}  // namespace parts
