#include "work/entries_view.h"

#include "assess/sentences.h"
#include "kit/tell.h"

namespace work {
namespace {

std::string_view takes_words(const indicator::Definition& d) {
  if (indicator::has_parts(d.aggregation)) return "numerator and denominator";
  switch (collect::typed_as(d)) {
    case collect::TypedAs::money: return "money";
    case collect::TypedAs::yes_or_no: return "yes or no";
    case collect::TypedAs::duration: return "h:mm:ss";
    case collect::TypedAs::date: return "date";
    case collect::TypedAs::number: break;
  }
  return "number";
}

}  // namespace

std::string target_of(const collect::Due& due) {
  if (!due.target) return {};
  return assess::target_words(indicator::expected(*due.target, *due.definition, due.period), *due.definition);
}

kit::Response problem_response(const Problem& problem) {
  auto response = kit::Response::json(kit::told_as_json(problem), problem.status);
  response.type = "application/problem+json";
  return response;
}

MyEntry my_entry(const collect::Due& due, kit::Moment now) {
  const auto& d = *due.definition;
  const auto* before = due.before();
  const auto last = before ? collect::number_of(*before, d) : std::nullopt;
  MyEntry one;
  one.indicator = d.code;
  one.title = d.title;
  one.period = due.period.iso();
  one.words = due.period.words();
  one.waits = collect::words(collect::waits(due, now));
  one.unit = d.unit;
  one.takes = takes_words(d);
  one.numerator_label = d.numerator_label;
  one.denominator_label = d.denominator_label;
  one.target = target_of(due);
  one.last = last ? indicator::written(*last, d) : std::string();
  one.on_time_until = due.window.enter_by.iso();
  one.runs = due.window.runs;
  one.edition = due.entry.edition;
  if (due.entry.edition > 0) one.entry = due.entry;
  return one;
}

}  // namespace work
