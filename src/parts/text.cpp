#include "parts/text.h"

namespace parts {

void link(kit::Html& html, std::string_view address, std::string_view text) {
  html.el("a", {{"class", "govuk-link"}, {"href", address}}, text);
}

void link(kit::Html& html, const Link& l) {
  if (l.address.empty()) {
    html.text(l.text);
    return;
  }
  link(html, l.address, l.text);
}

void title(kit::Html& html, std::string_view text) { html.el("h1", text); }
void heading(kit::Html& html, std::string_view text, std::string_view id) { html.el("h2", {{"id", id, !id.empty()}}, text); }
void small_heading(kit::Html& html, std::string_view text, std::string_view id) {
  html.el("h3", {{"id", id, !id.empty()}}, text);
}
void paragraph(kit::Html& html, std::string_view text) { html.el("p", text); }
void lede(kit::Html& html, std::string_view text) { html.el("p", {{"class", "lede"}}, text); }
void small(kit::Html& html, std::string_view text) { html.el("p", {{"class", "small muted"}}, text); }
void strong(kit::Html& html, std::string_view text) { html.el("strong", text); }
void line_break(kit::Html& html) { html.empty("br"); }
void muted(kit::Html& html, std::string_view text) { html.el("span", {{"class", "muted"}}, text); }
void inset(kit::Html& html, std::string_view text) { html.el("div", {{"class", "govuk-inset-text"}}, text); }
void count(kit::Html& html, int number, std::string_view of_what) {
  html.text(" ").open("span", {{"class", "count"}}).text(std::to_string(number));
  html.el("span", {{"class", "govuk-visually-hidden"}}, " " + std::string(of_what)).close("span");
}

void tag(kit::Html& html, std::string_view text) { html.el("strong", {{"class", "govuk-tag"}}, text); }
void aside_line(kit::Html& html, std::string_view text) { html.el("p", {{"class", "muted aside-line"}}, text); }
void item(kit::Html& html, std::string_view text) { html.el("li", text); }

void note(kit::Html& html, std::string_view heading, std::string_view text, std::string_view by) {
  html.open("div", {{"class", "note"}}).open("p");
  if (!heading.empty()) html.el("strong", heading).text(" ");
  html.text(text).close("p");
  if (!by.empty()) small(html, by);
  html.close("div");
}

void thread(kit::Html& html, const std::vector<Link>& levels, std::string_view label) {
  html.open("nav", {{"class", "govuk-breadcrumbs thread"}, {"aria-label", label}});
  html.open("ol", {{"class", "govuk-breadcrumbs__list"}});
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const bool here = i + 1 == levels.size();
    html.open("li", {{"class", "govuk-breadcrumbs__list-item"}, {"aria-current", "page", here}});
    if (here || levels[i].address.empty()) html.text(levels[i].text);
    else html.el("a", {{"class", "govuk-breadcrumbs__link"}, {"href", levels[i].address}}, levels[i].text);
    html.close("li");
  }
  html.close("ol").close("nav");
}

void views(kit::Html& html, std::string_view label, const std::vector<Link>& all) {
  html.open("nav", {{"class", "views"}, {"aria-label", label}}).open("ul");
  for (const auto& each : all) {
    html.open("li");
    if (each.address.empty()) html.el("b", {{"aria-current", "page"}}, each.text);
    else link(html, each);
    html.close("li");
  }
  html.close("ul").close("nav");
}

void large_figure(kit::Html& html, std::string_view written) {
  const bool is_number = written.substr(0, written.find(' ')).find_first_of("0123456789") !=
                         std::string_view::npos;  // "less than 1%" is one piece
  const auto range = written.find(" to ");
  const auto unit = is_number ? written.find(' ', range == std::string_view::npos ? 0 : range + 4) : std::string_view::npos;
  html.el("span", {{"class", "value"}}, written.substr(0, unit));
  if (unit != std::string_view::npos) html.text(" ").el("span", {{"class", "unit"}}, written.substr(unit + 1));
}

void fact(kit::Html& html, std::string_view label, std::string_view value, std::string_view beside) {
  html.open("div").el("dt", label).open("dd");
  large_figure(html, value);
  if (!beside.empty()) html.text(" ").el("span", {{"class", "small muted"}}, beside);
  html.close("dd").close("div");
}

void term(kit::Html& html, std::string_view name, std::string_view meaning) {
  if (meaning.empty()) return;
  html.open("div").el("dt", name).el("dd", meaning).close("div");
}

void banner_open(kit::Html& html, Banner kind) {
  const bool good = kind == Banner::success;
  html.open("div", {{"class", good ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner"},
                    {"role", good ? "alert" : "region"}, {"aria-labelledby", "banner-title"}});
  html.open("div", {{"class", "govuk-notification-banner__header"}});
  html.el("h2", {{"class", "govuk-notification-banner__title"}, {"id", "banner-title"}}, good ? "Done" : "Important");
  html.close("div").open("div", {{"class", "govuk-notification-banner__content"}});
}

void banner_close(kit::Html& html) { html.close("div").close("div"); }

void banner(kit::Html& html, Banner kind, std::string_view sentence) {
  banner(html, kind, [&] { html.el("p", {{"class", "govuk-notification-banner__heading"}}, sentence); });
}

namespace {

constexpr kit::Literal arrow_back =
    R"(<svg class="govuk-pagination__icon govuk-pagination__icon--prev" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>)";
constexpr kit::Literal arrow_on =
    R"(<svg class="govuk-pagination__icon govuk-pagination__icon--next" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>)";

}  // namespace

void pagination(kit::Html& html, const Pages& pages) {
  if (pages.all < 2) return;
  html.open("nav", {{"class", "govuk-pagination"}, {"aria-label", "Pagination"}});
  if (!pages.before.empty()) {
    html.open("div", {{"class", "govuk-pagination__prev"}});
    html.open("a", {{"class", "govuk-link govuk-pagination__link"}, {"href", pages.before}, {"rel", "prev"}}).literal(arrow_back);
    html.el("span", {{"class", "govuk-pagination__link-title"}}, "Previous").close("a").close("div");
  }
  html.open("p", {{"class", "pages-here"}}).text("Page ").text(std::to_string(pages.here)).text(" of ");
  html.text(std::to_string(pages.all)).close("p");
  if (!pages.after.empty()) {
    html.open("div", {{"class", "govuk-pagination__next"}});
    html.open("a", {{"class", "govuk-link govuk-pagination__link"}, {"href", pages.after}, {"rel", "next"}});
    html.el("span", {{"class", "govuk-pagination__link-title"}}, "Next").literal(arrow_on).close("a").close("div");
  }
  html.close("nav");
}

void data_links(kit::Html& html, std::string_view csv, std::string_view json) {
  html.open("span", {{"class", "chip on-screen"}}).text("Data: ");
  link(html, csv, "CSV");
  html.text(" · ");
  link(html, json, "JSON");
  html.close("span");
}

}  // namespace parts
