#include "assess/assess_command.h"

#include <fstream>

#include "assess/assess_rules.h"
#include "kit/quote.h"

namespace assess {
namespace {

kit::Refusals refused(std::string sentence) {
  kit::Refusals no;
  no.add("", std::move(sentence));
  return no;
}

using Answer = kit::Verdict<std::string>;

// Rules that need a second file: `name` says which option carries it.
template <class Rule>
Answer with_file(const std::string& file, std::string_view what, std::string_view option, Rule rule) {
  if (file.empty()) return refused("Name the file of " + std::string(what) + ": --" + std::string(option) + " FILE.");
  std::ifstream second(file, std::ios::binary);
  if (!second) return refused("The file " + kit::quoted(file) + " cannot be read.");
  return rule(second);
}

Answer aggregate(const AssessOptions& asked, std::istream& in) {
  return with_file(asked.measures, "definitions", "measures",
                   [&](std::istream& measures) { return assess_aggregate(in, measures); });
}

Answer revisions(const AssessOptions& asked, std::istream& in) { return assess_revisions(in, asked.as_at); }

Answer process(const AssessOptions& asked, std::istream& in) {
  const auto told = asked.summary ? Told::summary : Told::points;
  return with_file(asked.series, "series", "series",
                   [&](std::istream& series) { return assess_process(in, series, told); });
}

Answer indirect(const AssessOptions& asked, std::istream& in) {
  const auto as = asked.rule == "israte" ? Indirect::rate : Indirect::ratio;
  return with_file(asked.reference, "reference age bands", "reference",
                   [&](std::istream& reference) { return assess_indirect(in, reference, as); });
}

Answer funnel(const AssessOptions& asked, std::istream& in) {
  const auto drawn = asked.curve ? Drawn::curve : Drawn::points;
  if (asked.kind == "proportion") return assess_funnel(in, FunnelOf::proportion, drawn);
  if (asked.kind == "rate") return assess_funnel(in, FunnelOf::rate, drawn);
  if (asked.kind == "ratio") return assess_funnel(in, FunnelOf::ratio, drawn);
  return refused("Say what the funnel is of: --kind proportion, --kind rate or --kind ratio.");
}

Answer merge(const AssessOptions& asked, std::istream& in) {
  return with_file(asked.mapping, "which council went where", "mapping",
                   [&](std::istream& mapping) { return assess_merge(in, mapping, asked.successor); });
}

Answer neighbours(const AssessOptions& asked, std::istream& in) {
  if (asked.weights.empty()) return assess_neighbours(in, nullptr);
  return with_file(asked.weights, "weights", "weights", [&](std::istream& weights) { return assess_neighbours(in, &weights); });
}

Answer forecasts(const AssessOptions& asked, std::istream& in) { return assess_forecast(in, asked.method); }

template <Answer (*rule)(std::istream&)>
Answer plain(const AssessOptions&, std::istream& in) {
  return rule(in);
}

struct Rule {
  std::string_view name;
  Answer (*answer)(const AssessOptions&, std::istream&);
};
constexpr Rule rules[] = {
    {"rag", plain<assess_rag>},
    {"direction", plain<assess_direction>},
    {"aggregate", aggregate},
    {"revisions", revisions},
    {"spc", process},
    {"regression", plain<assess_regression>},
    {"trend", plain<assess_trend>},
    {"proportion", plain<assess_proportion>},
    {"rate", plain<assess_rate>},
    {"mean", plain<assess_mean>},
    {"dsr", plain<assess_direct>},
    {"isratio", indirect},
    {"israte", indirect},
    {"quantile", plain<assess_quantile>},
    {"funnel", funnel},
    {"target", plain<assess_target>},
    {"merge", merge},
    {"benchmark", plain<assess_benchmark>},
    {"neighbours", neighbours},
    {"forecast", forecasts},
};

Answer answer(const AssessOptions& asked, std::istream& in) {
  for (const auto& rule : rules)
    if (rule.name == asked.rule) return rule.answer(asked, in);
  return refused("There is no rule " + kit::quoted(asked.rule) + ". The rules are " + assess_words() + ".");
}

}  // namespace

std::string assess_words() {
  std::string words;
  for (const auto& rule : rules)
    words += (words.empty() ? "" : &rule == std::end(rules) - 1 ? " and " : ", ") + std::string(rule.name);
  return words;
}

int assess_command(const AssessOptions& asked, std::istream& in, std::ostream& out, std::ostream& err) {
  const auto lines = answer(asked, in);
  if (!lines) {
    for (const auto& refusal : lines.refusals().all()) err << refusal.sentence << "\n";
    return 2;
  }
  out << *lines << std::flush;
  return out.good() ? 0 : 1;
}

}  // namespace assess
