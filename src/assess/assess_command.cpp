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

kit::Verdict<std::string> aggregate(const AssessOptions& asked, std::istream& in) {
  if (asked.measures.empty()) return refused("Name the file of definitions: --measures FILE.");
  std::ifstream measures(asked.measures, std::ios::binary);
  if (!measures) return refused("The file " + kit::quoted(asked.measures) + " cannot be read.");
  return assess_aggregate(in, measures);
}

kit::Verdict<std::string> answer(const AssessOptions& asked, std::istream& in) {
  if (asked.rule == "rag") return assess_rag(in);
  if (asked.rule == "direction") return assess_direction(in);
  if (asked.rule == "aggregate") return aggregate(asked, in);
  if (asked.rule == "revisions") return assess_revisions(in, asked.as_at);
  return refused("There is no rule " + kit::quoted(asked.rule) +
                 ". The rules are rag, direction, aggregate and revisions.");
}

}  // namespace

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
