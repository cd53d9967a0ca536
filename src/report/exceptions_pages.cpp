#include "report/exceptions_pages.h"

#include "assess/marks.h"
#include "assess/narrowing.h"
#include "assess/series_line.h"
#include "assess/travel.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "parts/attention.h"
#include "parts/error_page.h"
#include "parts/filters.h"
#include "parts/report.h"
#include "parts/text.h"
#include "report/document_html.h"
#include "report/exceptions_store.h"

namespace report {
namespace {

using assess::Ratings;
using assess::with_value;
using council::Desk;
using kit::Html;
using kit::Request;

constexpr std::size_t note_letters = 200;

parts::Filter sign_filter(const Wanted& wanted) {
  parts::Filter filter{"sign",
                       "Warning",
                       {{"", "Any warning"}},
                       wanted.sign ? std::string(assess::sign(*wanted.sign).code) : std::string()};
  for (const auto& sign : assess::all_signs()) filter.choices.push_back({std::string(sign.code), std::string(sign.words)});
  return filter;
}

parts::Filters filters_of(const Request& asked, const assess::Judged& judged, const assess::Narrowing& to, const Wanted& wanted) {
  auto filters = assess::filters_of(asked, judged, to);
  filters.filters.push_back(sign_filter(wanted));
  if (wanted.sign) filters.chips.push_back({"Warning", std::string(assess::sign(*wanted.sign).words), with_value(asked, "sign", "")});
  if (to.any() || wanted.sign) {
    const std::string code(wanted.audience->code);
    filters.clear = code.empty() ? council::link(asked, asked.path) : council::link(asked, asked.path, {{"for", code}});
  }
  if (!wanted.audience->code.empty()) filters.carried.push_back({"for", std::string(wanted.audience->code)});
  filters.csv = assess::data_address(asked, "csv");
  filters.json = assess::data_address(asked, "json");
  return filters;
}

void audience_links(Html& html, const Request& asked, const Wanted& wanted, const assess::Narrowing& to) {
  std::vector<parts::Link> all;
  for (const auto& each : audiences())
    all.push_back({std::string(each.words), &each == wanted.audience ? std::string() : with_value(asked, "for", each.code)});
  parts::views(html, "For whom", all);
  const bool no_service = wanted.audience->code == "service" && to.service.empty() && to.directorate.empty();
  parts::small(html, std::string(wanted.audience->shows) + (no_service ? " Choose which under “Change what this page shows”." : ""));
}

// What each warning means, how often it holds, and the way to its part of the list.
void signs_table(Html& html, const Request& asked, const ExceptionsView& view, const Wanted& wanted) {
  if (wanted.sign) return;
  parts::details(html, "What each warning means, and how the list is ordered", [&] {
    parts::terms(html, [&] {
      for (const auto& count : view.signs)
        parts::term(html, count.sign->words, [&] {
          html.text(count.sign->meaning).text(" ");
          parts::link(html, with_value(asked, "sign", count.sign->code),
                      std::to_string(count.indicators) + (count.indicators == 1 ? " indicator" : " indicators"));
        });
    });
    parts::paragraph(html, [&] {
      html.text(
          "An indicator stands once, under the first warning that holds, in this order; its other warnings follow beside it. Under each warning what is off target "
          "comes first, then what is close, then the rest; and the largest shortfall first. ");
      parts::link(html, "/help/exceptions", "How exceptions are found");
    });
  });
}

std::string reference(const ExceptionView& each) {
  const auto& j = *each.standing.judgement;
  auto text = j.definition->code + " · " + j.period.words();
  if (j.provisional) text += " · provisional";
  if (j.unchecked) text += " · unchecked";
  if (const auto job = each.standing.owner(); !job.empty()) text += " · " + job;
  return text;
}

std::vector<parts::Link> thread_links(const Request& asked, const ExceptionView& each) {
  std::vector<parts::Link> levels;
  for (const auto* priority : each.thread)
    levels.push_back({priority->title, council::link(asked, "/thread", {{"framework", priority->framework}}) + '#' + priority->code});
  return levels;
}

void exception(Html& html, const Request& asked, const ExceptionView& each, Ratings ratings) {
  const auto& j = *each.standing.judgement;
  const auto address = council::link(asked, council::path_to("indicators", j.definition->code));
  const auto value = each.standing.value(), target = each.standing.target(), direction = assess::direction_words(j);
  const auto said = parts::shortened(each.standing.note(), note_letters);
  std::string line_words;
  parts::Attention a{.address = address, .title = j.definition->title, .ref = reference(each), .said = said, .value = value};
  for (const auto& warning : each.exception->warnings) a.reasons.push_back({assess::sign(warning.trigger).words, warning.said});
  a.thread = thread_links(asked, each);
  a.line = assess::series_line(*each.standing.judged->picture, j, line_words);
  if (!target.empty()) a.beside = "Target " + target;
  if (ratings == Ratings::shown) a.status = assess::mark_of(j.rating);
  if (!assess::is_rated(j.rating)) a.status_words = j.overdue ? "Overdue" : assess::words(j.rating);
  a.direction = assess::mark_of(j.direction);
  a.direction_words = direction;
  parts::attention(html, a);
}

constexpr std::size_t few = 10;

std::string heading_of(const SignCount& count) {
  return std::string(count.sign->words) + " (" + std::to_string(count.listed) + ")";
}

void leads_to_each_group(Html& html, const ExceptionsView& view) {
  if (view.exceptions.size() <= few) return;
  std::vector<parts::Link> groups;
  for (const auto& count : view.signs)
    if (count.listed > 0) groups.push_back({heading_of(count), '#' + std::string(count.sign->code)});
  if (groups.size() > 1) parts::contents(html, "Warnings", groups);
}

void group(Html& html, const Request& asked, const ExceptionsView& view, const SignCount& count) {
  if (count.listed == 0) return;
  parts::heading(html, heading_of(count), count.sign->code);
  parts::attention_list(html, [&] {
    for (const auto& each : view.exceptions)
      if (each.exception->worst() == count.sign->trigger) exception(html, asked, each, view.ratings);
  });
}

void nothing(Html& html, const ExceptionsView& view, const parts::Filters& filters) {
  parts::inset(html, [&] {
    parts::paragraph(html, view.looked_at == 0
                               ? "No indicator matches these filters."
                               : "Nothing here needs attention: no warning holds for " + view.period + ".");
    if (!filters.clear.empty()) parts::link(html, filters.clear, "Clear all filters");
    else parts::link(html, "/help/exceptions", "What would make an indicator an exception");
  });
}

void off_without_warning(Html& html, const Request& asked, const ExceptionsView& view) {
  if (view.off_without_warning == 0 || view.ratings == Ratings::hidden) return;
  const bool one = view.off_without_warning == 1;
  parts::paragraph(html, [&] {
    html.text(one ? "One more indicator is off target, and no warning holds for it. "
                  : std::to_string(view.off_without_warning) +
                        " more indicators are off target, and no warning holds for them. ");
    parts::link(html, council::link(asked, "/indicators", {{"status", "red"}}), "All that is off target");
  });
}

// The numbers stand out: "Of 167 indicators, *52 need attention*. Nine are …"
void answer(Html& html, std::string_view said) {
  const auto comma = said.find(", "), stop = said.find(". ", comma);
  if (comma == std::string_view::npos || stop == std::string_view::npos) return parts::lede(html, said);
  parts::lede(html, [&] {
    html.text(said.substr(0, comma + 2));
    parts::strong(html, said.substr(comma + 2, stop - comma - 2));
    html.text(said.substr(stop));
  });
}

// Whose figures warn: the council's own, what other councils publish, or both.
void whose_figures(Html& html, const Request& asked, const ExceptionsView& view) {
  if (view.exceptions.empty()) return;
  parts::paragraph(html, [&] {
    html.text("The council’s own figures warn of " + std::to_string(view.in_own) + "; ");
    if (view.beside_others == 0) html.text("what other councils publish warns of none. ");
    else {
      html.text("what other councils publish warns of ");
      parts::link(html, with_value(asked, "sign", assess::sign(assess::Trigger::others).code), std::to_string(view.beside_others));
      html.text(view.in_both == 0 ? ", and none is seen in both. "
                                  : ", and " + std::to_string(view.in_both) +
                                        (view.in_both == 1 ? " is seen in both: ask about it first. "
                                                           : " are seen in both: ask about these first. "));
    }
    parts::link(html, council::link(asked, "/explore/stands-out"), "What stands out in everything published");
  });
}

parts::Page exceptions_page(const Request& asked, const Exceptions& found, const ExceptionsView& view,
                            const assess::Narrowing& to, const Wanted& wanted) {
  parts::Page page;
  page.title = "Exceptions";
  page.section = parts::Section::board;
  auto& html = page.body;
  html.reserve(192 * 1024);
  parts::title(html, "What needs attention, and why?");
  answer(html, view.answer);
  whose_figures(html, asked, view);
  audience_links(html, asked, wanted, to);
  const auto filters = filters_of(asked, *found.judged, to, wanted);
  parts::filters(html, filters);
  if (view.exceptions.empty()) {
    nothing(html, view, filters);
  } else {
    signs_table(html, asked, view, wanted);
    leads_to_each_group(html, view);
    for (const auto& count : view.signs) group(html, asked, view, count);
  }
  if (!wanted.sign && wanted.audience->code.empty()) off_without_warning(html, asked, view);
  how_to_read(html);
  return page;
}

parts::Page empty_council() {
  parts::Page page;
  page.title = "Exceptions";
  page.section = parts::Section::board;
  parts::title(page.body, "What needs attention, and why?");
  parts::lede(page.body, "There is no indicator yet, so there is nothing to warn of.");
  parts::paragraph(page.body, [&] { parts::link(page.body, "/import", "Bring in your files"); });
  return page;
}

parts::Reply show_exceptions(const Request& asked, Desk& desk) {
  const auto found = exceptions_for(asked, desk);
  if (!found) return parts::error_page(404, "There is no such period. Write it as in 2025-26-q2.");
  const auto to = assess::narrowing(asked);
  const Wanted wanted{&audience(asked.asked("for")), assess::read_trigger(asked.asked("sign"))};
  const auto view = exceptions_view(*found, assess::narrowed(*found->judged, to), wanted);
  if (auto data = kit::as_data(asked, view, "exceptions.csv")) return *std::move(data);
  if (found->judged->picture->empty()) return empty_council();
  return exceptions_page(asked, *found, view, to, wanted);
}

}  // namespace

const council::Routes& exceptions_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/exceptions", council::May::read, show_exceptions,
       "What needs attention and why: every indicator with a warning, worst first"},
  };
  return routes;
}

}  // namespace report
