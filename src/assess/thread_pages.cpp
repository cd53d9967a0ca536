#include "assess/thread_pages.h"

#include "assess/judged_store.h"
#include "assess/thread_view.h"
#include "council/address.h"
#include "kit/as_data.h"
#include "parts/error_page.h"
#include "parts/status.h"
#include "parts/table.h"
#include "parts/text.h"
#include "parts/tree_drawing.h"

namespace assess {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;

std::string count_words(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string lede(const ThreadView& view) {
  auto text = view.name + " runs from " + count_words(view.tops.size(), "top priority", "top priorities") + " through " +
              count_words(static_cast<std::size_t>(view.priorities) - view.tops.size(), "priority", "priorities") + " to " +
              count_words(static_cast<std::size_t>(view.indicators), "indicator", "indicators") + ".";
  if (!view.unmeasured.empty())
    text += " Nothing measures " + count_words(view.unmeasured.size(), "priority.", "priorities.");
  if (!view.loose.empty())
    text += " " + count_words(view.loose.size(), "indicator serves", "indicators serve") + " no priority.";
  return text;
}

std::string under(const PriorityView& priority, Ratings ratings) {
  const auto total = priority.counts.total();
  if (total == 0) return "No indicator yet";
  const auto all = count_words(static_cast<std::size_t>(total), "indicator", "indicators");
  if (ratings == Ratings::hidden) return all;
  const auto on = priority.counts[parts::Status::on_target] + priority.counts[parts::Status::better];
  return all + ", " + std::to_string(on) + " on target";
}

constexpr int drawn_levels = 3;

std::vector<parts::Branch> drawn(const std::vector<PriorityView>& priorities, Ratings ratings) {
  std::vector<parts::Branch> branches;
  for (const auto& priority : priorities) {
    if (priority.depth >= drawn_levels) break;
    branches.push_back({priority.title, "#" + priority.code, under(priority, ratings), drawn(priority.below, ratings)});
  }
  return branches;
}

// The tree as nested lists.
class Lists {
 public:
  Lists(Html& html, const Request& asked, Ratings ratings) : html_(html), asked_(asked), ratings_(ratings) {}
  void priority(const PriorityView& priority);

 private:
  void indicator(const IndicatorView& indicator);
  Html& html_;
  const Request& asked_;
  Ratings ratings_;
};

void Lists::indicator(const IndicatorView& indicator) {
  parts::branch(html_, [&] {
    if (ratings_ == Ratings::shown) {
      parts::status(html_, indicator.mark);
      html_.text(" ");
    }
    parts::link(html_, council::link(asked_, council::path_to("indicators", indicator.code)), indicator.title);
    parts::muted(html_, " " + indicator.code);
  });
}

void Lists::priority(const PriorityView& priority) {
  parts::branch(html_, [&] {
    html_.el("span", {{"id", priority.code}, {"class", "tree-name"}}, priority.title);
    const auto director = priority.director.empty() ? std::string() : ", " + priority.director;
    parts::muted(html_, " " + priority.level + director + " · " + under(priority, ratings_));
    if (priority.indicators.empty() && priority.below.empty()) return;
    parts::twigs(html_, [&] {
      for (const auto& each : priority.indicators) indicator(each);
      for (const auto& each : priority.below) this->priority(each);
    });
  });
}

void framework_links(Html& html, const Request& asked, const plan::Plan& plan, const ThreadView& view) {
  if (plan.frameworks.size() < 2) return;
  html.el("ul", {{"class", "chips"}}, [&] {
    for (const auto& framework : plan.frameworks) {
      if (framework.gone) continue;
      const auto address = council::link(asked, "/thread", {{"framework", framework.code}});
      html.el("li", [&] {
        html.el("a", {{"class", "chip"}, {"href", address}, {"aria-current", "page", framework.code == view.framework}}, framework.name);
      });
    }
  });
}

void unmeasured_list(Html& html, const ThreadView& view) {
  if (view.unmeasured.empty()) return;
  parts::heading(html, "Priorities that nothing measures", "unmeasured");
  parts::list(html, [&] {
    for (const auto& gap : view.unmeasured)
      parts::item(html, [&] {
        parts::link(html, "#" + gap.code, gap.title);
        parts::muted(html, " " + gap.level);
      });
  });
}

void loose_list(Html& html, const Request& asked, const ThreadView& view) {
  if (view.loose.empty()) return;
  parts::heading(html, "Indicators that serve no priority", "loose");
  parts::list(html, [&] {
    for (const auto& gap : view.loose)
      parts::item(html, [&] {
        parts::link(html, council::link(asked, council::path_to("indicators", gap.code)), gap.title);
        parts::muted(html, " " + gap.code + ", " + gap.level);
      });
  });
}

parts::Page thread_page(const Request& asked, const plan::Plan& plan, const ThreadView& view) {
  parts::Page page;
  page.title = "Golden thread";
  page.section = parts::Section::thread;
  auto& html = page.body;
  parts::title(html, "How does each indicator serve the plan?");
  parts::lede(html, lede(view));
  framework_links(html, asked, plan, view);
  parts::tree_drawing(html, drawn(view.tops, view.ratings), view.name + ", drawn as a tree; the same tree follows as a list");
  unmeasured_list(html, view);
  loose_list(html, asked, view);
  parts::heading(html, "From top to bottom", "tree");
  if (view.ratings == Ratings::shown)
    parts::small(html, [&] {
      html.text("Statuses are those of " + view.period + ". ");
      parts::link(html, "/help/status", "What statuses mean");
    });
  Lists lists(html, asked, view.ratings);
  parts::tree(html, view.name, [&] {
    for (const auto& top : view.tops) lists.priority(top);
  });
  return page;
}

parts::Page no_plan_yet() {
  parts::Page page;
  page.title = "Golden thread";
  page.section = parts::Section::thread;
  parts::title(page.body, "There is no plan yet");
  parts::paragraph(
      page.body,
      "The golden thread runs from the council's vision down to each indicator. Bring in the Plan sheet of the workbook to see it.");
  parts::paragraph(page.body, [&] { parts::link(page.body, "/import", "Bring in the plan"); });
  return page;
}

parts::Reply show_thread(const Request& asked, Desk& desk) {
  const auto judged = judged_for(asked, desk);
  if (!judged) return parts::error_page(404, "There is no such period. Write it as in 2025-26-q2.");
  const auto& plan = judged->picture->plan;
  const auto wanted = asked.asked("framework");
  const auto* framework = wanted.empty() ? plan.main() : plan.framework(wanted);
  if (!framework) return wanted.empty() ? no_plan_yet() : parts::error_page(404, "There is no framework of that name in the plan.");

  const auto view = thread_view(*judged, *framework);
  if (auto data = kit::as_data(asked, view, "golden-thread.csv")) return *std::move(data);
  return thread_page(asked, plan, view);
}

}  // namespace

const council::Routes& thread_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/thread", council::May::read, show_thread,
       "The golden thread: from vision to indicator, drawn and as lists, with what is missing"},
  };
  return routes;
}

}  // namespace assess
