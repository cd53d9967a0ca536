#include "work/many_form.h"

#include <algorithm>
#include <charconv>

#include "kit/number.h"
#include "kit/secret.h"
#include "parts/field_grid.h"
#include "parts/text.h"
#include "work/entries_view.h"
#include "work/entry_form.h"
#include "work/my_figures_view.h"

namespace work {
namespace {

using collect::Typed;
using kit::Html;
using parts::FieldGrid;

struct GridField {
  std::string_view name, title;
  std::string Typed::* of;
  FieldGrid::Cell::Takes takes;
  FieldGrid::Column::Width width;
};
constexpr GridField grid_fields[] = {
    {"numerator", "Numerator", &Typed::numerator, FieldGrid::Cell::Takes::number, FieldGrid::Column::Width::narrow},
    {"denominator", "Denominator", &Typed::denominator, FieldGrid::Cell::Takes::number, FieldGrid::Column::Width::narrow},
    {"deviation", "Standard deviation, if known", &Typed::deviation, FieldGrid::Cell::Takes::number, FieldGrid::Column::Width::narrow},
    {"value", "Figure", &Typed::value, FieldGrid::Cell::Takes::number, FieldGrid::Column::Width::narrow},
    {"note", "What happened, and why", &Typed::note, FieldGrid::Cell::Takes::text, FieldGrid::Column::Width::wide},
    {"next", "What next", &Typed::next, FieldGrid::Cell::Takes::text, FieldGrid::Column::Width::middle},
    {"expected_on", "Expected on, if none yet", &Typed::expected_on, FieldGrid::Cell::Takes::line, FieldGrid::Column::Width::narrow},
};

bool has_field(const ManyLine& line, const GridField& field) {
  const bool parts = indicator::has_parts(line.due.definition->aggregation);
  if (field.name == "numerator" || field.name == "denominator") return parts;
  if (field.name == "deviation") return line.due.definition->aggregation == indicator::Aggregation::weighted_mean;
  return field.name != "value" || !parts || !line.typed.value.empty();
}

std::vector<const GridField*> fields_of(const ManyView& view) {
  std::vector<const GridField*> fields;
  for (const auto& field : grid_fields)
    if (std::ranges::any_of(view.lines, [&](const auto& line) { return has_field(line, field); })) fields.push_back(&field);
  return fields;
}

std::string id(std::string_view field, std::size_t row) { return std::string(field) + "-" + std::to_string(row); }

// The field of the row beside which a refusal stands; the row itself when it has none there.
std::string place_of(const ManyLine& line, std::string_view field, std::size_t row) {
  if (field.starts_with("reason-")) return id(field, row);
  for (const auto& one : grid_fields)
    if (one.name == field && has_field(line, one)) return id(field, row);
  return field == "value" ? id("numerator", row) : id("row", row);
}

kit::Refusals all_refusals(const ManyView& view) {
  kit::Refusals all;
  for (std::size_t i = 0; i < view.lines.size(); ++i)
    for (const auto& refusal : view.lines[i].no.all())
      all.add(place_of(view.lines[i], refusal.field, i),
              view.lines[i].due.definition->code + ", " + view.lines[i].due.period.words() + ": " + refusal.sentence);
  return all;
}

std::string error_at(const ManyLine& line, std::string_view place, std::size_t row) {
  std::string all;
  for (const auto& refusal : line.no.all())
    if (place_of(line, refusal.field, row) == place) all += (all.empty() ? "" : " ") + refusal.sentence;
  return all;
}

std::string parts_words(const indicator::Definition& d) {
  if (!indicator::has_parts(d.aggregation) || (d.numerator_label.empty() && d.denominator_label.empty())) return {};
  return (d.numerator_label.empty() ? "numerator" : d.numerator_label) + " ÷ " +
         (d.denominator_label.empty() ? "denominator" : d.denominator_label);
}

std::string stands(const ManyLine& line, kit::Moment now) {
  const auto& due = line.due;
  const auto waits = collect::waits(due, now);
  if (waits == collect::Waits::for_rework) return "Came back: " + due.entry.said;
  if (waits == collect::Waits::for_late_entry) return "Late: was due on " + due.window.enter_by.words();
  return {};
}

std::string_view already(const ManyLine& line, kit::Moment now) {
  const auto waits = collect::waits(line.due, now);
  return waits == collect::Waits::for_check ? " · entered, with the checker"
         : waits == collect::Waits::for_run ? " · entered and checked"
                                            : "";
}

void name_of(Html& html, FieldGrid& grid, const ManyLine& line, std::size_t row, kit::Moment now) {
  const auto& d = *line.due.definition;
  const auto error = error_at(line, id("row", row), row);
  grid.row(id("row", row), error.empty() && !line.is_conflict ? FieldGrid::Row::plain : FieldGrid::Row::with_fault, [&] {
    grid.row_title(entry_address(d, line.due.period), d.title);
    auto facts = d.code + " · " + line.due.period.words();
    const auto mine = my_entry(line.due, now);
    if (!mine.last.empty()) facts += " · last " + mine.last;
    if (!mine.target.empty()) facts += " · target " + mine.target;
    parts::small(html, facts.append(already(line, now)));
    if (const auto words = parts_words(d); !words.empty()) parts::small(html, words);
    if (const auto words = stands(line, now); !words.empty()) parts::plain_small(html, [&] { parts::strong(html, words); });
    if (!error.empty()) grid.row_error(error);
  });
}

void reasons(Html& html, FieldGrid& grid, const ManyLine& line, std::size_t row) {
  for (const auto& refusal : line.no.all()) {
    if (!refusal.field.starts_with("reason-")) continue;
    const auto given = std::ranges::find(line.typed.reasons, refusal.field.substr(7), &std::pair<std::string, std::string>::first);
    const auto name = id(refusal.field, row);
    grid.under([&] {
      parts::input(html, {name, "Is this right?", {}, refusal.sentence},
                   given == line.typed.reasons.end() ? "" : given->second);
    });
  }
}

// Theirs, beside one's own that stands in the fields.
void their_version(Html& html, FieldGrid& grid, const ManyLine& line, const council::Council& council) {
  if (!line.is_conflict) return;
  const auto& theirs = line.due.entry;
  const auto& d = *line.due.definition;
  grid.under([&] {
    parts::inset(html, [&] {
      parts::paragraph(html, "Saved meanwhile by " + by_words(council, theirs.by, theirs.at) +
                                 ". The row above is yours; save again to put it in place of theirs.");
      parts::terms(html, [&] {
        if (theirs.numerator) parts::term(html, "Numerator", theirs.numerator->text());
        if (theirs.denominator) parts::term(html, "Denominator", theirs.denominator->text());
        if (theirs.deviation) parts::term(html, "Standard deviation", theirs.deviation->text());
        if (theirs.value) parts::term(html, "Figure", collect::as_typed(*theirs.value, d));
        if (theirs.expected_on) parts::term(html, "Expected on", theirs.expected_on->words());
        parts::term(html, "What happened, and why", theirs.note);
        parts::term(html, "What next", theirs.next);
      });
    });
  });
}

void field_cell(FieldGrid& grid, const ManyLine& line, const GridField& field, std::size_t row) {
  const auto name = id(field.name, row);
  const bool is_plain_number = field.name != "value" || collect::typed_as(*line.due.definition) <= collect::TypedAs::money;
  const auto error = error_at(line, name, row);
  grid.cell({name, line.typed.*(field.of), error, is_plain_number ? field.takes : FieldGrid::Cell::Takes::line});
}

// What numerator and denominator make, as far as they are typed.
void rate_cell(FieldGrid& grid, const ManyLine& line, std::size_t row) {
  const auto& d = *line.due.definition;
  collect::Figure figure;
  figure.period = line.due.period;
  if (const auto part = kit::read_number(line.typed.numerator)) figure.numerator = part->number;
  if (const auto part = kit::read_number(line.typed.denominator)) figure.denominator = part->number;
  const auto made = collect::number_of(figure, d);
  grid.made_cell(
      {id("numerator", row), id("denominator", row), d.multiplier.number(), d.decimals, d.unit == "%" ? "%" : ""},
      made ? indicator::written(*made, d) : "");
}

void grid(Html& html, const council::Desk& desk, const ManyView& view) {
  const auto fields = fields_of(view);
  std::vector<FieldGrid::Column> columns;
  for (const auto* field : fields) columns.push_back({std::string(field->name), std::string(field->title), field->width});
  FieldGrid table(html, "Figures to enter", "Indicator", std::move(columns));
  for (std::size_t i = 0; i < view.lines.size(); ++i) {
    const auto& line = view.lines[i];
    name_of(html, table, line, i, desk.now);
    for (const auto* field : fields) {
      if (has_field(line, *field)) field_cell(table, line, *field, i);
      else if (field->name == "value") rate_cell(table, line, i);
      else table.no_cell();
    }
    reasons(html, table, line, i);
    their_version(html, table, line, view.picture->council);
  }
}

void narrower(Html& html, const ManyView& view) {
  if (view.periods.size() < 2) return;
  std::vector<parts::Narrowing> all(1);
  std::size_t count = 0;
  for (const auto& [period, of_it] : view.periods) {
    count += of_it;
    all.push_back({period.words() + " (" + std::to_string(of_it) + ")",
                   view.period == period ? "" : "/my-figures/many?period=" + period.slug()});
  }
  all[0] = {"All (" + std::to_string(count) + ")", view.period ? "/my-figures/many" : ""};
  parts::narrowings(html, "Periods", all);
}

std::string question(const ManyView& view) { return view.period ? "?period=" + view.period->slug() : std::string(); }

void form(Html& html, const council::Desk& desk, const ManyView& view) {
  parts::form(html, "/my-figures/many" + question(view), desk.token, parts::Carries::fields, [&] {
    parts::carried(html, "key", kit::random_name());
    for (std::size_t i = 0; i < view.lines.size(); ++i) {
      parts::carried(html, id("figure", i), view.lines[i].due.definition->code + " " + view.lines[i].due.period.slug());
      parts::carried(html, id("seen", i), std::to_string(view.lines[i].typed.seen));
    }
    grid(html, desk, view);
    parts::grid_buttons(html, [&] {
      parts::button(html, "Save all");
      parts::quiet_link(html, "/my-figures", "Back without saving");
      parts::grid_said(html);
    });
  });
  parts::script(html, "many.js");
}

}  // namespace

parts::Page many_page(const council::Desk& desk, const ManyView& view) {
  parts::Page page;
  const auto no = all_refusals(view);
  page.title = std::string(no.any() ? "Error: " : "") + "Enter many figures";
  page.section = parts::Section::work;
  page.has_data = false;
  auto& html = page.body;
  parts::thread(html, {{"My figures", "/my-figures"}, {"Many at once", ""}}, "Where you are");
  parts::error_summary(html, no);
  parts::title(html, "Enter many figures");
  if (view.lines.empty()) {
    parts::lede(html, "Nothing waits to be entered by you" + (view.period ? " for " + view.period->words() : std::string()) + ".");
    parts::paragraph(html, [&] { parts::link(html, "/my-figures", "Back to My figures"); });
    return page;
  }
  parts::lede(html, "Fill in what you have. Rows that you leave as they are stay as they are; all others are saved together, or none.");
  narrower(html, view);
  parts::grid_hint(
      html,
      "Copy a block of cells in your spreadsheet, click the cell here where it begins, and paste. Enter and the arrow keys move between cells.");
  parts::plain_small(html, [&] {
    html.text("You would rather work in a spreadsheet? ");
    parts::link(html, "/my-figures/workbook" + question(view), "Take a workbook");
    html.text(", fill it in and bring it back.");
  });
  form(html, desk, view);
  return page;
}

std::vector<TypedLine> typed_lines(const kit::Request& asked) {
  std::map<std::size_t, TypedLine> rows;
  for (const auto& [name, value] : asked.form) {
    const auto dash = name.rfind('-');
    std::size_t row = 0;
    if (dash == std::string::npos) continue;
    const auto [end, error] = std::from_chars(name.data() + dash + 1, name.data() + name.size(), row);
    if (error != std::errc() || end != name.data() + name.size() || dash + 1 == name.size()) continue;
    const auto field = name.substr(0, dash);
    if (field != "figure") {
      rows[row].fields.emplace(field, value);
      continue;
    }
    const auto space = value.rfind(' ');
    rows[row].code = value.substr(0, space);
    if (space != std::string::npos) rows[row].period = calendar::read_slug(value.substr(space + 1));
  }
  std::vector<TypedLine> all;
  for (auto& [row, line] : rows)
    if (!line.code.empty()) all.push_back(std::move(line));
  return all;
}

Typed over(const Typed& made_from, const TypedLine& line) {
  auto typed = made_from;
  const auto take = [&](std::string_view name, std::string& into) {
    if (const auto found = line.fields.find(std::string(name)); found != line.fields.end()) into = found->second;
  };
  for (const auto& field : grid_fields) take(field.name, typed.*(field.of));
  take("back_on", typed.back_on);
  settle_state(typed);
  const bool same_number = typed.value == made_from.value && typed.numerator == made_from.numerator &&
                           typed.denominator == made_from.denominator && typed.deviation == made_from.deviation;
  if (!same_number) typed.reasons.clear();  // what was said of another number is no answer to this one
  for (const auto& [name, value] : line.fields)
    if (name.starts_with("reason-")) typed.reasons.emplace_back(name.substr(7), value);
  return typed;
}

void carry_line(Html& html, std::size_t row, const ManyLine& line) {
  const auto& typed = line.typed;
  parts::carried(html, id("figure", row), line.due.definition->code + " " + line.due.period.slug());
  parts::carried(html, id("seen", row), std::to_string(typed.seen));
  for (const auto& field : grid_fields) parts::carried(html, id(field.name, row), typed.*(field.of));
  parts::carried(html, id("back_on", row), typed.back_on);
  for (const auto& [code, reason] : typed.reasons) parts::carried(html, id("reason-" + code, row), reason);
}

}  // namespace work
