#include "report/paper.h"

#include <algorithm>
#include <array>

namespace report {
namespace {

constexpr PaperLine long_form[] = {
    {"report_to", "Report to", "The committee or other body, such as Corporate Scrutiny Committee"},
    {"meeting", "Date of the meeting", "The day on which it meets, such as 18 November 2025"},
    {"author", "Report of", "Post and how to reach them"},
    {"portfolio_holder", "Portfolio holder", "The member who answers for it"},
    {"key_decision", "Key decision", "Yes or no, and where it stands in the forward plan"},
    {"priority", "Priority of the plan", "Which one the report belongs to most closely"},
    {"wards", "Wards affected", "All, or which"},
    {"purpose", "Purpose of the report", "In a sentence: why the committee has it before it"},
    {"summary", "Executive summary", "What the reader must know when they read nothing else"},
    {"recommendations", "Recommendations", "What the committee is asked to do; one a line, each begun with a hyphen"},
    {"reasons", "Reasons for the recommendations", "Why this", "Recommendations"},
    {"alternatives", "Alternative options considered", "What else was weighed, and why not", "Recommendations"},
    {"background", "Background", "What led here"},
    {"issues", "Issues and choices", "What the committee may want to weigh"},
    {"next_steps", "Next steps", "Who does what next, by when"},
    {"resources", "Resources and finance", "Money, people and property", "Implications"},
    {"legal", "Legal and governance", "Powers and duties", "Implications"},
    {"policies", "Policies and plans", "Which ones this serves or touches", "Implications"},
    {"risk", "Risk", "What may go wrong, and what is done about it", "Implications"},
    {"consultation", "Consultation", "Who was asked, and what they said", "Implications"},
    {"executive", "Consideration by the executive", "When it went or goes there, and what they said", "Implications"},
    {"equality", "Equality", "Who may gain or lose", "Implications"},
    {"climate", "Climate and environment", "What it does to carbon and nature", "Implications"},
    {"community", "Community", "What it means for places and people", "Implications"},
    {"crime", "Crime and disorder", "What it means for safety", "Implications"},
    {"background_papers", "Background papers", "What was relied on and is not published elsewhere"},
    {"contact", "Contact", "A post, an address, a telephone number"},
};

constexpr PaperLine short_form[] = {
    {"report_to", "Report to", "The committee or other body, such as Corporate Scrutiny Committee"},
    {"meeting", "Date of the meeting", "The day on which it meets, such as 18 November 2025"},
    {"author", "Report of", "The director or other post that brings it"},
    {"portfolio_holder", "Portfolio holder", "The member who answers for it"},
    {"wards", "Wards affected", "All, or which"},
    {"purpose", "Purpose", "In a sentence: why the committee has it before it"},
    {"recommendations", "Action required", "What the committee is asked to do; one a line, each begun with a hyphen"},
    {"background", "Background information", "What led here"},
    {"background_papers", "Background papers, other than published works or those disclosing exempt information", "What was relied on"},
    {"published", "Published documents referred to", "One a line, each begun with a hyphen"},
    {"contact", "Contact", "A post, an address, a telephone number"},
};

constexpr std::array<std::string_view, 7> in_front = {"report_to",    "meeting",  "author", "portfolio_holder",
                                                      "key_decision", "priority", "wards"};
constexpr std::string_view exempt_row = "Public or exempt";

std::string ground(int paragraph) { return paragraph_words(paragraph) + " of Part 1 of Schedule 12A to the Local Government Act 1972"; }

std::string attached(const Pack& pack, const Document& document) {
  std::string text;
  for (const auto& part : document.parts) {
    const auto section = std::ranges::find(pack.sections, part.name, &Section::name);
    if (section == pack.sections.end() || is_paper(section->shows)) continue;
    text += (text.empty() ? "" : "; ") + part.title;
  }
  return text;
}

}  // namespace

std::span<const PaperLine> lines_of_a_paper(Shows form) {
  if (form == Shows::short_paper) return short_form;
  return long_form;
}

const PaperLine* find_paper_line(std::string_view slot) {
  const auto name = slot.substr(slot.find('.') + 1);
  for (const auto form : {std::span<const PaperLine>(long_form), std::span<const PaperLine>(short_form)})
    if (const auto found = std::ranges::find(form, name, &PaperLine::name); found != form.end()) return &*found;
  return nullptr;
}

bool is_paper(Shows shows) { return shows == Shows::paper || shows == Shows::short_paper; }

bool stands_in_front(std::string_view slot) { return std::ranges::find(in_front, slot.substr(slot.find('.') + 1)) != in_front.end(); }

std::vector<std::pair<std::string, std::string>> front_of(const Pack& whole, const Document& document) {
  if (!std::ranges::any_of(whole.sections, [](const Section& section) { return is_paper(section.shows); })) return {};
  Document said;
  said.front = {{std::string(exempt_row), "Public"}};
  for (const auto& section : whole.sections)
    if (section.exempt > 0) name_exempt(said, section.exempt);
  if (const auto parts = attached(whole, document); !parts.empty()) said.front.emplace_back("Attached", parts);
  return said.front;
}

void name_exempt(Document& document, int paragraph) {
  const auto row = std::ranges::find(document.front, exempt_row, &std::pair<std::string, std::string>::first);
  if (row == document.front.end() || row->second.find(ground(paragraph)) != std::string::npos) return;
  row->second = row->second == "Public" ? "Public, but for what is exempt under " + ground(paragraph)
                                        : row->second + "; " + ground(paragraph);
}

}  // namespace report
