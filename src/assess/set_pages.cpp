#include "assess/set_pages.h"

#include "assess/picture_store.h"
#include "assess/set_view.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "kit/number.h"
#include "parts/error_page.h"
#include "parts/text.h"

namespace assess {
namespace {

using calendar::FinancialYear;
using council::Desk;
using kit::Request;

// -- the page ------------------------------------------------------------------------------------------------

std::string lede(const SetView& view) {
  const auto& total = view.total;
  auto text = "The " + view.year.words() + " set holds " + std::to_string(total.total) + " indicators: " +
              std::to_string(total.core) + " core, " + std::to_string(total.service) + " of services and " +
              std::to_string(total.health) + " of organisational health.";
  if (total.flow.before == 0) return text;
  return text + " The year before it held " + std::to_string(total.flow.before) + ": " + arithmetic(total.flow) + ".";
}

void year_links(kit::Html& html, const Request& asked, const SetView& view) {
  html.el("ul", {{"class", "chips"}}, [&] {
    for (int begins = view.year.begins - 1; begins <= view.year.begins + 1; ++begins) {
      const FinancialYear year{begins};
      const bool here = year == view.year;
      const auto address = council::link(asked, "/set", {{"year", year.words()}});
      html.el("li", [&] {
        html.el("a", {{"class", "chip"}, {"href", address}, {"aria-current", "page", here}}, year.words());
      });
    }
  });
}

void changes(kit::Html& html, const Request& asked, const SetView& view) {
  parts::heading(html, "What changed from the year before");
  if (view.changes.empty()) return parts::paragraph(html, "Nothing has changed.");
  if (view.total.flow.before > 0) flow_tables(html, view);
  changes_tables(html, asked, view);
}

// Whoever signs in is led to the review of the year that follows, where the next set is made.
void review_link(kit::Html& html, const Desk& desk) {
  const auto next = calendar::Period::containing(desk.now.date(), calendar::Frequency::annual).financial_year().begins + 1;
  if (!council::why_not(council::May::own_account, desk.asker).any())
    parts::paragraph(html,
                     [&] { parts::link(html, "/set/review", "Review of the set for " + FinancialYear{next}.words()); });
}

parts::Page set_page(const Request& asked, const SetView& view, const Desk& desk) {
  parts::Page page;
  page.title = "Indicator set " + view.year.words();
  page.section = parts::Section::set;
  parts::title(page.body, "What does the council measure?");
  parts::lede(page.body, lede(view));
  year_links(page.body, asked, view);
  review_link(page.body, desk);
  parts::heading(page.body, "By " + view.word);
  counts_table(page.body, view);
  if (view.outside > 0)
    parts::small(page.body,
                 "Beside the set stand " + kit::in_words(view.outside) + " contextual, place-based and management indicators.");
  changes(page.body, asked, view);
  return page;
}

parts::Reply show_set(const Request& asked, Desk& desk) {
  const auto picture = picture_for(asked, desk);
  const auto wanted = asked.asked("year");
  const auto year = wanted.empty() ? calendar::Period::containing(picture->as_at.date(), calendar::Frequency::annual).financial_year()
                                   : FinancialYear::read(wanted).value_or(FinancialYear{});
  if (year.begins == 0) return parts::error_page(404, "There is no such year. Write it as 2025/26.");

  const auto view = set_view(*picture, year, *picture);
  if (auto data = kit::as_data(asked, view, "indicator-set.csv")) return *std::move(data);
  return set_page(asked, view, desk);
}

}  // namespace

const council::Routes& set_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/set", council::May::read, show_set,
       "The indicator set of a year: counts by priority and section, and what changed"},
  };
  return routes;
}

}  // namespace assess
