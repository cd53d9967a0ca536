#include "report/cells.h"

#include <algorithm>

#include "assess/board_view.h"
#include "assess/series_line.h"
#include "assess/travel.h"
#include "council/address.h"
#include "plan/counting.h"

namespace report {
namespace {

using assess::Judgement;
using assess::Picture;
using assess::Ratings;

std::string capital(std::string_view words) {
  std::string made(words);
  if (!made.empty() && made[0] >= 'a' && made[0] <= 'z') made[0] = static_cast<char>(made[0] - 32);
  return made;
}

// Without the council that it is judged in: figure and target alone need none.
assess::StandingView standing(const Judgement& j) { return {&j, nullptr, nullptr}; }

std::string status_words(const Judgement& j) {
  const auto mark = assess::mark_of(j.rating);
  if (!assess::is_rated(j.rating)) return j.overdue ? "Overdue" : std::string(assess::words(j.rating));
  return std::string(parts::words(mark));
}

std::string below(const Judgement& j) {
  auto text = j.definition->code + " · " + j.period.words();
  if (j.provisional) text += " · provisional";
  if (j.unchecked) text += " · unchecked";
  return text;
}

std::string status_code(assess::Rating rating) { return std::string(parts::code(assess::mark_of(rating))); }

}  // namespace

Cell words_cell(std::string text) {
  Cell cell;
  cell.text = std::move(text);
  return cell;
}

Cell count_cell(int count) {
  auto cell = words_cell(count < 0 ? "−" + std::to_string(-count) : std::to_string(count));
  cell.holds = Cell::Holds::number;
  cell.number = count;
  return cell;
}

Cell indicator_cell(const Judgement& j) {
  auto cell = words_cell(j.definition->title);
  cell.address = council::path_to("indicators", j.definition->code);
  cell.below = below(j);
  return cell;
}

Cell figure_cell(const Judgement& j) {
  auto cell = words_cell(standing(j).value());
  cell.holds = Cell::Holds::number;
  cell.number = j.value;
  cell.unit = j.definition->unit;
  cell.decimals = j.definition->decimals;
  return cell;
}

Cell target_cell(const Judgement& j) {
  auto cell = words_cell(standing(j).target());
  cell.holds = Cell::Holds::number;
  cell.number = j.expected.low && j.expected.high ? std::nullopt : j.expected.value;
  cell.unit = j.definition->unit;
  cell.decimals = j.definition->decimals;
  return cell;
}

Cell status_cell(const Judgement& j) {
  auto cell = words_cell(status_words(j));
  cell.holds = Cell::Holds::status;
  cell.code = status_code(j.rating);
  return cell;
}

Cell direction_cell(const Judgement& j) {
  auto cell = words_cell(assess::direction_words(j));
  cell.holds = Cell::Holds::direction;
  cell.code = std::string(assess::code(j.direction));
  return cell;
}

Cell line_cell(const Picture& picture, const Judgement& j) {
  Cell cell;
  cell.holds = Cell::Holds::line;
  const auto line = assess::series_line(picture, j, cell.text);
  cell.line = line.values;
  cell.targets = line.targets;
  cell.code = status_code(j.rating);
  return cell;
}

std::string mark_of(const Judgement& j) {
  if (!j.figure) return j.overdue ? "x" : "";
  switch (j.figure->state) {
    case collect::State::suppressed: return "c";
    case collect::State::delayed: return "x";
    case collect::State::not_applicable: return "z";
    case collect::State::given: break;
  }
  if (j.unchecked) return "u";
  if (j.provisional) return "p";
  return j.figure->edition > 1 || j.figure->standing == collect::Standing::revised ? "r" : "";
}

Note note_of(const Picture& picture, const Judgement& j) {
  if (!j.figure || j.figure->note.empty()) return {};
  const auto job = picture.council.job_of(j.figure->entered_by.empty() ? j.definition->owner : j.figure->entered_by);
  return {"", j.figure->note, job};
}

Card card_of(const Picture& picture, const assess::Exception& exception) {
  const auto& j = *exception.judgement;
  Card card{j.definition->code,
            j.definition->title,
            council::path_to("indicators", j.definition->code),
            below(j),
            figure_cell(j),
            target_cell(j),
            status_cell(j),
            direction_cell(j),
            line_cell(picture, j),
            {},
            note_of(picture, j)};
  if (assess::ratings(picture) == Ratings::hidden) card.status = {}, card.line.code = "none";
  for (const auto& warning : exception.warnings)
    card.reasons.push_back(std::string(assess::sign(warning.trigger).words) + ". " + warning.said);
  return card;
}

Fact fact_of(const Picture& picture, const Judgement& j) {
  const auto& d = *j.definition;
  const auto* priority = plan::counted_for(picture.plan, j.kept->id);
  const auto* directorate = picture.council.directorate_of(d.service);
  const bool rated = assess::ratings(picture) == Ratings::shown;
  Fact fact;
  fact.indicator = d.code;
  fact.title = d.title;
  fact.kind = std::string(indicator::code(d.kind));
  fact.priority = priority ? priority->code : "";
  fact.directorate = directorate ? directorate->code : "";
  fact.service = d.service;
  fact.period = j.period.iso();
  fact.value = j.value;
  fact.shown = standing(j).value();
  fact.unit = d.unit;
  fact.target = standing(j).target();
  fact.status = rated ? std::string(assess::code(j.rating)) : "";
  fact.status_words = rated ? status_words(j) : "";
  fact.direction = std::string(assess::code(j.direction));
  fact.direction_words = capital(assess::direction_words(j));
  fact.mark = mark_of(j);
  fact.note = j.figure ? j.figure->note : "";
  fact.why = j.figure ? j.figure->reason : "";
  fact.figure_edition = j.figure ? j.figure->edition : 0;
  fact.definition_edition = d.edition;
  return fact;
}

}  // namespace report
