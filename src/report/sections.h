// The sections of a document, each by what it shows. Inside the folder only.
#pragma once
#include <map>
#include <set>

#include "report/choice.h"
#include "report/compose.h"

namespace report {

// What every section is made from.
struct Scene {
  const Pack& pack;
  const assess::Judged& judged;
  std::vector<assess::Exception> exceptions;  // of all indicators, worst first
  std::vector<compare::AgainstOthers> beside;  // of indicators that are mapped to published ones
  Form form = Form::full;
  std::map<std::string, std::vector<compare::PublishedStanding>> published = {};  // of each section that shows some
  std::optional<Document> last = {};  // the report before this one, in the same form

  const assess::Picture& picture() const { return *judged.picture; }
};

std::vector<Block> paper_blocks(const Scene& scene, const Section& section);
std::vector<Block> words_blocks(const Scene& scene, const Section& section);
std::vector<Block> summary_blocks(const Scene& scene, const Section& section);
std::vector<Block> indicators_blocks(const Scene& scene, const Section& section);
std::vector<Block> exceptions_blocks(const Scene& scene, const Section& section);
std::vector<Block> awaited_blocks(const Scene& scene, const Section& section);
std::vector<Block> charts_blocks(const Scene& scene, const Section& section);
std::vector<Block> definitions_blocks(const Scene& scene, const Section& section);
std::vector<Block> set_counts_blocks(const Scene& scene, const Section& section);
std::vector<Block> set_changes_blocks(const Scene& scene, const Section& section);
std::vector<Block> money_blocks(const Scene& scene, const Section& section);
std::vector<Block> comparison_blocks(const Scene& scene, const Section& section);
std::vector<Block> history_blocks(const Scene& scene, const Section& section);
std::vector<Block> thread_blocks(const Scene& scene, const Section& section);
std::vector<Block> process_blocks(const Scene& scene, const Section& section);
std::vector<Block> definition_blocks(const Scene& scene, const Section& section, const assess::Judgement& of);  // of one alone, in full
std::vector<Block> published_blocks(const Scene& scene, const Section& section);
std::vector<Fact> published_facts(const Scene& scene);  // one for each published figure that a section shows

calendar::FinancialYear year_of_the_set(const Scene& scene);  // in which the report looks back

std::string capital(std::string_view words);
std::string slot_of(const Section& section, std::string_view of);  // "paper.purpose": of a place for words, a piece of an address
std::string name_of(const Section& section, std::string_view of);  // "core_BBF": of a table

}  // namespace report
