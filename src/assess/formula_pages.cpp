#include "assess/formula_pages.h"

#include "assess/formula_view.h"
#include "assess/formulas.h"
#include "assess/picture_store.h"
#include "council/address.h"
#include "indicator/spending.h"
#include "kit/as_data.h"
#include "parts/table.h"
#include "parts/text.h"

namespace assess {
namespace {

using council::Desk;
using kit::Html;
using kit::Request;
using parts::Column;

std::string address_of(const Request& asked, const std::string& code) { return council::link(asked, council::path_to("indicators", code)); }

void inputs_of(Html& html, const Request& asked, const ComputedView& view) {
  parts::plain_list(html, [&] {
    for (const auto& input : view.inputs)
      parts::item(html, [&] {
        if (input.title.empty()) html.text(input.code);
        else
          parts::link(html,
                      indicator::unit_spent_by(input.code).empty() ? address_of(asked, input.code)
                                                                   : council::link(asked, "/money"),
                      input.title);
        parts::small(html, input.code + (input.words.empty() ? "" : ": " + input.words));
      });
  });
}

void table_of(Html& html, const Request& asked, const FormulasView& view) {
  parts::Table table(html, "Computed indicators",
                     {{"Indicator"},
                      {"Newest figure"},
                      {"Computed from", Column::Holds::long_words},
                      {"Formula", Column::Holds::long_words}});
  for (const auto& one : view.all) {
    table.row().head([&] {
      parts::link(html, address_of(asked, one.code), one.title);
      parts::small(html, one.code);
    });
    table.cell([&] {
      if (one.period.empty()) return parts::muted(html, "None yet");
      parts::strong(html, one.value);
      parts::small(html, one.period);
    });
    table.cell([&] { inputs_of(html, asked, one); });
    table.cell([&] {
      html.text(one.formula);
      if (!one.arithmetic.empty()) parts::small(html, one.arithmetic);
    });
  }
}

parts::Reply show_formulas(const Request& asked, Desk& desk) {
  const auto view = formulas_view(*picture_for(asked, desk));
  if (auto data = kit::as_data(asked, view, "formulas.csv")) return *std::move(data);

  parts::Page page;
  page.title = "Formulas";
  page.section = parts::Section::indicators;
  auto& html = page.body;
  parts::title(html, page.title);
  parts::lede(html, view.lede);
  parts::paragraph(html, [&] {
    html.text(
        view.all.empty()
            ? "To have one computed, open its page and propose a definition with a formula. "
            : "When one of the figures they need is entered, checked, reported or corrected, they are worked out again in the same moment. ");
    parts::link(html, "/help/formulas", "How formulas are written");
  });
  if (!view.all.empty()) table_of(html, asked, view);
  return page;
}

}  // namespace

void computed_from(Html& html, const Request& asked, const IndicatorPageView& view) {
  const auto* figure = view.judgement.figure;
  const auto computed = computed_view(*view.picture, *view.kept, figure ? std::optional(figure->period) : std::nullopt);
  if (!computed) return;
  parts::heading(html, "Computed from", "computed-from");
  inputs_of(html, asked, *computed);
  if (!computed->arithmetic.empty()) parts::paragraph(html, computed->period + ": " + computed->arithmetic);
  parts::paragraph(html, [&] { parts::link(html, council::link(asked, "/formulas"), "All formulas"); });
}

void used_in_list(Html& html, const Request& asked, const IndicatorPageView& view) {
  const auto all = used_in(*view.picture, *view.kept);
  if (all.empty()) return;
  parts::heading(html, "Used in", "used-in");
  parts::plain_list(html, [&] {
    for (const auto* other : all)
      parts::item(html, [&] {
        parts::link(html, address_of(asked, other->now().code), other->now().title);
        parts::small(html, other->now().code + ", computed from this and others");
      });
  });
}

const council::Routes& formula_routes() {
  static const council::Routes routes = {
      {kit::Method::get, "/formulas", council::May::read, show_formulas,
       "Indicators that are computed from others: formula, inputs and the newest figure"},
  };
  return routes;
}

}  // namespace assess
