// Words that people wrote for a report, put into its document where the pack has room for them.
#pragma once
#include <vector>

#include "council/council.h"
#include "report/document.h"
#include "report/edition.h"

namespace report {

// Of words written for a report, those that may be published.
std::vector<Words> open_words(const std::vector<Words>& all);

// The document with words in place of its slots. A slot for which nobody wrote anything stays while it can still be written, and goes
// with the signing off.
enum class Unwritten : std::uint8_t { stay, go };
Document with_words(Document document, const std::vector<Words>& words, const council::Council& council, Unwritten unwritten);

// Every slot of a document, in order.
std::vector<Slot> slots_of(const Document& document);

// A person's text in blocks: paragraphs, and lists of lines that begin with a hyphen.
std::vector<Block> blocks_of(std::string_view text);

}  // namespace report
