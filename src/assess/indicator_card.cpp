#include "assess/indicator_card.h"

#include "assess/sentences.h"
#include "council/address.h"
#include "parts/table.h"
#include "parts/text.h"

namespace assess {
namespace {

using kit::Html;
using kit::Request;

std::string capital(std::string_view words) {
  std::string made(words);
  if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 32);
  return made;
}

std::string thread_address(const Request& asked, const plan::Priority& priority) {
  return council::link(asked, "/thread", {{"framework", priority.framework}}) + '#' + priority.code;
}

std::string in_unit(const std::optional<kit::Decimal>& number, const indicator::Definition& d) {
  return number ? indicator::written(number->number(), d) : std::string();
}

std::string bounds(const indicator::Definition& d) {
  if (d.least && d.most) return in_unit(d.least, d) + " to " + in_unit(d.most, d);
  if (d.least) return "At least " + in_unit(d.least, d);
  return d.most ? "At most " + in_unit(d.most, d) : std::string();
}

std::string tolerance_words(const indicator::Tolerance& t, const indicator::Definition& d) {
  std::string text;
  if (t.kind == indicator::Tolerance::Kind::relative) text = t.size.text() + "% of the target";
  else if (t.kind == indicator::Tolerance::Kind::absolute) text = indicator::written_difference(t.size.number(), d);
  else text = "Close up to " + indicator::written(t.size.number(), d);
  return t.well_above ? text + "; better than target from " + t.well_above->text() + "% better" : text;
}

indicator::Expected whole_year(const indicator::Target& target) {
  const auto number = [](const std::optional<kit::Decimal>& d) { return d ? std::optional(d->number()) : std::nullopt; };
  return {number(target.value), number(target.low), number(target.high)};
}

void person_term(Html& html, const Picture& picture, std::string_view name, const std::string& code) {
  if (code.empty()) return;
  const auto job = picture.council.job_of(code);
  parts::term(html, name, job.empty() ? code : job);
}

void service_term(Html& html, const Request& asked, const Picture& picture, const std::string& code) {
  const auto* unit = picture.council.unit(code);
  if (!unit) return;
  parts::term(html, "Service", [&] { parts::link(html, council::link(asked, council::path_to("services", code)), unit->name); });
}

std::string baseline_words(const indicator::Definition& d) {
  if (!d.baseline) return {};
  return in_unit(d.baseline, d) + (d.baseline_note.empty() ? "" : ", " + d.baseline_note);
}

std::string parts_words(const indicator::Definition& d) {
  return d.numerator_label.empty() || d.denominator_label.empty() ? std::string() : d.numerator_label + "\nout of " + d.denominator_label;
}

}  // namespace

void threads(Html& html, const Request& asked, const IndicatorPageView& view) {
  std::vector<parts::Link> levels;
  if (view.threads.empty()) levels.push_back({"Indicators", council::link(asked, "/indicators")});
  else
    for (const auto* priority : view.threads.front()) levels.push_back({priority->title, thread_address(asked, *priority)});
  levels.push_back({view.definition().code, ""});
  parts::thread(html, levels);
}

void other_threads(Html& html, const Request& asked, const IndicatorPageView& view) {
  if (view.threads.size() < 2) return;
  parts::heading(html, "Also serves");
  parts::terms(html, [&] {
    for (std::size_t i = 1; i < view.threads.size(); ++i) {
      const auto* priority = view.threads[i].back();
      const auto* framework = view.picture->plan.framework(priority->framework);
      parts::term(html, framework ? framework->name : priority->level,
                  [&] { parts::link(html, thread_address(asked, *priority), priority->title); });
    }
  });
}

void what_it_is(Html& html, const IndicatorPageView& view) {
  const auto& d = view.definition();
  parts::heading(html, "What it measures");
  if (!d.meaning.empty()) parts::paragraph(html, d.meaning);
  parts::terms(html, [&] {
    parts::term(html, "Why it matters", d.why_it_matters);
    parts::term(html, "Formula", d.formula);
    parts::term(html, "Caveats", d.caveats);
  });
}

void target_card(Html& html, const IndicatorPageView& view) {
  const auto* target = view.judgement.target;
  if (!target) return;
  const auto& d = view.definition();
  parts::heading(html, "The target for " + target->year.words());
  parts::terms(html, [&] {
    parts::term(html, "By the end of the year", target_words(whole_year(*target), d));
    const bool same_all_year = target->kind == indicator::TargetKind::flat || target->kind == indicator::TargetKind::range;
    if (const auto now = target_words(view.judgement.expected, d); !same_all_year)
      parts::term(html, "Expected by the end of " + view.judgement.period.words(), now);
    parts::term(html, "At least", in_unit(target->minimum, d));
    parts::term(html, "If all goes well", in_unit(target->stretch, d));
    parts::term(html, "Why this target", target->rationale);
    parts::term(html, "Changed in the year", target->reason);
    parts::term(html, "Agreed", target->at.date().words());
  });
}

void kin_list(Html& html, const Request& asked, const IndicatorPageView& view) {
  if (view.kin.empty()) return;
  parts::heading(html, "Where it comes from");
  parts::terms(html, [&] {
    for (const auto& each : view.kin)
      parts::term(html, each.relation + ", " + each.on.words(), [&] {
        parts::link(html, council::link(asked, council::path_to("indicators", each.code)), each.code + " " + each.title);
        if (!each.reason.empty()) parts::small(html, each.reason);
      });
  });
}

void definition_card(Html& html, const Request& asked, const IndicatorPageView& view) {
  const auto& d = view.definition();
  const auto& picture = *view.picture;
  parts::heading(html, "Definition", "definition");
  parts::card(html, [&] {
    parts::term(html, "Reference", d.code);
    parts::term(html, "Kind", capital(indicator::words(d.kind)) + (d.health_theme.empty() ? "" : ", " + d.health_theme));
    parts::term(html, "Meaning", d.meaning);
    parts::term(html, "Why it matters", d.why_it_matters);
    parts::term(html, "Formula", d.formula);
    parts::term(html, "Computed from", d.computed_from);
    parts::term(html, "Counted", parts_words(d));
    parts::term(html, "Unit", d.unit.empty() ? "A count" : d.unit);
    parts::term(html, "Good direction", capital(indicator::words(d.polarity)));
    parts::term(html, "Frequency", capital(calendar::words(d.frequency)));
    parts::term(html, "Each figure is", capital(indicator::words(d.submitted)));
    parts::term(html, "Periods are put together as", capital(indicator::words(d.aggregation)));
    parts::term(html, "Judged on", capital(indicator::words(d.judged)));
    parts::term(html, "Compared with", capital(indicator::words(d.comparator)));
    parts::term(html, "Direction is found by", capital(indicator::words(d.direction_method)));
    if (indicator::takes_target(d.kind)) parts::term(html, "Tolerance", tolerance_words(tolerance_for(view.judgement, picture), d));
    parts::term(html, "Possible figures", bounds(d));
    parts::term(html, "Baseline", baseline_words(d));
    parts::term(html, "Source", d.source);
    parts::term(html, "Caveats", d.caveats);
    parts::term(html, "Statutory return", d.statutory_return);
    parts::term(html, "Tags", d.tags);
    parts::term(html, "Scorecard perspective", d.perspective);
    parts::term(html, "Portfolio", d.portfolio);
    service_term(html, asked, picture, d.service);
    person_term(html, picture, indicator::is_computed(d) ? "Answers for it" : "Enters the figures", d.owner);
    if (!indicator::is_computed(d)) person_term(html, picture, "Checks them", d.checker);
    person_term(html, picture, "Deputy", d.deputy);
    parts::term(html, "Published", d.published ? "Yes" : "No: for the council's own use");
    parts::term(html, "In the set since", view.kept->definitions.front().applies_from.words());
    if (view.kept->now().ends) parts::term(html, "Left the set after", view.kept->now().ends->words());
  });
}

void editions_table(Html& html, const IndicatorPageView& view) {
  if (view.editions.size() < 2) return;
  parts::heading(html, "How the definition has changed", "editions");
  parts::Table table(html, "Editions of the definition, newest first",
                     {{"Applies from"}, {"Agreed"}, {"What changed"}, {"Why", parts::Column::Holds::long_words}});
  for (const auto& edition : view.editions) {
    const auto& d = *edition.definition;
    table.row().head(d.applies_from.words()).cell(d.at.date().words());
    table.cell(edition.changed + (d.breaks_series ? ". Earlier figures are a separate line" : ""));
    table.cell(d.reason.empty() ? "First definition" : d.reason);
  }
}

}  // namespace assess
